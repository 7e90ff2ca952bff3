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
from optimizer.lp.rational.simplex import settle
from optimizer.lp.scaling import natural_units
from tests.lp.drawing import nasty_programs, programs
from tests.lp.rational_truth import Rational

_SLOW = (HealthCheck.too_slow,)


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
