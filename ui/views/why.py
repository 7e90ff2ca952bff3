"""Why: what limits the plan, what would help most, where the decision flips."""

from __future__ import annotations

import streamlit as st

from ui import studies
from ui.markup import named, put, tag
from ui.panels import evidence, flips, holds, limits, trouble
from ui.panels.frame import heading
from ui.session import Desk

TITLE = "view_why"


def render(desk: Desk) -> None:
    """Draws the page; what takes seconds comes last, in its place."""
    speech, plan = desk.speech, trouble.planned(desk)
    if plan is None:
        return
    put(tag("h1", speech.say("why_title"), css="tbo-headline", more=named("headline")))
    with st.spinner(speech.say("why_sought")):
        report = studies.priced(plan.scenario)
    put(tag("p", limits.in_one_sentence(desk, report), css="tbo-lead", more=named("why-first")))
    limits.render(desk, report)
    limits.steps(desk, report)
    turning = st.container(key="turning")
    left, right = st.columns(2, gap="large")
    with left:
        holds.rules(desk, report.plan)
    with right:
        heading(speech.say("review_title"), speech.say("review_note"), name="panel-review")
        put(tag("ul", *evidence.checks(desk, report.plan), css="tbo-checks", more=named("checks")))
    with turning:
        flips.render(desk, plan)
