"""Room: how far the money may move at a small loss, quite different plans, why not more here."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs.job import Task
from ui.markup import named, put, tag
from ui.panels import alternative_plans, failures, programme_ranges, study_progress, why_not
from ui.panels.panel_parts import heading, page_title, remark
from ui.state import cache
from ui.state.desk import Desk
from ui.widgets import between

SLACK = (0.5, 10.0, 0.5)
PLANS = (1, 5, 1)


def render(desk: Desk) -> None:
    """Draws the page; the studies run beside it."""
    speech, plan = desk.speech, failures.planned(desk)
    if plan is None:
        return
    page_title(speech.say(_("How far the money may move")))
    remark(speech.say(_("Plans that reach nearly as much of the goal as the best one.")))
    with st.container(horizontal=True, gap="medium"):
        slack = between(
            speech.say(_("Share of the goal given up (%)")),
            "room-slack",
            SLACK,
            default=2.0,
            pattern="%.1f%%",
        )
        count = between(
            speech.say(_("How many different plans")), "room-count", PLANS, default=3, pattern="%d"
        )
    task = Task(api.room, plan.scenario, (slack / 100, int(count)))
    found = study_progress.answer(desk, task, "room")
    if found is not None:
        programme_ranges.render(desk, found)
        alternative_plans.render(desk, found)
    if plan.budget > 0:
        _ties(desk, cache.explained(plan))
    why_not.render(desk, plan)


def _ties(desk: Desk, plan: api.Plan) -> None:
    """Programmes whose money could be quite different at next to no loss."""
    speech = desk.speech
    heading(
        speech.say(_("Nearly tied")),
        speech.say(_("Where the split is nearly a matter of taste.")),
        name="panel-ties",
    )
    said = [speech.text(sentence) for sentence in plan.near_ties] or [
        speech.say(_("Nothing is nearly tied: every programme's money matters."))
    ]
    put(tag("ul", *(tag("li", one) for one in said), css="tbo-flips", more=named("ties")))
