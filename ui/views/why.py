"""Why: what limits the plan, what would help most, where the decision flips."""

from __future__ import annotations

import streamlit as st

from optimizer.api.desk import _, pgettext
from ui.markup import named, put, tag
from ui.panels import binding_rules, evidence_grades, failures, limit_prices, switching_points
from ui.panels.panel_parts import heading, page_title
from ui.state import cache
from ui.state.desk import Desk


def render(desk: Desk) -> None:
    """Draws the page; what takes seconds comes last, in its place."""
    speech, plan = desk.speech, failures.planned(desk)
    if plan is None:
        return
    page_title(speech.say(pgettext("heading", "Why this plan")))
    with st.spinner(speech.say(_("Pricing every limit …"))):
        report = cache.priced(plan.scenario)
    put(
        tag(
            "p", limit_prices.in_one_sentence(desk, report), css="tbo-lead", more=named("why-first")
        )
    )
    limit_prices.render(desk, report)
    limit_prices.steps(desk, report)
    turning = st.container(key="turning")
    left, right = st.columns(2, gap="large")
    with left:
        binding_rules.rules(desk, report.plan)
    with right:
        heading(
            speech.say(pgettext("heading", "Review")),
            speech.say(_("Checks that follow every plan.")),
            name="panel-review",
        )
        put(
            tag(
                "ul",
                *evidence_grades.checks(desk, report.plan),
                css="tbo-checks",
                more=named("checks"),
            )
        )
    with turning:
        switching_points.render(desk, plan)
