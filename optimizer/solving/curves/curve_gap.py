"""What finer steps of the supply curves could still add, and where they would add it."""

from __future__ import annotations

from bisect import bisect_left
from math import inf

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.curves import FULL
from optimizer.formulation.payments import ActivityId
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.solving.curves.cells import cells, profits

CLOSE = 1e-9
"""Breakpoints nearer to each other than this share of the whole grid are one."""


def curve_gap(case: Case, program: LinearProgram, prices: FloatArray) -> tuple[float, Grids]:
    """What finer steps could add at most, and grids with the steps that would add it.

    By weak duality: with the prices of the rows fixed, the best use of each curve in each year is
    a problem in one variable, solved on the true curve and on its steps; the differences add up to
    a bound on the objective of the true curves (Bertsekas, Nonlinear Programming, ch. 6).
    """
    profit = profits(program, prices)
    total = 0.0
    finer: dict[tuple[ActivityId, int], tuple[float, ...]] = {}
    for cell in cells(case, program):
        if len(cell.columns) < 2:
            best = 0.5 * cell.most
            if _with(cell.grid, best) != cell.grid:
                total = inf  # one step alone does not tell what a unit is worth
        else:
            best = cell.best(profit)
            total += cell.beyond(profit, best)
        finer[cell.activity, cell.year] = _with(cell.grid, best)
    return total, finer


def whole_gap(case: Case, program: LinearProgram, prices: FloatArray) -> float:
    """What finer steps could add at most, and what lies above the end of a full curve besides."""
    profit, left = profits(program, prices), 0.0
    for cell in cells(case, program):
        full = len(cell.columns) > 1 and cell.best(profit) >= cell.most
        if full and cell.activity in case.saturated:
            left += max(0.0, float(cell.parts(profit)[0])) * float(cell.shape.top) * FULL
    return curve_gap(case, program, prices)[0] + left


def _with(grid: tuple[float, ...], money: float) -> tuple[float, ...]:
    """The grid with a breakpoint and the middles of the steps beside it, where none is near."""
    at = bisect_left(grid, money)
    low, high = grid[max(0, at - 1)], grid[min(at, len(grid) - 1)]
    finer = list(grid)
    for point in (money, 0.5 * (low + money), 0.5 * (money + high)):
        at = bisect_left(finer, point)
        if all(abs(point - g) > CLOSE * grid[-1] for g in finer[max(0, at - 1) : at + 1]):
            finer.insert(at, point)
    return tuple(finer)
