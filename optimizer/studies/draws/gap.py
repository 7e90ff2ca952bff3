"""What finer steps of the supply curves could add to the objective, for many draws at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from optimizer.formulation.case import Case, Step
from optimizer.formulation.curves import Shape
from optimizer.formulation.steps import CellId, draws_of, money_at, reach_of
from optimizer.lp.draws import Solved
from optimizer.lp.program import FloatArray, LinearProgram


class CellGap(NamedTuple):
    """One curve in one year: what its steps lose at most, and where its best money lies.

    `gap` [objective] and `place` (see `formulation.steps`) are (draws,).
    """

    cell: CellId
    gap: FloatArray
    place: FloatArray


def cell_gaps(case: Case, program: LinearProgram, solved: Solved) -> Iterator[CellGap]:
    """The bound of weak duality, cell by cell, as in `curve_gap`; NaN without a plan."""
    number, draws = program.column_number, len(solved.objective)
    sign = 1.0 if program.maximise else -1.0
    for activity, shape in case.curves.items():
        reach = reach_of(case, activity)
        for y, steps in case.supply[activity].items():
            if len(steps) < 2:
                continue
            columns = [number["units", *activity, i, y] for i in range(len(steps))]
            profit = sign * solved.reduced[:, columns]
            end = draws_of(case.grid(activity, y)[-1], draws)
            gap, best = _gap(shape, steps, profit, end)
            yield CellGap((activity, y), gap, reach.place(best))


def _gap(
    shape: Shape, steps: tuple[Step, ...], profit: FloatArray, end: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """What the true curve earns beyond its steps at these profits, and its best money."""
    draws = len(profit)
    rates = np.column_stack([draws_of(s.rate, draws) for s in steps])
    widths = np.column_stack([draws_of(s.width, draws) for s in steps])
    rise = rates[:, -1] - rates[:, 0]
    bent = rise > 1e-12 * rates[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = np.where(bent, np.maximum(0.0, (profit[:, 0] - profit[:, -1]) / rise), 0.0)
        value = profit[:, 0] + cost * rates[:, 0]
        worth = bent & (value > 0.0)
        best = np.minimum(np.where(worth, money_at(shape, cost / value), 0.0), end)
        stepped = (np.maximum(0.0, value[:, None] - cost[:, None] * rates) * widths).sum(axis=1)
        earned: Any = value * units_at(shape, best) - cost * best
    gap = np.where(worth, np.maximum(0.0, earned - stepped), 0.0)
    return np.where(np.isnan(profit[:, 0]), np.nan, gap), best


def units_at(shape: Shape, money: FloatArray) -> FloatArray:
    """Units of a curve at money that differs from draw to draw."""
    return draws_of(shape.units(money), len(money))  # type: ignore[arg-type]
