"""How a plan's figures come about: rows that add up to them, and the numbers behind each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from optimizer.domain.programme import Curve
from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.formulation.counting import years_later
from optimizer.i18n import EMPTY, verbatim
from optimizer.results.columns import in_columns
from optimizer.results.plan import Plan
from optimizer.results.table import Kind, Shape, data

BANDS = Shape(
    "bands",
    EMPTY,
    *data("pathway", kind=Kind.PATHWAY),
    *data("channel", kind=Kind.CHANNEL),
    *data("tier"),
    *data("year", kind=Kind.YEAR),
    *data("band", kind=Kind.COUNT),
    *data("supported", kind=Kind.PEOPLE),
    *data("rate", kind=Kind.NUMBER),
    *data("net", kind=Kind.PEOPLE),
)
"""Persons supported in a band of a pathway's yield and year, net persons for each, and their
product; bands count from 1, and only those with somebody are listed."""
NUMBERS = Shape(
    "numbers",
    EMPTY,
    *data("of"),
    *data("part", "product", kind=Kind.COUNT),
    *data("evidence"),
    *data("value", "low", "high", kind=Kind.NUMBER),
    *data("unit"),
    *data("title", kind=Kind.WORDS),
    *data("source", "grade"),
)
"""Numbers behind a yield or a unit cost: `part` is the band (0: the whole curve), `product` how
many factors are multiplied. A number stated without evidence has no `evidence` and grade X."""


def people_bands(plan: Plan) -> pd.DataFrame:
    """Net people band by band (BANDS); their `net` adds up to the plan's net people."""
    return BANDS.frame(_bands(plan))


def _bands(plan: Plan) -> Iterator[dict[str, object]]:
    if not plan.found:
        return
    heads = plan.solution.value
    for q, path in plan.scenario.pathways.items():
        for y in plan.case.outcome_years:
            for j, step in enumerate(plan.case.yields[q]):
                supported = float(heads[("people", q, j, y)])
                rate = float(np.mean(step.rate))
                if supported > 0:
                    yield {
                        "pathway": q, "channel": path.channel, "tier": path.tier, "year": y,
                        "band": j + 1, "supported": supported, "rate": rate,
                        "net": supported * rate,
                    }  # fmt: skip


def yield_numbers(scenario: Scenario, pathway: str) -> pd.DataFrame:
    """The numbers (NUMBERS) that make up a pathway's net persons per head, band by band.

    Where all are counted some years later, those still here multiply it once for each year.
    """
    path = scenario.pathways[pathway]
    later = [path.stay] * years_later(scenario, pathway)
    nets = ((b.net, *later) for b in path.bands)
    return NUMBERS.frame(_numbers(scenario, pathway, enumerate(nets, 1)))


def cost_numbers(scenario: Scenario, programme: str, activity: str) -> pd.DataFrame:
    """The numbers (NUMBERS) behind what a unit of an activity costs."""
    supply = scenario.programmes[programme].activities[activity].supply
    parts: Iterable[tuple[int, Any]]
    if isinstance(supply, Curve):
        shape = (supply.ceiling, supply.half, supply.scale, supply.amount, supply.shape)
        parts = [(0, number) for number in shape if number is not None and number != 1.0]
    else:
        parts = enumerate((b.unit_cost for b in supply.bands), 1)
    return NUMBERS.frame(_numbers(scenario, activity, parts))


def _numbers(
    scenario: Scenario, of: str, parts: Iterable[tuple[int, Any]]
) -> Iterator[dict[str, object]]:
    for part, number in parts:
        factors = list(_factors(number))
        for factor in factors:
            yield {"of": of, "part": part, "product": len(factors), **_stated(scenario, factor)}


def _factors(number: Any) -> Iterator[Any]:
    if isinstance(number, Product | tuple):
        for factor in number.product if isinstance(number, Product) else number:
            yield from _factors(factor)
    else:
        yield number


def _stated(scenario: Scenario, number: Any) -> dict[str, object]:
    """One number with what is known of it."""
    name = number.ref if isinstance(number, Reference) else ""
    quantity = scenario.evidence[name] if name else number
    if not isinstance(quantity, Quantity):
        quantity = Quantity(value=float(quantity))
    nan = float("nan")
    return {
        "evidence": name, "value": quantity.value,
        "low": nan if quantity.low is None else quantity.low,
        "high": nan if quantity.high is None else quantity.high,
        "unit": quantity.unit or "", **in_columns(title=quantity.title or verbatim(name)),
        "source": quantity.source or "", "grade": str(quantity.grade),
    }  # fmt: skip
