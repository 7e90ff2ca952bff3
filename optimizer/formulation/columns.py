"""The decisions: units of each activity and people of each pathway, by band and year."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.lp.program import Column


def columns_of(case: Case) -> Iterator[Column]:
    """Units commissioned and people supported; people carry the objective."""
    for (p, a), by_year in case.supply.items():
        for y, steps in by_year.items():
            for i, step in enumerate(steps):
                yield Column(("units", p, a, i, y), 0.0, step.width)
    for q, steps in case.yields.items():
        worth = {y: case.worth(q, y) for y in case.years}
        for j, step in enumerate(steps):
            for y in case.years:
                yield Column(("people", q, j, y), 0.0, step.width, worth[y] * step.rate)
