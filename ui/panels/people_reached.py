"""Who comes of it: net people by pathway, and by year and channel."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Segment, bars
from ui.charts.year_columns import Part, year_columns
from ui.markup import Safe, put
from ui.palette import channel_colour
from ui.panels.panel_parts import channel_keys, heading, key_line, nothing, remark, table_behind
from ui.state.desk import Desk
from ui.tables import channel_name, rows_of, without

SMALLEST = 1e-6
DIGITS = 4
"""Digits that show how few people there are without the budget."""
DARK = "#14181D"
ON_COLOUR = {"retained": "#FFFFFF"}


def render(desk: Desk, plan: api.Plan, links: pd.DataFrame) -> None:
    """Both pictures and the table behind them; `links` is the plan's flow table."""
    speech = desk.speech
    left, right = st.columns([3, 2], gap="large")
    with left:
        heading(
            speech.say(_("People by pathway")),
            speech.say(_("Net people; parts of a bar are years.")),
            name="panel-people",
        )
        rows = _rows(desk, plan, links)
        if rows:
            put(bars(rows, "bars-people"))
            reconciled(desk, plan)
        else:
            nothing(speech.say(_("Nobody is added by this plan.")))
    with right:
        heading(speech.say(_("Net people by year")), name="panel-people-years")
        put(key_line(*channel_keys(desk)))
        put(_columns(desk, plan))
    table_behind(desk, api.plan_tables(plan)["people"], "people")


def reconciled(desk: Desk, plan: api.Plan) -> None:
    """Who would come or stay without the budget: rows count them, the headline does not."""
    if (before := without(plan)) is None:
        return
    speech = desk.speech
    sums = {"everyone": plan.everyone, "without": before, "people": plan.totals}
    values = {
        name: speech.say(_("{n} people", n=desk.speech.digits(one.net_people, DIGITS)))
        for name, one in sums.items()
    }
    remark(
        speech.say(
            _(
                "{everyone} are counted in all; {without} of them would come or stay without this "
                "budget, so {people} are additional.",
                **values,
            )
        ),
        "without",
    )


def _rows(desk: Desk, plan: api.Plan, links: pd.DataFrame) -> list[Bar]:
    speech, scenario = desk.speech, plan.scenario
    graded = {r.pathway: r.grade for r in rows_of(links) if r.stage == "people"}
    everybody, rows = rows_of(plan.people), []
    for q, pathway in scenario.pathways.items():
        mine = [r for r in everybody if r.pathway == q]
        net = sum(r.net for r in mine)
        if net <= SMALLEST:
            continue
        name = speech.title(scenario.pathways, q)
        channel = channel_name(desk, pathway.channel)
        parts = [
            Segment(
                str(r.year),
                r.net,
                f"{name}, {r.year}: {speech.people(r.net)}",
                lined=graded[q] == "X",
            )
            for r in mine
        ]
        tier = speech.say(_("Tier {tier}", tier=pathway.tier))
        note = f"{channel} · {tier}"
        rows.append(Bar(q, name, channel_colour(pathway.channel), parts, speech.people(net), note))
    return sorted(rows, key=lambda row: -sum(s.value for s in row.segments))


def _columns(desk: Desk, plan: api.Plan) -> Safe:
    digits = desk.speech.digits
    order = list(plan.scenario.objective.channels)
    by = plan.people.groupby(["year", "channel"])["net"].sum().reset_index()
    rows = sorted(rows_of(by), key=lambda r: (r.year, order.index(r.channel)))
    parts = [
        Part(
            year=int(r.year),
            value=float(r.net),
            label=digits(r.net, 2),
            colour=channel_colour(r.channel),
            on=ON_COLOUR.get(r.channel, DARK),
            hint=f"{channel_name(desk, r.channel)}, {r.year}: {desk.speech.people(r.net)}",
        )
        for r in rows
    ]
    sums = plan.people.groupby("year")["net"].sum()
    totals = {int(str(year)): digits(net, 2) for year, net in sums.items()}
    return year_columns(parts, totals, "columns-people")
