"""What is called optimal, contradictory or endless is so in rational numbers too."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import inf

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from optimizer.lp import LinearProgram, Solution, Status, check, exact, program, solve
from optimizer.lp.allowance import Allowance
from optimizer.lp.certificate import ROUNDING, check_infeasible
from optimizer.lp.confirm import settled
from optimizer.lp.outcome import Outcome
from optimizer.lp.rational_numbers import rational
from optimizer.lp.rational_simplex import settle
from optimizer.lp.scaling import natural_units
from tests.lp.drawing import nasty_programs, programs

_SLOW = (HealthCheck.too_slow,)
NOTHING = Fraction(0)


class Rational:
    """A programme in fractions, to be minimised, and what its numbers prove."""

    def __init__(self, case: LinearProgram, meaning: str) -> None:
        def number(v: float) -> Fraction:
            return rational(float(v), meaning)

        a, self.case = case.arrays, case
        self.sign = -1 if case.maximise else 1
        self.costs = [self.sign * number(g) for g in a.gain]
        self.entries = [
            (int(i), int(j), number(v)) for i, j, v in zip(a.row_of, a.indices, a.data, strict=True)
        ]
        limits = zip((*a.row_lower, *a.lower), (*a.row_upper, *a.upper), strict=True)
        self.limits = [tuple(None if abs(v) == inf else number(v) for v in pair) for pair in limits]

    def rows(self, x: list[Fraction]) -> list[Fraction]:
        sums = [NOTHING] * len(self.case.rows)
        for i, j, v in self.entries:
            sums[i] += v * x[j]
        return sums

    def columns(self, y: list[Fraction]) -> list[Fraction]:
        sums = [NOTHING] * len(self.case.columns)
        for i, j, v in self.entries:
            sums[j] += v * y[i]
        return sums

    def keeps(self, x: list[Fraction], *, ray: bool = False) -> bool:
        """Whether a plan, or a direction, keeps within all limits."""
        return all(
            (low is None or v >= (0 if ray else low))
            and (high is None or v <= (0 if ray else high))
            for v, (low, high) in zip((*self.rows(x), *x), self.limits, strict=True)
        )

    def least(self, y: list[Fraction], costs: list[Fraction]) -> Fraction | None:
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
            gain = sum((c * v for c, v in zip(self.costs, outcome.ray, strict=True)), NOTHING)
            return self.keeps(outcome.x) and self.keeps(outcome.ray, ray=True) and gain < 0
        bound = self.least([self.sign * p for p in outcome.prices], self.costs)
        return self.keeps(outcome.x) and bound == self.sign * outcome.objective


def truths(case: LinearProgram) -> list[Outcome]:
    """What holds for the numbers as decimals and as binaries, each proved anew."""
    found = []
    for meaning in ("decimal", "binary"):
        outcome = settle(case, None, meaning, Allowance(10**7))
        assert outcome is not None
        assert Rational(case, meaning).confirms(outcome)
        found.append(outcome)
    return found


def size_of(solution: Solution) -> float:
    arrays = solution.program.arrays
    terms = np.abs(arrays.gain * solution.x)
    return max(float(terms.sum()), natural_units(arrays).objective)


def agrees(solution: Solution, truth: Outcome) -> bool:
    """The same verdict, and the same optimum within the stated gap."""
    assert solution.certificate is not None
    if truth.status is Status.INFEASIBLE and solution.x is not None:
        residual = solution.certificate.primal_residual
        return truth.miss <= ROUNDING and residual <= ROUNDING  # rows that rounding alone parts
    if solution.objective is None or truth.status is not solution.status:
        return truth.status is solution.status
    distance = abs(solution.objective - float(truth.objective))
    return distance <= (solution.certificate.gap + 1e-11) * size_of(solution)


@given(nasty_programs(), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=_SLOW)
def test_every_verdict_holds_without_rounding(case: LinearProgram, tidy: bool) -> None:
    solution = solve(case, then={c.key: 1.0 for c in case.columns} if tidy else None)
    assert solution.status is not Status.FAILED
    assert solution.certificate is not None
    assert solution.certificate.passed
    assert any(agrees(solution, truth) for truth in truths(case))


@given(programs())
@settings(max_examples=60, deadline=None, suppress_health_check=_SLOW)
def test_rationals_alone_reach_the_same_verdict(case: LinearProgram) -> None:
    solution, alone = solve(case), settled(case)
    assert alone is not None
    assert alone.status is solution.status
    assert alone.certificate is not None
    assert alone.certificate.passed
    if solution.found:
        assert alone.objective == pytest.approx(solution.objective, rel=1e-9, abs=1e-9)
        assert exact(alone).proved


def far_away() -> LinearProgram:
    """A gain of rounding size on a column that may go very far: 1 at y = 0, 2 at y = 1e10."""
    rows = {"near": ({"x": 1}, "<=", 1), "far": ({"y": 1e-10}, "<=", 1)}
    return program({"x": 1, "y": 1e-10}, rows)


def test_a_small_reduced_cost_counts_as_far_as_its_column_may_go() -> None:
    plan, prices = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    stretched = replace(far_away(), constant=0.0)
    assert not check(stretched, plan, prices).passed
    assert solve(stretched).objective == pytest.approx(2.0)
    endless = program(
        {"x": 1, "y": 3e-10},
        {"a": ({"x": 1, "y": 1}, "<=", 1), "b": ({"x": 1}, "<=", 1)},
        lower={"y": -inf},
    )
    claimed = check(endless, np.array([1.0, 0.0]), np.array([0.0, 1.0]))
    assert claimed.gap > claimed.tolerance


def test_a_contradiction_stops_where_a_column_reaches_far_enough() -> None:
    """It takes x ≥ y + 1 and (1 + 1e-9)·y ≥ x: both hold from y = 1e9 on."""
    rows = {
        "more": ({"x": 1, "y": -1}, ">=", 1),
        "less": ({"x": -1, "y": 1 + 1e-9}, ">=", 0),
    }
    case = program({"x": -1}, rows)
    solution = solve(case)
    assert solution.found
    assert solution.objective == pytest.approx(-1e9, rel=1e-6)
    assert not check_infeasible(case, np.array([1.0, 1.0])).passed


def test_a_gain_of_rounding_size_is_endless_all_the_same() -> None:
    rows = {"near": ({"x": 1}, "<=", 1)}
    solution = solve(program({"x": 1e6, "y": 1e-6}, rows))
    assert solution.status is Status.UNBOUNDED
    assert solution.certificate is not None
    assert solution.certificate.passed


def whole_truth(case: LinearProgram, meaning: str) -> Fraction | None:
    """The best objective by trying all whole numbers, None if no plan keeps the rows."""
    whole = [j for j, c in enumerate(case.columns) if c.integer]
    spans = [range(int(case.columns[j].lower), int(case.columns[j].upper) + 1) for j in whole]  # type: ignore[arg-type]
    best: Fraction | None = None
    for values in product(*spans):
        columns = list(case.columns)
        for j, value in zip(whole, values, strict=True):
            columns[j] = replace(columns[j], lower=float(value), upper=float(value))
        found = settle(replace(case, columns=tuple(columns)), None, meaning, Allowance(10**6))
        assert found is not None
        assume(found.status is not Status.UNBOUNDED)
        if found.status is Status.OPTIMAL:
            better = max if case.maximise else min
            best = found.objective if best is None else better(best, found.objective)
    return best


@given(nasty_programs(whole=True, most=4))
@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
def test_whole_numbers_are_best_without_rounding(case: LinearProgram) -> None:
    assume(case.arrays.integer.any())
    bests = [whole_truth(case, meaning) for meaning in ("decimal", "binary")]
    solution = solve(case)
    if solution.objective is None:
        assert solution.status is Status.INFEASIBLE
        assert None in bests
        return
    assert solution.found
    assert solution.certificate is not None
    assert solution.gap is not None
    assert solution.certificate.passed
    allowed = (solution.gap + 1e-11) * size_of(solution)
    residual = solution.certificate.primal_residual
    assert any(
        residual <= ROUNDING if best is None else abs(solution.objective - float(best)) <= allowed
        for best in bests
    )
