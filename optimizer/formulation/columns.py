"""The decisions: units of each activity and people of each pathway, by band and year."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.lp.program import Column


def columns_of(case: Case) -> Iterator[Column]:
    """Units commissioned and people supported; people carry the objective."""
    for (key, y), columns in case.columns.items():
        for column, step in zip(columns, case.supply[key][y], strict=True):
            yield Column(column, 0.0, step.width)
        if key in case.saturated:  # money that buys nothing more; only a floor asks for it
            yield Column(("beyond", *key, y))
    for q, steps in case.yields.items():
        worth = {y: case.worth(q, y) for y in case.outcome_years}
        for j, step in enumerate(steps):
            for y in case.outcome_years:
                yield Column(("people", q, j, y), 0.0, step.width, worth[y] * step.rate)
