"""Published optima, prices and ranges of textbook programmes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

import pytest

from optimizer.lp import LinearProgram, exact, prices, solve
from tests.textbook import programmes as books

Range = tuple[float, float]


@dataclass(frozen=True)
class Published:
    """One published answer: objective, plan, prices and the ranges that were printed."""

    make: Callable[[], LinearProgram]
    objective: float
    plan: dict[object, float]
    price: dict[object, float] = field(default_factory=dict)
    reduced: dict[object, float] = field(default_factory=dict)
    rhs: dict[object, Range] = field(default_factory=dict)
    gain: dict[object, Range] = field(default_factory=dict)


CASES = {
    "wyndor": Published(
        books.wyndor,
        36,
        {"x1": 2, "x2": 6},
        {"plant 1": 0, "plant 2": 1.5, "plant 3": 1},
        rhs={"plant 1": (2, inf), "plant 2": (6, 18), "plant 3": (12, 24)},
        gain={"x1": (0, 7.5), "x2": (2, inf)},
    ),
    "reddy mikks": Published(
        books.reddy_mikks,
        21,
        {"exterior": 3, "interior": 1.5},
        {"M1": 0.75, "M2": 0.5, "market": 0, "demand": 0},
        rhs={"M1": (20, 36), "M2": (4, 20 / 3)},
        gain={"exterior": (2, 6), "interior": (10 / 3, 10)},
    ),
    "toyco": Published(
        books.toyco,
        1350,
        {"trains": 0, "trucks": 100, "cars": 230},
        {"operation 1": 1, "operation 2": 2, "operation 3": 0},
        {"trains": -4},
        {"operation 1": (230, 440), "operation 2": (440, 860), "operation 3": (400, inf)},
    ),
    "dakota": Published(
        books.dakota,
        280,
        {"desk": 2, "table": 0, "chair": 8},
        {"lumber": 0, "finishing": 10, "carpentry": 10, "demand": 0},
        {"table": -5},
        {"lumber": (24, inf), "finishing": (16, 24), "carpentry": (20 / 3, 10)},
        {"desk": (56, 80), "table": (-inf, 35), "chair": (15, 22.5)},
    ),
    "win big": Published(
        books.win_big,
        67_240.30172413793,
        {"tv": 1.96875, "newspaper": 5, "prime radio": 6.206896551724138, "radio": 0},
        {"budget": 6.25, "radio spots": 0, "radio money": 2.0258620689655},
        {"newspaper": 2718.75},
    ),
    "finco": Published(
        books.finco,
        218_500,
        {"A": 60_000, "B": 30_000, "C": 0, "D": 40_000, "E": 75_000},
    ),
    "farmer": Published(books.farmer, 118_600, {("plant", "beets"): 300, ("plant", "corn"): 80}),
    "farmer, good year": Published(lambda: books.farmer(3.0, 3.6, 24.0), 167_666.6666666667, {}),
    "farmer, bad year": Published(lambda: books.farmer(2.0, 2.4, 16.0), 59_950, {}),
}


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> Published:
    published: Published = request.param
    return published


def test_the_optimum_and_the_plan(case: Published) -> None:
    solution = solve(case.make())
    assert solution.objective == pytest.approx(case.objective, rel=1e-12)
    for key, value in case.plan.items():
        assert solution.value[key] == pytest.approx(value, rel=1e-9, abs=1e-9), key


def test_the_optimum_is_proved_in_exact_numbers(case: Published) -> None:
    proof = exact(solve(case.make()))
    assert proof.proved
    assert float(proof.objective) == pytest.approx(case.objective, rel=1e-12)


def test_prices_and_reduced_costs(case: Published) -> None:
    solution = solve(case.make())
    report = prices(solution)
    for key, price in case.price.items():
        row = report.rows[key]
        assert solution.price[key] == pytest.approx(price, rel=1e-9), key
        assert (row.down, row.up) == pytest.approx((price, price), rel=1e-9), key
    for key, reduced in case.reduced.items():
        assert solution.reduced_cost[key] == pytest.approx(reduced, rel=1e-9), key


def test_ranges(case: Published) -> None:
    report = prices(solve(case.make()))
    for key, ends in case.rhs.items():
        row = report.rows[key]
        assert (row.holds_from, row.holds_to) == pytest.approx(ends, rel=1e-9, abs=1e-9), key
    for key, ends in case.gain.items():
        column = report.columns[key]
        assert (column.gain_from, column.gain_to) == pytest.approx(ends, rel=1e-9, abs=1e-9), key


def test_a_price_on_a_ceiling() -> None:
    """The five newspaper pages of Win Big are worth 8500 less what their money earns elsewhere."""
    ceiling = prices(solve(books.win_big())).columns["newspaper"].ceiling
    assert ceiling is not None
    assert (ceiling.down, ceiling.up) == pytest.approx((2718.75, 2718.75))
    assert ceiling.down == pytest.approx(8500 - 925 * 6.25)


def test_both_sides_of_a_kink() -> None:
    report = prices(solve(books.kink()))
    budget = report.rows["budget"]
    assert (budget.down, budget.up) == (2, 0)
    assert (budget.holds_from, budget.holds_to) == (6, inf)
    a, b = report.columns["a"].ceiling, report.columns["b"].ceiling
    assert a is not None
    assert b is not None
    assert (a.down, a.up, a.holds_from, a.holds_to) == (3, 1, 0, 10)
    assert (b.down, b.up, b.holds_from, b.holds_to) == (2, 0, 0, inf)


def test_whole_numbers() -> None:
    solution = solve(books.stockco())
    assert solution.objective == 42
    assert list(solution.value.values()) == [0, 1, 1, 1]
    assert solution.gap == 0


def test_overtime_comes_last() -> None:
    value = solve(books.wyndor_with_overtime()).value
    assert solve(books.wyndor_with_overtime()).objective == pytest.approx(26)
    assert (value["x1R"] + value["x1O"], value["x2R"] + value["x2O"]) == pytest.approx((4, 3))
