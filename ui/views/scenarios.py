"""Scenarios: open one, edit its rules and numbers, save it, compare it with others."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui import widgets
from ui.markup import named, put, tag
from ui.panels import (
    failures,
    file_opening,
    file_saving,
    numbers_table,
    pinned_plans,
    rule_form,
    rules_table,
    scenario_comparison,
    scenario_list,
)
from ui.state import documents, view_choices
from ui.state.desk import Desk

TITLE = "view_scenarios"
OPEN = "open"


def render(desk: Desk) -> None:
    """Draws the part of the page that is looked at."""
    failures.ignored(desk)
    put(tag("h1", desk.speech.say("scenarios_title"), css="tbo-headline", more=named("headline")))
    _open_now(desk)
    pinned_plans.render(desk, pinned_plans.best(desk))
    PARTS[_part(desk)][1](desk)


def _open_now(desk: Desk) -> None:
    """What is open, and how it differs from what was signed."""
    speech, count = desk.speech, len(desk.choice.moves)
    title = documents.title_of(desk.choice.scenario, speech.language)
    key = "changed_none" if count == 0 else "changed_one" if count == 1 else "changed_many"
    values = {"title": title, "changes": speech.say(key, {"n": count})}
    said = speech.say("scenario_now", values)
    put(tag("p", said, css="tbo-note", more=named("scenario-now")))
    if desk.plan is None:
        put(tag("p", speech.say("invalid_title"), css="tbo-warn", more=named("state-invalid")))


def _open(desk: Desk) -> None:
    file_opening.render(desk)
    scenario_list.render(desk)


def _rules(desk: Desk) -> None:
    rules_table.render(desk)
    rule_form.render(desk)


PARTS: dict[str, tuple[str, Callable[[Desk], None]]] = {
    OPEN: ("part_open", _open),
    "rules": ("part_rules", _rules),
    "numbers": ("part_numbers", numbers_table.render),
    "save": ("part_save", file_saving.render),
    "compare": ("part_compare", scenario_comparison.render),
}
"""The parts of the page: the key of the word, and what draws it."""


def _part(desk: Desk) -> str:
    """Which part is looked at."""
    key = widgets.show("scenarios-part", view_choices.last_choice("scenarios-part", OPEN))
    st.segmented_control(
        desk.speech.say("scenarios_part"),
        list(PARTS),
        format_func=lambda name: desk.speech.say(PARTS[name][0]),
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=widgets.on(key, view_choices.remember("scenarios-part"), PARTS),
    )
    return str(st.session_state[key])
