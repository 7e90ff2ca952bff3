"""The plan: the answer first, then where the money goes, who comes of it, what holds it back."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui.panels import (
    binding_rules,
    evidence_grades,
    failures,
    headline,
    money_by_programme,
    money_flow,
    people_reached,
    pinned_plans,
)
from ui.state import cache, pins
from ui.state.desk import Desk


def answer(desk: Desk) -> None:
    """Says the one sentence, where there is a plan."""
    if desk.plan is not None and desk.plan.found:
        headline.answer(desk, desk.plan)


def render(desk: Desk) -> None:
    """Draws all that stands below the answer."""
    plan = failures.answered(desk)
    if plan is None:
        return
    if not plan.found:
        failures.no_plan(desk, plan)
        if pins.pinned():
            pinned_plans.render(desk, None)
        return
    headline.render(desk, plan)
    pinned_plans.render(desk, pinned_plans.best(desk))
    links = api.flow_table(plan)
    if plan.spent > 0:
        money_flow.render(desk, plan, links)
        money_by_programme.render(desk, plan)
    explained = st.container(key="explained")
    if plan.spent > 0:
        people_reached.render(desk, plan, links)
    sureness = st.container(key="sureness")
    plan = cache.explained(plan)
    with explained:
        binding_rules.render(desk, plan)
    with sureness:
        evidence_grades.render(desk, plan)
