"""How sure: what the unknown numbers make of the outcome and of the decision, and plans for all."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui.jobs import studies
from ui.markup import named, put, tag
from ui.panels import (
    decision_map,
    drivers,
    failures,
    outcome_spread,
    programme_chances,
    robust_plans,
    study_progress,
)
from ui.panels.panel_parts import nothing
from ui.state.desk import Desk

TITLE = "view_how_sure"


def render(desk: Desk) -> None:
    """Draws the page from the top, as far as the studies are there."""
    plan = failures.planned(desk)
    if plan is None:
        return
    head = st.container()
    study = study_progress.answer(desk, studies.uncertainty_task(plan.scenario), "draws")
    with head:
        put(tag("h1", _headline(desk, study), css="tbo-headline", more=named("headline")))
        if study is not None:
            outcome_spread.said(desk, study)
    if study is None:
        return
    if not study.draws.names or not study.outcomes.found.any():
        nothing(desk.speech.say("flips_no_ranges" if study.outcomes.found.any() else "sure_none"))
        return
    outcome_spread.render(desk, study)
    programme_chances.render(desk, study)
    found = study_progress.answer(desk, studies.insight_task(plan.scenario), "insight")
    if found is not None:
        drivers.render(desk, study, found)
    robust_plans.render(desk, plan)
    decision_map.render(desk, plan)


def _headline(desk: Desk, study: api.UnderUncertainty | None) -> str:
    if study is None or (kept := study.interval()) is None:
        return desk.speech.say("sure_title")
    year = 0 if desk.plan is None else desk.plan.scenario.years.last
    ends = desk.speech.reach(kept.low, kept.high)
    return desk.speech.say("sure_headline", {"range": ends, "year": year})
