"""A plan made by hand: its money as a value, in a link and in a file; pure."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

from optimizer.api import desk as api

Hand = tuple[tuple[str, int, float], ...]
"""Programme, year and money in the scenario's unit, in order, without zeros."""
Money = Mapping[tuple[str, int], float]

NOTHING = "none"


def hand_of(money: Money) -> Hand:
    """Money by programme and year as a value."""
    return tuple((p, y, float(v)) for (p, y), v in sorted(money.items()) if v > 0)


def money_of(hand: Hand, scenario: api.Scenario) -> dict[tuple[str, int], float]:
    """Money by programme and year, only what this scenario knows."""
    years = scenario.years.all
    return {(p, y): v for p, y, v in hand if p in scenario.programmes and y in years}


def best_money(plan: api.Plan) -> dict[tuple[str, int], float]:
    """What a plan spends by programme and year; nothing where there is none."""
    rows = plan.allocation.itertuples() if plan.found else ()
    return {(str(r.programme), int(str(r.year))): float(str(r.spending)) for r in rows}


def encode(hand: Hand) -> str:
    """The plan as part of a link."""
    return "~".join(f"{p}:{y}:{v:.10g}" for p, y, v in hand) or NOTHING


def decode(scenario: api.Scenario, text: str) -> Hand | None:
    """The plan in a part of a link; None where it makes no sense."""
    if text == NOTHING:
        return ()
    names = ("programme", "year", "spending")
    rows = [dict(zip(names, part.split(":"), strict=False)) for part in text.split("~")]
    try:
        return hand_of(api.allocation_of(rows, scenario))
    except api.InvalidInput:
        return None


def read(data: bytes, scenario: api.Scenario, name: str) -> Hand:
    """The plan in a CSV (programme, year, spending) or JSON.

    Raises InvalidInput with every faulty row, and for a file without rows.
    """
    return hand_of(api.allocation_in(data, scenario, name))


def write(money: Money, scenario: api.Scenario) -> bytes:
    """The plan as CSV that `read` and `talent-budget evaluate` understand."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("programme", "year", "spending"))
    for p in scenario.programmes:
        for y in scenario.years.all:
            table.writerow((p, y, f"{money.get((p, y), 0.0):.10g}"))
    return out.getvalue().encode("utf-8-sig")
