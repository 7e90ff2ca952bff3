"""Curves hold everywhere, not only at their points; the ends without an optimum are named."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings

from optimizer.lp import (
    Curve,
    Hot,
    LinearProgram,
    NoSolution,
    Status,
    curve,
    gain_curve,
    prices,
    program,
    solve,
)
from optimizer.lp.program import Column, FloatArray, MalformedProgram, Row, Sense
from optimizer.lp.sensitivity.parametric import CurvePoint, _Walk
from tests.lp.drawing import programs, with_rhs
from tests.textbook import programmes as books


def ends_and_slopes(found: Curve) -> tuple[list[float], list[float]]:
    return [p.at for p in found.points], list(found.slopes)


def test_the_textbook_range_is_one_piece_of_the_curve() -> None:
    found = curve(books.wyndor(), row="plant 3", start=-5, stop=40)
    at, slopes = ends_and_slopes(found)
    assert at == pytest.approx([0, 12, 24, 40])
    assert slopes == pytest.approx([2.5, 1, 0])
    assert found.breakpoints == pytest.approx((12, 24))
    assert found.infeasible == ((-5, 0),)
    assert found.objective(-1) == -inf
    assert found.objective(18) == pytest.approx(36)
    assert found.plan(18) == pytest.approx([2, 6])
    with pytest.raises(NoSolution):
        found.plan(-1)
    with pytest.raises(NoSolution):
        found.objective(41)


def test_a_budget_passes_through_its_kinks() -> None:
    at, slopes = ends_and_slopes(curve(books.kink(), row="budget", start=0, stop=20))
    assert (at, slopes) == ([0, 6, 10, 20], [3, 2, 0])
    at, slopes = ends_and_slopes(curve(books.win_big(), row="budget", start=0, stop=30_000))
    assert at[1:-1] == pytest.approx([6075, 6425, 16_025])
    assert slopes[-2:] == pytest.approx([6.25, 0])


def test_a_direction_moves_several_rows_at_once() -> None:
    doubled = curve(
        books.wyndor(), direction={"plant 1": 4, "plant 2": 12, "plant 3": 18}, start=-1, stop=1
    )
    at, slopes = ends_and_slopes(doubled)
    assert at == pytest.approx([-1, 1])
    assert slopes == pytest.approx([36])


def test_where_nothing_limits_the_objective_there_is_no_curve() -> None:
    endless = curve(program({"x": 1}, {"a": ({"x": 1}, ">=", 2)}), row="a", start=-3, stop=4)
    assert endless.points == ()
    assert endless.unbounded == ((-3, 4),)
    assert endless.objective(0) == inf
    never = curve(
        program({"x": 1}, {"a": ({"x": 1}, "<=", 2), "b": ({"x": 1}, ">=", 9)}),
        row="a",
        start=0,
        stop=4,
    )
    assert never.infeasible == ((0, 4),)
    assert never.objective(2) == -inf


def test_one_value_is_a_curve_of_one_point() -> None:
    found = curve(books.wyndor(), row="plant 3", start=18, stop=18)
    assert [(p.at, p.objective) for p in found.points] == [(18, pytest.approx(36))]
    assert found.slopes == ()


def test_a_curve_has_to_be_asked_for_clearly() -> None:
    case = books.wyndor()
    for wrong in ({"row": "plant 9"}, {"direction": {"plant 9": 1.0}}, {}):
        with pytest.raises(MalformedProgram):
            curve(case, start=0, stop=1, **wrong)  # type: ignore[arg-type]
    for start, stop in ((2.0, 1.0), (0.0, inf)):
        with pytest.raises(MalformedProgram):
            curve(case, row="plant 3", start=start, stop=stop)
        with pytest.raises(MalformedProgram):
            gain_curve(case, "x1", start=start, stop=stop)
    with pytest.raises(MalformedProgram):
        gain_curve(case, "x9", start=0, stop=1)
    with pytest.raises(NoSolution):
        curve(books.stockco(), row="money", start=0, stop=1)
    with pytest.raises(NoSolution):
        gain_curve(books.stockco(), 1, start=0, stop=1)


def shaped(found: Curve, *, falling: bool) -> None:
    rises = np.diff(found.slopes)
    assert ((rises < 0) if falling else (rises > 0)).all()
    assert found.residual < 1e-9


def same(found: Curve, at: float, case: LinearProgram) -> None:
    """The curve says what solving says."""
    again = solve(case)
    value = found.objective(at)
    if again.found:
        assert value == pytest.approx(again.objective, rel=1e-9, abs=1e-9)
    else:
        endless = (again.status is Status.UNBOUNDED) == case.maximise
        assert value == (inf if endless else -inf)


@given(programs(units=False, most=4))
@settings(max_examples=60)
def test_the_curve_of_a_row_agrees_with_solving(case: LinearProgram) -> None:
    for i, row in enumerate(case.rows[:2]):
        found = curve(case, row=row.key, start=-6.03, stop=6.07)
        shaped(found, falling=case.maximise)
        for at in np.linspace(-6.03, 6.07, 9).tolist():
            same(found, at, with_rhs(case, i, at))


@given(programs(units=False, most=4))
@settings(max_examples=60)
def test_the_curve_of_a_gain_agrees_with_solving(case: LinearProgram) -> None:
    for j, c in enumerate(case.columns[:2]):
        found = gain_curve(case, c.key, start=-5.03, stop=5.07)
        shaped(found, falling=not case.maximise)
        for at in np.linspace(-5.03, 5.07, 9).tolist():
            new = Column(c.key, c.lower, c.upper, at)
            columns = (*case.columns[:j], new, *case.columns[j + 1 :])
            same(found, at, LinearProgram(columns, case.rows, case.maximise))


def allocation(rows: int = 40, columns: int = 120) -> LinearProgram:
    """A random allocation with a total budget in the first row."""
    rng = np.random.default_rng(11)
    members = tuple(
        Column(j, 0.0, float(u), float(g))
        for j, (u, g) in enumerate(
            zip(rng.integers(1, 90, columns), rng.random(columns).round(3), strict=True)
        )
    )
    table = rng.random((rows, columns)).round(2) * (rng.random((rows, columns)) < 0.1)
    table[0] = rng.uniform(1, 9, columns).round(1)
    limits = []
    for i, entries in enumerate(table):
        terms = {int(j): float(entries[j]) for j in np.flatnonzero(entries)}
        most = sum(v * float(members[j].upper) for j, v in terms.items())  # type: ignore[arg-type]
        limits.append(Row(("row", i), terms, Sense.LE, 0.4 * most))
    return LinearProgram(members, tuple(limits))


def test_a_long_curve_agrees_with_two_hundred_solves() -> None:
    case = allocation()
    budget = case.rows[0].rhs
    found = curve(case, row=("row", 0), start=0.0, stop=2 * float(budget))
    assert len(found.points) > 30
    shaped(found, falling=True)
    hot = Hot(case)
    for at in np.linspace(0.0, found.stop, 200).tolist():
        hot.set_rhs(("row", 0), at)
        assert found.objective(at) == pytest.approx(hot.best(), rel=1e-9)
        plan = found.plan(at)
        a = case.arrays
        limit = np.append(at, a.row_upper[1:])
        assert float((a.times(plan) - limit).max()) <= 1e-7
        assert float(a.gain @ plan) == pytest.approx(found.objective(at), rel=1e-9)


def test_prices_and_curve_tell_the_same() -> None:
    case = allocation()
    budget = float(case.rows[0].rhs)
    row = prices(solve(case), rows=[("row", 0)]).rows["row", 0]
    found = curve(case, row=("row", 0), start=0.0, stop=2 * budget)
    at, slopes = ends_and_slopes(found)
    k = next(k for k, point in enumerate(at) if point > budget) - 1
    assert slopes[k] == pytest.approx(row.up)
    assert (at[k], at[k + 1]) == pytest.approx((row.holds_from, row.holds_to))


def test_a_gain_changes_the_plan_at_its_range() -> None:
    found = gain_curve(program=books.wyndor(), column="x1", start=-5, stop=20)
    at, slopes = ends_and_slopes(found)
    assert at == pytest.approx([-5, 0, 7.5, 20])
    assert slopes == pytest.approx([0, 2, 4])
    assert found.plan(3) == pytest.approx([2, 6])
    assert found.plan(19) == pytest.approx([4, 3])
    assert found.objective(3) == pytest.approx(36)


def test_a_gain_beyond_all_bounds_is_named() -> None:
    rows = {"a": ({"x": 1, "y": -1}, "<=", 2)}
    found = gain_curve(program({"x": 1, "y": 1}, rows), "y", start=-5, stop=4)
    assert ends_and_slopes(found) == ([-5, -1], [0])
    assert found.unbounded == ((-1, 4),)
    assert found.objective(0) == inf
    least = gain_curve(program({"x": 1}, {}, maximise=False), "x", start=-5, stop=4)
    assert least.unbounded == ((-5, 0),)
    assert least.objective(-1) == -inf
    rows = {"a": ({"x": 1}, ">=", 2), "b": ({"x": 1}, "<=", 1)}
    assert gain_curve(program({"x": 1}, rows), "x", start=0, stop=1).infeasible == ((0, 1),)


def test_a_piece_that_leads_nowhere_is_leapt_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every piece that begins in the middle ends there, as rounding may have it."""
    found, stuck = _Walk._piece, {-1, 1}

    def piece(self: _Walk, prices: FloatArray, here: CurvePoint, side: int) -> CurvePoint | None:
        if here.at == 10:
            stuck.discard(side)
            return here
        return found(self, prices, here, side)

    monkeypatch.setattr(_Walk, "_piece", piece)
    along = curve(books.kink(), row="budget", start=0, stop=20)
    assert not stuck
    for at, objective in ((3, 9), (8, 22), (15, 26)):
        assert along.objective(at) == pytest.approx(objective, rel=1e-7)


def test_a_plan_at_one_value_alone_is_found_at_that_value() -> None:
    """The same equation three times over: rounding moves the only place a hair from 15.75."""
    terms = {"a": 2.0, "b": 5.0, "d": 2.0}
    single = program(
        {"a": 1, "b": 1},
        {
            "once": (terms, "==", 15.75),
            "again": ({k: 3 * v for k, v in terms.items()}, "==", 47.25),
            "most": ({"b": -3}, ">=", -6.75),
        },
        lower={"b": 2.25},
        upper={"d": 1.5},
    )
    found = curve(single, row="once", start=12.75, stop=20.75)
    assert found.objective(15.75) == pytest.approx(2.25 + 2.25)
    assert found.plan(15.75)[1] == pytest.approx(2.25)
    assert found.objective(15.76) == -inf
