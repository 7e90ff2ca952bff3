"""A plan told without steps, to be carried from one stepping of the curves to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.payments import ActivityId
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.solving.curves.cells import cells

BESIDE = (1e-6, 1e-3)
"""Steps beside the money of a plan, as shares of it, or of the curve's scale where it gets nothing:
one-sided prices are that near to those of the true curve."""

DUST = 1e-12
"""Share of the most money of a curve within which two ends of steps are one, up to rounding."""


@dataclass(frozen=True)
class Point:
    """Money of each curve in each year, the `other` columns, and the `prices` (m,) of the rows."""

    money: Mapping[tuple[ActivityId, int], float]
    other: Mapping[Key, float]
    prices: FloatArray

    def on(self, case: Case, program: LinearProgram) -> FloatArray:
        """The plan on the steps of a case, (n,)."""
        x: FloatArray = np.array([self.other.get(key, 0.0) for key in program.column_number])
        for cell in cells(case, program):
            x[cell.columns] = cell.filled(self.money[cell.activity, cell.year])
        return np.maximum(program.arrays.lower, np.minimum(x, program.arrays.upper))

    def ends_in(self, grids: Grids) -> Grids:
        """Grids with a step that ends at the money of the plan."""
        return {cell: _ending_in(grid, self.money[cell]) for cell, grid in grids.items()}

    def grids(self, case: Case) -> Grids:
        """Steps that end at the money of the plan and close beside it, coarse ones elsewhere."""
        found = {}
        for (key, year), money in self.money.items():
            coarse = case.first_grids[key]
            size = money if money > DUST * coarse[-1] else float(case.curves[key].scale)
            beside = (money + side * h * size for h in BESIDE for side in (-1.0, 1.0))
            ends = {m for m in (money, *beside) if DUST * coarse[-1] < m < coarse[-1]}
            found[key, year] = tuple(sorted({*coarse, *ends}))
        return found


def _ending_in(grid: tuple[float, ...], money: float) -> tuple[float, ...]:
    """The grid with a step that ends there, unless one ends within rounding of it."""
    dust = DUST * grid[-1]
    near = any(abs(money - end) <= dust for end in (0.0, *grid))
    return grid if near or money > grid[-1] else tuple(sorted({*grid, money}))


def point_of(case: Case, program: LinearProgram, x: FloatArray, prices: FloatArray) -> Point:
    """The point that a plan on steps stands for."""
    money = {(c.activity, c.year): c.money(x) for c in cells(case, program)}
    return Point(money, dict(zip(program.column_number, x.tolist(), strict=True)), prices)
