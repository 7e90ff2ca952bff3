"""Frontiers of two sums, held against weighted sums, enumeration and the rows themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise, product
from math import inf

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.lp import (
    Criterion,
    Frontier,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
    Status,
    efficient,
    efficient_whole,
    payoff_table,
    program,
    simplex_of_weights,
    solve,
)
from optimizer.lp.fronts.lexicographic import Lexicographic, vector
from optimizer.lp.fronts.nondominated import _inside
from tests.heard import heard
from tests.lp.drawing import programs
from tests.textbook import programmes as books

_FAST = settings(max_examples=80)
Gains = dict[object, float]


@st.composite
def sums(draw: st.DrawFn, *, bounded: bool = True) -> tuple[LinearProgram, Gains, Gains]:
    """A programme and two sums over its columns, often parallel, opposed or zero in places."""
    case = draw(programs(bounded=bounded, units=False, most=5))
    pairs = [draw(st.tuples(st.integers(-3, 3), st.integers(-3, 3))) for _ in case.columns]
    keys = [c.key for c in case.columns]
    first = {k: float(a) for k, (a, _) in zip(keys, pairs, strict=True)}
    return case, first, {k: float(b) for k, (_, b) in zip(keys, pairs, strict=True)}


def weighted(case: LinearProgram, parts: list[tuple[float, Gains]]) -> LinearProgram:
    """The same rows and direction, with a weighted sum of sums as gains."""
    total = {c.key: sum(w * g.get(c.key, 0.0) for w, g in parts) for c in case.columns}
    return replace(case, columns=tuple(replace(c, gain=total[c.key]) for c in case.columns))


def sizes(case: LinearProgram, gains: Gains) -> float:
    reach = [max(abs(c.lower), abs(c.upper)) for c in case.columns]
    return max(1e-9, sum(abs(gains[c.key]) * r for c, r in zip(case.columns, reach, strict=True)))


@given(sums(), st.integers(0, 64).map(lambda k: k / 64))
@_FAST
def test_every_weighting_chooses_one_of_the_points(
    drawn: tuple[LinearProgram, Gains, Gains], share: float
) -> None:
    case, first, second = drawn
    frontier = efficient(case, first, second)
    assert frontier.found
    pick = max if case.maximise else min
    units = sizes(case, first), sizes(case, second)
    weights = share / units[0], (1 - share) / units[1]
    best = solve(weighted(case, [(weights[0], first), (weights[1], second)])).objective
    ours = pick(weights[0] * p.first + weights[1] * p.second for p in frontier.points)
    assert ours == pytest.approx(best, abs=1e-8)


@given(sums())
@_FAST
def test_no_point_is_dominated_and_each_keeps_all_rows(
    drawn: tuple[LinearProgram, Gains, Gains],
) -> None:
    case, first, second = drawn
    sense = Sense.GE if case.maximise else Sense.LE
    for point in efficient(case, first, second).points:
        assert point.certificate.kind == "optimal"
        assert point.certificate.passed
        for one, other, kept, left in (
            (first, second, point.first, point.second),
            (second, first, point.second, point.first),
        ):
            better = weighted(case, [(1.0, other)])
            row = Row("kept", {k: g for k, g in one.items() if g}, sense, kept)
            best = solve(replace(better, rows=(*better.rows, row)))
            assert best.objective == pytest.approx(left, abs=1e-6 * sizes(case, other))


@given(sums())
@_FAST
def test_the_frontier_is_concave_and_its_points_are_corners(
    drawn: tuple[LinearProgram, Gains, Gains],
) -> None:
    case, first, second = drawn
    frontier = efficient(case, first, second)
    sign = 1.0 if case.maximise else -1.0
    for here, there in pairwise(frontier.points):
        assert sign * here.first > sign * there.first
        assert sign * here.second < sign * there.second
        assert here.worth[0] == there.worth[1]
    rates = frontier.exchange
    assert all(a > b for a, b in pairwise(rates))
    assert all(rate > 0 for rate in rates)
    assert (frontier.points[0].worth[1], frontier.points[-1].worth[0]) == (inf, 0.0)
    assert frontier.gap <= 1e-8


@given(sums())
@_FAST
def test_each_sum_can_be_turned_round(drawn: tuple[LinearProgram, Gains, Gains]) -> None:
    """Making a sum small is making its negative large."""
    case, first, second = drawn
    one = efficient(case, Criterion(first, True), Criterion(second, False))
    other = efficient(case, Criterion({k: -g for k, g in first.items()}, False), Criterion(
        {k: -g for k, g in second.items()}, True))  # fmt: skip
    assert [(p.first, p.second) for p in one.points] == [
        (-p.first, -p.second) for p in other.points
    ]
    swapped = efficient(case, Criterion(second, False), Criterion(first, True))
    assert [(p.first, p.second) for p in one.points] == [
        pytest.approx((p.second, p.first), abs=1e-8 * sizes(case, first) + 1e-8)
        for p in reversed(swapped.points)
    ]


@given(sums(bounded=False))
@_FAST
def test_endless_sums_are_told_from_those_that_cost_something(
    drawn: tuple[LinearProgram, Gains, Gains],
) -> None:
    case, first, second = drawn
    frontier = efficient(case, first, second)
    statuses = {}
    worths = [1e-4, 0.01, 0.1, 0.21, 0.37, 0.6, 0.9, 1.1, 1.7, 2.7, 4.3, 11.0, 77.0, 1e4]
    for worth in worths:
        statuses[worth] = solve(weighted(case, [(worth, first), (1.0, second)])).status
    if frontier.status is Status.INFEASIBLE:
        assert set(statuses.values()) == {Status.INFEASIBLE}
        return
    if frontier.status is Status.UNBOUNDED:
        assert set(statuses.values()) <= {Status.UNBOUNDED, Status.OPTIMAL}
        return
    low, top = frontier.points[-1].worth[0], frontier.points[0].worth[1]
    for worth, status in statuses.items():
        assume(min(abs(worth - low), abs(worth - top)) > 1e-6 * worth)
        assert (status is Status.OPTIMAL) == (low < worth < top)
    assert (frontier.beyond_first is None) == (top == inf)
    assert (frontier.beyond_second is None) == (low == 0.0)


@given(sums(), st.lists(st.integers(-20, 20), min_size=17, max_size=17))
@_FAST
def test_units_do_not_matter(drawn: tuple[LinearProgram, Gains, Gains], powers: list[int]) -> None:
    """Stating each column, each row and each sum in a unit of its own gives the same plans."""
    case, first, second = drawn
    sizes_ = [2.0**p for p in powers]
    unit = dict(zip((c.key for c in case.columns), sizes_, strict=False))
    moved = LinearProgram(
        tuple(
            replace(c, lower=c.lower / unit[c.key], upper=c.upper / unit[c.key])
            for c in case.columns
        ),
        tuple(
            replace(r, terms={k: v * unit[k] * s for k, v in r.terms.items()}, rhs=r.rhs * s)
            for r, s in zip(case.rows, sizes_[5:] * 2, strict=False)
        ),
        case.maximise,
    )
    before = efficient(case, first, second)
    after = efficient(
        moved,
        {k: g * unit[k] * sizes_[-1] for k, g in first.items()},
        {k: g * unit[k] * sizes_[-2] for k, g in second.items()},
    )
    assert len(before.points) == len(after.points)
    for here, there in zip(before.points, after.points, strict=True):
        assert there.first / sizes_[-1] == pytest.approx(here.first, abs=1e-8)
        assert there.second / sizes_[-2] == pytest.approx(here.second, abs=1e-8)


def shape(frontier: Frontier) -> list[tuple[float, float]]:
    return [(round(p.first, 9), round(p.second, 9)) for p in frontier.points]


def test_one_plan_may_be_best_in_both() -> None:
    for first, second in (({"x1": 1}, {"x1": 2}), ({}, {"x1": 2}), ({}, {}), ({"x1": 2}, {})):
        frontier = efficient(books.wyndor(), first, second)
        assert len(frontier.points) == 1
        assert frontier.points[0].worth == (0.0, inf)
        assert frontier.points[0].weights == (0.0, 1.0)
        assert frontier.points[0].certificate.passed


def test_opposed_sums_have_two_corners() -> None:
    frontier = efficient(books.wyndor(), {"x1": 1}, Criterion({"x1": 1}, maximise=False))
    assert shape(frontier) == [(4, 4), (0, 0)]
    assert frontier.exchange == (1.0,)


def test_the_weights_and_the_values_of_a_point() -> None:
    frontier = efficient(books.wyndor(), {"x1": 1}, {"x2": 1})
    assert shape(frontier) == [(4, 3), (2, 6)]
    assert frontier.points[0].weights == pytest.approx((0.6, 1.0))
    assert frontier.points[1].weights == pytest.approx((0.0, 0.6))
    assert frontier.points[1].value == pytest.approx({"x1": 2, "x2": 6})


def test_no_plan_or_no_end() -> None:
    nothing = program({"x": 1}, {"r": ({"x": 1}, ">=", 4)}, upper={"x": 3})
    assert efficient(nothing, {"x": 1}, {}).status is Status.INFEASIBLE
    endless = program({"x": 1}, {"r": ({"x": 1, "y": 2}, ">=", 4)}, upper={"y": 10})
    assert efficient(endless, {"x": 1}, {"y": 1}).status is Status.UNBOUNDED
    costly = efficient(endless, {"x": 1}, {"x": -2, "y": 1})
    assert (shape(costly), costly.beyond_first) == ([(0, 10)], 2)
    line = {"r": ({"x": 1, "y": 1}, "<=", 4)}
    half = program({"x": 1}, line, lower={"x": -inf, "y": -inf})
    assert efficient(half, {"x": 1}, {"y": 1}).status is Status.UNBOUNDED


def test_a_frontier_of_many_corners_is_found_whole() -> None:
    """Tangents to a circle: each is an edge, each pair of neighbours a corner."""
    count = 60
    angles = [(k + 0.5) / count * np.pi / 2 for k in range(count)]
    rows = {k: ({"x": np.cos(a), "y": np.sin(a)}, "<=", 1.0) for k, a in enumerate(angles)}
    frontier = efficient(program({}, rows), {"x": 1}, {"y": 1})
    assert len(frontier.points) == count + 1
    assert frontier.exchange == pytest.approx([1 / np.tan(a) for a in angles])


def test_faults_are_named() -> None:
    with pytest.raises(MalformedProgram, match="unknown column 'z'"):
        efficient(books.wyndor(), {"z": 1}, {"x1": 1})
    with pytest.raises(MalformedProgram, match="not a finite number"):
        efficient(books.wyndor(), {"x1": inf}, {"x1": 1})
    with pytest.raises(MalformedProgram, match="efficient_whole"):
        efficient(books.stockco(), {1: 1}, {2: 1})


# --- several sums -------------------------------------------------------------------------------
def test_goals_in_order_take_what_earlier_ones_leave_free() -> None:
    case = program({}, {"r": ({"a": 1, "b": 1, "c": 1}, "<=", 10)}, upper={"b": 4, "c": 3})
    rows = Lexicographic(case)
    gains = [vector(case, {k: 1.0}, "A sum") for k in ("c", "b", "a")]
    best = rows.best(*gains)
    assert best.x is not None
    assert best.x.tolist() == pytest.approx([3, 4, 3])
    assert best.level == 3


def test_whole_goals_in_order_take_what_earlier_ones_leave_free() -> None:
    drawn = program({}, {"r": ({"a": 1, "b": 1, "c": 1}, "<=", 10.5)}, upper={"b": 4, "c": 3})
    case = replace(drawn, columns=tuple(replace(c, integer=True) for c in drawn.columns))
    best = Lexicographic(case).best(*[vector(case, {k: 1.0}, "A sum") for k in ("c", "b", "a")])
    assert best.x is not None
    assert best.x.tolist() == pytest.approx([3, 4, 3])
    assert best.level == 3


def test_the_payoff_table_has_no_dominated_row() -> None:
    names = ("trains", "trucks", "cars")
    table = payoff_table(books.toyco(), {k: {k: 1} for k in names})
    assert table.found
    assert table.best == pytest.approx({"trains": 460 / 3, "trucks": 105, "cars": 230})
    for row in table.rows:
        assert row.values[row.name] == pytest.approx(table.best[row.name])
        others = {k: v for k, v in row.values.items() if k != row.name}
        for name, value in others.items():
            kept = {k: ({k: 1}, ">=", v - 1e-9) for k, v in row.values.items() if k != name}
            rows = tuple(Row(k, t, Sense(s), b) for k, (t, s, b) in kept.items())
            more = weighted(books.toyco(), [(1.0, {name: 1.0})])
            best = solve(replace(more, rows=(*more.rows, *rows)))
            assert best.objective == pytest.approx(value, abs=1e-6)


def test_a_sum_without_an_optimum_has_an_empty_row() -> None:
    table = payoff_table(
        program({"x": 1, "y": 1}, {}, upper={"y": 2}), {"x": {"x": 1}, "y": {"y": 1}}
    )
    assert not table.found
    assert [row.status for row in table.rows] == [Status.UNBOUNDED, Status.UNBOUNDED]
    assert table.rows[0].values == {}


def test_weights_choose_efficient_plans() -> None:
    names = ("trains", "trucks", "cars")
    chosen = simplex_of_weights(books.toyco(), {k: {k: 1} for k in names}, 4)
    assert sum(len(plan.weights) for plan in chosen) == 15
    seen = [tuple(round(v, 6) for v in plan.values.values()) for plan in chosen]
    assert len(set(seen)) == len(seen)
    for plan in chosen:
        total = {k: 1.0 for k in names}
        more = weighted(books.toyco(), [(1.0, total)])
        rows = tuple(Row(k, {k: 1}, Sense.GE, plan.values[k] - 1e-9) for k in names)
        best = solve(replace(more, rows=(*more.rows, *rows)))
        assert best.objective == pytest.approx(sum(plan.values.values()), abs=1e-6)
        for weights in plan.weights:
            assert sum(weights.values()) == pytest.approx(1)


def test_faults_of_several_sums_are_named() -> None:
    with pytest.raises(MalformedProgram, match="no sum"):
        payoff_table(books.wyndor(), {})
    with pytest.raises(MalformedProgram, match="at least one step"):
        simplex_of_weights(books.wyndor(), {"x1": {"x1": 1}}, 0)


# --- integer columns ----------------------------------------------------------------------------
@st.composite
def knapsacks(draw: st.DrawFn) -> tuple[LinearProgram, list[float], list[float], list[int], int]:
    n = draw(st.integers(1, 6))
    whole = st.lists(st.integers(-4, 9), min_size=n, max_size=n)
    first, second = [v / 4 for v in draw(whole)], [float(v) for v in draw(whole)]
    weights = [abs(v) + 1 for v in draw(whole)]
    most = draw(st.integers(0, sum(weights)))
    rows = {"weight": (dict(enumerate(weights)), "<=", most)}
    case = program({}, rows, upper=dict.fromkeys(range(n), 1), integer=range(n))
    return case, first, second, weights, most


def enumerated(first: list[float], second: list[float], weights: list[int], most: int) -> list[
    tuple[float, float]
]:  # fmt: skip
    """All nondominated pairs of sums of a small knapsack, by trying everything."""
    pairs = {
        (float(np.dot(first, z)), float(np.dot(second, z)))
        for z in product((0, 1), repeat=len(first))
        if np.dot(weights, z) <= most
    }
    best = [p for p in pairs if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in pairs)]
    return sorted(best, reverse=True)


@given(knapsacks(), st.integers(1, 5))
@settings(max_examples=25)
def test_all_points_of_a_small_knapsack(
    drawn: tuple[LinearProgram, list[float], list[float], list[int], int], steps: int
) -> None:
    case, first, second, weights, most = drawn
    expected = enumerated(first, second, weights, most)
    whole = efficient_whole(case, dict(enumerate(first)), dict(enumerate(second)))
    assert [(p.first, p.second) for p in whole.points] == expected
    assert whole.complete
    assert whole.gap <= 1e-8
    some = efficient_whole(case, dict(enumerate(first)), dict(enumerate(second)), steps=steps)
    found = [(round(p.first, 6), round(p.second, 6)) for p in some.points]
    assert set(found) <= set(expected)
    assert some.complete == (some.unexplored == 0)
    assert len(found) == len(expected) or some.unexplored > 0


def test_a_point_below_the_line_is_found_but_no_weights_choose_it() -> None:
    case = program({}, {"one": ({"a": 1, "b": 1, "c": 1}, "<=", 1)}, integer="abc")
    frontier = efficient_whole(case, {"a": 4, "b": 1}, {"b": 1, "c": 4})
    assert [(p.first, p.second, p.supported) for p in frontier.points] == [
        (4, 0, True),
        (1, 1, False),
        (0, 4, True),
    ]


def test_weights_choose_the_corners_of_many_points() -> None:
    """One of eight plans; (8, 4) and (1, 8.5) lie below lines between others, (5, 7) on one."""
    pairs = [(10, 0), (9, 3), (8, 4), (7, 6), (5, 7), (3, 8), (1, 8.5), (0, 9)]
    names = list("abcdefgh")
    case = program({}, {"one": (dict.fromkeys(names, 1), "<=", 1)}, integer=names)
    first, second = (dict(zip(names, sums, strict=True)) for sums in zip(*pairs, strict=True))
    frontier = efficient_whole(case, first, second)
    assert [(p.first, p.second) for p in frontier.points] == pairs
    below = [(p.first, p.second) for p in frontier.points if not p.supported]
    assert below == [(8, 4), (1, 8.5)]


def test_a_sum_of_continuous_columns_needs_steps_or_the_other_sum_whole() -> None:
    rows = {"r": ({"n": 2, "x": 1}, "<=", 7)}
    case = program({}, rows, upper={"n": 3}, integer=["n"])
    with pytest.raises(MalformedProgram, match="how many steps"):
        efficient_whole(case, {"x": 1, "n": 0.5}, {"n": 1, "x": 0.1})
    for order in ((0, 1), (1, 0)):
        aims = [({"n": 1}, {"x": 1})[k] for k in order]
        points = efficient_whole(case, *aims).points
        expected = [(3, 1), (2, 3), (1, 5), (0, 7)]
        pairs = [(p.first, p.second) if order == (0, 1) else (p.second, p.first) for p in points]
        assert pairs == (expected if order == (0, 1) else expected[::-1])
    stepped = efficient_whole(case, {"n": 1}, {"x": 1}, steps=3)
    assert not stepped.complete
    assert 0 < stepped.unexplored < 1


def test_no_whole_plan() -> None:
    case = program({"n": 1}, {"r": ({"n": 2}, "==", 1)}, integer=["n"])
    assert efficient_whole(case, {"n": 1}, {"n": -1}).status is Status.INFEASIBLE


@pytest.mark.parametrize("steps", [None, 3])
def test_progress_of_a_walk_over_whole_plans_rises_to_its_end(steps: int | None) -> None:
    rows = {"r": ({"n": 2, "x": 1}, "<=", 7)}
    case = program({}, rows, upper={"n": 3}, integer=["n"])
    for aims in (({"n": 1}, {"x": 1}), ({"x": 1}, {"n": 1})):
        assert len(heard(partial(efficient_whole, case, *aims, steps=steps))) >= 3


def test_progress_of_a_frontier_rises_to_its_end() -> None:
    case = program({}, {"r": ({"a": 1, "b": 1}, "<=", 4), "s": ({"a": 2, "b": 1}, "<=", 6)})
    # corners (3, 0), (2, 2), (0, 4): a third of the first range and half of the second
    assert heard(partial(efficient, case, {"a": 1}, {"b": 1})) == [0.42, 1.0]


@pytest.mark.parametrize(("middle", "below"), [((7, 12), True), ((7, 13), False), ((7, 14), False)])
def test_a_point_lies_below_the_line_between_its_neighbours(
    middle: tuple[float, float], below: bool
) -> None:
    """The line from (10, 10) to (4, 16) passes through (7, 13)."""
    assert _inside((10.0, 10.0), middle, (4.0, 16.0)) is below


@pytest.mark.parametrize(
    ("apart", "status"),
    [(0.0, Status.UNBOUNDED), (1.5e-9, Status.UNBOUNDED), (1e-8, Status.OPTIMAL)],
)
def test_rates_that_agree_up_to_rounding_leave_no_frontier(apart: float, status: Status) -> None:
    """One way gains a unit of the first for 0.7 of the second, the other gives it back for less."""
    back = 0.7 * (1.0 - apart)
    case = program({"gain": 0.0, "back": 0.0}, {})
    found = efficient(case, {"gain": 1.0, "back": -1.0}, {"gain": -0.7, "back": back})
    assert found.status is status
