"""A rule to be added: its kind, the fields that kind needs, what is wrong with it so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import number_entry, widgets
from ui.markup import put, tag
from ui.moves import added_rules
from ui.moves.levers import limit_title
from ui.moves.rule_fields import ANY, free_name, groups, incomplete, rule_of, tags
from ui.moves.typed_numbers import Box, Refusal, read
from ui.panels.number_box import unit
from ui.panels.panel_parts import heading
from ui.panels.problems import problems
from ui.state import choices
from ui.state.desk import Desk
from ui.tables import money_unit

WIDTH = 300


def render(desk: Desk) -> None:
    """The form; the rule joins the scenario only when it makes sense there."""
    speech, kinds = desk.speech, api.rule_kinds()
    heading(
        speech.say(_("Add a rule")),
        speech.say(
            _(
                "Choose a kind; only what it needs is asked. The rule is checked against the "
                "scenario before it can be added."
            )
        ),
        name="panel-add-rule",
    )
    with st.container(key="add-rule", horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            speech.say(_("Kind of rule")),
            list(kinds),
            format_func=lambda k: speech.text(kinds[k]),
            key="new-kind",
            width=WIDTH,
        )
        kind = widgets.offered(kind, list(kinds))
        answers: dict[str, Any] = {}
        for question in api.RULE_KINDS[kind].questions():
            key = f"new-{kind}-{question.path}"
            answers[question.path] = _ask(desk, question, key, answers)
        owner = st.text_input(speech.say(_("Owner")), key="new-owner", width=WIDTH)
        reason = st.text_input(speech.say(_("Reason")), key="new-reason", width=WIDTH)
    open_fields = [_label(desk, question) for question in incomplete(kind, answers)]
    open_fields += [speech.say(_("Owner"))] if not owner.strip() else []
    open_fields += [speech.say(_("Reason"))] if not reason.strip() else []
    words = {"owner": owner.strip(), "reason": reason.strip()}
    rule = rule_of(kind, answers, free_name(desk.base), words)
    title = limit_title(desk.base, kind, rule)
    rule |= {} if title is None else {"title": title}
    _judged(desk, rule, open_fields)


def _judged(desk: Desk, rule: dict[str, Any], missing: list[str]) -> None:
    """What is missing or wrong, or the rule in words and the button that adds it."""
    speech, issues, said = desk.speech, tuple[api.Issue, ...](), ""
    if missing:
        names = ", ".join(dict.fromkeys(missing))
        said = speech.say(_("Still to be filled in: {fields}", fields=names))
    else:
        try:
            changed = api.change_scenario(desk.base, {"rules": [rule]})
            title = speech.text(api.rule_titles(changed)[rule["id"]])
            said = speech.say(_("It reads: {rule}", rule=title))
        except api.InvalidInput as fault:
            issues = fault.issues
    if said:
        put(tag("p", said, css="tbo-note", more={"data-testid": "add-judged", "role": "status"}))
    problems(desk, issues, "add-problems")
    st.button(
        speech.say(_("Add the rule")),
        key="add-rule-button",
        icon=":material/add:",
        type="primary",
        on_click=choices.restructure,
        args=(added_rules.added(rule),),
        disabled=bool(missing or issues),
    )


def _label(desk: Desk, question: api.Question) -> str:
    """What is asked for, with the unit of its number."""
    speech, ask = desk.speech, question.ask
    asked = speech.text(question.label).replace("{money}", money_unit(desk))
    if not (ask.money or ask.share):
        return asked
    unit_of = "%" if ask.share else unit(desk)[1]
    return speech.say(_("{label} ({unit})", label=asked, unit=unit_of))


def _ask(desk: Desk, field: api.Question, key: str, before: Mapping[str, Any]) -> Any:
    """One field, by what it asks for; a group depends on what the answers before it count."""
    speech, base = desk.speech, desk.base
    label = _label(desk, field)
    if field.asks in ("number", "count"):
        return _number(desk, field, label, key)
    of = str(before.get(f"{field.path}.of", before.get("of", "")))
    options, called = _options(desk, field, of, str(before.get("programme", "")))
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
            placeholder=speech.say(_("Choose")),
        )
        return [one for one in picked if one in options]
    if field.open:
        options = [ANY, *options]
    nothing = _("all years") if field.asks == "year" else _("everything")
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


def _options(
    desk: Desk, field: api.Question, of: str, programme: str
) -> tuple[list[Any], Callable[[Any], str]]:
    """What may be chosen, and what each choice is called; activities are those of `programme`."""
    speech, base = desk.speech, desk.base
    known: Mapping[str, Mapping[str, Any]] = {
        **dict.fromkeys(("programme", "programmes", "lines"), base.programmes),
        "activity": base.programmes[programme].activities if programme else {},
        "pathway": base.pathways,
        "pool": base.pools,
        "capacity": base.capacities,
    }

    def group(one: tuple[str, str]) -> str:
        return group_name(desk, *one)

    match field.asks:
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
        case asked if asked in known:
            return list(known[asked]), lambda name: speech.title(known[asked], name)
        case _:
            choices = field.options or {}
            return list(choices), lambda c: speech.text(choices[c])


def group_name(desk: Desk, kind: str, name: str) -> str:
    """What a group is called."""
    speech = desk.speech
    if kind == "programme":
        return speech.title(desk.base.programmes, name)
    if kind == "tier":
        return speech.say(_("Tier {tier}", tier=name))
    known = {"retained": _("retained"), "attracted": _("attracted")}
    return speech.say(known[name]) if name in known else name


def _number(desk: Desk, field: api.Question, label: str, key: str) -> float | int | None:
    """A number in the unit of its label, as the document states it; None while there is none."""
    ask, whole = field.ask, field.asks == "count"
    text = st.text_input(
        label, value="" if field.first is None else str(field.first), key=key, width=WIDTH
    )
    if not text.strip():
        return None
    box = Box(
        0.01 if ask.share else unit(desk)[0] if ask.money else 1.0,
        ask.least,
        ask.most,
        money=desk.base.money.parsed if ask.money else None,
        share=ask.share,
        whole=whole,
    )
    found = read(text, box)
    if isinstance(found, Refusal):
        number_entry.say(desk, key, found)
        return None
    if whole:
        return int(found)
    return round(found, 8 if ask.share else 6) if ask.share or ask.money else found
