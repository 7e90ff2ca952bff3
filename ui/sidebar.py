"""The levers at the left: what a planner moves, and what each move costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import number_entry, widgets
from ui.markup import Safe, named, put, tag, unmarked
from ui.moves import added_rules
from ui.moves.change_words import MEASURES, describe
from ui.moves.levers import MOST_TIMES, TYPED_TIMES, Lever, lever_at, measures
from ui.moves.typed_numbers import Box
from ui.palette import colour_of
from ui.panels.money_lines import spent_on
from ui.panels.panel_parts import remark
from ui.state import cache, choices
from ui.state.desk import Desk
from ui.tables import rows_of

Slots = dict[str, DeltaGenerator]
"""Places beside the levers of each programme for what its limits cost."""


def render(desk: Desk) -> Slots:
    """Draws every lever of the scenario and what was changed; costs are filled in later."""
    speech = desk.speech
    put(tag("div", speech.say(pgettext("product", "Talent Budget Optimizer")), css="tbo-brand"))
    put(tag("h2", speech.say(_("Levers")), css="tbo-side-title"))
    _budget(desk)
    put(tag("h3", speech.say(_("Range of each programme")), css="tbo-side-head"))
    remark(speech.say(_("Least and most share of the total budget.")))
    slots = {name: _programme(desk, name) for name in desk.base.programmes}
    put(tag("h3", speech.say(_("Weight of a tier")), css="tbo-side-head"))
    remark(speech.say(_("A value judgement, not evidence.")))
    _weights(desk, "tier")
    _locked(desk)
    with st.expander(speech.say(_("Advanced"))):
        _advanced(desk)
    _changes(desk)
    return slots


def fill(desk: Desk, slots: Slots) -> None:
    """Writes what floors and ceilings cost, once the rules were costed."""
    if desk.plan is None or not desk.plan.found:
        return
    rows = {r.rule: r for r in rows_of(cache.explained(desk.plan).rules)}
    for name, slot in slots.items():
        both = (desk.levers[f"floor.{name}"], desk.levers[f"ceiling.{name}"])
        costs = [line for lever in both if (line := _cost(desk, lever, rows)) is not None]
        if costs:
            with slot:
                put(*costs)


def _value(desk: Desk, lever: Lever) -> float:
    return float(desk.choice.values.get(lever.key, lever.base))


def _budget(desk: Desk) -> None:
    speech, lever = desk.speech, desk.levers["budget"]
    unit = desk.base.money.parsed
    size, name = api.wording.entry_unit(float(lever.base), unit, speech.language)
    total = _value(desk, lever)
    number_entry.number(
        desk,
        f"budget-{speech.language}",
        speech.say(_("Total budget ({unit})", unit=name)),
        Box(size, lever.least, lever.most * TYPED_TIMES / MOST_TIMES, money=unit),
        value=total,
        act=lambda typed: choices.move(lever, round(typed, 6)),
        hint=speech.say(_("Money for all years together. Press Enter to see the new plan.")),
    )
    put(
        tag(
            "div",
            api.wording.full_money(total, unit).in_(desk.speech.language),
            css="tbo-full-money",
            more=named("budget-in-full"),
        )
    )


def _programme(desk: Desk, name: str) -> DeltaGenerator:
    speech = desk.speech
    floor, ceiling = desk.levers[f"floor.{name}"], desk.levers[f"ceiling.{name}"]
    title = speech.title(desk.base.programmes, name)
    shown = tuple(round(100 * _value(desk, lever)) for lever in (floor, ceiling))
    put(
        tag(
            "div",
            tag("span", css="tbo-swatch", style=f"background:{colour_of(desk.base, name)}"),
            tag("span", title, css="tbo-grow"),
            tag("span", _now(desk, name), css="tbo-muted"),
            css="tbo-lever",
        )
    )
    least, most = round(100 * floor.least), round(100 * ceiling.most)
    key = widgets.show(f"range-{name}-{least}-{most}", (min(shown), max(shown)))

    def act(picked: tuple[int, int]) -> None:
        for lever, old, new in zip((floor, ceiling), shown, picked, strict=True):
            if new != old:
                choices.move(lever, new / 100)

    if least < most:
        st.slider(
            title,
            min_value=least,
            max_value=most,
            format="%d%%",
            key=key,
            label_visibility="collapsed",
            on_change=widgets.on(key, act),
        )
    return st.container(key=f"costs-{name}")


def _now(desk: Desk, name: str) -> str:
    plan = desk.plan
    if plan is None or not plan.found or plan.spent <= 0:
        return ""
    spent = spent_on(plan, name)
    values = {
        "money": desk.speech.money(spent, plan.scenario),
        "share": desk.speech.share(spent / plan.budget),
    }
    return desk.speech.say(_("{money} · {share}", **values))


def _cost(desk: Desk, lever: Lever, rows: Mapping[str, Any]) -> Safe | None:
    """What a floor or ceiling costs of the goal, heads beside it; nothing when it costs nothing."""
    row = rows.get(lever.rule)
    if row is None or float(row.costs_objective) < 1e-6:
        return None
    cost = desk.speech.text(api.loss(float(row.costs_objective), float(row.costs_people)))
    key = _("This floor {cost}") if lever.kind == "floor" else _("This ceiling {cost}")
    said = desk.speech.say(key.filled(cost=cost))
    return tag("div", said, css="tbo-cost", more=named(f"cost-{lever.rule}"))


def _weights(desk: Desk, kind: str) -> None:
    chosen = [lever for lever in desk.levers.values() if lever.kind == kind]
    channels = {"retained": _("retained"), "attracted": _("attracted")}
    for start in range(0, len(chosen), 2):
        pair = chosen[start : start + 2]
        for column, lever in zip(st.columns(2, gap="small"), pair, strict=False):
            label = lever.subject
            if kind == "tier":
                label = desk.speech.say(_("Tier {tier}", tier=lever.subject))
            elif lever.subject in channels:
                label = desk.speech.say(channels[lever.subject])
            with column:
                number_entry.number(
                    desk,
                    f"weight-{lever.key}",
                    label,
                    Box(least=lever.least, most=lever.most),
                    value=_value(desk, lever),
                    act=partial(choices.move, lever),
                )


def _locked(desk: Desk) -> None:
    """Rules of law: shown, never moved."""
    speech = desk.speech
    laws = [r for r in desk.base.rules if r.hard and r.active]
    if not laws:
        return
    put(tag("h3", speech.say(_("Fixed by law")), css="tbo-side-head"))
    put(
        *(
            tag(
                "div",
                tag("span", "🔒 ", more={"aria-hidden": "true"}),
                tag("span", speech.text(r.title) if r.title else r.id),
                tag("div", speech.text(r.owner), css="tbo-muted"),
                css="tbo-law",
                more=named(f"law-{r.id}"),
            )
            for r in laws
        )
    )


def _advanced(desk: Desk) -> None:
    speech, measure, rate = desk.speech, desk.levers["measure"], desk.levers["discount"]
    key = widgets.show("measure", desk.choice.values.get("measure", measure.base))
    known = measures(desk.base)
    st.selectbox(
        speech.say(_("What counts")),
        known,
        format_func=lambda m: speech.say(MEASURES[m]) if m in MEASURES else m,
        key=key,
        on_change=widgets.on(key, lambda picked: choices.move(measure, picked), known),
    )
    number_entry.number(
        desk,
        "discount",
        speech.say(_("Discount rate (% a year)")),
        Box(0.01, rate.least, rate.most, share=True),
        value=_value(desk, rate),
        act=lambda typed: choices.move(rate, round(typed, 8)),
        hint=speech.say(_("How much less a person counts who comes a year later.")),
    )
    remark(speech.say(_("Weight of a person kept and of a person who comes.")))
    _weights(desk, "channel")


def _changes(desk: Desk) -> None:
    """What was moved, with a way back for each and for all."""
    speech, moves = desk.speech, desk.choice.values
    count = len(moves)
    if count:
        said = speech.say(
            (_("You changed 1 thing") if count == 1 else _("You changed {n} things")).filled(
                n=count
            )
        )
    else:
        said = speech.say(_("Nothing changed"))
    with st.container(key="changes"):
        put(tag("div", said, css="tbo-changed", more=named("changed")))
        for key in moves:
            lever = added_rules.lever(key) or lever_at(desk.base, desk.levers, key)
            assert lever is not None
            st.button(
                unmarked(describe(desk, lever)),
                key=f"back-{key}",
                icon=":material/close:",
                type="tertiary",
                help=speech.say(_("Put this one back")),
                on_click=choices.put_back,
                args=(key,),
            )
        with st.container(horizontal=True, gap="small"):
            _step(desk, "undo", _("Undo"), ":material/undo:", choices.undo, desk.can_undo)
            _step(desk, "redo", _("Redo"), ":material/redo:", choices.redo, desk.can_redo)
            _step(
                desk,
                "reset",
                _("Reset"),
                ":material/restart_alt:",
                choices.put_back,
                bool(moves),
            )


def _step(
    desk: Desk, key: str, words: api.Message, icon: str, act: Callable[[], None], able: bool
) -> None:
    st.button(
        desk.speech.say(words), key=key, icon=icon, type="tertiary", on_click=act, disabled=not able
    )
