"""How far a price holds where supply is smooth: until it has changed by a tenth.

The optimum bends where a price changes. Where the lines on either side of an end meet, the optimum
touches both, and that is the end; or it does not, and a price between theirs holds there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf, isfinite, isnan, nan

import numpy as np

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules.base import Price
from optimizer.lp.hot import Hot
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.sensitivity.prices import LimitPrice
from optimizer.results.plan import Plan
from optimizer.solving.curves.cells import Cell, cells

DRIFT = 0.1
"""Share of a price by which it may change on its range."""
_SIDE = (0.0003, 0.001, 0.002, 0.004, 0.007, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.13)
NEAR = np.array([side * s for s in _SIDE for side in (-1.0, 1.0)])
"""Slopes beside that of the plan at which the steps of a curve end, as shares of it."""
ROOM = 4.0
"""How far the steps reach beyond the budget, as a multiple of it."""
FAR = 1e3
"""A price that has not changed after so many times the row's size is said to hold without end."""
FIRST = 0.02
"""The first step, as a share of the row's size."""
CLOSE = 0.001
"""How near a range ends to where there is no plan left, as a share of its length."""
SAME = 1e-10
"""Share of the optimum by which it may lie off a line that it is on."""
ZERO = 1e-9


class PriceRange:
    """Moves right-hand sides on one warm solver whose steps are fine around the plan."""

    def __init__(self, plan: Plan, make: Callable[[Case], LinearProgram] = compile_program) -> None:
        case = replace(plan.case, grids=_grids(plan), most=ROOM * plan.case.most_money)
        self.program = make(case)
        self.hot = Hot(self.program)
        self.best = self.hot.solve().objective
        self.hot.keep()
        value = plan.solution.value
        self.sizes = {row.key: abs(float(row.rhs)) for row in self.program.rows}
        for row in plan.solution.program.rows:
            used = sum(abs(float(c) * value[k]) for k, c in row.terms.items())
            self.sizes[row.key] = max(self.sizes[row.key], used)

    def widened(self, key: Key, row: LimitPrice, *, signed: bool = False) -> Price:
        """The price of a row, each side with the range on which it changes by DRIFT at most.

        `signed`: the limit may fall below nought; else there is nothing to take away from nought.
        """
        low = row.holds_from
        if row.limit > 0 or signed:
            low = self._end(key, row.limit, row.holds_from, row.down, -1)
        high = self._end(key, row.limit, row.holds_to, row.up, +1)
        return Price(row.limit, row.up, row.down, low, high)

    def _end(self, key: Key, limit: float, known: float, price: float, side: int) -> float:
        """The right-hand side at which the price has changed by DRIFT."""
        size = self.sizes[key]
        if not isfinite(price) or not isfinite(known) or abs(price) <= ZERO or size <= 0.0:
            return known
        near, slope = abs(known - limit), side * price
        good, bad = _Line(near, self.best + slope * near, slope), _Line(inf, nan, nan)
        step = near + FIRST * size
        while good.at < step < bad.at and good.at < FAR * size:
            line = self._line(key, limit, side, step)
            if isfinite(bad.at) and line.touches(good, abs(self.best)):
                good = line
                break
            change = abs(line.slope / slope - 1.0)
            good, bad = (line, bad) if change <= DRIFT else (good, line)
            step = 4.0 * step if bad.at == inf else good.meets(bad)
        self.hot.set_rhs(key, limit)
        self.hot.reset()
        return limit + side * (good.at if good.at < FAR * size else inf)

    def _line(self, key: Key, limit: float, side: int, at: float) -> _Line:
        """The optimum where the right-hand side is so far from its limit."""
        self.hot.set_rhs(key, limit + side * at)
        value, price = self.hot.line(key)
        return _Line(at, value, side * price)


@dataclass(frozen=True)
class _Line:
    """The optimum `at` so far from a limit and what it gains a unit further; nan without a plan."""

    at: float
    value: float
    slope: float

    def touches(self, other: _Line, whole: float) -> bool:
        """Whether the optimum here is on the other line: between the two nothing bends."""
        expected = other.value + other.slope * (self.at - other.at)
        return abs(self.value - expected) <= SAME * max(whole, abs(expected))

    def meets(self, other: _Line) -> float:
        """Where both lines meet; halfway to where there is no plan, not a number once near it."""
        if isnan(other.value):
            return 0.5 * (self.at + other.at) if other.at - self.at > CLOSE * other.at else nan
        rise = other.value - other.slope * (other.at - self.at) - self.value
        return self.at + rise / (self.slope - other.slope)


def _grids(plan: Plan) -> Grids:
    """Steps of every curve: coarse everywhere, fine where its slope is near that of the plan."""
    case, solution = plan.case, plan.solution
    assert solution.x is not None
    wide = replace(case, grids={}, most=ROOM * case.most_money)
    return {
        (cell.activity, cell.year): _steps(wide, cell, float(cell.rates @ solution.x[cell.columns]))
        for cell in cells(case, solution.program)
    }


def _steps(wide: Case, cell: Cell, money: float) -> tuple[float, ...]:
    coarse = wide.first_grids[cell.activity]
    slope = cell.shape.slope(money)
    slopes = slope * (1.0 + NEAR) if isfinite(slope) else np.zeros(0)
    near = [cell.shape.money_at_slope(float(s), coarse[-1]) for s in slopes]
    return tuple(sorted({*coarse, *near, money}))
