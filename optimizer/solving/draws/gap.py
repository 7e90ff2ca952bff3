"""What finer steps of the supply curves could add to the objective, for many draws at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from optimizer.formulation.case import Case, Step
from optimizer.formulation.curves import Shape
from optimizer.formulation.steps import CellId, Reach, draws_of, money_at, reach_of
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.stochastic.solve_draws import Solved


class CellGap(NamedTuple):
    """One curve in one year: what its steps lose at most, and its best money.

    `gap` [objective] and `best` [money] are (draws,).
    """

    cell: CellId
    gap: FloatArray
    best: FloatArray
    reach: Reach

    @property
    def place(self) -> FloatArray:
        """Where the best money lies (see `formulation.steps`), (draws,)."""
        return self.reach.place(self.best)


def cell_gaps(case: Case, program: LinearProgram, solved: Solved) -> Iterator[CellGap]:
    """The bound of weak duality, cell by cell, as in `curve_gap`; NaN without a plan."""
    number, draws = program.column_number, len(solved.objective)
    reduced = np.ascontiguousarray(solved.reduced.T)
    if not program.maximise:
        reduced = -reduced
    for activity, shape in case.curves.items():
        reach = reach_of(case, activity)
        for y, steps in case.supply[activity].items():
            if len(steps) < 2:
                continue
            profit = reduced[[number["units", *activity, i, y] for i in range(len(steps))]]
            end = draws_of(case.grid(activity, y)[-1], draws)
            gap, best = _gap(shape, steps, profit, end)
            yield CellGap((activity, y), gap, best, reach)


def _gap(
    shape: Shape, steps: tuple[Step, ...], profit: FloatArray, end: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """What the true curve earns beyond its steps at profits (steps, draws), and its best money."""
    draws = profit.shape[1]
    first, last = (draws_of(s.rate, draws) for s in (steps[0], steps[-1]))
    rise = last - first
    bent = rise > 1e-12 * first
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = np.where(bent, np.maximum(0.0, (profit[0] - profit[-1]) / rise), 0.0)
        value = profit[0] + cost * first
        worth = bent & (value > 0.0)
        best = np.minimum(np.where(worth, money_at(shape, cost / value), 0.0), end)
        stepped = np.zeros(draws)
        for step in steps:
            stepped += np.maximum(0.0, value - cost * step.rate) * step.width
        earned: Any = value * units_at(shape, best) - cost * best
    gap = np.where(worth, np.maximum(0.0, earned - stepped), 0.0)
    return np.where(np.isnan(profit[0]), np.nan, gap), best


def units_at(shape: Shape, money: FloatArray) -> FloatArray:
    """Units of a curve at money that differs from draw to draw."""
    return draws_of(shape.units(money), len(money))  # type: ignore[arg-type]
