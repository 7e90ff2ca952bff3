"""The warm solver gives the same answers as the cold one, whatever was solved before."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings

from optimizer.lp import Hot, LinearProgram, NoSolution, Status, check, program, solve
from optimizer.lp.program import Column, Row
from tests.lp.drawing import programs
from tests.textbook import programmes as books


@given(programs())
@settings(max_examples=150)
def test_warm_and_cold_agree(case: LinearProgram) -> None:
    cold, warm = solve(case), Hot(case).solve()
    assert warm.status is cold.status
    if cold.found:
        assert warm.objective == pytest.approx(cold.objective, rel=1e-9, abs=1e-12)
        assert check(case, warm.x, warm.prices).passed


@given(programs())
@settings(max_examples=60)
def test_one_price_is_that_of_a_whole_answer(case: LinearProgram) -> None:
    for row in case.row_number:
        found = Hot(case).solve().prices[case.row_number[row]]
        assert Hot(case).line(row)[1] == pytest.approx(found, rel=0, abs=0, nan_ok=True)


def test_without_a_plan_there_is_no_price() -> None:
    hot = Hot(books.wyndor())
    hot.set_row("plant 1", 5, 4)
    assert np.isnan(hot.line("plant 2")[1])
    hot.set_row("plant 1", -4, -2)
    assert np.isnan(hot.line("plant 2")[1])


def test_each_number_can_be_changed() -> None:
    hot = Hot(books.wyndor())
    assert hot.solve().objective == pytest.approx(36)
    hot.set_rhs("plant 3", 24)
    assert hot.solve().objective == pytest.approx(42)
    hot.set_gain("x1", 10)
    assert hot.solve().objective == pytest.approx(70)
    hot.set_bounds("x1", 0, 1)
    assert hot.solve().objective == pytest.approx(40)
    hot.set_coefficient("plant 2", "x2", 4)
    assert hot.solve().objective == pytest.approx(25)
    hot.free_row("plant 2")
    assert hot.solve().objective == pytest.approx(10 + 5 * 10.5)


def test_changed_numbers_give_what_a_fresh_programme_gives() -> None:
    case, rng = books.win_big(), np.random.default_rng(3)
    a, hot, optima = case.arrays, Hot(books.win_big()), 0
    for _ in range(20):
        gains = a.gain * rng.uniform(0.5, 1.5, len(a.gain))
        upper = a.upper * rng.uniform(0.5, 1.5, len(a.gain))
        limit = a.row_upper * rng.uniform(0.5, 1.5, len(a.row_upper))
        hot.set_gains(gains)
        hot.set_columns(a.lower, upper)
        hot.set_rows(a.row_lower, limit)
        columns = tuple(
            Column(c.key, c.lower, float(u), float(g))
            for c, u, g in zip(case.columns, upper, gains, strict=True)
        )
        rows = tuple(
            Row(r.key, r.terms, r.sense, float(b) if b < inf else r.rhs)
            for r, b in zip(case.rows, limit, strict=True)
        )
        fresh, warm = solve(LinearProgram(columns, rows)), hot.solve()
        assert warm.status is fresh.status
        if fresh.found:
            assert warm.objective == pytest.approx(fresh.objective, rel=1e-12)
            assert warm.prices == pytest.approx(fresh.prices)
            assert warm.reduced == pytest.approx(fresh.reduced, abs=1e-9)
            optima += 1
    assert optima > 10


def test_reset_makes_an_answer_independent_of_history() -> None:
    rows = {"budget": ({"a": 1, "b": 1, "c": 1}, "<=", 10)}
    tied = program({"a": 1, "b": 1, "c": 1}, rows, upper={"a": 9, "b": 9})
    hot = Hot(tied)
    first = hot.solve().x
    for favourite in "abc":
        hot.set_gain(favourite, 2.0)
        hot.solve()
        hot.set_gain(favourite, 1.0)
        hot.reset()
        assert np.array_equal(hot.solve().x, first)


def test_a_kept_basis_is_where_reset_returns_to() -> None:
    solution = solve(books.dakota())
    hot = Hot(books.dakota(), basis=solution.basis)
    hot.solve()
    hot.keep()
    hot.set_rhs("carpentry", 3)
    hot.solve()
    hot.set_rhs("carpentry", 8)
    hot.reset()
    answer = hot.solve()
    assert answer.basis.columns.tolist() == solution.basis.columns.tolist()  # type: ignore[union-attr]
    assert answer.objective == pytest.approx(280)


def test_the_optimum_alone() -> None:
    hot = Hot(books.wyndor())
    assert hot.best() == pytest.approx(36)
    hot.set_row("plant 1", 5, inf)
    hot.set_rhs("plant 3", 12)
    assert hot.best() == -inf
    assert Hot(program({"x": 1}, {})).best() == inf
    assert Hot(program({"x": -1}, {}, lower={"x": -inf}, maximise=True)).best() == inf
    assert Hot(program({"x": 1}, {}, lower={"x": -inf}, maximise=False)).best() == -inf


def test_no_optimum_no_numbers() -> None:
    answer = Hot(program({"x": 1}, {})).solve()
    assert answer.status is Status.UNBOUNDED
    assert np.isnan(answer.objective)
    with pytest.raises(NoSolution):
        _ = answer.basis
