"""A rule to be added: its kind, the fields that kind needs, what is wrong with it so far."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from ui import entry, session, widgets
from ui.markup import put, tag
from ui.moves import structure
from ui.moves.levers import limit_title
from ui.moves.rule_fields import (
    ANY,
    FIELDS,
    Field,
    free_name,
    groups,
    incomplete,
    rule_of,
    tags,
)
from ui.moves.typed import Box, Refusal, read
from ui.panels.frame import heading
from ui.panels.number_box import unit
from ui.panels.problems import problems
from ui.session import Desk
from ui.tables.plan_tables import money_unit

WIDTH = 300


def render(desk: Desk) -> None:
    """The form; the rule joins the scenario only when it makes sense there."""
    speech, kinds = desk.speech, api.rule_kinds()
    heading(speech.say("add_title"), speech.say("add_note"), name="panel-add-rule")
    with st.container(key="add-rule", horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            speech.say("rule_kind"),
            list(FIELDS),
            format_func=lambda k: speech.text(kinds[k]),
            key="new-kind",
            width=WIDTH,
        )
        kind = widgets.offered(kind, list(FIELDS))
        answers: dict[str, Any] = {}
        for field in FIELDS[kind]:
            answers[field.path] = _ask(desk, field, f"new-{kind}-{field.path}", answers)
        owner = st.text_input(speech.say("col_owner"), key="new-owner", width=WIDTH)
        reason = st.text_input(speech.say("rule_reason"), key="new-reason", width=WIDTH)
    open_fields = [f.label for f in incomplete(kind, answers)]
    open_fields += ["col_owner"] if not owner.strip() else []
    open_fields += ["rule_reason"] if not reason.strip() else []
    words = {"owner": owner.strip(), "reason": reason.strip()}
    rule = rule_of(kind, answers, free_name(desk.base), words)
    title = limit_title(desk.base, kind, rule)
    rule |= {} if title is None else {"title": title}
    _judged(desk, rule, open_fields)


def _judged(desk: Desk, rule: dict[str, Any], missing: list[str]) -> None:
    """What is missing or wrong, or the rule in words and the button that adds it."""
    speech, issues, said = desk.speech, tuple[api.Issue, ...](), ""
    if missing:
        names = ", ".join(dict.fromkeys(speech.say(k, _unit(desk)) for k in missing))
        said = speech.say("add_missing", {"fields": names})
    else:
        try:
            changed = api.change_scenario(desk.base, {"rules": [rule]})
            title = speech.text(api.rule_titles(changed)[rule["id"]])
            said = speech.say("add_reads", {"rule": title})
        except api.InvalidInput as fault:
            issues = fault.issues
    if said:
        put(tag("p", said, css="tbo-note", more={"data-testid": "add-judged", "role": "status"}))
    problems(desk, issues, "add-problems")
    st.button(
        speech.say("add_rule"),
        key="add-rule-button",
        icon=":material/add:",
        type="primary",
        disabled=bool(missing or issues),
        on_click=session.restructure,
        args=(structure.added(rule),),
    )


def _unit(desk: Desk) -> dict[str, str]:
    return {"unit": unit(desk)[1], "money": money_unit(desk)}


def _ask(desk: Desk, field: Field, key: str, before: Mapping[str, Any]) -> Any:
    """One field, by what it asks for; a group depends on what the answers before it count."""
    speech, base = desk.speech, desk.base
    label = speech.say(field.label, _unit(desk))
    if field.asks in ("share", "money", "number", "count", "years"):
        return _number(desk, field, label, key)
    of = str(before.get(f"{field.path}.of", before.get("of", "")))
    options, called = _options(desk, field, of)
    key = f"{key}-{of == 'spending'}" if field.asks in ("group", "groups") else key
    if field.asks in ("programmes", "lines", "tags", "groups"):
        if not options:
            return None
        picked = st.multiselect(
            label,
            options,
            format_func=called,
            key=key,
            width=WIDTH,
            placeholder=speech.say("choose"),
        )
        return [one for one in picked if one in options]
    if field.open:
        options = [ANY, *options]
    nothing = "all_years" if field.asks == "year" else "everything"
    first = base.years.first if field.asks == "year" and not field.open else None
    picked = st.selectbox(
        label,
        options,
        index=options.index(first) if first in options else 0,
        format_func=lambda one: speech.say(nothing) if one == ANY else called(one),
        key=key,
        width=WIDTH,
    )
    return widgets.offered(picked, options)


def _options(desk: Desk, field: Field, of: str) -> tuple[list[Any], Any]:
    """What may be chosen, and what each choice is called."""
    speech, base = desk.speech, desk.base

    def programme(name: str) -> str:
        return speech.title(base.programmes, name)

    def group(one: tuple[str, str]) -> str:
        return group_name(desk, *one)

    match field.asks:
        case "programme" | "programmes" | "lines":
            return list(base.programmes), programme
        case "channel":
            return list(base.objective.channels), lambda c: group(("channel", c))
        case "tier":
            return list(base.objective.tiers), lambda t: group(("tier", t))
        case "year":
            return list(base.years.all), str
        case "tags":
            return list(tags(base)), str
        case "group" | "groups":
            return groups(base, of), group
        case _:
            choices = field.choices or {}
            return list(choices), lambda c: speech.say(choices[c])


def group_name(desk: Desk, kind: str, name: str) -> str:
    """What a group is called."""
    speech = desk.speech
    if kind == "programme":
        return speech.title(desk.base.programmes, name)
    if kind == "tier":
        return speech.say("tier", {"tier": name})
    known = {"retained": "retained", "attracted": "attracted"}
    return speech.say(known[name]) if name in known else name


def _number(desk: Desk, field: Field, label: str, key: str) -> float | int | None:
    """A number in the unit of its label, as the document states it; None while there is none."""
    signed = field.path.endswith("coefficient") or field.path == "rhs"
    share = field.asks == "share"
    first = {"count": "1", "years": "0"}.get(field.asks, "")
    text = st.text_input(label, value=first, key=key, width=WIDTH)
    if not text.strip():
        return None
    box = Box(
        {"share": 0.01, "money": unit(desk)[0]}.get(field.asks, 1.0),
        -inf if signed else 0.0,
        1.0 if share and not field.path.startswith("up") else inf,
        money=desk.base.money.parsed if field.asks == "money" else None,
        share=share,
        whole=field.asks in ("count", "years"),
    )
    found = read(text, box)
    if isinstance(found, Refusal):
        entry.say(desk, key, found)
        return None
    if field.asks in ("count", "years"):
        return int(found)
    return round(found, 8 if share else 6) if field.asks != "number" else found
