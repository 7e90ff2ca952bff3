"""The exact curve of an optimum along right-hand sides, with every breakpoint."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

import numpy as np

from optimizer.lp.face import limits
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import (
    Column,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
)
from optimizer.lp.scaling import natural_units
from optimizer.lp.sensitivity.pieces import (
    MOST_PIECES,
    NO_ADVANCE,
    Curve,
    CurvePoint,
    Interval,
    Step,
    joined,
    misfit,
)
from optimizer.lp.sensitivity.tangent import Tangent
from optimizer.lp.solution import NoSolution, Status
from optimizer.system.progress import Tally, Watch

_LEAP = 1e-9
"""Share of the stretch that is stepped over where pieces are shorter than NO_ADVANCE of it.

Four times as much each time in a row.
"""


def curve(
    program: LinearProgram,
    *,
    row: Key | None = None,
    direction: Mapping[Key, float] | None = None,
    start: float,
    stop: float,
    watch: Watch | None = None,
) -> Curve:
    """The optimum as the right-hand side of `row` runs from `start` to `stop`.

    Or, with `direction`, as t runs from `start` to `stop` and each row it names has the right-hand
    side rhs + t·direction. The curve is concave when maximising, convex when minimising.
    `watch` hears how much of the stretch is walked, in percent. Raises MalformedProgram for unknown
    rows or a stretch that is none, NoSolution for a programme with integer columns.
    """
    if program.arrays.integer.any():
        raise NoSolution("A curve needs a programme without integer columns.")
    if not (isfinite(start) and isfinite(stop) and start <= stop):
        raise MalformedProgram(f"A curve cannot run from {start} to {stop}.")
    if (row is None) == (direction is None):
        raise MalformedProgram("A curve runs along one row, or else along one direction.")
    ways = {row: 1.0} if direction is None else dict(direction)
    unknown = [k for k in ways if k not in program.row_number]
    if unknown:
        raise MalformedProgram(f"The curve names an unknown row {unknown[0]!r}.")
    walk = _Walk(program, ways, direction is None, Tally(watch, 100))
    return walk.curve(float(start), float(stop))


class _Walk:
    """The same programme with the parameter as one more column, its last."""

    def __init__(
        self, program: LinearProgram, ways: Mapping[Key, float], absolute: bool, tally: Tally
    ) -> None:
        rows = []
        for r in program.rows:
            rhs = 0.0 if absolute and r.key in ways else float(r.rhs)
            rows.append(Row(r.key, r.terms, r.sense, rhs))
        self.base = LinearProgram(program.columns, tuple(rows), program.maximise, program.constant)
        self.ways = np.array([float(ways.get(r.key, 0.0)) for r in program.rows])
        self.gain, self.units = program.arrays.gain, natural_units(program.arrays)
        self._parameter, self.tally = object(), tally

    def at(self, t: float) -> LinearProgram:
        """The programme at one value of the parameter."""
        rows = tuple(
            Row(r.key, r.terms, r.sense, float(r.rhs) + t * way) if way else r
            for r, way in zip(self.base.rows, self.ways.tolist(), strict=True)
        )
        return LinearProgram(self.base.columns, rows, self.base.maximise, self.base.constant)

    def widened(self, start: float, stop: float) -> LinearProgram:
        """Largest parameter between `start` and `stop` for which there is a plan."""
        rows = tuple(
            Row(r.key, {**r.terms, self._parameter: -way} if way else r.terms, r.sense, r.rhs)
            for r, way in zip(self.base.rows, self.ways.tolist(), strict=True)
        )
        columns = tuple(Column(c.key, c.lower, c.upper) for c in self.base.columns)
        return LinearProgram((*columns, Column(self._parameter, start, stop, 1.0)), rows)

    def curve(self, start: float, stop: float) -> Curve:
        self.hot = Hot(self.widened(start, stop))
        last = self._furthest(1)
        first = self._furthest(-1)
        if last is None or first is None:
            return self._without(start, stop, ((start, stop),), ())
        gaps = _gaps(start, stop, first[0], last[0])
        middle = first[0] + 0.5 * (last[0] - first[0])
        answer = Hot(self.at(middle)).solve()
        if answer.status is Status.UNBOUNDED:
            return self._without(start, stop, gaps, ((first[0], last[0]),))
        if not answer.found:
            raise NoSolution(f"The solver gave no verdict at {middle:g}: {answer.status}.")
        self.reach = {1: last[0], -1: first[0]}
        self.stretch = max(stop - start, NO_ADVANCE * abs(start))
        origin = CurvePoint(middle, answer.objective, answer.x)
        walks = [self._walk(origin, answer, side) for side in (-1, 1)]
        points, slopes = joined(walks[0], origin, walks[1])
        return Curve(
            start,
            stop,
            tuple(points),
            tuple(slopes),
            gaps,
            (),
            self.base.maximise,
            misfit(points, slopes, self.units.objective),
        )

    def _without(
        self,
        start: float,
        stop: float,
        infeasible: tuple[Interval, ...],
        unbounded: tuple[Interval, ...],
    ) -> Curve:
        return Curve(start, stop, (), (), infeasible, unbounded, self.base.maximise, 0.0)

    def _furthest(self, side: int) -> tuple[float, FloatArray] | None:
        """How far the parameter may move as `hot` now stands, with the plan there."""
        gains = np.zeros(len(self.gain) + 1)
        gains[-1] = float(side)
        self.hot.set_gains(gains)
        answer = self.hot.solve()
        return (float(answer.x[-1]), answer.x[:-1]) if answer.found else None

    def _walk(self, origin: CurvePoint, answer: Answer, side: int) -> list[Step]:
        """All pieces from `origin` to the end of the stretch on one side."""
        steps: list[Step] = []
        here, least, a = origin, NO_ADVANCE * self.stretch, self.base.arrays
        leap = _LEAP
        tangent = Tangent(self.base, origin.x, answer.prices, answer.basis)
        while side * (self.reach[side] - here.at) > least:
            shift = here.at * self.ways
            rows = a.row_lower + shift, a.row_upper + shift
            tangent.around(here.x, answer.prices, rows=rows)
            slope, answer = tangent.along(side * self.ways)
            if not answer.found:
                break
            tangent.hot.keep()
            ahead = self._piece(answer.prices, here, side)
            if ahead is None or side * (ahead.at - here.at) <= least:
                ahead, answer = self._leap(here, side, leap)
                leap *= 4.0
            else:
                leap = _LEAP
            if ahead is None:
                break
            if side * (self.reach[side] - ahead.at) <= least:
                ahead = CurvePoint(self.reach[side], ahead.objective, ahead.x)
            steps.append(Step(ahead, side * slope))
            here = ahead
            self._told(here.at, side)
            if len(steps) > MOST_PIECES:
                raise NoSolution(f"The curve has more than {MOST_PIECES} pieces.")
        if side * (self.reach[side] - here.at) > _LEAP * self.stretch:
            raise NoSolution(f"The curve could not be followed beyond {here.at:g}.")
        return steps

    def _told(self, at: float, side: int) -> None:
        """Both sides are walked from the middle, the lower one first."""
        first, last = self.reach[-1], self.reach[1]
        walked = first + 0.5 * (last - first) - at if side < 0 else at - first
        self.tally.reach(min(100, int(100 * walked / (last - first))))

    def _leap(self, here: CurvePoint, side: int, share: float) -> tuple[CurvePoint | None, Answer]:
        """The optimum a little further on, beyond pieces too short to be told from nothing."""
        at = here.at + side * min(share * self.stretch, abs(self.reach[side] - here.at))
        answer = Hot(self.at(at)).solve()
        return CurvePoint(at, answer.objective, answer.x) if answer.found else None, answer

    def _piece(self, prices: FloatArray, here: CurvePoint, side: int) -> CurvePoint | None:
        """Where the piece with these prices ends on one side."""
        low, up, row_low, row_up = limits(self.base.arrays, self.units, self.base.maximise, prices)
        ends = sorted((here.at, self.reach[side]))
        self.hot.set_columns(np.append(low, ends[0]), np.append(up, ends[1]))
        self.hot.set_rows(row_low, row_up)
        found = self._furthest(side)
        if found is None:
            return None
        at, x = found
        return CurvePoint(at, float(self.gain @ x) + float(self.base.constant) + 0.0, x)


def _gaps(start: float, stop: float, first: float, last: float) -> tuple[Interval, ...]:
    """The two ends of the stretch where there is no plan."""
    return tuple(gap for gap in ((start, first), (last, stop)) if gap[1] > gap[0])
