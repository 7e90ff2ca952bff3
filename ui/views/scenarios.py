"""Scenarios: opened, changed in their rules and numbers, compared, saved as signed documents."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.api.desk import Message, _
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
from ui.panels.panel_parts import page_title, remark
from ui.state import documents
from ui.state.desk import Desk


def _page(desk: Desk, title: Message, *panels: Callable[[Desk], None]) -> None:
    """A page: what is open, how it differs from what was signed, then its panels."""
    failures.ignored(desk)
    page_title(desk.speech.say(title))
    _open_now(desk)
    pinned_plans.render(desk, pinned_plans.best(desk))
    for panel in panels:
        panel(desk)


def _open_now(desk: Desk) -> None:
    speech, count = desk.speech, len(desk.choice.moves)
    name = documents.title_of(desk.choice.scenario, speech.language)
    key = (
        _("Nothing changed")
        if count == 0
        else _("You changed 1 thing")
        if count == 1
        else _("You changed {n} things")
    )
    values = {"title": name, "changes": speech.say(key.filled(n=count))}
    remark(speech.say(_("Open: {title}. {changes}.", **values)), "scenario-now")
    if desk.plan is None:
        put(
            tag(
                "p",
                speech.say(_("These inputs do not fit together")),
                css="tbo-warn",
                more=named("state-invalid"),
            )
        )


def opening(desk: Desk) -> None:
    """Files and shipped scenarios to open."""
    _page(desk, _("Scenarios"), file_opening.render, scenario_list.render)


def rules(desk: Desk) -> None:
    """Rules to change, to delete and to add."""
    _page(desk, _("Edit rules"), rules_table.render, rule_form.render)


def numbers(desk: Desk) -> None:
    """Numbers that the document states, to change."""
    _page(desk, _("Edit numbers"), numbers_table.render)


def save(desk: Desk) -> None:
    """The scenario as a document that somebody signs."""
    _page(desk, _("Scenarios"), file_saving.render)


def compare(desk: Desk) -> None:
    """Scenarios beside each other."""
    _page(desk, _("Scenarios"), scenario_comparison.render)
