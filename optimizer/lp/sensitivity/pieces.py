"""A piecewise linear curve of optima: breakpoints, slopes, plans, and where there is no optimum."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf

from optimizer.lp.program import FloatArray
from optimizer.lp.solution import NoSolution

Interval = tuple[float, float]

MOST_PIECES = 10_000
"""A curve with more pieces than this is taken for a fault."""

NO_ADVANCE = 1e-12
"""A step shorter than this share of the whole stretch is none."""


@dataclass(frozen=True, eq=False)
class CurvePoint:
    """One breakpoint or end: the parameter, the optimum there and an optimal plan `x` (n,)."""

    at: float
    objective: float
    x: FloatArray


@dataclass(frozen=True, eq=False)
class Curve:
    """The optimum over one number between `start` and `stop`.

    Between two neighbours of `points` the optimum is linear with the slope of the same position
    in `slopes` (one fewer); without any optimum both are empty. `infeasible` and `unbounded` are
    the open-ended intervals where there is no plan, or no limit to the objective.
    `residual` is by how much the points miss the lines that the prices prove, as a share of the
    objective: what is left of rounding. `jumps` tells that the plan of a point holds unchanged
    until the next one; otherwise plans run in a straight line from point to point.
    """

    start: float
    stop: float
    points: tuple[CurvePoint, ...]
    slopes: tuple[float, ...]
    infeasible: tuple[Interval, ...]
    unbounded: tuple[Interval, ...]
    maximise: bool
    residual: float
    jumps: bool = False

    @property
    def breakpoints(self) -> tuple[float, ...]:
        """Where the slope changes, ends left out."""
        return tuple(p.at for p in self.points[1:-1])

    def objective(self, at: float) -> float:
        """The optimum at one value; infinite where there is none, the worse way if infeasible.

        Raises NoSolution outside `start`…`stop`.
        """
        if not self.start <= at <= self.stop:
            raise NoSolution(f"The curve runs from {self.start:g} to {self.stop:g}, not to {at:g}.")
        inside = self._inside(at)
        if inside is not None:
            k, share = self._place(inside)
            if share == 0.0:
                return self.points[k].objective
            return self.points[k].objective + self.slopes[k] * (inside - self.points[k].at)
        endless = any(low <= at <= high for low, high in self.unbounded)
        return inf if endless == self.maximise else -inf

    def plan(self, at: float) -> FloatArray:
        """An optimal plan at one value, shape (n,). Raises NoSolution where there is none."""
        inside = self._inside(at)
        if inside is None:
            raise NoSolution(f"There is no optimum at {at:g}.")
        k, share = self._place(inside)
        if share == 0.0 or self.jumps:
            return self.points[k].x
        return (1.0 - share) * self.points[k].x + share * self.points[k + 1].x

    def _inside(self, at: float) -> float | None:
        """The value within the points; one that misses their ends by rounding is that end."""
        if not self.points:
            return None
        first, last = self.points[0].at, self.points[-1].at
        hair = NO_ADVANCE * max(self.stop - self.start, abs(first), abs(last))
        return min(max(at, first), last) if first - hair <= at <= last + hair else None

    def _place(self, at: float) -> tuple[int, float]:
        """Number of the piece that holds `at`, and how far along it."""
        k = min(bisect_right([p.at for p in self.points], at) - 1, len(self.points) - 1)
        if k == len(self.points) - 1:
            return k, 0.0
        return k, (at - self.points[k].at) / (self.points[k + 1].at - self.points[k].at)


@dataclass(frozen=True, eq=False)
class Step:
    """A piece found while walking away from a start: the point where it ends and its slope."""

    point: CurvePoint
    slope: float


def joined(
    left: list[Step], middle: CurvePoint, right: list[Step]
) -> tuple[list[CurvePoint], list[float]]:
    """Points and slopes of both walks in order of the parameter; equal slopes become one piece."""
    points = [s.point for s in reversed(left)] + [middle] + [s.point for s in right]
    slopes = [s.slope for s in reversed(left)] + [s.slope for s in right]
    size = max((abs(s) for s in slopes), default=0.0)
    kept_points = points[:1]
    kept_slopes: list[float] = []
    for point, slope in zip(points[1:], slopes, strict=True):
        if kept_slopes and abs(slope - kept_slopes[-1]) <= 1e-9 * size:
            kept_points[-1] = point
            continue
        kept_points.append(point)
        kept_slopes.append(slope + 0.0)
    return kept_points, kept_slopes


def misfit(points: list[CurvePoint], slopes: list[float], unit: float) -> float:
    """Largest difference between a point and the line from the point before.

    As a share of what is compared, or of the objective's natural `unit` if that is more.
    """
    worst = 0.0
    for a, b, slope in zip(points, points[1:], slopes, strict=False):
        rise = slope * (b.at - a.at)
        size = max(abs(a.objective), abs(b.objective), abs(rise), unit)
        worst = max(worst, abs(a.objective + rise - b.objective) / size)
    return worst
