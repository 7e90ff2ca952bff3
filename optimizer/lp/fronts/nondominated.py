"""Efficient points of two sums over a programme with integer columns, one bound at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import gcd, inf, lcm

import numpy as np

from optimizer.lp.certificate import Certificate
from optimizer.lp.fronts.lexicographic import Aim, Best, Criterion, Lexicographic, criterion, vector
from optimizer.lp.fronts.pareto import EXACT
from optimizer.lp.fronts.sandwich import Pair
from optimizer.lp.program import FloatArray, LinearProgram, MalformedProgram, Row, Sense
from optimizer.lp.rational.numbers import rational
from optimizer.lp.solution import Status
from optimizer.system.progress import Tally, Watch


@dataclass(frozen=True, eq=False)
class WholePoint:
    """A plan that no other dominates: its sums in stated units, `x` (n,), proven relative `gap`.

    `supported` tells whether some weighted sum of both would choose it among the points found.
    """

    first: float
    second: float
    x: FloatArray
    gap: float
    supported: bool
    certificate: Certificate | None


@dataclass(frozen=True, eq=False)
class WholeFrontier:
    """Nondominated points from the best `first` to the best `second`.

    `complete` if there are no others. Else `unexplored` is the share of the rectangle between the
    ends in which others may hide; every other plan is proved to be no better. `status` is STOPPED
    where the time ran out, with the points found until then.
    """

    program: LinearProgram
    first: Criterion
    second: Criterion
    status: Status
    points: tuple[WholePoint, ...] = ()
    complete: bool = False
    unexplored: float = 0.0
    gap: float = 0.0


def efficient_whole(
    program: LinearProgram,
    first: Aim,
    second: Aim,
    *,
    steps: int | None = None,
    time_limit: float | None = None,
    watch: Watch | None = None,
) -> WholeFrontier:
    """Nondominated points by the epsilon-constraint method (Haimes, 1971; Mavrotas, 2009).

    Without `steps` all of them: one sum must then consist of integer columns alone, so that it
    grows in known steps. With `steps` as many bounds are put on the second sum at equal distances.
    Each point is optimal in the first sum and then in the second. `time_limit` in seconds is for
    each solve; `watch` hears how much of the way is walked, in percent. Raises MalformedProgram for
    unknown columns, for `steps` below 1, or where all points are asked for and neither sum is
    whole, and Cancelled.
    """
    if steps is not None and steps < 1:
        raise MalformedProgram("The number of steps must be at least one.")
    search = _Walk(program, criterion(first), criterion(second), time_limit, watch)
    if steps is None and search.grain(1) is None:
        if search.grain(0) is None:
            raise MalformedProgram(
                "Neither sum consists of integer columns alone; say how many steps to take."
            )
        turned = efficient_whole(program, second, first, time_limit=time_limit, watch=watch)
        points = tuple(replace(p, first=p.second, second=p.first) for p in reversed(turned.points))
        return replace(turned, first=turned.second, second=turned.first, points=points)
    return search.frontier(steps)


class _Walk:
    """From the best first sum towards the best second one; inside, both are to be large."""

    def __init__(
        self,
        program: LinearProgram,
        first: Criterion,
        second: Criterion,
        time_limit: float | None,
        watch: Watch | None,
    ) -> None:
        self.program, self.first, self.second = program, first, second
        self.signs = first.sign(program), second.sign(program)
        self.gains = (
            self.signs[0] * vector(program, first.gains, "The first sum"),
            self.signs[1] * vector(program, second.gains, "The second sum"),
        )
        self.time_limit = time_limit
        self.tally = Tally(watch, 100)

    def grain(self, k: int) -> float | None:
        """The largest step that sum `k` is a multiple of; None with continuous columns in it."""
        gains = self.gains[k]
        used = gains != 0
        if not self.program.arrays.integer[used].all():
            return None
        parts = [abs(rational(g)) for g in gains[used].tolist()]
        if not parts:
            return 1.0
        whole = lcm(*(p.denominator for p in parts))
        return float(Fraction(reduce(gcd, (int(p * whole) for p in parts)), whole))

    def best(self, k: int, at_least: float = -inf) -> Best:
        """Most of sum `k`, then of the other, where the second sum is at least so much."""
        rows = self.program.rows
        if at_least > -inf:
            keys = list(self.program.column_number)
            terms = {j: g for j, g in zip(keys, self.gains[1].tolist(), strict=True) if g}
            rows = (*rows, Row(object(), terms, Sense.GE, at_least))
        search = Lexicographic(replace(self.program, rows=rows), time_limit=self.time_limit)
        return search.best(self.gains[k], self.gains[1 - k])

    def frontier(self, steps: int | None) -> WholeFrontier:
        """The walk from the best first sum, bound by bound, to the best second one."""
        bare = WholeFrontier(self.program, self.first, self.second, Status.OPTIMAL)
        ends = self.best(0), self.best(1)
        for end in ends:
            if not end.found:
                return replace(bare, status=end.status)
        (top, low), (bottom, high) = (self._values(end) for end in ends)
        grain = self.grain(1)
        sizes = [float(np.abs(self.gains[1] * end.x).sum()) for end in ends if end.x is not None]
        hair = EXACT * max(sizes) if grain is None else 0.5 * grain
        levels = [] if steps is None else np.linspace(low, high, steps + 1)[1:].tolist()
        found, hidden, status = [ends[0]], 0.0, Status.OPTIMAL
        reached = low
        while reached < high - hair:
            first, second = self._values(found[-1])
            bound = next((e for e in levels if e > reached + hair), reached + 2 * hair)
            answer = self.best(0, bound - (min(hair, EXACT * max(sizes)) if steps else hair))
            if not answer.found:
                status = answer.status if answer.status is Status.STOPPED else Status.FAILED
                hidden += (first - bottom) * (high - second)
                break
            here = self._values(answer)
            if steps is not None and bound > second + 2.001 * hair:
                hidden += max(0.0, first - here[0]) * (bound - second)
            if here[1] > second + hair:
                found.append(answer)
            reached = max(bound, here[1])  # rounding may leave a plan a hair below its bound
            self.tally.reach(min(100, round(100 * (reached - low) / (high - low))))
        area = (top - bottom) * (high - low)
        share = min(1.0, max(0.0, hidden / area)) if area > 0 else 0.0
        return replace(
            bare,
            status=status,
            points=tuple(self._points(found)),
            complete=status is Status.OPTIMAL and share == 0.0,
            unexplored=share,
            gap=max(best.gap for best in found),
        )

    def _values(self, best: Best) -> tuple[float, float]:
        assert best.x is not None
        return float(self.gains[0] @ best.x), float(self.gains[1] @ best.x)

    def _points(self, found: list[Best]) -> Iterator[WholePoint]:
        values = [self._values(best) for best in found]
        hull: list[int] = []
        for at, there in enumerate(values):
            while len(hull) >= 2 and _inside(values[hull[-2]], values[hull[-1]], there):
                hull.pop()
            hull.append(at)
        for at, (best, pair) in enumerate(zip(found, values, strict=True)):
            assert best.x is not None
            first, second = (s * v + 0.0 for s, v in zip(self.signs, pair, strict=True))
            yield WholePoint(first, second, best.x, best.gap, at in hull, best.certificate)


def _inside(here: Pair, middle: Pair, there: Pair) -> bool:
    """Whether the middle one of three points lies below the line between the others."""
    across, up = here[0] - there[0], there[1] - here[1]
    beyond = (middle[1] - here[1]) * across - (here[0] - middle[0]) * up
    return beyond < -EXACT * across * up
