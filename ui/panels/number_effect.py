"""One number taken elsewhere by the planner, and what moves with it: people and money."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.markup import named, put, tag
from ui.moves.levers import OWN, key_at
from ui.palette import OTHER, colour_of
from ui.panels import number_box, numbers_table
from ui.panels.money_lines import spent_on
from ui.panels.panel_parts import heading, nothing
from ui.panels.problems import problems
from ui.state import cache, choices
from ui.state.choices import Choice
from ui.state.desk import Desk


def render(desk: Desk, order: Sequence[str]) -> None:
    """Which number, its box, and the plan before and after; `order` puts weighty numbers first."""
    speech = desk.speech
    stated = {n.path: n for n in cache.numbers_of(desk.base) if n.section == "evidence"}
    paths = [p for name in order if (p := f"evidence.{name}") in stated]
    heading(
        speech.say(_("Change one number and see what moves")),
        speech.say(
            _(
                "The value may lie beyond its range; it then counts as your own assumption and "
                "stands in the list of what you changed."
            )
        ),
        name="panel-moves",
    )
    if not paths:
        nothing(speech.say(_("This scenario rests on no evidence that could be changed.")))
        return
    moved = [p for p in paths if f"{OWN}.{p}" in desk.choice.values]
    path = widgets.one_of(
        speech.say(_("Number")),
        "moves",
        paths,
        words=lambda p: speech.text(stated[p].title),
        default=(moved or paths)[0],
    )
    number = stated[path]
    key = key_at(desk.levers, number)
    _typed(desk, number, key)
    if desk.plan is None:
        mine = [i for i in desk.issues if number_box.dotted(i.where).startswith(path)]
        problems(desk, mine or desk.issues, "moves-problems")
    elif key in desk.choice.values:
        _effect(desk, key, desk.plan)
    else:
        put(
            tag(
                "p",
                speech.say(
                    _(
                        "Type a value or take an end of the range; the plan before and after "
                        "appears here."
                    )
                ),
                css="tbo-nothing",
                more=named("moves-unmoved"),
            )
        )


def _typed(desk: Desk, number: api.StatedNumber, key: str) -> None:
    """The value in a box, its ends as buttons, and the way back."""
    speech, digits = desk.speech, desk.speech.digits
    lever = number_box.lever_of(desk, key)
    assert lever is not None
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="moves"):
        number_box.box(desk, key, speech.say(_("Your value")), place="-moves")
        for end, word in (("low", _("Low end: {value}")), ("high", _("High end: {value}"))):
            value = getattr(number, end)
            if value is not None and value != number.value:
                st.button(
                    speech.say(word.filled(value=digits(value, 4))),
                    key=f"moves-{end}",
                    on_click=choices.move,
                    args=(
                        lever,
                        float(value),
                    ),
                )
        st.button(
            speech.say(_("Put this one back")),
            key="moves-back",
            icon=":material/undo:",
            type="tertiary",
            on_click=choices.put_back,
            args=(key,),
            disabled=key not in desk.choice.values,
        )
    put(*numbers_table.about(desk, number, key))


def _effect(desk: Desk, key: str, plan: api.Plan) -> None:
    """The best plan without this change beside the one with it."""
    speech = desk.speech
    kept = tuple(m for m in desk.choice.moves if m[0] != key)
    try:
        scenario = choices.changed(Choice(desk.choice.scenario, kept))
        with st.spinner(speech.say(_("Working out the best plan …"))):
            before = cache.plan_of(scenario)
    except api.InvalidInput:
        nothing(speech.say(_("Without this change the rules cannot hold together.")))
        return
    if not plan.found or not before.found:
        nothing(
            speech.say(
                _("With this value the rules cannot hold together; Plan shows the ways out.")
                if before.found
                else _("Without this change the rules cannot hold together.")
            )
        )
        return
    gap = plan.totals.net_people - before.totals.net_people
    values = {"n": speech.number(abs(gap)), "after": speech.number(plan.totals.net_people)}
    said = (
        _("As many people as before: {after}.")
        if abs(gap) < 0.005
        else _("{n} people more: {after} instead.")
        if gap > 0
        else _("{n} people fewer: {after} instead.")
    )
    put(tag("p", speech.say(said.filled(**values)), css="tbo-lead", more=named("moves-people")))
    heads = [
        speech.say(pgettext("result", "Before")),
        speech.say(pgettext("result", "After")),
        speech.say(pgettext("result", "Change")),
    ]
    put(
        side_by_side(
            heads,
            _lines(desk, before, plan),
            "moves-table",
            speech.say(_("Change one number and see what moves")),
        )
    )


def _lines(desk: Desk, before: api.Plan, after: api.Plan) -> list[Line]:
    """People, then each programme's money, the largest changes first."""
    speech, scenario = desk.speech, after.scenario
    people = [p.totals.net_people for p in (before, after)]
    lines = [_line("people", speech.say(_("Net people")), OTHER, people, speech.people)]
    money = {p: [spent_on(one, p) for one in (before, after)] for p in scenario.programmes}
    most = max((max(v) for v in money.values()), default=0.0)
    for p, (old, new) in sorted(money.items(), key=lambda m: -abs(m[1][1] - m[1][0])):
        name, colour = speech.title(scenario.programmes, p), colour_of(scenario, p)
        lines.append(_line(p, name, colour, [old, new], lambda v: speech.money(v, scenario), most))
    return lines


def _line(
    key: str,
    name: str,
    colour: str,
    values: Sequence[float],
    said: Callable[[float], str],
    most: float = 0.0,
) -> Line:
    """Before, after, and the change with its sign."""
    longest = most or max(values) or 1.0
    gap = values[1] - values[0]
    sign = "" if abs(gap) <= 1e-6 * longest else "+" if gap > 0 else "−"
    cells = [Cell(said(v), max(0.0, v) / longest) for v in values]
    return Line(key, name, colour, [*cells, Cell(f"{sign}{said(abs(gap))}" if sign else "–")])
