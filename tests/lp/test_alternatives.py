"""Rooms and alternatives, held against solving again, brute force and the rows themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.lp import (
    LinearProgram,
    MalformedProgram,
    NoSolution,
    Row,
    Sense,
    different,
    program,
    room,
    solve,
    tied,
)
from optimizer.lp.certificate import check_plan
from optimizer.lp.fronts.alternatives import End, Reach, _Near
from tests.lp.drawing import programs
from tests.textbook import programmes as books

_FAST = settings(max_examples=60)
Gains = dict[object, float]
SLACKS = st.sampled_from([0.0, 0.01, 0.1, 0.5])


@st.composite
def questions(draw: st.DrawFn) -> tuple[LinearProgram, dict[str, Gains]]:
    """A bounded programme of plain size and one to three expressions over its columns."""
    case = draw(programs(bounded=True, units=False, most=4))
    keys = [c.key for c in case.columns]
    sums = [draw(st.lists(st.integers(-2, 2), min_size=len(keys), max_size=len(keys)))
            for _ in range(draw(st.integers(1, 3)))]  # fmt: skip
    return case, {
        f"e{n}": {k: float(v) for k, v in zip(keys, numbers, strict=True)}
        for n, numbers in enumerate(sums)
    }


def within(case: LinearProgram, worst: float) -> LinearProgram:
    """The programme with the loss as a row."""
    terms = {c.key: c.gain for c in case.columns if c.gain}
    sense = Sense.GE if case.maximise else Sense.LE
    return replace(case, rows=(*case.rows, Row("loss", terms, sense, worst)))


def aimed(case: LinearProgram, gains: Mapping[object, float], *, most: bool) -> LinearProgram:
    columns = tuple(replace(c, gain=gains.get(c.key, 0.0)) for c in case.columns)
    return replace(case, columns=columns, maximise=most)


@given(questions(), SLACKS)
@_FAST
def test_the_ends_equal_solving_again(
    drawn: tuple[LinearProgram, dict[str, Gains]], slack: float
) -> None:
    case, expressions = drawn
    best = solve(case)
    found = room(case, best, expressions, slack)
    assert best.objective is not None
    assert abs(found.worst - best.objective) == pytest.approx(slack * abs(best.objective))
    # solving again needs a hair, since the optimum itself is rounded
    sign = 1.0 if case.maximise else -1.0
    near = within(case, found.worst - sign * 1e-10)
    for name, reach in found.reach.items():
        for end, most in ((reach.least, False), (reach.most, True)):
            again = solve(aimed(near, expressions[name], most=most))
            assert end.value == pytest.approx(again.objective, abs=1e-7)
            assert end.certificate is not None
            assert end.certificate.passed
            assert end.x is not None
            assert check_plan(near, end.x, 0.0).passed
            assert end.objective is not None
            assert sign * end.objective >= sign * found.worst - 1e-9
        assert reach.least.value - 1e-9 <= reach.now <= reach.most.value + 1e-9


@given(questions(), SLACKS)
@_FAST
def test_of_all_plans_at_an_end_the_best_is_shown(
    drawn: tuple[LinearProgram, dict[str, Gains]], slack: float
) -> None:
    case, expressions = drawn
    best = solve(case)
    for name, reach in room(case, best, expressions, slack).reach.items():
        for end in (reach.least, reach.most):
            terms = {k: v for k, v in expressions[name].items() if v}
            fixed = replace(case, rows=(*case.rows, Row("end", terms, Sense.EQ, end.value)))
            assert end.objective == pytest.approx(solve(fixed).objective, abs=1e-6)


@given(questions(), st.sampled_from([0.01, 0.1, 0.5]), st.integers(1, 2))
@settings(max_examples=20)
def test_alternatives_keep_all_rows_and_differ(
    drawn: tuple[LinearProgram, dict[str, Gains]], slack: float, count: int
) -> None:
    case, expressions = drawn
    best = solve(case)
    found = room(case, best, expressions, slack)
    near = within(case, found.worst)
    plans = different(case, best, expressions, slack, count)
    assert len(plans) <= count
    assert best.x is not None
    before = [best.x]
    for plan in plans:
        assert plan.certificate.passed
        assert check_plan(near, plan.x, 0.0).passed
        assert plan.distance == pytest.approx(furthest(near, found.reach, expressions, before))
        before.append(plan.x)
    distances = [plan.distance for plan in plans]
    assert distances == pytest.approx(sorted(distances, reverse=True))


def furthest(near, reach, expressions, before) -> float:  # type: ignore[no-untyped-def]
    """The largest least distance, by trying every side on which a plan may lie of each other."""
    names = [n for n, r in reach.items() if r.width > 1e-7]
    keys = [c.key for c in near.columns]
    scaled = [np.array([expressions[n][k] for k in keys]) / reach[n].width for n in names]
    best = -inf
    for signs in product((-1.0, 1.0), repeat=len(names) * len(before)):
        rows = {}
        for p, plan in enumerate(before):
            side = signs[p * len(names) : (p + 1) * len(names)]
            total = np.sum([s * g for s, g in zip(side, scaled, strict=True)], axis=0)
            # t ≤ Σ ±(e - e'), a lower bound of the distance and equal to it for the right signs
            terms = {k: -v for k, v in zip(keys, total.tolist(), strict=True)}
            rows[p] = Row(("apart", p), {"t": 1.0, **terms}, Sense.LE, -float(total @ plan))
        columns = tuple(replace(c, gain=0.0) for c in near.columns)
        t = replace(columns[0], key="t", lower=-inf, upper=inf, gain=1.0)
        answer = solve(LinearProgram((*columns, t), (*near.rows, *rows.values())))
        if answer.objective is not None:
            best = max(best, answer.objective)
    return best


@given(questions())
@_FAST
def test_what_is_tied_can_move_without_any_loss(
    drawn: tuple[LinearProgram, dict[str, Gains]],
) -> None:
    case, expressions = drawn
    best = solve(case)
    free = tied(case, best, expressions)
    for name, reach in room(case, best, expressions, 0.0).reach.items():
        assert (name in free) == (reach.width > 1e-6)
        for end in (reach.least, reach.most):
            assert end.objective == pytest.approx(best.objective, abs=1e-9)


@given(questions(), st.sampled_from([0.01, 0.1]), st.integers(1, 40))
@_FAST
def test_what_changes_by_little_is_left_out(
    drawn: tuple[LinearProgram, dict[str, Gains]], slack: float, tenths: int
) -> None:
    case, expressions = drawn
    best, wide = solve(case), tenths / 10 + 1e-6
    told = tied(case, best, expressions, tolerance=slack, wide=wide)
    for name, reach in tied(case, best, expressions, tolerance=slack).items():
        assert (name in told) == (reach.width >= wide)
        if name in told:
            assert told[name].width == pytest.approx(reach.width, abs=1e-7)


@given(questions(), st.integers(-25, 25), st.integers(-25, 25))
@_FAST
def test_units_do_not_matter(
    drawn: tuple[LinearProgram, dict[str, Gains]], one: int, other: int
) -> None:
    case, expressions = drawn
    unit, size = 2.0**one, 2.0**other
    moved = LinearProgram(
        tuple(
            replace(c, lower=c.lower / unit, upper=c.upper / unit, gain=c.gain * size)
            for c in case.columns
        ),
        tuple(replace(r, terms={k: v * unit for k, v in r.terms.items()}) for r in case.rows),
        case.maximise,
    )
    here = room(case, solve(case), expressions, 0.1).reach
    there = room(moved, solve(moved), expressions, 0.1).reach
    for name, reach in here.items():
        assert there[name].least.value * unit == pytest.approx(reach.least.value, abs=1e-7)
        assert there[name].most.value * unit == pytest.approx(reach.most.value, abs=1e-7)


def test_a_near_tie_shows_only_at_its_tolerance() -> None:
    case = program({"a": 1, "b": 0.999}, {"money": ({"a": 1, "b": 1}, "<=", 10)})
    best, parts = solve(case), {"a": {"a": 1}, "b": {"b": 1}}
    assert tied(case, best, parts) == {}
    near = tied(case, best, parts, tolerance=0.001)
    assert near["b"].most.value == pytest.approx(10)
    assert near["a"].least.value == pytest.approx(0)
    assert tied(case, best, parts, tolerance=0.0005)["b"].most.value == pytest.approx(5)


def test_an_expression_may_have_no_end() -> None:
    case = program({"a": 1}, {"r": ({"a": 1}, "<=", 1), "s": ({"a": 1, "b": -1}, "<=", 0)})
    best = solve(case)
    for slack in (0.0, 0.1):
        reach = room(case, best, {"b": {"b": 1}}, slack).reach["b"]
        assert (reach.most.value, reach.most.x, reach.most.certificate) == (inf, None, None)
        assert reach.least.value == pytest.approx(1 - slack)
    with pytest.raises(MalformedProgram, match="'b' has no end"):
        different(case, best, {"b": {"b": 1}}, 0.1, 1)


def test_whole_numbers_have_room_too() -> None:
    case, parts = books.stockco(), {str(k): {k: 1} for k in (1, 2, 3, 4)}
    best = solve(case)
    assert best.objective == pytest.approx(42)
    found = room(case, best, parts, 0.1)  # at least 37.8: {2,3,4} 42, {1,2} 38, nothing else
    assert {n: (r.least.value, r.most.value) for n, r in found.reach.items()} == {
        "1": (0, 1),
        "2": (1, 1),
        "3": (0, 1),
        "4": (0, 1),
    }
    assert found.reach["1"].most.objective == pytest.approx(38)
    (other,) = different(case, best, parts, 0.1, 5)
    assert other.value == pytest.approx({"1": 1, "2": 1, "3": 0, "4": 0})
    assert other.distance == pytest.approx(3)
    assert tied(case, best, parts) == {}


@pytest.mark.parametrize(("slack", "least"), [(0.0, 1.5), (0.02, 1.21), (0.04, 1.0)])
def test_ends_beside_whole_numbers_are_exact(slack: float, least: float) -> None:
    """One less of y would cost 2: what may be lost of 14.5 is taken from x alone."""
    rows = {"c1": ({"x": 1, "y": 1}, "<=", 4.5), "c2": ({"x": 1}, ">=", 1)}
    case = program({"x": 1, "y": 2}, rows, upper={"y": 3}, integer=["y"])
    case = replace(case, constant=7.0)
    reach = room(case, solve(case), {"x": {"x": 1}}, slack).reach["x"]
    assert reach.least.value == pytest.approx(least, rel=1e-14)
    assert reach.most.value == pytest.approx(1.5, rel=1e-14)
    assert reach.least.objective == pytest.approx(13 + least, rel=1e-14)


def test_fewer_plans_come_back_when_there_are_no_others() -> None:
    case = books.wyndor()
    assert different(case, solve(case), {"x1": {"x1": 1}}, 0.0, 3) == ()
    plans = different(case, solve(case), {"x1": {"x1": 1}, "never": {}}, 0.1, 3)
    assert [plan.distance for plan in plans] == sorted((p.distance for p in plans), reverse=True)


def test_the_constant_counts_in_the_loss() -> None:
    case = replace(program({"x": 1}, {}, upper={"x": 10}), constant=90.0)
    found = room(case, solve(case), {"x": {"x": 1}}, 0.05)
    assert (found.objective, found.worst) == (100, 95)
    assert found.reach["x"].least.value == pytest.approx(5)
    assert found.reach["x"].least.objective == pytest.approx(95)


def test_faults_are_named() -> None:
    case = books.wyndor()
    with pytest.raises(MalformedProgram, match="'e' names an unknown column 'z'"):
        room(case, solve(case), {"e": {"z": 1}}, 0.1)
    for slack in (-0.1, inf, float("nan")):
        with pytest.raises(MalformedProgram, match="at least 0"):
            room(case, solve(case), {}, slack)
    with pytest.raises(NoSolution):
        room(case, solve(program({"x": 1}, {})), {}, 0.1)


@pytest.mark.parametrize(("most", "told"), [(1e-8, False), (1.1e-8, True)])
def test_a_change_of_rounding_is_none(most: float, told: bool) -> None:
    """Ten times the rounding, 1e-9, of an expression whose natural size is 1."""
    case = program({"x": 0.0}, {"r": ({"x": 1.0}, "<=", 1.0)})
    near = _Near(case, solve(case), 0.0)
    assert near.moves(Reach(0.0, End(0.0), End(most)), np.array([1.0])) is told
