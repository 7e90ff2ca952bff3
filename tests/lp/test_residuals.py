"""Prices and curves of optima that are as inexact as their certificate allows."""

from __future__ import annotations

from math import inf, isfinite

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.lp import LinearProgram, Solution, prices, program, solve
from optimizer.lp.certificate import check
from optimizer.lp.scaling import natural_units
from optimizer.lp.sensitivity.parametric import curve
from optimizer.lp.sensitivity.tangent import Tangent
from optimizer.lp.verdict import optimum
from tests.lp.drawing import programs, with_rhs

NOISE = 5e-10
"""Largest error put into plans and prices, in natural units."""
STEP = 2.0**-14
"""Move of a limit: small beside the whole numbers of the programmes, large beside the noise."""


def inexact(solution: Solution, draw: np.random.Generator) -> Solution:
    """The same optimum with noise in its plan and in its prices."""
    assert solution.x is not None
    assert solution.prices is not None
    assert solution.basis is not None
    units = natural_units(solution.program.arrays)
    x = solution.x + NOISE * units.column * draw.uniform(-1, 1, len(solution.x))
    row_unit = units.objective / units.row
    x = np.clip(x, solution.program.arrays.lower, solution.program.arrays.upper)
    y = solution.prices + NOISE * row_unit * draw.uniform(-1, 1, len(row_unit))
    certificate = check(solution.program, x, y)
    assume(certificate.passed)
    return optimum(solution.program, x, y, solution.basis, certificate)


def quotient(case: LinearProgram, i: int, side: int) -> float:
    """Change of the optimum per unit by which the limit of row `i` moves a little, solved anew."""
    worst = -inf if case.maximise else inf
    rhs = float(case.rows[i].rhs)
    now, moved = solve(case).objective, solve(with_rhs(case, i, rhs + side * STEP)).objective
    assert now is not None
    return side * (worst if moved is None else (moved - now) / STEP)


@given(programs(bounded=True, units=False, most=5), st.integers(0, 2**31))
@settings(max_examples=120)
def test_both_sides_agree_with_solving_again(case: LinearProgram, seed: int) -> None:
    plain = solve(case)
    for solution in (plain, inexact(plain, np.random.default_rng(seed))):
        for i, row in enumerate(prices(solution, rows=case.row_number).rows.values()):
            for side, slope in ((-1, row.down), (1, row.up)):
                again = quotient(case, i, side)
                assert slope == pytest.approx(again, rel=1e-4, abs=1e-4)


def test_a_limit_with_a_price_is_touched_however_the_plan_was_rounded() -> None:
    """Most 2a + b with a + b ≤ 10; the plan stands a little below its budget."""
    case = program({"a": 2, "b": 1}, {"budget": ({"a": 1, "b": 1}, "<=", 10)}, upper={"a": 6})
    exact = solve(case)
    assert exact.x is not None
    assert exact.prices is not None
    for short in (0.0, 1e-9, 3e-8, 1e-6):
        tangent = Tangent(case, exact.x - [0.0, short], exact.prices, exact.basis)
        assert tangent.along(np.array([1.0]))[0] == pytest.approx(1.0)
        assert tangent.along(np.array([-1.0]))[0] == pytest.approx(-1.0)


def test_rounding_in_prices_gains_nothing() -> None:
    """Prices a little too low leave a profit on `b`, which nothing limits near the plan."""
    case = program({"a": 2, "b": 1}, {"budget": ({"a": 1, "b": 1}, "<=", 10)}, upper={"a": 6})
    exact = solve(case)
    assert exact.x is not None
    assert exact.prices is not None
    tangent = Tangent(case, exact.x - [0.0, 0.5], exact.prices * (1 - 1e-7), exact.basis)
    assert isfinite(tangent.along(np.array([1.0]))[0])


def test_a_leak_of_rounding_size_makes_no_price_endless() -> None:
    """Between `b` and `c`, equally good, a gain of 1e-8 could be had again and again."""
    case = program(
        {"a": 2, "b": 1, "c": 1}, {"budget": ({"a": 1, "b": 1, "c": 1}, "<=", 10)}, upper={"a": 6}
    )
    exact = solve(case)
    assert exact.prices is not None
    tangent = Tangent(case, np.array([6.0, 2.0, 2.0]), exact.prices, exact.basis)
    tangent.hot.set_gain("b", 1 + 1e-8)
    assert tangent.move_column(0, -1) == pytest.approx(-1.0, abs=1e-4)
    assert tangent.shift_row(0, 1)[0] == pytest.approx(1.0, abs=1e-4)


def test_a_curve_steps_over_a_piece_that_is_next_to_nothing() -> None:
    rows = {"budget": ({"a": 1, "b": 1, "c": 1}, "<=", 10)}
    case = program({"a": 4, "b": 3, "c": 2}, rows, upper={"a": 100, "b": 5e-9})
    found = curve(case, row="budget", start=0, stop=10_000)
    assert found.slopes[0] == pytest.approx(4)
    assert found.slopes[-1] == pytest.approx(2)
    for at in (50, 200, 9_000):
        assert found.objective(at) == pytest.approx(min(at, 100) * 4 + max(at - 100, 0) * 2)
