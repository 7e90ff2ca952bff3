"""The exact curve of an optimum along the gain of one column, and where the best plan changes."""

from __future__ import annotations

from math import inf, isfinite
from typing import NamedTuple

import numpy as np

from optimizer.lp.face import limits
from optimizer.lp.hot import Hot
from optimizer.lp.program import Column, FloatArray, Key, LinearProgram, MalformedProgram, Row
from optimizer.lp.sensitivity.pieces import (
    MOST_PIECES,
    NO_ADVANCE,
    Curve,
    CurvePoint,
    Interval,
    misfit,
)
from optimizer.lp.sensitivity.tangent import Tangent
from optimizer.lp.solution import NoSolution, Status


class _Piece(NamedTuple):
    """Between two gains one plan `x` (n,) stays best."""

    low: float
    high: float
    x: FloatArray


def gain_curve(program: LinearProgram, column: Key, *, start: float, stop: float) -> Curve:
    """The optimum as the gain of `column` runs from `start` to `stop`.

    On each piece one plan stays best and the slope is its value of the column; at the points the
    plan changes (`Curve.jumps`). The curve is convex when maximising, concave when minimising.
    Raises MalformedProgram for an unknown column or a stretch that is none, NoSolution for a
    programme with integer columns.
    """
    if program.arrays.integer.any():
        raise NoSolution("A curve needs a programme without integer columns.")
    if column not in program.column_number:
        raise MalformedProgram(f"The curve names an unknown column {column!r}.")
    if not (isfinite(start) and isfinite(stop) and start <= stop):
        raise MalformedProgram(f"A curve cannot run from {start} to {stop}.")
    return _Walk(program, column).curve(float(start), float(stop))


class _Walk:
    """One programme, its tangent and its face, all kept warm."""

    def __init__(self, program: LinearProgram, column: Key) -> None:
        self.program, self.column = program, column
        self.j = program.column_number[column]
        self.hot, self.face = Hot(program), Hot(program)
        self.sign = 1 if program.maximise else -1

    def curve(self, start: float, stop: float) -> Curve:
        low, high = (min(max(end, start), stop) for end in self._bounded())
        endless: tuple[Interval, ...] = ((start, low), (high, stop))
        endless = tuple(gap for gap in endless if gap[1] > gap[0])
        middle = low + 0.5 * (high - low)
        self.hot.set_gain(self.column, middle)
        answer = self.hot.solve()
        if answer.status is Status.INFEASIBLE:
            return self._result((start, stop), [], ((start, stop),), ())
        if answer.status is Status.UNBOUNDED:
            return self._result((start, stop), [], (), ((start, stop),))
        self.stretch = max(stop - start, NO_ADVANCE * abs(start))
        self.tangent = Tangent(self.program, answer.x, answer.prices, answer.basis)
        pieces = [*reversed(self._walk(middle, low, -1)), *self._walk(middle, high, 1)]
        if not pieces:
            pieces = [_Piece(middle, middle, answer.x)]
        return self._result((start, stop), pieces, (), endless)

    def _bounded(self) -> tuple[float, float]:
        """Between which gains the objective has a limit, as far as this column decides it."""
        p = self.program
        columns = tuple(
            Column(c.key, -inf if c.lower == -inf else 0.0, inf if c.upper == inf else 0.0, c.gain)
            for c in p.columns
        )
        rows = tuple(Row(r.key, r.terms, r.sense, 0.0) for r in p.rows)
        hot = Hot(LinearProgram(columns, rows, p.maximise))
        hot.set_gain(self.column, 0.0)
        ends = {}
        for side in (-1, 1):
            allowed = columns[self.j].upper if side > 0 else columns[self.j].lower
            step = side * float(hot.units.column[self.j])
            hot.set_bounds(self.column, step, step)
            ends[side] = -hot.best() / step if allowed else side * self.sign * inf
        return ends[-self.sign], ends[self.sign]

    def _walk(self, origin: float, end: float, side: int) -> list[_Piece]:
        """All pieces from `origin` to `end`, which lies on that side, in the order of walking."""
        pieces: list[_Piece] = []
        here = origin
        while side * (end - here) > NO_ADVANCE * self.stretch:
            x, prices, gains = self._extreme(here, side)
            self.tangent.around(x, prices, gains=gains)
            loss = abs(self.tangent.move_column(self.j, side * self.sign))
            ahead = min(max(here + side * loss, min(here, end)), max(here, end))
            if side * (end - ahead) <= NO_ADVANCE * self.stretch:
                ahead = end
            if abs(ahead - here) <= NO_ADVANCE * self.stretch:
                raise NoSolution(f"The curve could not be followed beyond {here:g}.")
            pieces.append(_Piece(min(here, ahead), max(here, ahead), x))
            if len(pieces) > MOST_PIECES:
                raise NoSolution(f"The curve has more than {MOST_PIECES} pieces.")
            here = ahead
        return pieces

    def _extreme(self, gain: float, side: int) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Of all plans that are best at this gain, the one that stays best towards `side`.

        With its prices (m,) and all gains (n,).
        """
        self.hot.set_gain(self.column, gain)
        answer = self.hot.solve()
        if not answer.found:
            raise NoSolution(f"The solver gave no verdict at {gain:g}: {answer.status}.")
        gains = self.hot.arrays.gain.copy()
        gains[self.j] = gain
        low, up, row_low, row_up = limits(
            self.hot.arrays.with_gain(gains), self.hot.units, self.program.maximise, answer.prices
        )
        self.face.set_columns(low, up)
        self.face.set_rows(row_low, row_up)
        towards = np.zeros(len(gains))
        towards[self.j] = self.hot.units.objective / self.hot.units.column[self.j] * side
        self.face.set_gains(towards)
        extreme = self.face.solve()
        return extreme.x if extreme.found else answer.x, answer.prices, gains

    def _result(
        self,
        stretch: Interval,
        pieces: list[_Piece],
        infeasible: tuple[Interval, ...],
        unbounded: tuple[Interval, ...],
    ) -> Curve:
        kept: list[_Piece] = []
        size = max((abs(p.x[self.j]) for p in pieces), default=0.0)
        for piece in pieces:
            if kept and abs(piece.x[self.j] - kept[-1].x[self.j]) <= 1e-9 * size:
                kept[-1] = _Piece(kept[-1].low, piece.high, kept[-1].x)
            else:
                kept.append(piece)
        points = [self._point(p.low, p.x) for p in kept]
        slopes = [float(p.x[self.j]) for p in kept]
        if kept and kept[-1].high > kept[-1].low:
            points.append(self._point(kept[-1].high, kept[-1].x))
        else:
            slopes = slopes[:-1]
        return Curve(
            *stretch,
            tuple(points),
            tuple(slopes),
            infeasible,
            unbounded,
            self.program.maximise,
            misfit(points, slopes, self.hot.units.objective),
            jumps=True,
        )

    def _point(self, gain: float, x: FloatArray) -> CurvePoint:
        a = self.hot.arrays
        rest = float(a.gain @ x) - float(a.gain[self.j]) * float(x[self.j])
        return CurvePoint(gain, rest + gain * float(x[self.j]) + self.hot.constant + 0.0, x)
