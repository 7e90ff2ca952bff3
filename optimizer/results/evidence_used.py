"""Which evidence carries a plan: shares of its money and of its people that rest on each number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from optimizer.domain.programme import Curve
from optimizer.domain.quantity import Product, Quantity, Reference, references
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.i18n import verbatim
from optimizer.results.columns import in_columns

Row = Mapping[str, Any]
"""A line of a table: entry → value."""


def grades(scenario: Scenario, number: Any) -> Iterator[str]:
    """Grades of everything a number is made of; a plain factor of a product has none of its own."""
    if isinstance(number, Reference):
        yield str(scenario.evidence[number.ref].grade)
    elif isinstance(number, Product):
        for factor in number.product:
            if not isinstance(factor, float | int):
                yield from grades(scenario, factor)
    elif isinstance(number, Quantity):
        yield str(number.grade)
    else:
        yield "X"


def weakest_grade(case: Case, pathway: str) -> str:
    """The weakest grade (X is weakest) among the numbers of a pathway's yield and needs."""
    path = case.scenario.pathways[pathway]
    numbers: list[Any] = [band.net for band in path.bands]
    return max((g for n in numbers for g in grades(case.scenario, n)), default="X")


def evidence_rows(
    case: Case, activities: Sequence[Row], people: Sequence[Row]
) -> Iterator[dict[str, object]]:
    """One row for each piece of evidence in the document, in its order.

    `activities` and `people` are the rows of the plan's tables.
    """
    scenario = case.scenario
    money = {n: 0.0 for n in scenario.evidence}
    for row in activities:
        supply = scenario.programmes[row["programme"]].activities[row["activity"]].supply
        numbers = (
            [supply.ceiling, supply.half, supply.scale, supply.amount, supply.shape]
            if isinstance(supply, Curve)
            else [b.unit_cost for b in supply.bands]
        )
        for name in _named(numbers):
            money[name] += row["spending"]
    heads = {n: 0.0 for n in scenario.evidence}
    for row in people:
        for name in _named(band.net for band in scenario.pathways[row["pathway"]].bands):
            heads[name] += row["net"]
    spent = float(np.sum([row["spending"] for row in activities]))
    everyone = float(np.sum([row["net"] for row in people]))
    for name, quantity in scenario.evidence.items():
        yield {
            "evidence": name, "value": quantity.value,
            **in_columns(title=quantity.title or verbatim(name)),
            "low": quantity.low, "high": quantity.high, "unit": quantity.unit or "",
            "grade": str(quantity.grade), "source": quantity.source or "",
            "money_share": money[name] / spent if spent > 0 else 0.0,
            "people_share": heads[name] / everyone if everyone > 0 else 0.0,
        }  # fmt: skip


def _named(numbers: Iterable[Any]) -> set[str]:
    return {name for number in numbers if number is not None for name in references(number)}
