"""The plans that are optimal at given prices, and how far a limit may move among them."""

from __future__ import annotations

from math import inf

import numpy as np

from optimizer.lp.hot import Hot
from optimizer.lp.program import Arrays, FloatArray, LinearProgram
from optimizer.lp.scaling import Units
from optimizer.lp.solution import Basis

_ZERO = 1e-9
"""A price or reduced cost below this, in natural units, leaves its row or column free."""


def narrow(hot: Hot, prices: FloatArray) -> None:
    """Keep `hot` to the plans complementary to `prices` (m,).

    Rows with a price hold as equalities, columns with a reduced cost stay at their bound.
    """
    lower, upper, row_lower, row_upper = limits(hot.arrays, hot.units, hot.maximise, prices)
    hot.set_columns(lower, upper)
    hot.set_rows(row_lower, row_upper)


def limits(
    a: Arrays, units: Units, maximise: bool, prices: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Bounds of the columns (n,) (n,) and of the rows (m,) (m,) that only such plans keep."""
    sign = -1.0 if maximise else 1.0
    d = sign * (a.gain - a.transposed_times(prices)) * units.column / units.objective
    y = sign * prices * units.row / units.objective
    up = np.where((d > _ZERO) & (a.lower > -inf), a.lower, a.upper)
    low = np.where((d < -_ZERO) & (a.upper < inf), a.upper, a.lower)
    row_up = np.where((y > _ZERO) & (a.row_lower > -inf), a.row_lower, a.row_upper)
    row_low = np.where((y < -_ZERO) & (a.row_upper < inf), a.row_upper, a.row_lower)
    return low, up, row_low, row_up


class Face:
    """All plans complementary to one set of prices; widest moves of an activity or a column."""

    def __init__(self, program: LinearProgram, basis: Basis | None) -> None:
        self.hot = Hot(program, basis=basis)
        self.hot.constant = 0.0
        self._prices: FloatArray | None = None

    def at(self, prices: FloatArray) -> Face:
        """Narrow to the plans complementary to `prices` (m,)."""
        if self._prices is None or not np.array_equal(prices, self._prices):
            narrow(self.hot, prices)
            self._prices = prices
        return self

    def furthest_row(self, i: int, side: int) -> float:
        """Largest (`side` 1) or least (-1) activity of row `i` when its own limit is set aside."""
        a = self.hot.arrays
        gains = np.zeros(len(a.gain))
        entries = slice(a.indptr[i], a.indptr[i + 1])
        gains[a.indices[entries]] = a.data[entries]
        lower, upper = self.hot.row_limits(i)
        self.hot.free_row(self.hot.program.rows[i].key)
        furthest = self._furthest(gains, side, float(self.hot.units.row[i]))
        self.hot.set_row(self.hot.program.rows[i].key, lower, upper)
        return furthest

    def furthest_column(self, j: int, side: int, *, ceiling: bool) -> float:
        """The same for column `j` when its ceiling, or else its floor, is set aside."""
        gains = np.zeros(len(self.hot.arrays.gain))
        gains[j] = 1.0
        key, a = self.hot.program.columns[j].key, self.hot.arrays
        lower, upper = self.hot.column_limits(j)
        if ceiling:
            self.hot.set_bounds(key, float(a.lower[j]), inf)
        else:
            self.hot.set_bounds(key, -inf, float(a.upper[j]))
        furthest = self._furthest(gains, side, float(self.hot.units.column[j]))
        self.hot.set_bounds(key, lower, upper)
        return furthest

    def _furthest(self, gains: FloatArray, side: int, unit: float) -> float:
        factor = (1.0 if self.hot.maximise else -1.0) * side * self.hot.units.objective / unit
        self.hot.set_gains(factor * gains)
        self.hot.reset()
        return self.hot.best() / factor + 0.0
