"""Limits that no plan reaches change nothing; those that one does reach are reached."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor, inf

import numpy as np
import pytest

from optimizer.lp import LinearProgram, Status, program, solve
from optimizer.lp.program import Column, Row, Sense
from optimizer.lp.scaling import natural_units, near_limits, wild
from tests.lp.oracle import truth

FAR = (1e6, 1e9, 1e12, 1e18, 1e20, 1e30)


def dense(far: float) -> LinearProgram:
    """21 rows and columns, all numbers whole and positive; no value exceeds 199."""
    rng = np.random.default_rng(3)
    table = rng.integers(1, 10, (21, 21)).astype(float).tolist()
    sides, gains = rng.integers(20, 200, 21).tolist(), rng.integers(1, 20, 21).tolist()
    columns = tuple(Column(j, 0.0, far, float(g)) for j, g in enumerate(gains))
    rows = tuple(
        Row(i, dict(enumerate(line)), Sense.LE, float(b))
        for i, (line, b) in enumerate(zip(table, sides, strict=True))
    )
    return LinearProgram(columns, rows)


@pytest.mark.parametrize("far", FAR)
def test_a_bound_beyond_reach_changes_nothing_in_a_dense_programme(far: float) -> None:
    exact = truth(dense(inf)).value
    assert exact is not None
    found = solve(dense(far))
    assert found.found
    assert found.objective == pytest.approx(float(exact), rel=1e-12)


@pytest.mark.parametrize("far", FAR)
def test_many_far_bounds_on_one_row_drown_no_limit(far: float) -> None:
    """Sizes of fifty bounds against one limit of 9: units must follow the limit."""
    columns = tuple(Column(j, 0.0, far, float(1 + j % 7)) for j in range(50))
    row = Row("all", dict.fromkeys(range(50), 1.0), Sense.LE, 9.0)
    found = solve(LinearProgram(columns, (row,)))
    assert found.objective == pytest.approx(63, rel=1e-12)
    assert found.price == {"all": pytest.approx(7)}


@pytest.mark.parametrize("far", [1e18, 1e20, 1e30])
def test_a_far_row_is_left_out_and_comes_back_without_a_price(far: float) -> None:
    rows = {"near": ({"x": 2, "y": 1}, "<=", 8), "far": ({"x": 1, "y": -1}, "<=", far)}
    case = program({"x": 3, "y": 1}, rows)
    assert near_limits(case.arrays).row_upper.tolist() == [8, inf]
    found = solve(case)
    assert found.value == {"x": 4, "y": 0}
    assert found.price == {"near": 1.5, "far": 0}
    assert found.basis is not None
    assert len(found.basis.rows) == 2


@pytest.mark.parametrize("far", FAR)
def test_a_far_bound_that_is_reached_is_reached(far: float) -> None:
    rows = {"r": ({"x": 1, "y": -1}, "<=", 1)}
    found = solve(program({"x": 1, "y": 1}, rows, upper={"x": far, "y": far}))
    assert found.objective == pytest.approx(2 * far, rel=1e-12)
    alone = solve(program({"x": 1}, {}, upper={"x": far}))
    assert alone.objective == far


def test_near_limits_are_the_same_programme() -> None:
    case = program({"x": 3, "y": 1}, {"r": ({"x": 2, "y": 1}, "<=", 8)}, upper={"x": 1000.0})
    assert near_limits(case.arrays) is case.arrays
    assert not wild(case.arrays)


def test_units_are_those_without_the_far_bounds() -> None:
    near, far = natural_units(dense(inf).arrays), natural_units(dense(1e20).arrays)
    assert np.array_equal(near.column, far.column)
    assert np.array_equal(near.row, far.row)
    assert near.objective == far.objective


def test_a_contradiction_beside_huge_numbers_is_seen() -> None:
    """It takes a ≥ 1 and b = 1e12 + 7a with b ≤ 1e12: seven units beside 1e12."""
    rows = {"huge": ({"b": 1, "a": -7}, "==", 1e12), "one": ({"a": 6}, ">=", 1)}
    case = program({"b": 4, "c": 3}, rows, upper={"b": 1e12})
    assert solve(case).status is Status.INFEASIBLE


def random_whole(seed: int) -> LinearProgram:
    """Four rows, five columns, some of them whole, with bounds between whole numbers."""
    rng = np.random.default_rng(seed)
    table = rng.integers(-4, 9, (4, 5)).astype(float)
    point = rng.integers(1, 5, 5).astype(float)
    columns = tuple(
        Column(j, 0.5, float(rng.integers(4, 9)) + 0.5, float(rng.integers(1, 9)), j < 3)
        for j in range(5)
    )
    rows = tuple(
        Row(i, dict(enumerate(line.tolist())), Sense.LE, float(line @ point) + 3.0)
        for i, line in enumerate(table)
    )
    return LinearProgram(columns, rows)


def test_bounds_between_whole_numbers_are_rounded_inwards() -> None:
    for seed in range(40):
        case = random_whole(seed)
        inwards = tuple(
            replace(c, lower=float(ceil(c.lower)), upper=float(floor(c.upper)))  # type: ignore[arg-type]
            if c.integer
            else c
            for c in case.columns
        )
        best, exact = solve(case), truth(replace(case, columns=inwards)).value
        assert exact is not None
        assert best.objective == pytest.approx(float(exact), rel=1e-9)
        assert best.program is case


def test_an_empty_box_has_no_plan() -> None:
    found = solve(program({"x": 1}, {}, lower={"x": 2.2}, upper={"x": 2.8}, integer="x"))
    assert found.status is Status.INFEASIBLE
    assert found.certificate is not None
    assert found.certificate.passed
    nearly = program({"x": 1}, {}, lower={"x": 0.3}, upper={"x": 3 - 1e-15}, integer="x")
    assert solve(nearly).objective == 3


@pytest.mark.parametrize("whole", ["k", "abk"])
def test_a_ray_is_settled_before_whole_numbers(whole: str) -> None:
    rows = {
        "low": ({"a": 1, "b": -1, "k": -7}, ">=", 10),
        "high": ({"a": 1, "b": -1, "k": -7}, "<=", 10.5),
    }
    case = program({"a": 4, "b": 4, "k": 9}, rows, upper={"k": 9}, integer=whole)
    assert solve(case).status is Status.UNBOUNDED
    rows["odd"] = ({"k": 2}, "==", 3)
    case = program({"a": 4, "b": 4, "k": 9}, rows, upper={"k": 9}, integer=whole)
    assert solve(case).status is Status.INFEASIBLE


@pytest.mark.parametrize("power", [9, 15, 20, 27])
def test_whole_numbers_beside_huge_ones(power: int) -> None:
    """Least 9a - 9d with 4a + 6d = 10^power: d a third of it, as far as whole numbers let it."""
    side = 10**power
    rows = {"sum": ({"a": 4, "d": 6}, "==", float(side))}
    case = program({"a": 9, "d": -9}, rows, maximise=False, upper={"a": 1e30}, integer="ad")
    a = next(a for a in range(3) if (int(float(side)) - 4 * a) % 6 == 0)
    least = 9 * a - 9 * ((int(float(side)) - 4 * a) // 6)
    assert solve(case).objective == pytest.approx(float(least), rel=1e-12)


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ({"r": ({"a": 3, "b": 6, "c": 9}, "==", -13)}, Status.INFEASIBLE),
        ({"r": ({"a": 3, "b": 6, "c": 9}, "==", -12)}, Status.OPTIMAL),
        ({"r": ({"a": 2, "b": -2}, "==", 1)}, Status.INFEASIBLE),
        # each row alone has solutions in whole numbers, both together ask for 2a = 1
        ({"r": ({"a": 1, "b": 1}, "==", 0), "s": ({"a": 1, "b": -1}, "==", 1)}, Status.INFEASIBLE),
        ({"r": ({"a": 1, "b": 1}, "==", 1), "s": ({"a": 1, "b": -1}, "==", 1)}, Status.OPTIMAL),
    ],
)
def test_equations_without_whole_numbers_are_seen_at_once(
    rows: dict[str, tuple[dict[str, float], str, float]], status: Status
) -> None:
    """The columns have no bounds: a search would go on for ever."""
    keys = dict.fromkeys("abc", 0.0)
    case = program(keys, rows, lower=dict.fromkeys("abc", -inf), integer="abc")
    found = solve(case)
    assert found.status is status
    assert found.certificate is not None
    assert found.certificate.passed


def test_a_whole_bound_beyond_the_places_of_floats_is_not_moved() -> None:
    """X ≥ 2e24 + 3 y with y ≥ 1 leaves nothing below 2e24."""
    columns = (Column("x", 0.5, 2e24, 1.0, True), Column("y", 0.25, 2e24, 1.0, True))
    rows = (Row("far", {"x": -1.0, "y": 3.0}, Sense.LE, -2e24),)
    assert solve(LinearProgram(columns, rows, maximise=False)).status is Status.INFEASIBLE


def test_limits_of_a_workable_size_are_kept_however_far_apart() -> None:
    """The bounds come to 2^12 and 2^-12 natural units: a far cry, but neither is out of hand."""
    rows = {"one": ({"x": 1, "y": 1}, "<=", 1), "two": ({"x": 1, "y": 1}, "<=", 1)}
    case = program({"x": 1, "y": 1}, rows, upper={"x": 2.0**16, "y": 2.0**-16})
    assert near_limits(case.arrays) is case.arrays


def test_a_row_of_small_terms_is_kept_beside_large_ones() -> None:
    """The plan's other numbers reach 1e11, and what rounding leaves there is much in this row."""
    case = program(
        {"b": 1.0, "c": 6.0, "d": 0.0, "e": 5.0},
        {
            0: ({"a": 4.0, "b": 8.0, "d": 6.0, "e": -7.0}, "<=", -1e12),
            1: ({"c": -2.0, "e": -6.0}, "<=", 1e12),
            2: ({"b": -3.0, "e": 1.0}, ">=", -5.0),
            3: ({"a": -9.0, "b": 6.0, "c": -9.0}, "==", 0.0),
            4: ({"b": 4.0, "c": -9.0, "e": 8.0}, ">=", 41.0),
        },
        maximise=False,
        lower={"a": -1e12, "d": -3.0, "e": 4.0},
        upper=dict.fromkeys("abcde", 1e12),
    )
    at = solve(case).value
    terms = (-9.0 * at["a"], 6.0 * at["b"], -9.0 * at["c"])
    assert abs(sum(terms)) <= 1e-6 * sum(map(abs, terms))


def test_a_far_bound_that_a_plan_misses_by_little_is_not_let_pass() -> None:
    """With x - 2y = 5e9 and y = 4, x has to be 5e9 + 8, beyond its bound."""
    rows = {"sum": ({"x": 1, "y": -2}, "==", 5e9), "y": ({"y": 1}, "==", 4)}
    for bound, status in ((5e9, Status.INFEASIBLE), (5e9 + 8, Status.OPTIMAL)):
        assert solve(program({"x": -8, "y": 7}, rows, upper={"x": bound})).status is status
