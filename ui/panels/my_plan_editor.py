"""The money moved by hand: one box for each programme and year, ways to start, files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import number_entry, widgets
from ui.markup import named, put, tag
from ui.moves import own_plan
from ui.moves.typed_numbers import Box
from ui.palette import colour_of
from ui.panels.panel_parts import heading, remark
from ui.panels.plan_file import plan_file
from ui.panels.problems import problems
from ui.state import choices
from ui.state.desk import Desk

BOX = 82
FAULTS = "mine-faults"


def render(desk: Desk, money: own_plan.Money, optimum: own_plan.Money) -> None:
    """The boxes, in the unit in which the budget is typed."""
    speech, scenario = desk.speech, desk.base
    size, unit = api.wording.entry_unit(
        float(desk.levers["budget"].base), scenario.money.parsed, speech.language
    )
    said = speech.say(
        _("In {unit}. Type an amount and press Enter; everything below follows.", unit=unit)
    )
    heading(speech.say(_("Move the money")), said, name="panel-hand")
    _starts(desk, optimum)
    with st.container(key="hand", gap="xsmall"):
        for name in scenario.programmes:
            _programme(desk, name, size, money, optimum)
    _files(desk, money)


def _starts(desk: Desk, optimum: own_plan.Money) -> None:
    speech = desk.speech
    with st.container(horizontal=True, gap="xsmall", key="hand-starts"):
        st.button(
            speech.say(_("Copy the best plan")),
            key="hand-copy",
            icon=":material/content_copy:",
            on_click=choices.take_in_hand,
            args=(optimum,),
            disabled=not optimum,
        )
        st.button(
            speech.say(_("Start from zero")),
            key="hand-zero",
            icon=":material/restart_alt:",
            on_click=choices.take_in_hand,
            args=({},),
        )
        with st.container(horizontal=True, gap="xsmall", width="content"):
            for name, words, icon, act, able in (
                ("undo", _("Undo"), ":material/undo:", choices.undo, desk.can_undo),
                ("redo", _("Redo"), ":material/redo:", choices.redo, desk.can_redo),
            ):
                st.button(
                    speech.say(words),
                    key=f"hand-{name}",
                    icon=icon,
                    type="tertiary",
                    on_click=act,
                    disabled=not able,
                )


def _programme(
    desk: Desk, name: str, size: float, money: own_plan.Money, optimum: own_plan.Money
) -> None:
    """One line: the programme with both sums, then a box for each year."""
    speech, scenario = desk.speech, desk.base
    title = speech.title(scenario.programmes, name)
    sums = {
        "mine": speech.money(sum(v for (p, _), v in money.items() if p == name), scenario),
        "best": speech.money(sum(v for (p, _), v in optimum.items() if p == name), scenario),
    }
    put(
        tag(
            "div",
            tag("span", css="tbo-swatch", style=f"background:{colour_of(scenario, name)}"),
            tag("strong", title, css="tbo-grow"),
            tag(
                "span",
                speech.say(
                    (_("{mine} · best plan {best}") if optimum else _("{mine}")).filled(**sums)
                ),
                css="tbo-muted",
            ),
            css="tbo-lever",
            more=named(f"hand-sum-{name}"),
        )
    )
    years = _years(desk)
    with st.container(horizontal=True, gap="xsmall"):
        for year in years:
            with st.container(width=BOX, gap=None):
                put(tag("span", str(year), css="tbo-muted"))
                _box(desk, (name, year), size, money)
    number_entry.refusal(desk, *(_key(desk, (name, year)) for year in years))


def _key(desk: Desk, at: tuple[str, int]) -> str:
    return f"hand-{at[0]}-{at[1]}-{desk.speech.language}"


def _years(desk: Desk) -> tuple[int, ...]:
    scenario = desk.base if desk.plan is None else desk.plan.scenario
    return tuple(scenario.years.all)


def _box(desk: Desk, at: tuple[str, int], size: float, money: own_plan.Money) -> None:
    name, year = at
    budget = desk.levers["budget"]
    number_entry.number(
        desk,
        _key(desk, at),
        f"{desk.speech.title(desk.base.programmes, name)} {year}",
        Box(size, 0.0, budget.most, money=desk.base.money.parsed),
        value=money.get(at, 0.0),
        act=lambda typed: choices.take_in_hand({**money, at: round(typed, 6)}),
        blank=0.0,
        hide=True,
        tell=False,
    )


def _files(desk: Desk, money: own_plan.Money) -> None:
    """The plan as a file, and a file as the plan; what is wrong with it is listed."""
    speech = desk.speech
    faults: tuple[api.Issue, ...] = st.session_state.get(FAULTS, ())
    problems(
        desk,
        faults,
        "hand-faults",
        speech.say(_("The file was not taken over; your plan is unchanged.")),
    )
    with st.expander(speech.say(_("From and to a file")), key="hand-files", expanded=bool(faults)):
        scenario = desk.base if desk.plan is None else desk.plan.scenario
        remark(
            speech.say(
                _(
                    "CSV with the columns programme, year and spending, in {unit}.",
                    unit=scenario.money.unit,
                )
            )
        )
        widgets.download(
            speech.say(_("Download my plan (CSV)")),
            partial(own_plan.write, money, scenario),
            f"{scenario.id}.csv",
            "hand-download",
            icon=":material/download:",
        )
        plan_file(
            speech.say(_("Open a plan (CSV)")),
            "hand-file",
            FAULTS,
            scenario,
            lambda hand, _: choices.take_in_hand(own_plan.money_of(hand, scenario)),
        )
