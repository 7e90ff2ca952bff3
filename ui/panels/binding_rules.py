"""What holds the plan back, and what each policy rule costs in people."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.markup import Safe, named, put, tag
from ui.panels.panel_parts import heading, nothing, table_behind, terms
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 6


def render(desk: Desk, plan: api.Plan) -> None:
    """Both lists side by side, each with its table."""
    left, right = st.columns(2, gap="large")
    with left:
        _binding(desk, plan)
    with right:
        rules(desk, plan)


def _binding(desk: Desk, plan: api.Plan) -> None:
    speech = desk.speech
    heading(
        speech.say(_("What holds the plan back")),
        speech.say(_("What a little more or less of each limit would change.")),
        name="panel-holds",
    )
    if not len(plan.binding):
        nothing(speech.say(_("No limit is reported for this plan.")))
        return
    items = [
        tag(
            "li",
            tag("strong", speech.column(r, "title")),
            tag("div", speech.column(r, "sentence"), css="tbo-muted"),
            more=named(f"holds-{r.Index}"),
        )
        for r in rows_of(plan.binding.head(SHOWN))
    ]
    put(tag("ol", *items, css="tbo-holds", more=named("holds")))
    terms(desk, "budget_worth", "rule_worth")
    table_behind(desk, api.plan_tables(plan)["binding"], "binding")


def rules(desk: Desk, plan: api.Plan) -> None:
    """Each policy rule with what it costs of the goal and in people, and the table."""
    speech = desk.speech
    heading(
        speech.say(_("What each rule costs")),
        speech.say(
            _("What the goal, and the net people, would gain if the rule alone were dropped.")
        ),
        name="panel-rules",
    )
    if not len(plan.rules):
        nothing(speech.say(_("This scenario has no policy rules, or none with a cost to report.")))
        return
    rows = [_rule(desk, plan, r) for r in rows_of(plan.rules)]
    put(tag("table", *rows, css="tbo-rules", more=named("rules")))
    terms(desk, "rule_cost")
    table_behind(desk, api.plan_tables(plan)["rules"], "rules")


def _rule(desk: Desk, plan: api.Plan, row: Any) -> Safe:
    speech, cost = desk.speech, float(row.costs_objective)
    said = speech.text(api.loss(cost, float(row.costs_people)))
    css = "tbo-warn" if cost > 1e-6 else "tbo-muted"
    lock = [tag("span", "🔒 ", more={"aria-hidden": "true"})] if row.hard else []
    state = speech.say(_("binds") if row.binding else _("does not bind"))
    by = speech.column(row, "owner")
    owner = f"{by} · {speech.say(pgettext('rule', 'law'))}" if row.hard else by
    return tag(
        "tr",
        tag("td", *lock, speech.column(row, "title"), tag("div", owner, css="tbo-muted")),
        tag("td", tag("span", said, css=css), tag("div", state, css="tbo-muted")),
        more=named(f"rule-{row.rule}"),
    )
