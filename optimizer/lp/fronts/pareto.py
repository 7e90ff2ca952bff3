"""All extreme efficient points of two linear sums over a programme's rows, with their weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

import numpy as np

from optimizer.lp.certificate import Certificate
from optimizer.lp.fronts.lexicographic import Aim, Best, Criterion, Lexicographic, criterion, vector
from optimizer.lp.fronts.sandwich import Pair, Touch, close_in, middle, span_of
from optimizer.lp.program import (
    Column,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.solution import NoSolution, Status
from optimizer.lp.solver import solve
from optimizer.system.progress import Watch

EXACT = 1e-9
"""Distance, with both ranges as 1, below which two points of a frontier count as the same."""


@dataclass(frozen=True, eq=False)
class Point:
    """An efficient plan: its two sums in stated units, its `x` (n,), and when it is best.

    It is best whenever one unit of the first sum is worth between `worth`[0] and `worth`[1] units
    of the second; `weights` says the same as the share λ of λ·first + (1-λ)·second (a sum that is
    to be small counts with a minus). `certificate` proves it for the weights `proved_at`, inside
    that range and both positive, so that no plan is better in one sum and as good in the other.
    """

    first: float
    second: float
    x: FloatArray
    worth: Pair
    proved_at: Pair
    certificate: Certificate
    program: LinearProgram

    @property
    def weights(self) -> Pair:
        """Least and greatest λ of λ·first + (1-λ)·second for which the plan is best."""
        low, high = self.worth
        return low / (1.0 + low), 1.0 if high == inf else high / (1.0 + high)

    @cached_property
    def value(self) -> dict[Key, float]:
        """Value of each column by key."""
        return dict(zip(self.program.column_number, self.x.tolist(), strict=True))


@dataclass(frozen=True, eq=False)
class Frontier:
    """The extreme efficient points from the best `first` to the best `second`.

    Every point on the line between two neighbours is efficient too. Where a sum has no limit but
    costs something of the other one, the frontier goes on beyond its end: `beyond_first` is what
    one more unit of the first sum costs of the second beyond the first point, `beyond_second` what
    one more unit of the second costs of the first beyond the last; None where it ends.
    `status` is OPTIMAL, INFEASIBLE, or UNBOUNDED where no plan is efficient. `gap` bounds how far,
    with both ranges as 1, any plan lies beyond the frontier.
    """

    program: LinearProgram
    first: Criterion
    second: Criterion
    status: Status
    points: tuple[Point, ...] = ()
    beyond_first: float | None = None
    beyond_second: float | None = None
    gap: float = 0.0

    @property
    def found(self) -> bool:
        """Whether there is an efficient plan."""
        return self.status is Status.OPTIMAL

    @property
    def exchange(self) -> tuple[float, ...]:
        """Between neighbours: units of the second sum given up for one more of the first (≥ 0)."""
        return tuple(p.worth[0] for p in self.points[:-1])


def efficient(
    program: LinearProgram,
    first: Aim,
    second: Aim,
    *,
    tolerance: float = EXACT,
    watch: Watch | None = None,
) -> Frontier:
    """The frontier of two sums; the programme's own gains are set aside.

    A mapping of gains is made large or small as the programme says, a Criterion as it says itself.
    Corners nearer than `tolerance` to the rest of the frontier, with both ranges as 1, may be left
    out. Raises MalformedProgram for unknown columns or integer columns (`efficient_whole` takes
    those), NoSolution if the solver gives no verdict, Cancelled.
    """
    if program.arrays.integer.any():
        raise MalformedProgram("A programme with integer columns needs efficient_whole.")
    return _Search(program, criterion(first), criterion(second), watch).frontier(tolerance)


class _Search:
    """One frontier in the making; inside, both sums are to be large."""

    def __init__(
        self, program: LinearProgram, first: Criterion, second: Criterion, watch: Watch | None
    ) -> None:
        self.program, self.first, self.second, self.watch = program, first, second, watch
        self.signs = first.sign(program), second.sign(program)
        self.gains = (
            self.signs[0] * vector(program, first.gains, "The first sum"),
            self.signs[1] * vector(program, second.gains, "The second sum"),
        )
        self.rows = Lexicographic(program)
        self.typical = self.rows.typical(self.gains[0]), self.rows.typical(self.gains[1])

    def frontier(self, tolerance: float) -> Frontier:
        """Ends, corners between them, and the proof of each."""
        bare = Frontier(self.program, self.first, self.second, Status.UNBOUNDED)
        ends, beyond = [self._best(0), self._best(1)], [inf, inf]
        for k, end in enumerate(ends):
            if end.status is Status.UNBOUNDED:
                beyond[k] = self._cost_beyond(k) if end.level == 0 else 0.0
            elif not end.found:
                return replace(bare, status=_verdict(end))
        # worth of one unit of the first sum: below `low` the second grows for ever, above `top` it
        low, top = 1.0 / beyond[1] if beyond[1] > 0 else inf, beyond[0]
        if low * (1 + EXACT) >= top * (1 - EXACT):
            return bare
        for k, worth in enumerate((top * (1 - EXACT), low * (1 + EXACT))):
            if beyond[k] < inf:
                ends[k] = self.rows.best(worth * self.gains[0] + self.gains[1])
                if not ends[k].found:
                    return replace(bare, status=_verdict(ends[k]))
        points, gap = self._points(ends, (low, top), tolerance)
        costs = [None if cost == inf else cost for cost in beyond]
        return replace(bare, status=Status.OPTIMAL, points=points, gap=gap,
                       beyond_first=costs[0], beyond_second=costs[1])  # fmt: skip

    def _best(self, k: int) -> Best:
        return self.rows.best(self.gains[k], self.gains[1 - k])

    def _cost_beyond(self, k: int) -> float:
        """What one more unit of the endless sum `k` costs of the other; 0 or less if nothing."""
        a = self.rows.arrays
        gain = self.gains[1 - k]
        columns = tuple(
            Column(c.key, -inf if low == -inf else 0.0, inf if high == inf else 0.0, g)
            for c, low, high, g in zip(
                self.program.columns, a.lower.tolist(), a.upper.tolist(), gain.tolist(), strict=True
            )
        )
        keys = [c.key for c in columns]
        step = {j: g for j, g in zip(keys, self.gains[k].tolist(), strict=True) if g}
        rows = (*(replace(r, rhs=0.0) for r in self.program.rows), Row(object(), step, Sense.EQ, 1))
        least = solve(LinearProgram(columns, rows))
        if least.status is Status.UNBOUNDED:
            return 0.0
        if least.objective is None:
            raise NoSolution(f"The solver gave no verdict: {least.status}.")
        hair = EXACT * self.typical[1 - k] / self.typical[k]
        return -least.objective if least.objective < -hair else 0.0

    def _touch(self, best: Best, weights: Pair = (0.0, 0.0)) -> Touch[FloatArray]:
        if best.x is None:
            raise NoSolution(f"The solver gave no verdict: {best.status}.")
        values = float(self.gains[0] @ best.x), float(self.gains[1] @ best.x)
        return Touch(values, best.x, weights[0] * values[0] + weights[1] * values[1])

    def _points(
        self, ends: list[Best], worth: Pair, tolerance: float
    ) -> tuple[tuple[Point, ...], float]:
        """All corners with the range of worths of each, and the gap left between them."""
        start, end = self._touch(ends[0]), self._touch(ends[1])
        span = span_of(start.values, end.values)
        size = [float(np.abs(g * t.payload).sum()) for g in self.gains for t in (start, end)]
        reach = max(size[:2]), max(size[2:])
        if span.first <= EXACT * reach[0] or span.second <= EXACT * reach[1]:
            # one plan is best in both sums, up to rounding in one of them
            one = end if span.first <= EXACT * reach[0] else start
            return (self._point(one, worth, (1 / self.typical[0], 1 / self.typical[1])),), 0.0
        rounding = 1e-12 * max(reach[0] / span.first, reach[1] / span.second)
        allowed = max(tolerance, rounding)
        chain = close_in(
            start, end, self._weighted, tolerance=allowed, straight=0.1 * allowed, watch=self.watch
        )
        units = 1.0 / span.first, 1.0 / span.second
        points = tuple(
            self._point(touch, between, units)
            for touch, between in zip(chain.touches, chain.worths(*worth), strict=True)
        )
        return points, chain.gap

    def _weighted(self, weights: Pair) -> Touch[FloatArray]:
        both = weights[0] * self.gains[0] + weights[1] * self.gains[1]
        return self._touch(self.rows.best(both), weights)

    def _point(self, touch: Touch[FloatArray], worth: Pair, units: Pair) -> Point:
        """The point with its proof, from weights in the middle of those for which it is best."""
        weights = middle(worth, units)
        both = weights[0] * self.gains[0] + weights[1] * self.gains[1]
        best = self.rows.best(both)
        if best.prices is None:
            raise NoSolution(f"The solver gave no verdict: {best.status}.")
        certificate = self.rows.check(both, touch.payload, best.prices)
        first, second = (s * v + 0.0 for s, v in zip(self.signs, touch.values, strict=True))
        return Point(first, second, touch.payload, worth, weights, certificate, self.program)


def _verdict(best: Best) -> Status:
    if best.status in (Status.INFEASIBLE, Status.UNBOUNDED):
        return best.status
    raise NoSolution(f"The solver gave no verdict: {best.status}.")
