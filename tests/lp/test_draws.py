"""Many draws solved from one basis give what each draw gives on its own, and say why when not."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from numpy.typing import NDArray

from optimizer.lp.certificate import check, check_infeasible
from optimizer.lp.program import (
    Arrays,
    Column,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
    program,
)
from optimizer.lp.solution import Basis, Status
from optimizer.lp.solver import solve
from optimizer.lp.stochastic import draw_check, solve_draws as draws
from optimizer.lp.stochastic.draw_check import check_draws, check_rays
from optimizer.lp.stochastic.solve_draws import STATUSES, Start, solve_draws, start_of
from optimizer.lp.stochastic.stack import Stacking, stacked
from tests.textbook import programmes as books

COUNT = 40


def spread(value: float, seed: int) -> NDArray[np.float64]:
    return value * np.random.default_rng(seed).uniform(0.7, 1.3, COUNT)


def drawn(*, least_radio: float = 5.0, whole: bool = False) -> LinearProgram:
    """Win Big with uncertain audiences, prices, money and limits."""
    case = books.win_big()
    columns = tuple(
        Column(c.key, 0.0, spread(float(c.upper), 10 + j), spread(float(c.gain), 20 + j), whole)
        for j, c in enumerate(case.columns)
    )
    first, second, third = case.rows
    prices = {k: spread(float(v), 30 + j) for j, (k, v) in enumerate(first.terms.items())}
    rows = (
        Row("budget", prices, Sense.LE, spread(8000, 40)),
        Row("radio", second.terms, Sense.GE, spread(least_radio, 41)),
        Row("radio money", third.terms, Sense.LE, spread(2600, 42)),
    )
    return LinearProgram(columns, rows, constant=spread(100, 43))


def test_each_draw_gets_its_own_optimum() -> None:
    program = drawn()
    solved = solve_draws(program)
    assert solved.found.all()
    assert solved.again == 0
    assert solved.residual.max() < 1e-9
    for i in range(COUNT):
        alone = solve(program.at(i))
        assert alone.x is not None
        assert alone.prices is not None
        assert alone.reduced is not None
        assert solved.objective[i] == pytest.approx(alone.objective, rel=1e-12)
        assert solved.x[i] == pytest.approx(alone.x)
        assert solved.prices[i] == pytest.approx(alone.prices)
        assert solved.reduced[i] == pytest.approx(alone.reduced, abs=1e-9)


def test_an_answer_does_not_depend_on_the_draws_around_it() -> None:
    program = drawn()
    start = start_of(program.at(7))
    everything = solve_draws(program, start=start)
    for i in (31, 4, 17):
        alone = solve_draws(program.at(i), start=start)
        assert alone.x[0].tolist() == everything.x[i].tolist()
        assert alone.prices[0].tolist() == everything.prices[i].tolist()
        assert alone.objective[0] == everything.objective[i]


def test_a_programme_of_plain_numbers_is_one_draw() -> None:
    solved = solve_draws(books.wyndor())
    assert solved.objective.tolist() == [36.0]
    assert solved.x.tolist() == [[2.0, 6.0]]


def test_minimising_draws() -> None:
    program = drawn()
    least = LinearProgram(
        tuple(Column(c.key, c.lower, c.upper, c.gain) for c in program.columns),
        program.rows,
        maximise=False,
    )
    solved = solve_draws(least)
    for i in (0, 9):
        alone = solve(least.at(i))
        assert solved.objective[i] == pytest.approx(alone.objective)
        assert solved.prices[i] == pytest.approx(alone.prices)


def test_draws_without_a_plan_are_proved_to_have_none() -> None:
    program = drawn(least_radio=8.0)  # money for 6 to 12 announcements
    solved = solve_draws(program)
    lost = solved.infeasible
    assert 0 < len(lost) < COUNT
    assert np.isnan(solved.objective[lost]).all()
    assert set(np.flatnonzero(solved.found)) | set(lost) == set(range(COUNT))
    for i, ray in zip(lost.tolist(), solved.rays, strict=True):
        assert STATUSES[solved.status[i]] is Status.INFEASIBLE
        assert check_infeasible(program.at(i), ray).passed
        assert solve(program.at(i)).status is Status.INFEASIBLE


def test_how_many_are_taken_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draws with and without a plan, all at once and seven at a time, the last of them three."""
    program = drawn(least_radio=8.0)
    start = start_of(drawn().at(0))
    at_once = solve_draws(program, start=start)
    monkeypatch.setattr(draws, "TOGETHER", 7)
    in_parts = solve_draws(program, start=start)
    assert 0 < len(at_once.infeasible) < COUNT
    for one in ("status", "objective", "x", "prices", "reduced", "residual", "infeasible", "rays"):
        assert np.array_equal(getattr(in_parts, one), getattr(at_once, one), equal_nan=True), one


def test_bounds_that_cross_in_some_draws() -> None:
    upper = np.array([2.0, -1.0, 3.0])
    program = LinearProgram(
        (Column("x", 0.0, upper, 1.0),), (Row("r", {"x": 1.0}, Sense.LE, 10.0),)
    )
    solved = solve_draws(program)
    assert [STATUSES[s] for s in solved.status] == [
        Status.OPTIMAL, Status.INFEASIBLE, Status.OPTIMAL
    ]  # fmt: skip
    assert solved.objective[[0, 2]].tolist() == [2.0, 3.0]


def test_an_unbounded_draw_is_told_from_the_others() -> None:
    cost = np.array([1.0, 0.0])
    program = LinearProgram((Column("x", gain=1.0),), (Row("r", {"x": cost}, Sense.LE, 5.0),))
    solved = solve_draws(program)
    assert [STATUSES[s] for s in solved.status] == [Status.OPTIMAL, Status.UNBOUNDED]
    assert solved.objective[0] == 5.0


def test_an_optimum_beyond_the_ends_that_highs_is_told_is_found_all_the_same() -> None:
    """The row is x - y <= 1, with y <= 10 in the first draw and far out in the second."""
    columns = (Column("x", gain=2.0), Column("y", 0.0, np.array([10.0, 1e9]), gain=-1.0))
    rows = (Row("order", {"x": 1.0, "y": -1.0}, Sense.LE, 1.0),)
    solved = solve_draws(LinearProgram(columns, rows))
    assert solved.objective.tolist() == [12.0, 1e9 + 2.0]
    assert solved.prices[:, 0].tolist() == [2.0, 2.0]


def test_whole_numbers_are_solved_one_by_one() -> None:
    program = drawn(least_radio=3.0, whole=True)
    solved = solve_draws(program)
    assert solved.again == COUNT
    assert np.isnan(solved.prices).all()
    assert solved.x == pytest.approx(np.round(solved.x))
    assert solved.objective[3] == pytest.approx(solve(program.at(3)).objective)


def test_a_draw_whose_hot_answer_fails_its_check_is_solved_again() -> None:
    """Units that bend the scaled problem out of shape make HiGHS' tolerances too loose."""
    program = drawn()
    good = start_of(program.at(0))
    bad = type(good.units)(good.units.row, good.units.column * 2.0**-40, 2.0**60)
    solved = solve_draws(program, start=Start(bad, None))
    assert solved.again > 0
    for i in range(COUNT):
        assert solved.objective[i] == pytest.approx(solve(program.at(i)).objective, rel=1e-9)


def test_the_check_of_many_is_that_of_one() -> None:
    """Plans and prices that are wrong in various ways get the residuals `check` gives them."""
    program, rng = drawn(), np.random.default_rng(5)
    solved = solve_draws(program)
    x = solved.x * rng.uniform(0.9, 1.1, solved.x.shape)
    prices = solved.prices * rng.uniform(-0.5, 1.5, solved.prices.shape)
    stack = stacked(program)
    for i in range(0, COUNT, 5):
        one = check(program.at(i), x[i], prices[i])
        worst = check_draws(stack, x, prices).worst[i]
        residuals = (one.primal_residual, one.dual_residual, one.complementarity, one.gap)
        assert worst == pytest.approx(max(residuals), rel=1e-9)
        assert worst > 1e-3


@pytest.fixture
def all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No draw may need to be looked at on its own."""
    monkeypatch.delattr(draw_check, "check_arrays")


@pytest.mark.usefixtures("all_at_once")
def test_the_check_finds_nothing_in_right_answers() -> None:
    program = drawn()
    solved = solve_draws(program)
    assert check_draws(stacked(program), solved.x, solved.prices).worst.max() <= 1e-12


@pytest.mark.usefixtures("all_at_once")
def test_a_reduced_cost_of_rounding_leans_on_no_bound_far_away() -> None:
    """0.3 - 3 · 0.1 is not 0 in floats; times a bound of 1e30 it would be everything."""
    columns = (Column("x", -1e30, 1e30, 0.3),)
    case = LinearProgram(columns, (Row("r", {"x": 3.0}, Sense.LE, 9.0),))
    found = check_draws(stacked(case), np.array([[3.0]]), np.array([[0.1]]))
    assert found.reduced[0, 0] != 0.0
    assert found.worst[0] <= 1e-12


def test_a_ray_that_proves_nothing_is_refused() -> None:
    program = drawn()
    stack = stacked(program)
    rays = np.random.default_rng(1).normal(size=(COUNT, len(program.rows)))
    assert check_rays(stack, rays).max() == 0.0
    assert check_rays(stack, np.zeros_like(rays)).max() == 0.0


@pytest.mark.parametrize(("least", "most", "share"), [(0.5, 1.0, 0.2), (-1.0, 0.5, 0.0)])
def test_a_ray_proves_as_much_as_the_bounds_leave(least: float, most: float, share: float) -> None:
    """The row x - y >= 1, x up to `most`, y from `least`: 1 is needed, most - least is there."""
    columns = (Column("x", -9.0, most, 0.0), Column("y", least, 9.0, 0.0))
    case = LinearProgram(columns, (Row("r", {"x": 1.0, "y": -1.0}, Sense.GE, 1.0),))
    assert check_rays(stacked(case), np.ones((1, 1))).tolist() == pytest.approx([share])


def test_numbers_that_are_none_are_refused() -> None:
    gain = np.array([1.0, np.nan])
    with pytest.raises(MalformedProgram, match="not a finite number"):
        solve_draws(LinearProgram((Column("x", 0.0, 1.0, gain),), ()))
    row = Row("r", {"y": np.ones(2)}, Sense.LE, 1.0)
    with pytest.raises(MalformedProgram, match="unknown column 'y'"):
        stacked(LinearProgram((Column("x", gain=np.ones(2)),), (row,)))


def test_some_draws_are_those_of_all() -> None:
    """By number or as a stretch; a number that stands in several places is in each of them."""
    same, other = spread(2.0, 1), spread(3.0, 2)
    columns = (Column("x", 0.0, same, 2.0), Column("y", -np.inf, np.inf, same))
    rows = (
        Row("a", {"x": same, "y": 2.0}, Sense.LE, other),
        Row("b", {"y": other}, Sense.GE, 0.0),
        Row("c", {"x": 1.0}, Sense.EQ, same),
    )
    program = LinearProgram(columns, rows, constant=other)
    few, stretch = np.array([31, 4]), slice(35, 50)
    for which, numbers in ((few, few.tolist()), (stretch, range(35, COUNT))):
        some = Stacking(program).of(which)
        assert some.constant.tolist() == other[which].tolist()
        assert some.draws == len(numbers)
        for place, i in enumerate(numbers):
            one, alone = some.one(place), program.at(i).arrays
            for table in fields(Arrays):
                assert np.array_equal(getattr(one, table.name), getattr(alone, table.name))


def test_sums_by_row_and_column_leave_out_nothing() -> None:
    program = drawn()
    stack = stacked(program)
    x = np.random.default_rng(2).random(stack.gain.shape)
    y = np.random.default_rng(3).random(stack.row_lower.shape)
    for i in (0, COUNT - 1):
        arrays = program.at(i).arrays
        assert stack.times(x)[i] == pytest.approx(arrays.times(x[i]))
        assert stack.transposed_times(y)[i] == pytest.approx(arrays.transposed_times(y[i]))
        assert stack.one(i).times(x[i]) == pytest.approx(arrays.times(x[i]))


def test_a_start_that_is_none_in_another_draw_does_no_harm() -> None:
    slope = np.array([2.0, 1.0, 1.0 + 1e-13, 1.5])
    spread_out = program(
        {"x": 3.0, "y": 2.0},
        {
            "a": ({"x": 1.0, "y": 1.0}, "<=", 4.0),
            "b": ({"x": 1.0, "y": slope}, "<=", np.array([6.0, 4.0, 4.0, 3.0])),
            "c": ({"x": 1.0}, "<=", 2.5),
        },
    )
    both = Basis(np.ones(2, np.int8), np.array([2, 2, 1], np.int8))  # singular in the second draw
    solved = solve_draws(spread_out, start=Start(start_of(spread_out.at(0)).units, both))
    assert solved.objective == pytest.approx([solve(spread_out.at(i)).objective for i in range(4)])
