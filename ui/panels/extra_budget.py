"""Only additional money: where it goes while nothing is taken back, and which years are lifted."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import number_entry
from ui.jobs import studies
from ui.jobs.job import Task
from ui.markup import named, put, tag
from ui.moves.typed_numbers import Box
from ui.panels import study_progress
from ui.panels.number_box import unit
from ui.panels.panel_parts import heading, table_behind, terms, told
from ui.state.desk import Desk

AMOUNT = "extra-amount"
LIFT = "extra-lift"
FIRST = 0.1
"""The amount to begin with, as a share of the budget."""
WIDTH = 300


def render(desk: Desk, plan: api.Plan) -> None:
    """The amount and the years that are lifted; then the answer, or the conflict in its place."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("Only additional money")),
        speech.say(_("Where money on top of the budget goes while nothing is taken back.")),
        name="panel-extra",
    )
    amount, lifted = _amount(desk, plan), _lifted(desk, plan)
    task = Task(studies.extra, scenario, (amount, lifted), long=True)
    found = study_progress.answer(desk, task, "extra", at_once=False)
    if found is not None:
        said = found.conflict.sentences if found.conflict else found.sentences
        told(desk, said, "extra-said")
        if found.conflict is not None:
            options = [tag("li", speech.text(o.sentence)) for o in found.conflict.options]
            put(tag("ul", *options, css="tbo-flips", more=named("extra-repairs")))
        elif found.after.found:
            table_behind(desk, api.page_of(found).tables["added"], "extra")
    terms(desk, "extra")


def _amount(desk: Desk, plan: api.Plan) -> float:
    size, name = unit(desk)
    first = FIRST * max(plan.budget, float(desk.base.budget.total))
    number_entry.number(
        desk,
        f"{AMOUNT}-{desk.speech.language}",
        desk.speech.say(_("Additional money ({unit})", unit=name)),
        Box(size, 0.0, money=desk.base.money.parsed),
        value=st.session_state.get(AMOUNT, first),
        act=_remember,
        width=WIDTH,
    )
    return float(st.session_state.get(AMOUNT, first))


def _remember(amount: float) -> None:
    st.session_state[AMOUNT] = amount


def _lifted(desk: Desk, plan: api.Plan) -> tuple[int, ...]:
    """Years whose own limit grows as well; nothing is asked where no year has one."""
    years = sorted(plan.scenario.budget.by_year)
    if not years:
        return ()
    picked: list[Any] = st.multiselect(
        desk.speech.say(_("Lift the limit of these years by it as well")),
        years,
        key=LIFT,
        width=WIDTH,
        placeholder=desk.speech.say(_("Choose")),
    )
    return tuple(year for year in picked if year in years)
