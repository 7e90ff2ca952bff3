"""The check refuses wrong answers, and exact numbers confirm the right ones."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given, settings, strategies as st

from optimizer.lp import LinearProgram, NoSolution, check, exact, program, solve
from optimizer.lp.allowance import Allowance
from optimizer.lp.certificate import (
    ROUNDING,
    TOLERANCE,
    Certificate,
    check_infeasible,
    check_plan,
    check_unbounded,
    proven_limit,
    share,
)
from optimizer.lp.rational.algebra import System
from optimizer.lp.rational.numbers import rational
from optimizer.lp.scaling import natural_units
from tests.lp.drawing import programs
from tests.textbook import programmes as books

RIGHT = np.array([2.0, 6.0]), np.array([0.0, 1.5, 1.0])


def test_the_right_answer_passes() -> None:
    certificate = check(books.wyndor(), *RIGHT)
    assert certificate.passed
    assert certificate.gap == 0
    assert certificate.tolerance == TOLERANCE


@pytest.mark.parametrize(
    ("x", "y", "fault"),
    [
        ((2.0, 6.001), (0.0, 1.5, 1.0), "primal_residual"),
        ((2.0, -0.1), (0.0, 1.5, 1.0), "primal_residual"),
        ((2.0, 6.0), (0.0, 1.5, 0.9), "dual_residual"),
        ((2.0, 6.0), (0.0, -1.5, 1.0), "dual_residual"),
        ((2.0, 6.0), (0.1, 1.5, 1.0), "complementarity"),
        ((1.9, 6.0), (0.0, 1.5, 1.0), "gap"),
        ((float("nan"), 6.0), (0.0, 1.5, 1.0), "primal_residual"),
    ],
)
def test_a_wrong_answer_is_found_out(
    x: tuple[float, ...], y: tuple[float, ...], fault: str
) -> None:
    certificate = check(books.wyndor(), np.array(x), np.array(y))
    assert not certificate.passed
    assert getattr(certificate, fault) > 1e-4


@given(programs(bounded=True), st.integers(0, 99))
@settings(max_examples=60)
def test_no_prices_prove_less_than_the_optimum(case: LinearProgram, seed: int) -> None:
    best = solve(case)
    if not best.found or not case.maximise:
        return
    assert best.objective is not None
    assert best.prices is not None
    arrays, size = case.arrays, natural_units(case.arrays).objective
    optimum = best.objective - float(case.constant)
    hair = 1e-7 * max(abs(optimum), size)
    assert proven_limit(arrays, arrays.gain, best.prices) == pytest.approx(optimum, abs=hair)
    guess = best.prices * np.random.default_rng(seed).uniform(-1.0, 3.0, len(best.prices))
    assert proven_limit(arrays, arrays.gain, guess) >= optimum - hair


def test_nothing_is_proved_where_nothing_ends() -> None:
    case = program({"a": 1.0, "b": 1.0}, {"r": ({"a": 1.0}, "<=", 1.0)})
    assert proven_limit(case.arrays, case.arrays.gain, np.ones(1)) == inf
    assert proven_limit(case.arrays, np.array([1.0, 0.0]), np.zeros(1)) == pytest.approx(1)


def test_the_silent_zero_in_won_is_found_out() -> None:
    """A solver that stops at 90 of 450 because gains lie under its tolerance."""
    rows = {"budget": (dict.fromkeys("abc", 1.0), "<=", 18e9)}
    won = program({"a": 3e-8, "b": 2e-8, "c": 1e-8}, rows, upper=dict.fromkeys("abc", 9e9))
    assert not check(won, np.array([0, 0, 9e9]), np.zeros(1)).passed
    assert check(won, np.array([9e9, 9e9, 0]), np.array([1e-8])).passed


@pytest.mark.parametrize("unit", [1e-9, 1.0, 1e9])
def test_residuals_do_not_depend_on_units(unit: float) -> None:
    case = program({"a": 3 * unit, "b": unit}, {"r": ({"a": unit, "b": unit}, "<=", 4)})
    wrong = check(case, np.array([4.5, 0.0]) / unit, np.array([3.0]))
    plain = check(
        program({"a": 3, "b": 1}, {"r": ({"a": 1, "b": 1}, "<=", 4)}),
        np.array([4.5, 0.0]),
        np.array([3.0]),
    )
    assert wrong.primal_residual == pytest.approx(plain.primal_residual)


def test_scaled_numbers_are_the_same_in_every_unit_of_money() -> None:
    """Rounded to powers of two, so that a scaled number may differ by such a power at most."""
    shown = []
    for unit in (1.0, 2.0**20, 2.0**30):
        gains = {"a": 3e-8 * unit, "people": 2.0}
        rows = {
            "budget": ({"a": 1.0, "people": 3e6 / unit}, "<=", 18e9 / unit),
            "pool": ({"people": 1.0}, "<=", 250.0),
        }
        arrays = program(gains, rows, upper={"a": 9e9 / unit}).arrays
        scaled = natural_units(arrays).scaled(arrays)
        shown.append([*scaled.data, *scaled.row_upper, *scaled.gain, scaled.upper[0]])
    assert shown[0] == shown[1] == shown[2]
    assert 1e-3 < min(shown[0]) <= max(shown[0]) < 1e3


def test_a_contradiction_is_proved_and_a_false_one_is_not() -> None:
    case = program({"x": 1}, {"a": ({"x": 1}, ">=", 2), "b": ({"x": 1}, "<=", 1)})
    assert check_infeasible(case, np.array([1.0, -1.0])).passed
    assert not check_infeasible(case, np.array([1.0, -3.0])).passed
    assert not check_infeasible(case, np.array([0.0, 0.0])).passed
    assert not check_infeasible(books.wyndor(), np.array([-1.0, -1.0, -1.0])).passed


def test_a_ray_has_to_improve_for_ever() -> None:
    case = program({"x": 1, "y": 0}, {"a": ({"x": 1, "y": -1}, "<=", 1)})
    assert check_unbounded(case, np.zeros(2), np.array([1.0, 1.0])).passed
    assert not check_unbounded(case, np.zeros(2), np.array([1.0, 0.0])).passed
    assert not check_unbounded(case, np.zeros(2), np.array([0.0, 1.0])).passed
    assert not check_unbounded(case, np.array([2.0, 0.0]), np.array([1.0, 1.0])).passed


def test_a_plan_that_is_not_whole_is_found_out() -> None:
    assert check_plan(books.stockco(), np.array([0.0, 1, 1, 1]), 0.0).passed
    assert not check_plan(books.stockco(), np.array([0.0, 1, 1, 0.5]), 0.0).passed


def test_exact_prices_and_plan() -> None:
    proof = exact(solve(books.dakota()))
    assert proof.proved
    assert proof.objective == 280
    assert proof.value == {"desk": 2, "table": 0, "chair": 8}
    assert proof.price == {"lumber": 0, "finishing": 10, "carpentry": 10, "demand": 0}
    assert exact(solve(books.win_big())).price["budget"] == Fraction(25, 4)


def test_a_decimal_means_what_its_author_wrote() -> None:
    assert rational(0.1) == Fraction(1, 10)
    case = program({"x": 0.1, "y": 0.2}, {"r": ({"x": 0.1, "y": 0.3}, "<=", 0.3)})
    proof = exact(solve(case))
    assert proof.proved
    assert proof.objective == Fraction(3, 10)


def test_exact_proof_needs_an_optimum_and_a_basis() -> None:
    with pytest.raises(NoSolution):
        exact(solve(program({"x": 1}, {})))
    with pytest.raises(NoSolution):
        exact(solve(books.stockco()))
    with pytest.raises(NoSolution, match="singular"):
        System([{0: 1, 1: 2}, {0: 2, 1: 4}], Allowance()).solve([fmpq(1)] * 2)


@pytest.mark.parametrize("leak", [1e-12, 1e-9, 1e-6, 1.0])
def test_a_ray_that_leaves_a_bound_proves_nothing_however_slowly(leak: float) -> None:
    case = program({"x": 1.0, "y": 1.0}, {}, upper={"y": 2e7})
    assert check_unbounded(case, np.zeros(2), np.array([1.0, 0.0])).passed
    assert not check_unbounded(case, np.zeros(2), np.array([1.0, leak])).passed


def test_a_proof_in_rational_numbers_leaves_nothing_over() -> None:
    assert Certificate("optimal", tolerance=0.0).passed
    assert not Certificate("optimal", primal_residual=1e-300, tolerance=0.0).passed
    assert not Certificate("optimal", gap=1e-300, tolerance=0.0).passed


def test_nothing_is_no_share_of_nothing() -> None:
    assert share(np.array([0.0, 1.0, 3.0]), np.array([0.0, 4.0, 4.0])).tolist() == [0, 0.25, 0.75]
    assert share(np.array([2.0]), 0.0).tolist() == [inf]


@pytest.mark.parametrize(
    ("y", "limit"),
    [((0.0, 1.5, 1.0), 36.0), ((0.0, 2.5, 0.0), 42.0), ((3.0, 2.5, -1.0), 42.0)],
)
def test_any_prices_prove_a_limit(y: tuple[float, float, float], limit: float) -> None:
    """Wyndor: 12 · 2.5, and 3 for each of the 4 that plant 1 allows; no row has a price of -1."""
    arrays = books.wyndor().arrays
    assert proven_limit(arrays, arrays.gain, np.array(y)) == pytest.approx(limit)


def test_a_ray_that_leans_on_nothing_by_more_than_rounding_proves_nothing() -> None:
    assert Certificate("unbounded", dual_residual=0.5 * ROUNDING).passed
    assert not Certificate("unbounded", dual_residual=2.0 * ROUNDING).passed
    assert not Certificate("infeasible", gap=1.0, dual_residual=2.0 * ROUNDING).passed
