"""What plans, prices and rays prove, worked out in fractions from the programme's numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import inf

from optimizer.lp import LinearProgram, Status
from optimizer.lp.outcome import Outcome

NOTHING = Fraction(0)


def meant(value: float, meaning: str) -> Fraction:
    """A float as its shortest decimal, or as the binary number it is."""
    return Fraction(repr(value)) if meaning == "decimal" else Fraction(value)


class Rational:
    """A programme in fractions, to be minimised, and what its numbers prove."""

    def __init__(self, case: LinearProgram, meaning: str) -> None:
        def number(v: float) -> Fraction:
            return meant(float(v), meaning)

        a, self.case = case.arrays, case
        self.sign = -1 if case.maximise else 1
        self.constant = number(case.constant)  # type: ignore[arg-type]
        self.costs = [self.sign * number(g) for g in a.gain]
        self.entries = [
            (int(i), int(j), number(v)) for i, j, v in zip(a.row_of, a.indices, a.data, strict=True)
        ]
        limits = zip((*a.row_lower, *a.lower), (*a.row_upper, *a.upper), strict=True)
        self.limits = [tuple(None if abs(v) == inf else number(v) for v in pair) for pair in limits]

    def rows(self, x: Sequence[Fraction]) -> list[Fraction]:
        sums = [NOTHING] * len(self.case.rows)
        for i, j, v in self.entries:
            sums[i] += v * x[j]
        return sums

    def columns(self, y: Sequence[Fraction]) -> list[Fraction]:
        sums = [NOTHING] * len(self.case.columns)
        for i, j, v in self.entries:
            sums[j] += v * y[i]
        return sums

    def costs_of(self, x: Sequence[Fraction]) -> Fraction:
        return sum((c * v for c, v in zip(self.costs, x, strict=True)), NOTHING)

    def keeps(self, x: Sequence[Fraction], *, ray: bool = False) -> bool:
        """Whether a plan, or a direction, keeps within all limits."""
        return all(
            (low is None or v >= (0 if ray else low))
            and (high is None or v <= (0 if ray else high))
            for v, (low, high) in zip((*self.rows(x), *x), self.limits, strict=True)
        )

    def least(self, y: Sequence[Fraction], costs: Sequence[Fraction]) -> Fraction | None:
        """The bound that prices prove for `costs`, None if they lean on a limit that is none."""
        weights = [*y, *(c - s for c, s in zip(costs, self.columns(y), strict=True))]
        total = NOTHING
        for weight, (low, high) in zip(weights, self.limits, strict=True):
            limit = low if weight > 0 else high
            if weight and limit is None:
                return None
            total += weight * (limit or NOTHING)
        return total

    def confirms(self, outcome: Outcome) -> bool:
        """Whether the numbers of an outcome prove it."""
        none = [NOTHING] * len(self.costs)
        if outcome.status is Status.INFEASIBLE:
            bound = self.least(outcome.prices, none)
            return bound is not None and bound > 0
        if outcome.status is Status.UNBOUNDED:
            endless = self.costs_of(outcome.ray) < 0 and self.keeps(outcome.ray, ray=True)
            return endless and self.keeps(outcome.x)
        bound = self.least([self.sign * p for p in outcome.prices], self.costs)
        objective = self.sign * outcome.objective
        return self.keeps(outcome.x) and bound == objective == self.costs_of(outcome.x)
