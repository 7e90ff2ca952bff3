"""How sure: what the unknown numbers make of the outcome and of the decision, and plans for all."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs import studies
from ui.panels import (
    drivers,
    failures,
    outcome_spread,
    programme_chances,
    robust_plans,
    study_progress,
)
from ui.panels.panel_parts import nothing, page_title
from ui.state.desk import Desk


def render(desk: Desk) -> None:
    """The range of the outcome, the chances of each programme, plans for all draws."""
    plan = failures.planned(desk)
    if plan is None:
        return
    head = st.container()
    study = study_progress.answer(desk, studies.uncertainty_task(plan.scenario), "draws")
    with head:
        page_title(_headline(desk, study))
        if study is not None:
            outcome_spread.said(desk, study)
    if study is None or not _draws(desk, study):
        return
    outcome_spread.render(desk, study)
    programme_chances.render(desk, study)
    robust_plans.render(desk, plan)


def measure(desk: Desk) -> None:
    """What drives outcome and decision, and what knowing more would be worth."""
    plan = failures.planned(desk)
    if plan is None:
        return
    page_title(
        desk.speech.say(_("What to measure first")),
        desk.speech.say(
            _(
                "Which unknown numbers drive the outcome and the decision, and what it is worth to "
                "know them better."
            )
        ),
    )
    study = study_progress.answer(desk, studies.uncertainty_task(plan.scenario), "draws")
    if study is None or not _draws(desk, study):
        return
    found = study_progress.answer(desk, studies.insight_task(plan.scenario), "insight")
    if found is not None:
        drivers.render(desk, study, found)


def _draws(desk: Desk, study: api.UnderUncertainty) -> bool:
    """Whether there is anything to show; what is missing is said."""
    found = bool(study.outcomes.found.any())
    if not study.draws.names or not found:
        nothing(
            desk.speech.say(
                _("No number of this scenario has a range.")
                if found
                else _("No draw has a plan that keeps all rules.")
            )
        )
        return False
    return True


def _headline(desk: Desk, study: api.UnderUncertainty | None) -> str:
    if study is None or (kept := study.interval()) is None:
        return desk.speech.say(_("How sure is it?"))
    year = 0 if desk.plan is None else desk.plan.scenario.years.end
    ends = desk.speech.reach(kept.low, kept.high)
    return desk.speech.say(
        _("90%, plan kept: {range} people more by {year}", range=ends, year=year)
    )
