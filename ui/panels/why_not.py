"""Why not more, or less, here: what another amount costs in people, and what binds then."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import number_entry, widgets
from ui.jobs import studies
from ui.jobs.job import Task
from ui.moves.typed_numbers import Box
from ui.panels import study_progress
from ui.panels.money_lines import spent_on
from ui.panels.panel_parts import heading, nothing, table_behind, told
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember
from ui.widgets import one_of

NAME = "why-not"
MORE, LESS = "more", "less"
STEP = 0.1
"""Share of the budget by which the amount is changed at first."""


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel: which programme, more or less, by how much; then the answer."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("Why not more here?")),
        speech.say(_("What another amount would cost, and which limits bind only then.")),
        name="panel-why-not",
    )
    if plan.budget <= 0:
        nothing(speech.say(_("There is no money to move.")))
        return
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        programme = one_of(
            speech.say(_("Programme")),
            "why-not-programme",
            list(scenario.programmes),
            words=lambda name: speech.title(scenario.programmes, name),
            default=next(iter(scenario.programmes)),
        )
        words = {MORE: speech.say(_("more")), LESS: speech.say(_("less"))}
        way = widgets.segments(speech.say(_("Direction")), "why-not-way", words, default=MORE)
        step = _step(desk, plan)
    now = spent_on(plan, programme)
    amount = round(max(0.0, now + (step if way == MORE else -step)), 6)
    found = study_progress.answer(desk, Task(studies.why_not, scenario, (programme, amount)), NAME)
    if found is None:
        return
    told(desk, found.sentences, "why-not-said")
    if len(found.moves):
        table_behind(desk, api.page_of(found).tables["moves"], "forced")


def _step(desk: Desk, plan: api.Plan) -> float:
    """By how much, in the scenario's unit of money."""
    unit = plan.scenario.money.parsed
    size, name = api.wording.entry_unit(plan.budget, unit, desk.speech.language)
    label = f"why-not-step-{desk.speech.language}-{size:g}"
    first = float(f"{STEP * plan.budget / size:.2g}")
    chosen = float(last_choice(label, first * size))
    number_entry.number(
        desk,
        f"choose-{label}",
        desk.speech.say(_("By how much ({unit})", unit=name)),
        Box(size, 0.0, plan.budget, money=unit),
        value=chosen,
        act=remember(label),
        width=200,
    )
    return chosen
