"""One-sided derivatives of an optimum, by linear programmes over the directions open to a plan."""

from __future__ import annotations

from math import inf

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.certificate import TOLERANCE, sizes_of_rows
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.solution import Basis, NoSolution, Status

_TOUCHING = TOLERANCE
"""A plan this near to a limit, as a share of the limit's natural size, touches it.

As far as a certificate allows a plan to be off: moves shorter than that mean nothing.
"""

FAR = 1e3
"""Natural units that a direction may go where rounding makes the programme look unbounded."""

_ZERO = 1e-9
"""A price or reduced cost below this, in natural units, does not show that its limit is touched."""


class Tangent:
    """The directions in which a plan may move, with the gains of the stated programme.

    Around an optimal plan the optimum over these directions is zero. Shifting one limit by t gives
    the change of the optimum for small t, whichever of several optimal prices a solver reports.
    `low`, `high` (n,) and `row_low`, `row_high` (m,) tell which limits the plan touches.
    """

    def __init__(
        self, program: LinearProgram, x: FloatArray, prices: FloatArray, basis: Basis | None
    ) -> None:
        self.hot = Hot(program, basis=basis)
        self.hot.constant = 0.0
        self._sign = -1.0 if program.maximise else 1.0
        self._endless = -self._sign * inf
        self.around(x, prices)

    def around(
        self,
        x: FloatArray,
        prices: FloatArray,
        *,
        rows: tuple[FloatArray, FloatArray] | None = None,
        gains: FloatArray | None = None,
    ) -> None:
        """Move to another plan `x` (n,), optimal with `prices` (m,), and to other numbers.

        `rows` are lower and upper limits, each (m,), `gains` (n,); both as stated by default.
        """
        a = self.hot.arrays
        n, gain = len(x), a.gain if gains is None else gains
        row_lower, row_upper = (a.row_lower, a.row_upper) if rows is None else rows
        dual = np.concatenate([gain - a.transposed_times(prices), prices])
        low, high = np.concatenate([a.lower, row_lower]), np.concatenate([a.upper, row_upper])
        touched = self._touched(x, dual, low, high)
        (self.low, self.row_low), (self.high, self.row_high) = ((t[:n], t[n:]) for t in touched)
        self._base = (
            np.where(self.low, 0.0, -inf),
            np.where(self.high, 0.0, inf),
            np.where(self.row_low, 0.0, -inf),
            np.where(self.row_high, 0.0, inf),
        )
        self.hot.set_columns(*self._base[:2])
        self.hot.set_rows(*self._base[2:])
        # what leans on a limit that is not touched is rounding: without it nothing is left to gain
        leans = np.where(self._sign * dual > 0.0, *touched)
        stray = np.where(leans, 0.0, dual)
        self.hot.set_gains(gain - stray[:n] - a.transposed_times(stray[n:]))

    def _touched(
        self, x: FloatArray, dual: FloatArray, low: FloatArray, high: FloatArray
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which limits of columns and rows (n + m,) the plan touches.

        Of a limit's distance and its price one is nothing; where rounding leaves something of
        both, the larger of the two counts.
        """
        a, units = self.hot.arrays, self.hot.units
        sizes = np.maximum(units.row, sizes_of_rows(a, x))
        size = np.concatenate([np.maximum(units.column, np.abs(x)), sizes])
        at = np.concatenate([x, a.times(x)])
        below, above = (at - low) / size, (high - at) / size
        unit = np.concatenate([units.column, units.row]) / units.objective
        dual = self._sign * dual * unit
        on_low = (dual > _ZERO) & (dual > below)
        on_high = (-dual > _ZERO) & (-dual > above)
        fixed = low == high
        return on_low | fixed | (below <= _TOUCHING), on_high | fixed | (above <= _TOUCHING)

    def degenerate(self, basis_columns: NDArray[np.bool_], basis_rows: NDArray[np.bool_]) -> bool:
        """Whether a basic column or row touches a limit, so that prices may not be unique."""
        columns = (self.low | self.high) & basis_columns
        rows = (self.row_low | self.row_high) & basis_rows
        return bool(columns.any() or rows.any())

    def shift_row(self, i: int, side: int) -> tuple[float, Answer]:
        """Derivative for moving the limit of row `i` up (`side` 1) or down (-1), and its answer."""
        step = side * float(self.hot.units.row[i])
        row = self.hot.program.rows[i].key
        lower = step if self.row_low[i] else -inf
        self.hot.set_row(row, lower, step if self.row_high[i] else inf)
        answer = self._solve(step)
        self.hot.set_row(row, float(self._base[2][i]), float(self._base[3][i]))
        return answer

    def along(self, direction: FloatArray) -> tuple[float, Answer]:
        """Derivative for moving all right-hand sides together along `direction` (m,)."""
        moving = direction != 0.0
        step = float((self.hot.units.row[moving] / np.abs(direction[moving])).min(initial=inf))
        step = step if step < inf else 1.0
        shift = step * direction
        low, high = self._base[2:]
        self.hot.set_rows(np.where(low == 0.0, shift, low), np.where(high == 0.0, shift, high))
        answer = self._solve(step)
        self.hot.set_rows(low, high)
        return answer

    def shift_bound(self, j: int, side: int, *, ceiling: bool) -> tuple[float, Answer]:
        """The same for one bound of column `j`, which the plan touches."""
        step = side * float(self.hot.units.column[j])
        low, high = float(self._base[0][j]), float(self._base[1][j])
        column = self.hot.program.columns[j].key
        self.hot.set_bounds(column, low if ceiling else step, step if ceiling else high)
        answer = self._solve(step)
        self.hot.set_bounds(column, low, high)
        return answer

    def move_column(self, j: int, side: int) -> float:
        """Best change of the objective per unit when column `j` is made to move up or down.

        Minus or plus infinity (the worst) if it cannot move that way.
        """
        if self.high[j] if side > 0 else self.low[j]:
            return -inf if self.hot.maximise else inf
        step = side * float(self.hot.units.column[j])
        column = self.hot.program.columns[j].key
        self.hot.set_bounds(column, step, step)
        self.hot.reset()
        best = self.hot.best()
        if best == self._endless:  # by rounding alone: the prices bound it
            with self.hot.within(FAR):
                best = self.hot.best()
        self.hot.set_bounds(column, float(self._base[0][j]), float(self._base[1][j]))
        return best / abs(step)

    def _solve(self, step: float) -> tuple[float, Answer]:
        self.hot.reset()
        answer = self.hot.solve()
        if answer.status is Status.UNBOUNDED:  # by rounding alone: the prices bound it
            with self.hot.within(FAR):
                answer = self.hot.solve()
        if answer.found:
            return answer.objective / step + 0.0, answer
        if answer.status is not Status.INFEASIBLE:
            raise NoSolution(f"The solver gave no verdict on a direction: {answer.status}.")
        worst = -inf if self.hot.maximise else inf
        return worst * (1.0 if step > 0 else -1.0), answer


def is_zero(dual: FloatArray, unit: FloatArray) -> NDArray[np.bool_]:
    """Which prices or reduced costs count as nothing, measured in their natural `unit`."""
    return np.abs(dual) <= 1e-9 * unit
