"""What the page says when there is no plan: invalid input, conflicting rules, a stopped solver."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer import api
from ui import session, tables
from ui.markup import Safe, named, put, tag
from ui.session import Desk

STATES = {
    "infeasible": ("conflict_title", "conflict_note"),
    "stopped": ("stopped_title", "stopped_note"),
}


def ignored(desk: Desk) -> None:
    """Parts of the link that were left aside."""
    if desk.ignored:
        said = desk.speech.say("link_ignored", {"parts": ", ".join(desk.ignored)})
        put(tag("div", said, css="tbo-caution", more={**named("ignored"), "role": "status"}))


def invalid(desk: Desk) -> None:
    """Every problem of the input, with where and what to do."""
    speech = desk.speech
    items = [
        tag(
            "li",
            tag("strong", i.where),
            tag("div", i.problem),
            tag("div", i.remedy, css="tbo-muted"),
        )
        for i in desk.issues
    ]
    _say(desk, "invalid", speech.say("invalid_title"), speech.say("invalid_note"), items)
    _way_back(desk)


def no_plan(desk: Desk, plan: api.Plan) -> None:
    """Rules that cannot hold together, or a solver that gave up."""
    speech = desk.speech
    title, note = STATES.get(str(plan.status), ("failed_title", "failed_note"))
    items: list[Safe] = []
    if str(plan.status) == "infeasible":
        items = [_rule(desk, plan, r) for r in tables.rows_of(api.programme_limits(plan.scenario))]
    _say(desk, str(plan.status), speech.say(title), speech.say(note), items)
    for sentence in plan.sentences:
        put(tag("p", speech.text(sentence)))
    _way_back(desk)


def _rule(desk: Desk, plan: api.Plan, row: Any) -> Safe:
    rule = next(r for r in plan.scenario.rules if r.id == row.rule)
    title = desk.speech.text(rule.title) if rule.title else rule.id
    lock = [tag("span", "🔒 ", more={"aria-hidden": "true"})] if rule.hard else []
    money = desk.speech.money(row.share * plan.budget, plan.scenario)
    return tag("li", *lock, tag("strong", title), tag("div", money, css="tbo-muted"))


def _say(desk: Desk, name: str, title: str, note: str, items: list[Safe]) -> None:
    body = [tag("ul", *items)] if items else []
    put(
        tag(
            "div",
            tag("h1", title, css="tbo-headline", more=named("headline")),
            tag("p", note),
            *body,
            css="tbo-trouble",
            more={**named(f"state-{name}"), "role": "alert"},
        )
    )


def _way_back(desk: Desk) -> None:
    with st.container(horizontal=True, gap="small"):
        if desk.can_undo:
            st.button(
                desk.speech.say("undo_last"),
                key="trouble-undo",
                type="primary",
                on_click=session.undo,
            )
        if desk.choice.moves:
            st.button(desk.speech.say("reset"), key="trouble-reset", on_click=session.put_back)
