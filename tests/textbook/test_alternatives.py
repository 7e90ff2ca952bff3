"""Published frontiers, payoff tables and near-optimal alternatives."""

from __future__ import annotations

import pytest

from optimizer.lp import (
    LinearProgram,
    different,
    efficient,
    payoff_table,
    program,
    room,
    solve,
    tied,
)


def mavrotas() -> LinearProgram:
    """Mavrotas (2009): max x1 and max 3x1+4x2."""
    rows = {"both": ({"x1": 5, "x2": 4}, "<=", 200)}
    return program({"x1": 1}, rows, upper={"x1": 20, "x2": 40})


def power() -> LinearProgram:
    """PyPSA's test of generating alternatives: capital and marginal cost of coal and gas."""
    cost = {"coal capacity": 200, "coal": 20, "gas capacity": 230, "gas": 40}
    rows = {
        "load": ({"coal": 1, "gas": 1}, "==", 100),
        "coal": ({"coal": 1, "coal capacity": -1}, "<=", 0),
        "gas": ({"gas": 1, "gas capacity": -1}, "<=", 0),
    }
    return program(cost, rows, maximise=False)


FIRST, SECOND = {"x1": 1}, {"x1": 3, "x2": 4}
PLANTS = {"coal": {"coal capacity": 1}, "gas": {"gas capacity": 1}}


def test_the_payoff_table_is_lexicographic() -> None:
    """A plain maximum of x1 may give any second sum from 60 to 160."""
    rows = payoff_table(mavrotas(), {"first": FIRST, "second": SECOND}).rows
    assert rows[0].values == pytest.approx({"first": 20, "second": 160})
    assert rows[1].values == pytest.approx({"first": 8, "second": 184})


def test_the_ends_of_the_frontier_are_those_of_the_payoff_table() -> None:
    frontier = efficient(mavrotas(), FIRST, SECOND)
    assert [p.first for p in frontier.points] == pytest.approx([20, 8])
    assert [p.second for p in frontier.points] == pytest.approx([160, 184])
    assert frontier.exchange == pytest.approx([2])


def test_five_per_cent_of_cost_lets_gas_replace_22_of_coal() -> None:
    case = power()
    best = solve(case)
    assert best.objective == pytest.approx(22_000)
    near = room(case, best, PLANTS, 0.05)
    assert near.worst == pytest.approx(23_100)
    least = near.reach["coal"].least
    assert least.value == pytest.approx(78)
    assert least.objective == pytest.approx(23_100)
    assert least.x is not None
    plan = dict(zip(case.column_number, least.x.tolist(), strict=True))
    assert plan["gas capacity"] == pytest.approx(22)
    # 1,100 more buys 5.5 more of coal, or 1,100 / 230 of gas beside it
    assert near.reach["coal"].most.value == pytest.approx(105.5)
    assert near.reach["gas"].least.value == pytest.approx(0)
    assert near.reach["gas"].most.value == pytest.approx(22)
    assert room(case, best, PLANTS, 0.0).reach["gas"].width == pytest.approx(0)


def test_the_plan_furthest_from_the_cheapest_uses_gas() -> None:
    case = power()
    first, second = different(case, solve(case), PLANTS, 0.05, 2)
    assert first.value == pytest.approx({"coal": 78, "gas": 22})
    # coal from 78 to 105.5 and gas from 0 to 22 count 1 each
    assert first.distance == pytest.approx(22 / 27.5 + 1)
    assert second.distance < first.distance


def test_two_equal_ways_are_announced() -> None:
    case = program({"a": 1, "b": 1}, {"money": ({"a": 1, "b": 1}, "<=", 10)}, upper={"a": 8})
    free = tied(case, solve(case), {"a": {"a": 1}, "b": {"b": 1}, "both": {"a": 1, "b": 1}})
    assert {name: (r.least.value, r.most.value) for name, r in free.items()} == {
        "a": pytest.approx((0, 8)),
        "b": pytest.approx((2, 10)),
    }
