"""The rules of the scenario as a table to edit: numbers, year, in force, words; laws are locked."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.markup import Safe, named, put, tag
from ui.moves import added_rules
from ui.moves.document_entries import ALL_YEARS
from ui.moves.levers import SET, Lever, key_at, lever_at
from ui.panels import number_box
from ui.panels.panel_parts import heading, nothing
from ui.panels.problems import problems
from ui.state import cache, choices
from ui.state.desk import Desk

LABEL = {
    "share": _("Share of the budget (%)"),
    "amount": _("Amount ({unit})"),
    "people": pgettext("form", "People"),
}


def render(desk: Desk) -> None:
    """Every rule a line of its own."""
    speech, rules = desk.speech, desk.base.rules
    heading(
        speech.say(_("Rules")),
        speech.say(
            _(
                "Laws are locked. Everything else can be changed, taken out of force or deleted, "
                "and every step undone."
            )
        ),
        name="panel-edit-rules",
    )
    if not rules:
        nothing(speech.say(_("There is no rule yet.")))
    titles = cache.rule_titles(_now(desk))
    kinds = api.rule_kinds()
    with st.container(key="rules", gap="small"):
        for rule in rules:
            title = titles.get(rule.id)
            put(_head(desk, rule, speech.text(title) if title else rule.id, kinds[rule.kind]))
            if not rule.hard:
                _line(desk, rule)
            here = f"rules.{rule.id}"
            mine = [i for i in desk.issues if number_box.dotted(i.where).startswith(here)]
            problems(desk, mine, f"problems-{rule.id}")


def _now(desk: Desk) -> api.Scenario:
    """The scenario with the planner's moves, as far as they make sense."""
    return desk.base if desk.plan is None else desk.plan.scenario


def _head(desk: Desk, rule: Any, title: str, kind: api.Words) -> Safe:
    """What the rule says, who asks for it and why; a law says that it is one."""
    speech = desk.speech
    lock = [tag("span", "🔒 ", more={"aria-hidden": "true"})] if rule.hard else []
    law = (
        [tag("span", f" · {speech.say(pgettext('rule', 'law'))}", css="tbo-muted")]
        if rule.hard
        else []
    )
    now = next((r for r in _now(desk).rules if r.id == rule.id), rule)
    words = f"{speech.text(now.owner)}: {speech.text(now.reason)}"
    marks = [tag("span", speech.say(_("changed")), css="tbo-changed-mark")]
    return tag(
        "div",
        tag("div", *lock, tag("strong", title), *law, *(marks if _moved(desk, rule) else [])),
        tag("div", f"{speech.text(kind)} · {words}", css="tbo-muted"),
        css="tbo-panel tbo-rule" if not rule.hard else "tbo-panel tbo-rule tbo-law-rule",
        more=named(f"rule-{rule.id}"),
    )


def _moved(desk: Desk, rule: Any) -> bool:
    """Whether anything about the rule was changed."""
    keys = {f"{added_rules.ADD}.{rule.id}"} | {
        lever.key for lever in desk.levers.values() if lever.rule == rule.id
    }
    return any(k in keys or k.startswith(f"{SET}.rules.{rule.id}.") for k in desk.choice.values)


def _line(desk: Desk, rule: Any) -> None:
    """What may be changed about a rule that is no law."""
    speech = desk.speech
    with st.container(
        horizontal=True, gap="small", vertical_alignment="bottom", key=f"rule-line-{rule.id}"
    ):
        stated = {n.path: n for n in cache.numbers_of(desk.base)}
        for one in rule.numbers():
            number = stated.get(number_box.dotted(f"rules.{rule.id}.{one.name}"))
            if number is not None:
                kind = "money" if one.money else "share" if one.most == 1.0 else "number"
                key = key_at(desk.levers, number)
                number_box.box(desk, key, _label(desk, one.name, number, kind), kind)
        _year(desk, rule)
        _active(desk, rule)
        _words(desk, rule)
        st.button(
            speech.say(_("Delete")),
            key=f"delete-{rule.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_delete,
            args=(rule.id,),
        )


def _delete(name: str) -> None:
    """An added rule is taken back, one of the scenario is deleted."""
    added = f"{added_rules.ADD}.{name}"
    if added in st.session_state.choice.values:
        choices.put_back(added)
    else:
        choices.restructure(added_rules.dropped(name))


def _label(desk: Desk, name: str, number: api.StatedNumber, kind: str) -> str:
    if name in LABEL:
        return desk.speech.say(LABEL[name].filled(unit=number_box.unit(desk)[1]))
    last = desk.speech.text(number.title).rpartition(": ")[2]
    return (
        f"{last} ({'%' if kind == 'share' else number_box.unit(desk)[1]})"
        if kind != "number"
        else last
    )


def _lever(desk: Desk, rule: Any, name: str) -> Lever | None:
    return lever_at(desk.base, desk.levers, f"{SET}.rules.{rule.id}.{name}")


def _year(desk: Desk, rule: Any) -> None:
    """The year for which the rule holds, where it may hold for one or for all."""
    lever = _lever(desk, rule, "year")
    if lever is None:
        return
    key = widgets.show(f"year-{rule.id}", str(desk.choice.values.get(lever.key, lever.base)))
    years = [ALL_YEARS, *map(str, desk.base.years.all)]
    st.selectbox(
        desk.speech.say(_("Year")),
        years,
        format_func=lambda y: desk.speech.say(_("all years")) if y == ALL_YEARS else y,
        key=key,
        width=130,
        on_change=widgets.on(key, lambda picked: choices.move(lever, picked), years),
    )


def _active(desk: Desk, rule: Any) -> None:
    lever = _lever(desk, rule, "active")
    assert lever is not None
    now = str(desk.choice.values.get(lever.key, lever.base)) == "true"
    key = widgets.show(f"active-{rule.id}", now)
    st.toggle(
        desk.speech.say(_("In force")),
        key=key,
        on_change=widgets.on(key, lambda on: choices.move(lever, str(bool(on)).lower())),
    )


def _words(desk: Desk, rule: Any) -> None:
    """Who asks for the rule and why, to be reworded."""
    speech = desk.speech
    with st.popover(
        speech.say(_("Owner and reason")), icon=":material/edit:", key=f"words-{rule.id}"
    ):
        for name, label in (("owner", _("Owner")), ("reason", _("Reason"))):
            lever = _lever(desk, rule, name)
            assert lever is not None
            own = speech.text(getattr(rule, name))
            shown = str(desk.choice.values.get(lever.key, own))
            key = widgets.show(f"{name}-{rule.id}", shown)
            st.text_input(
                speech.say(label),
                key=key,
                max_chars=400,
                on_change=widgets.on(key, _reworded(lever, own)),
            )


def _reworded(lever: Lever, own: str) -> Any:
    """Takes a new wording; none, or the old one, puts the scenario's back."""

    def act(typed: str) -> None:
        if typed.strip() in ("", own):
            choices.put_back(lever.key)
        else:
            choices.move(lever, typed.strip())

    return act
