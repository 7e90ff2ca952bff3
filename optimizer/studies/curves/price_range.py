"""How far a price holds where supply is smooth: until it has changed by a tenth."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite, isnan

import numpy as np

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules.base import Price
from optimizer.lp.hot import Hot
from optimizer.lp.prices import LimitPrice
from optimizer.lp.program import Key
from optimizer.results.plan import Plan
from optimizer.studies.curves.cells import Cell, cells

DRIFT = 0.1
"""Share of a price by which it may change on its range."""
_SIDE = (0.0003, 0.001, 0.002, 0.004, 0.007, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.13)
NEAR = np.array([side * s for s in _SIDE for side in (-1.0, 1.0)])
"""Slopes beside that of the plan at which the steps of a curve end, as shares of it."""
ROOM = 4.0
"""How far the steps reach beyond the budget, as a multiple of it."""
FAR = 1e3
"""A price that has not changed after so many times the row's size is said to hold without end."""
CLOSE = 0.02
"""Accuracy of the end of a range, as a share of its length."""
ZERO = 1e-9


class PriceRange:
    """Moves right-hand sides on one warm solver whose steps are fine around the plan."""

    def __init__(self, plan: Plan) -> None:
        case = replace(plan.case, grids=_grids(plan), most=ROOM * plan.case.most_money)
        self.program = compile_program(case)
        self.hot = Hot(self.program)
        self.hot.solve()
        self.hot.keep()
        value = plan.solution.value
        self.sizes = {
            row.key: max(
                abs(float(row.rhs)),
                sum(abs(float(c) * value[k]) for k, c in row.terms.items()),
            )
            for row in plan.solution.program.rows
        }

    def widened(self, key: Key, row: LimitPrice) -> Price:
        """The price of a row, each side with the range on which it changes by DRIFT at most."""
        low = row.holds_from  # of a limit of zero there is nothing to take away
        if row.limit > 0:
            low = self._end(key, row.limit, row.holds_from, row.down, -1)
        high = self._end(key, row.limit, row.holds_to, row.up, +1)
        return Price(row.limit, row.up, row.down, low, high)

    def _end(self, key: Key, limit: float, known: float, price: float, side: int) -> float:
        """The right-hand side at which the price has changed by DRIFT."""
        size = self.sizes[key]
        if not isfinite(price) or not isfinite(known) or abs(price) <= ZERO or size <= 0.0:
            return known
        good, change, bad, worse = abs(known - limit), 0.0, inf, inf
        step = max(good, 0.02 * size)
        while bad - good > CLOSE * good and good < FAR * size:
            moved = self._change(key, limit + side * step, price)
            if moved <= DRIFT:
                good, change = step, moved
            else:
                bad, worse = step, moved
            if bad <= 1e-6 * size:
                break
            step = 4.0 * step if bad == inf else _between(good, bad, change, worse)
        self.hot.set_rhs(key, limit)
        self.hot.reset()
        return limit + side * (good if good < FAR * size else inf)

    def _change(self, key: Key, rhs: float, price: float) -> float:
        """By what share the price changes when the right-hand side moves."""
        self.hot.set_rhs(key, rhs)
        moved = self.hot.price(key)
        return inf if isnan(moved) else abs(moved / price - 1.0)


def _between(good: float, bad: float, change: float, worse: float) -> float:
    """Where the change is expected to reach DRIFT, well inside the interval."""
    share = (DRIFT - change) / (worse - change) if isfinite(worse) else 0.5
    return good + min(max(share, 0.1), 0.9) * (bad - good)


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
