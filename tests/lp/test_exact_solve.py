"""Exact answers of small programmes beside what trying everything, or thinking, gives."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, floor, inf

import numpy as np
import pytest
from flint import fmpq

from optimizer.lp import LinearProgram, NoSolution, Status, exact, program, solve, solve_exactly
from optimizer.lp.allowance import Allowance
from optimizer.lp.hot import Hot
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import Column, Row, Sense
from optimizer.lp.rational import algebra as rational_algebra
from optimizer.lp.rational.algebra import System
from optimizer.lp.rational.branching import ENDLESS_NODES, NODES, _may_beat, nodes
from optimizer.lp.rational.iterative_refinement import _Search, refined
from optimizer.lp.rational.table import Table
from optimizer.lp.solution import At, Basis
from tests.lp.rational_truth import Rational, meant


def whole_case(seed: int) -> LinearProgram:
    """Whole columns between limits that need not be whole, tenths and thirds in the rows."""
    rng = np.random.default_rng(seed)
    n, m = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    columns = []
    for j in range(n):
        low = float(rng.choice([0.0, 0.5, -1.3, 2.2, -0.0]))
        width = float(rng.choice([0.6, 1.0, 2.5, 4.0]))
        gain = float(rng.integers(-4, 5)) / float(rng.choice([1.0, 10.0, 3.0]))
        columns.append(Column(("x", j), low, low + width, gain, integer=True))
    rows = []
    for i in range(m):
        unit = float(rng.choice([1.0, 0.1, 0.3]))
        factors = rng.integers(-4, 5, n) * unit
        sense = Sense(str(rng.choice(["<=", "<=", ">=", "=="])))
        rhs = float(rng.integers(-12, 13)) * float(rng.choice([0.5, 0.1, 1.0]))
        terms = {("x", j): float(v) for j, v in enumerate(factors)}
        rows.append(Row(("r", i), terms, sense, rhs))
    return LinearProgram(tuple(columns), tuple(rows), bool(rng.random() < 0.5))


def by_trying(case: LinearProgram) -> Fraction | None:
    """The best objective among all whole points, numbers read as decimals; None without any."""
    spans = [
        range(ceil(meant(float(c.lower), "decimal")), floor(meant(float(c.upper), "decimal")) + 1)  # type: ignore[arg-type]
        for c in case.columns
    ]
    truth = Rational(case, "decimal")
    plans = [[Fraction(v) for v in values] for values in product(*spans)]
    costs = [truth.costs_of(x) for x in plans if truth.keeps(x)]
    return truth.sign * min(costs) if costs else None


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_whole_numbers_are_as_good_as_trying_all(start: int) -> None:
    for seed in range(start, start + 100):
        case = whole_case(seed)
        best, answer = by_trying(case), solve_exactly(case)
        if best is None and answer.meaning == "binary":
            continue  # contradicts itself by rounding alone, and not as it is stored
        assert answer.status is (Status.INFEASIBLE if best is None else Status.OPTIMAL), seed
        assert answer.objective == best, seed
        if best is not None:
            truth = Rational(case, "decimal")
            x = [answer.value[c.key] for c in case.columns]
            assert truth.keeps(x)
            assert all(v.denominator == 1 for v in x)
            assert truth.sign * truth.costs_of(x) == best


def test_no_whole_number_lies_between_the_bounds() -> None:
    case = program({"x": 1}, {}, upper={"x": 2.8}, lower={"x": 2.2}, integer=["x"])
    assert solve_exactly(case).status is Status.INFEASIBLE


def test_an_odd_sum_of_even_numbers_is_refused_at_once() -> None:
    """2a - 2b = 1 has plans in all numbers, for ever, but none that is whole."""
    case = program({"a": -1, "b": -1}, {"odd": ({"a": 2, "b": -2}, "==", 1)}, integer=["a", "b"])
    assert solve_exactly(case).status is Status.INFEASIBLE


def test_a_ray_beside_whole_numbers_is_endless() -> None:
    terms = {"a": 1, "b": -1, "k": -7}
    rows = {"least": (terms, ">=", 10), "most": (terms, "<=", 10.5)}
    case = program({"a": 4, "b": 4, "k": 9}, rows, upper={"k": 9}, integer=["k"])
    answer = solve_exactly(case)
    assert answer.status is Status.UNBOUNDED
    truth = Rational(case, "decimal")
    assert truth.keeps([answer.value[c.key] for c in case.columns])
    ray = [answer.ray[c.key] for c in case.columns]
    assert truth.keeps(ray, ray=True)
    assert truth.costs_of(ray) < 0


@pytest.mark.parametrize("far", [1e6, 1e15, 1e18, 1e20, 1e30])
def test_limits_that_nothing_reaches_change_no_digit(far: float) -> None:
    rng = np.random.default_rng(21)
    table = rng.integers(1, 10, (21, 21)).tolist()
    gain = {j: float(v) for j, v in enumerate(rng.integers(1, 20, 21))}
    rows = {
        i: ({j: float(v) for j, v in enumerate(line)}, "<=", float(rng.integers(20, 200)))
        for i, line in enumerate(table)
    }
    without = solve_exactly(program(gain, rows))
    limited = solve_exactly(program(gain, rows, upper=dict.fromkeys(gain, far)))
    assert without.status is Status.OPTIMAL
    assert limited.objective == without.objective


def test_a_thirteenth_digit_decides() -> None:
    """The second column is better by 1e-13: below every tolerance of floats."""
    case = program({"x": 1.0, "y": 1.0000000000001}, {"r": ({"x": 1, "y": 1}, "<=", 1)})
    answer = solve_exactly(case)
    assert answer.value == {"x": 0, "y": 1}
    assert answer.objective == Fraction(10**13 + 1, 10**13)


def test_corrections_lead_from_any_basis_to_the_optimum() -> None:
    """A chain of 30 columns of which each may be twice the last, from nothing at all."""
    n = 30
    rows = {0: ({0: 1.0}, "<=", 1.0)}
    rows |= {j: ({j: 1.0, j - 1: -2.0}, "<=", 0.1) for j in range(1, n)}
    case = program({n - 1: 1.0}, rows)
    m = len(case.rows)
    idle = Basis(np.full(n, At.LOWER, np.int8), np.full(m, At.BASIC, np.int8))
    best = refined(case, Table(case, "decimal"), idle, Allowance())
    assert best is not None
    assert -best.cost() == 2 ** (n - 1) + fmpq(2 ** (n - 1) - 1, 10)
    again = refined(case, Table(case, "decimal"), Hot(case).solve().basis, Allowance())
    assert again is not None
    assert again.cost() == best.cost()


@pytest.mark.parametrize("size", [3, 16, 17, 60])
def test_systems_of_equations_come_out_to_the_last_digit(size: int) -> None:
    rng = np.random.default_rng(size)
    rows = [
        {int(j): int(v) for j, v in zip(*chosen(rng, i, size), strict=True)} for i in range(size)
    ]
    rows = [rows[i] for i in rng.permutation(size)]
    right = [fmpq(int(rng.integers(-9, 10)), int(rng.integers(1, 10))) for _ in range(size)]
    system = System(rows, Allowance())
    x, y = system.solve(right), system.solve_transposed(right)
    for row, wanted in zip(rows, right, strict=True):
        assert sum((v * x[j] for j, v in row.items()), fmpq(0)) == wanted
    for j in range(size):
        sums = sum((row[j] * y[i] for i, row in enumerate(rows) if j in row), fmpq(0))
        assert sums == right[j]


def chosen(rng: np.random.Generator, i: int, size: int) -> tuple[list[int], list[int]]:
    """Places and values of row i: a large diagonal, so that the matrix is regular."""
    others = [int(j) for j in rng.integers(0, size, 2) if j != i]
    return [*others, i], [*(int(rng.integers(1, 5)) for _ in others), 11]


def test_a_proof_of_a_basis_keeps_to_its_time() -> None:
    solution = solve(program({"x": 1}, {"r": ({"x": 3}, "<=", 1)}))
    assert exact(solution, time_limit=10).objective == Fraction(1, 3)
    with pytest.raises(NoSolution, match="time"):
        exact(solution, time_limit=0.0)


def test_an_endless_search_for_whole_numbers_stops_in_time() -> None:
    """3a - 6b + c/10 = 1 with c ≤ 5 has no whole plan, but no bound says so."""
    rows = {"r": ({"a": 3, "b": -6, "c": 0.1}, "==", 1)}
    case = program({"a": -1, "b": -1, "c": 0}, rows, upper={"c": 5}, integer=["a", "b"])
    answer = solve_exactly(case, time_limit=0.2)  # minutes without
    assert answer.status is Status.STOPPED
    assert not answer.proved


def test_crossed_bounds_are_proved_infeasible() -> None:
    case = program({"x": 1}, {}, lower={"x": 2}, upper={"x": 1})
    assert solve_exactly(case).status is Status.INFEASIBLE


def test_a_programme_of_nothing_has_the_constant_as_its_optimum() -> None:
    assert solve_exactly(LinearProgram((), (), constant=0.1)).objective == Fraction(1, 10)
    free = program({"x": 1}, {"r": ({"x": 1}, "<=", 0.1)}, lower={"x": -inf})
    assert solve_exactly(free).objective == Fraction(1, 10)


def test_the_speed_is_the_time_of_one_trial_per_multiplication(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = iter([100.0, 100.5])
    monkeypatch.setattr(rational_algebra, "perf_counter", lambda: next(times))
    each = rational_algebra._speed.__wrapped__()
    assert each == pytest.approx(0.5 / rational_algebra._TRIAL**3)


@pytest.mark.parametrize(
    ("before", "violation", "after"),
    [(2, fmpq(0), 2), (2, fmpq(1, 8), 32), (2, fmpq(1, 1000), 1000), (4, fmpq(3), 64)],
)
def test_a_violation_is_enlarged_to_one_and_by_sixteen_at_least(
    before: int, violation: fmpq, after: int
) -> None:
    assert _Search._enlarged(fmpq(before), violation) == after


def no_multiple_of_three(most: float) -> LinearProgram:
    """3x - 3y between 1 and 1.5 has no whole numbers; each branch leaves another one to try."""
    columns = (
        Column("x", 0.0, most, 1.0, integer=True),
        Column("y", 0.0, most, -1.0, integer=True),
        Column("rest", 0.0, 0.5),
    )
    row = Row("a", {"x": 3.0, "y": -3.0, "rest": -1.0}, Sense.EQ, 1.0)
    return LinearProgram(columns, (row,), maximise=True)


def test_a_search_without_end_is_given_up_unproved_without_any_time_limit() -> None:
    answer = solve_exactly(no_multiple_of_three(inf))
    assert answer.status is Status.FAILED
    assert not answer.proved


def test_the_same_search_with_an_end_is_settled() -> None:
    answer = solve_exactly(no_multiple_of_three(60.0))
    assert answer.status is Status.INFEASIBLE
    assert answer.proved


def test_rows_that_end_whole_columns_count_as_their_end() -> None:
    open_ended = no_multiple_of_three(inf)
    ended = Row("b", {"x": 1.0, "y": 1.0}, Sense.LE, 60.0)
    closed = LinearProgram(open_ended.columns, (*open_ended.rows, ended), maximise=True)
    assert nodes(open_ended) == ENDLESS_NODES
    assert nodes(closed) == NODES
    assert solve_exactly(closed).status is Status.INFEASIBLE


@pytest.mark.parametrize(
    ("more", "step", "may"),
    [(1, None, True), (0, None, False), (-1, None, False), (1, 1, True), (1, 2, False)],
)
@pytest.mark.parametrize("maximise", [True, False])
def test_a_part_is_looked_into_where_it_may_be_better(
    more: int, step: int | None, may: bool, maximise: bool
) -> None:
    """`more` better in its limit than the best so far; whole plans differ by `step` at least."""
    reached = Fraction(7 + more if maximise else 7 - more)
    found, best = (Outcome(Status.OPTIMAL, objective=v) for v in (reached, Fraction(7)))
    assert _may_beat(found, best, None if step is None else Fraction(step), maximise) is may
