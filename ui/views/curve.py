"""Budget curve: the best outcome over the budget or over a rule's limit, who takes the next won."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import widgets
from ui.jobs import studies
from ui.jobs.job import Task
from ui.markup import named, put, tag
from ui.panels import budget_curve, extra_budget, failures, study_progress
from ui.panels.panel_parts import page_title
from ui.state.desk import Desk
from ui.tables import rows_of

ALONG = "curve-along"
BUDGET = "budget"


def render(desk: Desk) -> None:
    """Draws the page; the study runs beside it."""
    speech, plan = desk.speech, failures.answered(desk)
    if plan is None:
        return
    head = st.container()
    along = _choice(desk, plan)
    stop = _stop(desk, plan, along)
    task = Task(studies.curve, plan.scenario, (stop, along))
    found = study_progress.answer(desk, task, "curve")
    title = speech.say(_("What more or less would bring: {of}", of=_name(desk, along or BUDGET)))
    if found is None:
        with head:
            page_title(title)
        return
    if not plan.found and len(found.points) < 2:
        with head:
            failures.no_plan(desk, plan)
        return
    with head:
        page_title(title)
        lines = [tag("li", speech.text(sentence)) for sentence in found.sentences]
        put(tag("ul", *lines, css="tbo-flips", more=named("curve-said")))
    if not plan.found:
        put(
            tag(
                "div",
                speech.say(
                    _(
                        "At the present budget these rules cannot hold together; the curve shows "
                        "where they can."
                    )
                ),
                css="tbo-caution",
                more=named("curve-none"),
            )
        )
    budget_curve.render(desk, plan, found, stop)
    if plan.found:
        extra_budget.render(desk, plan)


def _rules(plan: api.Plan) -> dict[str, float]:
    """Limits of programmes that may be moved instead of the budget, with the money of each."""
    if plan.budget <= 0:
        return {}
    rows = rows_of(api.programme_limits(plan.scenario))
    return {str(r.rule): float(r.share) * plan.budget for r in rows}


def _stop(desk: Desk, plan: api.Plan, along: str | None) -> float:
    """The end of the stretch: twice the present limit, never a sliver."""
    if along is None:
        return 2.0 * max(plan.budget, float(desk.base.budget.total), 1.0)
    return max(2.0 * _rules(plan)[along], 0.5 * plan.budget)


def _choice(desk: Desk, plan: api.Plan) -> str | None:
    options = [BUDGET, *_rules(plan)]
    known = st.session_state.get(ALONG, BUDGET)
    key = widgets.show("curve-chosen", known if known in options else BUDGET)
    picked = st.selectbox(
        desk.speech.say(_("What is moved")),
        options,
        format_func=lambda name: _name(desk, name),
        key=key,
        width=420,
        on_change=widgets.on(key, _remember, options),
    )
    return None if picked == BUDGET else str(picked)


def _remember(picked: str) -> None:
    st.session_state[ALONG] = picked


def _name(desk: Desk, name: str) -> str:
    """The budget, or the rule's own title."""
    if name == BUDGET:
        return desk.speech.say(_("total budget"))
    scenario = desk.base if desk.plan is None else desk.plan.scenario
    title = api.rule_titles(scenario).get(name)
    return name if title is None else desk.speech.text(title)
