"""The plan: the answer first, then where the money goes, who comes of it, what holds it back."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui import pins, remembered
from ui.panels import evidence, flow, headline, holds, money, people, pinned, trouble
from ui.session import Desk

TITLE = "view_plan"


def answer(desk: Desk) -> None:
    """Says the one sentence, where there is a plan."""
    if desk.plan is not None and desk.plan.found:
        headline.answer(desk, desk.plan)


def render(desk: Desk) -> None:
    """Draws all that stands below the answer."""
    plan = trouble.answered(desk)
    if plan is None:
        return
    if not plan.found:
        trouble.no_plan(desk, plan)
        if pins.pinned():
            pinned.render(desk, None)
        return
    headline.render(desk, plan)
    pinned.render(desk, pinned.best(desk))
    links = api.flow_table(plan)
    if plan.spent > 0:
        flow.render(desk, plan, links)
        money.render(desk, plan)
    explained = st.container(key="explained")
    if plan.spent > 0:
        people.render(desk, plan, links)
    sureness = st.container(key="sureness")
    plan = remembered.explained(plan)
    with explained:
        holds.render(desk, plan)
    with sureness:
        evidence.render(desk, plan)
