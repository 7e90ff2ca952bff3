"""Trade-off: what more of one outcome costs of another, and what each can reach at most."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs.job import Task
from ui.panels import failures, frontier, payoff_table, short_questions, study_progress
from ui.panels.outcome_names import choices, outcome_name
from ui.panels.panel_parts import page_title, remark
from ui.state.desk import Desk
from ui.widgets import one_of


def render(desk: Desk) -> None:
    """Draws the page; the studies run beside it."""
    plan = failures.planned(desk)
    if plan is None:
        return
    head = st.container()
    first, second = _pair(desk, plan)
    with head:
        names = {
            "first": outcome_name(desk, plan.scenario, first),
            "second": desk.speech.text(api.outcome_title(plan.scenario, second)),
        }
        title = desk.speech.say(_("{first} against {second}", **names))
        page_title(title)
        remark(
            desk.speech.say(
                _(
                    "Plans of which no other is better in one outcome without being worse in the "
                    "other."
                )
            )
        )
    task = Task(api.trade_off, plan.scenario, (first, second))
    found = study_progress.answer(desk, task, "trade-off")
    if found is not None:
        frontier.render(desk, plan, found)
    payoff_table.render(desk, plan)
    short_questions.render(desk, plan)
    remark(desk.speech.text(api.contract("trade_off").sentence))


def _pair(desk: Desk, plan: api.Plan) -> tuple[str, str]:
    """The two outcomes, never the same."""
    speech, scenario = desk.speech, plan.scenario
    options = choices(scenario)

    def words(name: str) -> str:
        return outcome_name(desk, scenario, name)

    with st.container(horizontal=True, gap="medium"):
        first = one_of(
            speech.say(_("One outcome")), "trade-first", options, words=words, default=options[0]
        )
        others = [o for o in options if o != first]
        second = one_of(
            speech.say(_("against another")), "trade-second", others, words=words, default=others[0]
        )
    return first, second
