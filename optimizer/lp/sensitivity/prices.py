"""What each limit is worth on either side, how far that holds, and which gains keep the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from optimizer.lp.face import Face
from optimizer.lp.program import Key, Sense
from optimizer.lp.sensitivity.ratio import ratio_of
from optimizer.lp.sensitivity.tangent import Tangent, is_zero
from optimizer.lp.solution import At, NoSolution, Solution

_SAME = 1e-9
"""Relative difference below which a derivative counts as the solver's own price."""

_DUST = 1e-12
"""A derivative below this, in natural units, is nothing but rounding."""


@dataclass(frozen=True)
class LimitPrice:
    """The worth of one limit: a row's right-hand side or a column's bound.

    `down` is the loss of the stated objective per unit taken from `limit`, `up` the gain per unit
    added to it (both are derivatives, so they are equal where the optimum is smooth). `down` holds
    until the limit falls to `holds_from`, `up` until it rises to `holds_to`. Where even a small
    move leaves no plan at all the price is infinite, with the sign that makes the objective worse
    (`down` = inf and `up` = -inf when maximising, the reverse when minimising), and the range ends
    at the limit itself. An upper limit that is not binding holds from its activity to infinity.
    """

    limit: float
    down: float
    up: float
    holds_from: float
    holds_to: float


@dataclass(frozen=True)
class RowPrice(LimitPrice):
    """A row: its `price` as the solver reports it, `activity` Σ terms, `slack` to the limit."""

    price: float
    activity: float
    slack: float
    binding: bool


@dataclass(frozen=True)
class ColumnPrice:
    """A column: `reduced_cost`, and the gains `gain_from`…`gain_to` for which the plan stays best.

    `ceiling` and `floor` price its bounds; None for an infinite bound and for a floor of zero,
    whose worth is the reduced cost.
    """

    value: float
    reduced_cost: float
    gain: float
    gain_from: float
    gain_to: float
    ceiling: LimitPrice | None
    floor: LimitPrice | None


@dataclass(frozen=True)
class Prices:
    """The sensitivity report of an optimum, by key of row and column."""

    rows: Mapping[Key, RowPrice]
    columns: Mapping[Key, ColumnPrice]


def prices(
    solution: Solution,
    rows: Iterable[Key] | None = None,
    columns: Iterable[Key] | None = None,
) -> Prices:
    """Price rows and columns of a certified optimum; all of them unless some are named.

    Naming only rows leaves the columns out, and the other way round. Raises NoSolution if there
    is no optimum or if the programme has integer columns (whose optimum has no derivative).
    """
    if not solution.found or solution.prices is None:
        raise NoSolution("Prices need an optimum of a programme without integer columns.")
    program = solution.program
    if rows is None and columns is None:
        rows, columns = program.row_number, program.column_number
    report = _Report(solution)
    return Prices(
        {key: report.row(program.row_number[key]) for key in rows or ()},
        {key: report.column(program.column_number[key]) for key in columns or ()},
    )


class _Report:
    """One plan, the directions open to it, and the plans that share its prices."""

    def __init__(self, solution: Solution) -> None:
        assert solution.x is not None
        assert solution.prices is not None
        assert solution.reduced is not None
        assert solution.basis is not None
        self.program, self.a = solution.program, solution.program.arrays
        self.x, self.y, self.d = solution.x, solution.prices, solution.reduced
        self.activity = self.a.times(self.x)
        self.tangent = Tangent(solution.program, solution.x, solution.prices, solution.basis)
        self.face = Face(solution.program, solution.basis)
        basic = solution.basis.columns == At.BASIC, solution.basis.rows == At.BASIC
        self.smooth = not self.tangent.degenerate(*basic)
        units = self.face.hot.units
        self.column_unit = units.objective / units.column
        self.row_unit = units.objective / units.row
        self.free_column = is_zero(self.d, self.column_unit)
        self.free_row = is_zero(self.y, self.row_unit)
        movable = ~basic[0] & (self.a.lower < self.a.upper) & self.free_column
        slack = ~basic[1] & (self.a.row_lower < self.a.row_upper) & self.free_row
        self.unique = self.smooth and not (movable.any() or slack.any())
        self.ratio = ratio_of(solution) if self.unique else None

    def row(self, i: int) -> RowPrice:
        row = self.program.rows[i]
        rhs, activity, price = float(row.rhs), float(self.activity[i]), float(self.y[i])
        binding = bool(self.tangent.row_low[i] or self.tangent.row_high[i])
        ends = []
        for side in (-1, 1):
            ends.append(self._row_side(i, side, binding))
        (down, start), (up, end) = ends
        slack = 0.0 if binding else (rhs - activity if row.sense is Sense.LE else activity - rhs)
        return RowPrice(rhs, down, up, start, end, price, activity + 0.0, slack, binding)

    def _row_side(self, i: int, side: int, binding: bool) -> tuple[float, float]:
        """Price of one side of row `i` and the right-hand side at which it ends."""
        rhs, sense = float(self.program.rows[i].rhs), self.program.rows[i].sense
        slope, y, unit = 0.0, self.y, float(self.row_unit[i])
        if self.smooth:
            slope = self._settled(float(self.y[i]), 0.0, unit)
        elif binding:
            slope, answer = self.tangent.shift_row(i, side)
            if not answer.found:
                return slope, rhs
            slope, y = self._settled(slope, float(self.y[i]), unit), answer.prices
        idle = slope == 0.0 and sense is not Sense.EQ
        if idle and side == (1 if sense is Sense.LE else -1):
            return slope, side * inf
        if idle and not binding and self.unique:
            return slope, float(self.activity[i]) + 0.0
        if self.ratio is not None and binding:
            return slope, rhs + side * self.ratio.reach(len(self.x) + i, side)
        return slope, self._beyond(self.face.at(y).furthest_row(i, side), rhs, side)

    def column(self, j: int) -> ColumnPrice:
        gain, reduced = float(self.a.gain[j]), float(self.d[j])
        lower, upper = float(self.a.lower[j]), float(self.a.upper[j])
        down, up = self._move(j, -1), self._move(j, 1)
        span = (gain + down, gain - up) if self.program.maximise else (gain - up, gain + down)
        return ColumnPrice(
            float(self.x[j]),
            reduced,
            gain,
            span[0] + 0.0,
            span[1] + 0.0,
            self._bound(j, upper, ceiling=True) if upper < inf else None,
            self._bound(j, lower, ceiling=False) if lower not in (0.0, -inf) else None,
        )

    def _move(self, j: int, side: int) -> float:
        """Best change of the objective per unit when column `j` has to move."""
        touching = self.tangent.high[j] if side > 0 else self.tangent.low[j]
        other = self.tangent.low[j] if side > 0 else self.tangent.high[j]
        if self.smooth and other and not touching:
            return side * float(self.d[j])
        if self.ratio is not None and not touching:
            sign = 1 if self.program.maximise else -1
            return -sign * self.ratio.gain_reach(j, side * sign)
        slope, price = self.tangent.move_column(j, side), side * float(self.d[j])
        return self._settled(slope, price, float(self.column_unit[j]))

    def _bound(self, j: int, limit: float, *, ceiling: bool) -> LimitPrice:
        touching = bool(self.tangent.high[j] if ceiling else self.tangent.low[j])
        ends = []
        for side in (-1, 1):
            ends.append(self._bound_side(j, side, touching, ceiling))
        (down, start), (up, end) = ends
        return LimitPrice(limit, down, up, start, end)

    def _bound_side(self, j: int, side: int, touching: bool, ceiling: bool) -> tuple[float, float]:
        limit = float((self.a.upper if ceiling else self.a.lower)[j])
        other = float((self.a.lower if ceiling else self.a.upper)[j])
        slope, y, unit = 0.0, self.y, float(self.column_unit[j])
        if touching:
            if self.smooth and limit != other:
                slope = self._settled(float(self.d[j]), 0.0, unit)
            else:
                slope, answer = self.tangent.shift_bound(j, side, ceiling=ceiling)
                if not answer.found:
                    return slope, limit
                slope, y = self._settled(slope, float(self.d[j]), unit), answer.prices
        if slope == 0.0 and side == (1 if ceiling else -1):
            return slope, side * inf
        if not touching and self.unique:
            return slope, float(self.x[j])
        if self.ratio is not None and limit != other:
            end = limit + side * self.ratio.reach(j, side)
            return slope, max(end, other) if ceiling else min(end, other)
        furthest = self.face.at(y).furthest_column(j, side, ceiling=ceiling)
        return slope, self._beyond(furthest, limit, side)

    def _settled(self, slope: float, price: float, unit: float) -> float:
        """A derivative without rounding dust: zero, or the solver's price, where it is that."""
        if abs(slope) <= _DUST * unit:
            return 0.0
        if abs(slope - price) <= _SAME * abs(price):
            return price
        return slope

    def _beyond(self, furthest: float, limit: float, side: int) -> float:
        """The end of a range, never on the wrong side of the limit through rounding."""
        return max(furthest, limit) if side > 0 else min(furthest, limit)
