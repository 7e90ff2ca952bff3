"""How sure: what the unknown numbers make of the outcome and of the decision, and plans for all."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui import studies
from ui.markup import named, put, tag
from ui.panels import decision_map, drives, likely, robust_plans, spread, trouble, waiting
from ui.panels.frame import nothing
from ui.session import Desk

TITLE = "view_how_sure"


def render(desk: Desk) -> None:
    """Draws the page from the top, as far as the studies are there."""
    plan = trouble.planned(desk)
    if plan is None:
        return
    head = st.container()
    study = waiting.answer(desk, studies.sure_request(plan.scenario), "draws")
    with head:
        put(tag("h1", _headline(desk, study), css="tbo-headline", more=named("headline")))
        if study is not None:
            spread.said(desk, study)
    if study is None:
        return
    if not study.draws.names or not study.outcomes.found.any():
        nothing(desk.speech.say("flips_no_ranges" if study.outcomes.found.any() else "sure_none"))
        return
    spread.render(desk, study)
    likely.render(desk, study)
    found = waiting.answer(desk, studies.insight_request(plan.scenario), "insight")
    if found is not None:
        drives.render(desk, study, found)
    robust_plans.render(desk, plan)
    decision_map.render(desk, plan)


def _headline(desk: Desk, study: api.UnderUncertainty | None) -> str:
    if study is None or (kept := study.interval()) is None:
        return desk.speech.say("sure_title")
    year = 0 if desk.plan is None else desk.plan.scenario.years.last
    ends = desk.speech.reach(kept.low, kept.high)
    return desk.speech.say("sure_headline", {"range": ends, "year": year})
