"""What each outcome can reach at most, and what is then left of the others."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import widgets
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.jobs.job import Task
from ui.markup import put
from ui.palette import OTHER
from ui.panels import study_progress
from ui.panels.outcome_names import MONEY, choices, how_much, outcome_name
from ui.panels.panel_parts import heading, nothing, table_behind
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember

NAME = "payoff"
MOST = 6


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel: one row for each outcome put first."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("What each outcome can reach")),
        speech.say(
            _("Each row puts one outcome first and then serves the others as well as it can.")
        ),
        name="panel-payoff",
    )
    names = _names(desk, scenario)
    if len(names) < 2:
        nothing(speech.say(_("Choose at least two outcomes.")))
        return
    found = study_progress.answer(desk, Task(api.payoff, scenario, (names,)), NAME)
    if found is None:
        return
    if not len(found.table):
        nothing(speech.say(_("Under these rules one of these outcomes has no end.")))
        return
    heads = [outcome_name(desk, scenario, n) for n in names]
    lines = [_line(desk, found, str(row["goal"])) for _, row in found.table.iterrows()]
    put(side_by_side(heads, lines, "payoff", speech.say(_("What each outcome can reach"))))
    table_behind(desk, api.page_of(found).tables["payoff"], "payoff")


def _names(desk: Desk, scenario: api.Scenario) -> tuple[str, ...]:
    options = choices(scenario)
    default = [*scenario.objective.channels, MONEY][:MOST]
    known = [n for n in last_choice(NAME, default) if n in options]
    key = widgets.show("choose-payoff", known)
    picked = st.multiselect(
        desk.speech.say(_("Outcomes")),
        options,
        format_func=lambda name: outcome_name(desk, scenario, name),
        max_selections=MOST,
        key=key,
        placeholder=desk.speech.say(_("Outcomes")),
        on_change=widgets.on(key, remember(NAME), options),
    )
    return tuple(picked)


def _line(desk: Desk, found: api.Payoff, goal: str) -> Line:
    """One outcome put first; bars compare with the most of each column."""
    scenario, row = found.scenario, found.table[found.table["goal"] == goal]
    key = _("Least: {of}") if goal == MONEY else _("Most: {of}")
    label = desk.speech.say(key.filled(of=outcome_name(desk, scenario, goal)))
    cells = []
    for name in found.names:
        most = max(float(found.table[name].abs().max()), 1e-9)
        value = float(row[name].iloc[0])
        said = how_much(desk, scenario, name, value)
        cells.append(Cell(said, max(0.0, value) / most, strong=name == goal))
    return Line(goal, label, OTHER, cells)
