"""Prices on both sides and their ranges, held against solving again."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from math import inf, isinf

import pytest
from hypothesis import given, settings

from optimizer.lp import LinearProgram, NoSolution, Status, prices, program, solve
from optimizer.lp.program import Column
from optimizer.lp.sensitivity.prices import LimitPrice
from tests.lp.drawing import programs, with_rhs
from tests.textbook import programmes as books

_FAST = settings(max_examples=60)


def agrees(limit: LimitPrice, start: float, at: object, unit: float) -> None:
    """Solve again at the ends of the range, beyond them, and a little way off the limit."""
    for side, slope, end in ((-1, limit.down, limit.holds_from), (1, limit.up, limit.holds_to)):
        if isinf(slope):
            assert end == limit.limit
            assert at(limit.limit + side * 0.01 * unit).status is Status.INFEASIBLE  # type: ignore[operator]
            continue
        far = limit.limit + 3 * side * unit if isinf(end) else end
        expected = start + slope * (far - limit.limit)
        moved = at(far)  # type: ignore[operator]
        assert moved.found
        size = max(abs(start), abs(expected), 1.0)
        assert moved.objective == pytest.approx(expected, abs=1e-8 * size)
        if not isinf(end):
            beyond = at(end + side * 0.25 * unit)  # type: ignore[operator]
            on_the_line = start + slope * (end + side * 0.25 * unit - limit.limit)
            assert beyond.objective != pytest.approx(on_the_line, abs=1e-10 * size)


@given(programs(bounded=True, units=False, most=4))
@_FAST
def test_each_row_holds_what_it_promises(case: LinearProgram) -> None:
    solution = solve(case)
    for i, row in enumerate(prices(solution, rows=case.row_number).rows.values()):
        assert row.holds_from <= row.limit <= row.holds_to
        assert solution.objective is not None
        agrees(row, solution.objective, lambda b, i=i: solve(with_rhs(case, i, b)), 1.0)


@given(programs(bounded=True, units=False, most=4))
@_FAST
def test_each_bound_holds_what_it_promises(case: LinearProgram) -> None:
    solution = solve(case)
    report = prices(solution, columns=case.column_number).columns
    assert solution.objective is not None
    for j, (c, column) in enumerate(zip(case.columns, report.values(), strict=True)):
        for limit in (column.ceiling, column.floor):
            if limit is None:
                continue

            def at(
                b: float, j: int = j, c: Column = c, top: bool = limit is column.ceiling
            ) -> object:
                new = Column(c.key, c.lower if top else b, b if top else c.upper, c.gain)
                columns = (*case.columns[:j], new, *case.columns[j + 1 :])
                return solve(LinearProgram(columns, case.rows, case.maximise))

            agrees(limit, solution.objective, at, 1.0)


@given(programs(bounded=True, units=False, most=4))
@_FAST
def test_the_plan_stays_best_exactly_within_the_range_of_gains(case: LinearProgram) -> None:
    solution = solve(case)
    assert solution.objective is not None
    for j, column in enumerate(prices(solution).columns.values()):
        assert column.gain_from <= column.gain + 1e-12
        assert column.gain_to >= column.gain - 1e-12
        for end, side in ((column.gain_from, -1), (column.gain_to, 1)):
            for step, best in ((-side * 1e-3, True), (side * 0.5, False)):
                if isinf(end) and not best:
                    continue
                gain = column.gain + 7 * side if isinf(end) else end + step
                if best and not column.gain_from <= gain <= column.gain_to:
                    continue
                c = case.columns[j]
                new = Column(c.key, c.lower, c.upper, gain)
                columns = (*case.columns[:j], new, *case.columns[j + 1 :])
                again = solve(LinearProgram(columns, case.rows, case.maximise)).objective
                kept = solution.objective + (gain - column.gain) * column.value
                assert (again == pytest.approx(kept, abs=1e-9)) == best


def test_a_direction_without_any_plan_has_an_infinite_price() -> None:
    rows = {"need": ({"x": 1}, ">=", 2), "have": ({"x": 1}, "<=", 2)}
    most = prices(solve(program({"x": 1}, rows))).rows
    assert (most["need"].down, most["need"].up) == (0, -inf)
    assert (most["have"].down, most["have"].up) == (inf, 1)
    least = prices(solve(program({"x": 1}, rows, maximise=False))).rows
    assert (least["need"].down, least["need"].up) == (1, inf)
    assert (least["need"].holds_from, least["need"].holds_to) == (0, 2)
    assert (least["have"].down, least["have"].up) == (-inf, 0)


def test_a_row_said_twice_is_worth_something_only_when_it_shrinks() -> None:
    rows = {k: ({"x": 1}, "<=", 4) for k in ("one", "other")}
    for row in prices(solve(program({"x": 2}, rows))).rows.values():
        assert (row.down, row.up, row.holds_from, row.holds_to) == (2, 0, 0, inf)


def test_a_tie_in_the_plan_does_not_cut_the_range_short() -> None:
    """Either column may fill the budget: the price holds through the change of plan."""
    rows = {"budget": ({"a": 1, "b": 1}, "<=", 5)}
    row = prices(solve(program({"a": 1, "b": 1}, rows, upper={"a": 3, "b": 4}))).rows["budget"]
    assert (row.down, row.up, row.holds_from, row.holds_to) == (1, 1, 0, 7)


def test_only_what_is_asked_for() -> None:
    solution = solve(books.dakota())
    report = prices(solution, rows=["carpentry"])
    assert list(report.rows) == ["carpentry"]
    assert not report.columns
    assert report.rows["carpentry"] == prices(solution).rows["carpentry"]
    assert list(prices(solution, columns=["desk"]).columns) == ["desk"]


def test_activity_and_slack() -> None:
    lumber = prices(solve(books.dakota())).rows["lumber"]
    assert (lumber.activity, lumber.slack) == pytest.approx((24, 24))
    assert not lumber.binding
    radio = prices(solve(books.win_big())).rows["radio spots"]
    assert radio.slack == pytest.approx(radio.activity - 5)
    assert (radio.holds_from, radio.holds_to) == (-inf, pytest.approx(radio.activity))


def test_without_an_optimum_there_are_no_prices() -> None:
    for case in (program({"x": 1}, {}), books.stockco()):
        with pytest.raises(NoSolution):
            prices(solve(case))


@given(programs(bounded=True, most=5))
@_FAST
def test_the_table_and_the_programmes_agree(case: LinearProgram) -> None:
    """Where plan and prices are unique the ranges come from ratio tests, else from programmes."""
    solution = solve(case)
    quick = prices(solution)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            import_module("optimizer.lp.sensitivity.prices"), "ratio_of", lambda solution: None
        )
        slow = prices(solution)
    for key, row in quick.rows.items():
        ends = slow.rows[key].holds_from, slow.rows[key].holds_to
        assert (row.holds_from, row.holds_to) == pytest.approx(ends, rel=1e-7, abs=1e-9)
    for key, column in quick.columns.items():
        ends = slow.columns[key].gain_from, slow.columns[key].gain_to
        assert (column.gain_from, column.gain_to) == pytest.approx(ends, rel=1e-7, abs=1e-9)
        for here, there in (
            (column.ceiling, slow.columns[key].ceiling),
            (column.floor, slow.columns[key].floor),
        ):
            assert (here is None) == (there is None)
            if here is not None and there is not None:
                assert here.holds_from == pytest.approx(there.holds_from, rel=1e-7, abs=1e-9)
                assert here.holds_to == pytest.approx(there.holds_to, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("scale", [2.0**-40, 1.0, 2.0**40])
def test_a_row_in_another_unit_is_worth_as_much(scale: float) -> None:
    """Wyndor: hours of plant 3 are worth 1 from 12 to 24 of them, whatever they are counted in."""
    case = program(
        {"x1": 3, "x2": 5},
        {
            "plant 1": ({"x1": 1}, "<=", 4),
            "plant 2": ({"x2": 2}, "<=", 12),
            "plant 3": ({"x1": 3 * scale, "x2": 2 * scale}, "<=", 18 * scale),
        },
    )
    row = prices(solve(case), rows=["plant 3"]).rows["plant 3"]
    assert (row.down, row.up) == pytest.approx((1 / scale, 1 / scale), rel=1e-12)
    assert (row.holds_from, row.holds_to) == pytest.approx((12 * scale, 24 * scale), rel=1e-12)


def test_a_floor_that_nothing_rests_on_may_fall_for_ever() -> None:
    """Wyndor makes 2 and 6: a floor of 1 changes nothing until it has risen as far."""
    case = books.wyndor()
    case = replace(case, columns=tuple(replace(c, lower=1.0) for c in case.columns))
    for name, made in (("x1", 2.0), ("x2", 6.0)):
        floor = prices(solve(case), columns=[name]).columns[name].floor
        assert floor is not None
        assert (floor.down, floor.up, floor.holds_from) == (0.0, 0.0, -inf)
        assert floor.holds_to == pytest.approx(made)
