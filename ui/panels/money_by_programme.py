"""Where the money goes: by programme with floors and ceilings, and by year."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.bar_rows import Bar, Mark, Segment, bars
from ui.charts.year_columns import Limit, Part, year_columns
from ui.markup import Safe, put
from ui.palette import colour_of
from ui.panels.panel_parts import heading, table_behind
from ui.state.desk import Desk
from ui.tables import rows_of

ON_COLOUR = "#14181D"
"""Figures written into a programme's colour."""


def render(desk: Desk, plan: api.Plan) -> None:
    """Both pictures and the table behind them."""
    speech = desk.speech
    left, right = st.columns([3, 2], gap="large")
    with left:
        heading(
            speech.say(pgettext("heading", "Money by programme")),
            speech.say(_("Parts of a bar are years. Ticks mark a floor, a dotted line a ceiling.")),
            name="panel-money",
        )
        put(bars(_rows(desk, plan), "bars-money"))
    with right:
        size, unit = _entry(desk, plan)
        notes = [speech.say(_("Parts stand in the order of the list, the first at the bottom."))]
        if plan.scenario.budget.by_year:
            notes.append(speech.say(_("A line across a column is the budget of that year alone.")))
        heading(
            speech.say(_("Money by year ({unit})", unit=unit)),
            " ".join(notes),
            name="panel-money-years",
        )
        put(_columns(desk, plan, size))
    table_behind(desk, api.plan_tables(plan)["allocation"], "allocation")


def _entry(desk: Desk, plan: api.Plan) -> tuple[float, str]:
    unit = plan.scenario.money.parsed
    return api.wording.entry_unit(plan.budget, unit, desk.speech.language)


def _rows(desk: Desk, plan: api.Plan) -> list[Bar]:
    speech, scenario = desk.speech, plan.scenario
    limits = rows_of(api.programme_limits(scenario))
    everything, rows = rows_of(plan.allocation), []
    for p in scenario.programmes:
        mine = [r for r in everything if r.programme == p]
        spent = sum(r.spending for r in mine)
        name = speech.title(scenario.programmes, p)
        parts = [
            Segment(
                str(r.year),
                float(r.spending),
                f"{name}, {r.year}: {speech.money(r.spending, scenario)}",
            )
            for r in mine
        ]
        marks = [
            Mark(r.share * plan.budget, _limit_words(desk, r), str(r.bound))
            for r in limits
            if r.programme == p and 0 < r.share < 1
        ]
        share = speech.share(spent / plan.budget) if plan.budget > 0 else ""
        colour = colour_of(scenario, p)
        rows.append(Bar(p, name, colour, parts, speech.money(spent, scenario), share, tuple(marks)))
    return rows


def _limit_words(desk: Desk, row: Any) -> str:
    key = (
        _("Floor: {share} of the budget")
        if row.bound == "floor"
        else _("Ceiling: {share} of the budget")
    )
    return desk.speech.say(key.filled(share=desk.speech.share(row.share)))


def _columns(desk: Desk, plan: api.Plan, size: float) -> Safe:
    scenario, speech = plan.scenario, desk.speech
    digits = desk.speech.digits
    parts = [
        Part(
            year=int(r.year),
            value=float(r.spending) / size,
            label=digits(r.spending / size, 2),
            colour=colour_of(scenario, r.programme),
            on=ON_COLOUR,
            hint=f"{speech.title(scenario.programmes, r.programme)}, {r.year}: "
            + speech.money(r.spending, scenario),
        )
        for r in rows_of(plan.allocation)
    ]
    sums = plan.allocation.groupby("year")["spending"].sum()
    totals = {int(str(year)): digits(money / size, 2) for year, money in sums.items()}
    limits = [
        Limit(
            year,
            amount / size,
            speech.say(
                _("Budget of {year}: {money}", year=year, money=speech.money(amount, scenario))
            ),
        )
        for year, amount in scenario.budget.by_year.items()
    ]
    return year_columns(parts, totals, "columns-money", limits)
