"""How a figure of the headline comes about: formula, rows that add up to it, their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.markup import Safe, named, put, tag
from ui.panels.evidence_grades import value_words
from ui.panels.panel_parts import remark
from ui.panels.sources import cited, names_in
from ui.state.desk import Desk
from ui.tables import SMALLEST, channel_name, rows_of

PEOPLE, COST, SPENT = "net_people", "cost", "spent"
FIGURES = {
    PEOPLE: _("net people"),
    "retained": _("retained"),
    "attracted": _("attracted"),
    COST: _("cost a head"),
    SPENT: pgettext("figure", "spending"),
}
DIGITS = 6
"""Significant digits of exact figures, so that their sum can be checked by hand."""


def render(desk: Desk, plan: api.Plan) -> None:
    """A choice of figures; the one chosen is opened beneath, none at first."""
    speech, shown = desk.speech, _figures(plan)
    if not shown:
        return
    known = st.session_state.get("derived")
    key = widgets.show("choose-derived", known if known in shown else None)
    with st.container(key="derive"):
        picked = st.segmented_control(
            speech.say(_("How a figure comes about")),
            shown,
            format_func=lambda name: _name(desk, name),
            key=key,
            on_change=widgets.on(key, _remember, [*shown, None]),
        )
    if picked is None:
        return
    with st.container(key="derived", border=True):
        if picked == SPENT:
            _spending(desk, plan)
        elif picked == COST:
            _cost(desk, plan)
        else:
            _people(desk, plan, None if picked == PEOPLE else picked)


def _remember(picked: str | None) -> None:
    st.session_state["derived"] = picked


def _figures(plan: api.Plan) -> list[str]:
    """The figures of this plan that can be opened."""
    totals = plan.totals
    people = [PEOPLE, *totals.by_channel] if totals.net_people > 0 else []
    cost = [COST] if totals.cost_per_net_person is not None and plan.spent > 0 else []
    return [*people, *cost, *([SPENT] if plan.spent > 0 else [])]


def _name(desk: Desk, name: str) -> str:
    return desk.speech.say(FIGURES[name]) if name in FIGURES else channel_name(desk, name)


def _exact(desk: Desk, value: float) -> str:
    return desk.speech.digits(value, DIGITS)


def _sum(desk: Desk, exact: str, printed: str) -> None:
    said = desk.speech.say(_("Sum: {exact}, printed as {printed}", exact=exact, printed=printed))
    put(tag("p", tag("strong", said), more=named("derived-sum")))


# --- people -----------------------------------------------------------------------------------
def _people(desk: Desk, plan: api.Plan, channel: str | None) -> None:
    speech, bands = desk.speech, api.people_bands(plan)
    how = speech.say(
        _(
            "Supported people × net people for each of them, added up over pathways, years and "
            "bands."
        )
    )
    if channel is not None:
        how = speech.say(
            _(
                "The same sum over the pathways of this kind alone: {channel}.",
                channel=channel_name(desk, channel),
            )
        )
        bands = bands[bands["channel"] == channel]
    remark(how, "derived-how")
    sums = bands.groupby("pathway", sort=False)["net"].sum().sort_values(ascending=False)
    rows = [_pathway(desk, plan, str(q), bands[bands["pathway"] == q]) for q in sums.index]
    put(tag("div", *rows, css="tbo-opens", more=named("derived-rows")))
    net, before = float(bands["net"].sum()), plan.baseline
    if before is not None:
        parts = before.totals.by_channel
        without = before.net_people if channel is None else parts[channel]
        if without > SMALLEST:
            said = speech.say(_("Without this budget: −{people}", people=_exact(desk, without)))
            put(tag("p", said, more=named("derived-without")))
            net -= without
    _sum(desk, _exact(desk, net), speech.people(net))


def _pathway(desk: Desk, plan: api.Plan, pathway: str, bands: pd.DataFrame) -> Safe:
    speech, path = desk.speech, plan.scenario.pathways[pathway]
    channel = channel_name(desk, path.channel)
    kind = speech.say(_("{channel}, tier {tier}", channel=channel, tier=path.tier))
    title = f"{speech.title(plan.scenario.pathways, pathway)} ({kind})"
    figure = speech.say(_("{n} people", n=_exact(desk, float(bands["net"].sum()))))
    heads = (_("Year"), _("supported"), _("net for each"), _("net people"))
    lines = [
        (
            f"{r.year}, {speech.say(_('band {n}', n=r.band))}",
            _exact(desk, r.supported),
            f"× {_exact(desk, r.rate)}",
            f"= {_exact(desk, r.net)}",
        )
        for r in rows_of(bands)
    ]
    used = set(bands["band"])
    numbers = api.yield_numbers(plan.scenario, pathway)
    return _opened(
        desk,
        (pathway, title, figure),
        _table(desk, heads, lines),
        _numbers(desk, numbers[numbers["part"].isin(used)]),
    )


# --- money -------------------------------------------------------------------------------------
def _cost(desk: Desk, plan: api.Plan) -> None:
    speech, scenario, cost = desk.speech, plan.scenario, plan.totals.cost_per_net_person
    assert cost is not None
    values = {
        "spent": speech.money(plan.spent, scenario),
        "people": _exact(desk, plan.totals.net_people),
        "cost": speech.money(cost, scenario),
    }
    how = speech.say(_("Spending ÷ net people: {spent} ÷ {people} = {cost}.", **values))
    remark(how, "derived-how")
    for part in (_spending, lambda d, p: _people(d, p, None)):
        part(desk, plan)


def _spending(desk: Desk, plan: api.Plan) -> None:
    speech, scenario, rows = desk.speech, plan.scenario, plan.activities
    product = (rows["units"] * rows["unit_cost"] - rows["spending"]).abs().max()
    whole = product <= 1e-6 * max(1.0, plan.spent)
    how = speech.say(
        _("Units bought × mean cost of a unit, added up over activities and years.")
        if whole
        else _(
            "Units bought, and what is paid for them in each year; payment follows the years of "
            "their life."
        )
    )
    remark(how, "derived-how")
    sums = rows.groupby(["programme", "activity"], sort=False)["spending"].sum()
    spent = sums[sums > 0].sort_values(ascending=False)
    parts = [_activity(desk, plan, str(p), str(a)) for p, a in spent.index]
    put(tag("div", *parts, css="tbo-opens", more=named("derived-rows")))
    _sum(
        desk,
        _in_full(desk, float(rows["spending"].sum()), scenario),
        speech.money(plan.spent, scenario),
    )


def _in_full(desk: Desk, amount: float, scenario: api.Scenario) -> str:
    return api.wording.money(amount, scenario.money.parsed, desk.speech.language, DIGITS)


def _activity(desk: Desk, plan: api.Plan, programme: str, activity: str) -> Safe:
    speech, scenario = desk.speech, plan.scenario
    rows = plan.activities
    own = rows[(rows["programme"] == programme) & (rows["activity"] == activity)]
    own = own[own["spending"] > 0]
    activities = scenario.programmes[programme].activities
    title = f"{speech.title(scenario.programmes, programme)}: {speech.title(activities, activity)}"
    figure = _in_full(desk, float(own["spending"].sum()), scenario)
    lines = [
        (
            str(r.year),
            _exact(desk, r.units),
            f"× {_in_full(desk, r.unit_cost, scenario)}",
            f"= {_in_full(desk, r.spending, scenario)}",
        )
        for r in rows_of(own)
    ]
    heads = (_("Year"), pgettext("figure", "units"), _("mean cost of a unit"), _("paid"))
    numbers = api.cost_numbers(scenario, programme, activity)
    name = f"{programme}.{activity}"
    return _opened(desk, (name, title, figure), _table(desk, heads, lines), _numbers(desk, numbers))


# --- what both share ----------------------------------------------------------------------------
def _opened(desk: Desk, words: tuple[str, str, str], *content: Safe) -> Safe:
    """One row of the sum, opened by mouse or keyboard; `words`: name, title, figure."""
    name, title, figure = words
    said = desk.speech.say(_("{title}: {figure}", title=title, figure=figure))
    return tag("details", tag("summary", said), *content, more=named(f"derived-{name}"))


def _table(desk: Desk, heads: Sequence[api.Message], lines: Sequence[tuple[str, ...]]) -> Safe:
    top = tag("tr", *(tag("th", desk.speech.say(head), more={"scope": "col"}) for head in heads))
    rows = [tag("tr", *(tag("td", cell) for cell in line)) for line in lines]
    return tag("table", top, *rows, css="tbo-rules tbo-sums")


def _numbers(desk: Desk, numbers: pd.DataFrame) -> Safe:
    """The coefficients, part by part, each with range, grade and source."""
    speech, lines = desk.speech, []
    for part, rows in numbers.groupby("part", sort=True):
        first = rows_of(rows)[0]
        key = _("multiplied in band {n}") if first.product > 1 else _("band {n}")
        head = speech.say((_("the curve of its supply") if part == 0 else key).filled(n=part))
        lines.append(tag("tr", tag("th", head, more={"colspan": "3"})))
        again = rows["evidence"].duplicated() & (rows["evidence"] != "") & (part == 0)
        lines += [_number(desk, r) for r in rows_of(rows[~again])]
    title = tag("p", tag("strong", speech.say(_("Numbers it rests on"))))
    return tag("div", title, tag("table", *lines, css="tbo-rules"))


def _number(desk: Desk, row: Any) -> Safe:
    speech = desk.speech
    title = speech.column(row, "title") or speech.say(_("stated in the scenario"))
    return tag(
        "tr",
        tag("td", title),
        tag("td", value_words(desk, row)),
        tag("td", cited(desk, names_in(row.source), row.grade)),
        css="tbo-assumed" if row.grade == "X" else "",
    )
