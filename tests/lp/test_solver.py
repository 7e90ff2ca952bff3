"""Statuses, signs, units and ties: what the solver may never get wrong."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from optimizer.lp import LinearProgram, NoSolution, Solution, Status, program, solve, solver
from optimizer.lp.attempts import ATTEMPTS, PRESOLVED, Attempt
from optimizer.lp.boxes import boxed
from optimizer.lp.program import Column, MalformedProgram, Row, Sense
from tests.textbook import programmes as books


def budget_in(unit: float) -> LinearProgram:
    """Three uses of 18 billion won, at most nine for each; `unit` is the won in a unit of money."""
    gains = {"a": 3e-8 * unit, "b": 2e-8 * unit, "c": 1e-8 * unit}
    rows = {"budget": (dict.fromkeys("abc", 1.0), "<=", 18e9 / unit)}
    return program(gains, rows, upper=dict.fromkeys("abc", 9e9 / unit))


@pytest.mark.parametrize("unit", [1.0, 1e6, 1e9])
def test_money_in_won_costs_nothing(unit: float) -> None:
    solution = solve(budget_in(unit))
    assert solution.objective == pytest.approx(450, rel=1e-12)
    assert solution.price["budget"] * 1e9 / unit == pytest.approx(10)
    assert [v * unit for v in solution.value.values()] == pytest.approx([9e9, 9e9, 0])


def test_prices_have_the_sign_of_the_stated_direction() -> None:
    assert solve(books.wyndor()).price == pytest.approx(
        {"plant 1": 0, "plant 2": 1.5, "plant 3": 1}
    )
    diet = program({"x": 2, "y": 3}, {"need": ({"x": 1, "y": 2}, ">=", 4)}, maximise=False)
    solution = solve(diet)
    assert solution.objective == pytest.approx(6)
    assert solution.price["need"] == pytest.approx(1.5)
    assert solution.reduced_cost["x"] == pytest.approx(0.5)


@pytest.mark.parametrize("maximise", [True, False])
def test_nothing_is_a_negative_zero(maximise: bool) -> None:
    solution = solve(program({"x": 0, "y": -0.0}, {"r": ({"x": 1}, "<=", 1)}, maximise=maximise))
    assert solution.x is not None
    assert solution.prices is not None
    assert solution.reduced is not None
    numbers = [solution.objective, *solution.x, *solution.prices, *solution.reduced]
    assert not np.signbit(np.array(numbers, dtype=float)).any()


@pytest.mark.parametrize(
    ("rows", "upper", "status"),
    [
        ({"a": ({"x": 1}, ">=", 2), "b": ({"x": 1}, "<=", 1)}, {}, Status.INFEASIBLE),
        ({"a": ({"x": 1}, ">=", 2)}, {"x": 1}, Status.INFEASIBLE),
        ({"a": ({"x": 1}, ">=", 2)}, {}, Status.UNBOUNDED),
        ({"a": ({"x": 1, "y": -1}, "==", 0)}, {}, Status.UNBOUNDED),
        ({}, {}, Status.UNBOUNDED),
        ({"a": ({}, ">=", 1)}, {}, Status.INFEASIBLE),
        ({"a": ({"x": 1, "y": 1}, "==", 1), "b": ({"x": 1, "y": 1}, "==", 2)}, {}, "infeasible"),
        ({"a": ({"x": 1, "y": -1}, ">=", 1), "b": ({"y": 1}, ">=", 3)}, {"x": 2}, "infeasible"),
    ],
)
def test_there_is_no_plan_without_an_optimum(
    rows: dict[str, tuple[dict[str, float], str, float]], upper: dict[str, float], status: Status
) -> None:
    solution = solve(program({"x": 1, "y": 0}, rows, upper=upper))
    assert solution.status is Status(status)
    assert not solution.found
    assert solution.x is None
    assert solution.objective is None
    assert solution.certificate is not None
    assert solution.certificate.passed
    with pytest.raises(NoSolution, match=str(status)):
        _ = solution.value


def test_both_unbounded_and_without_a_plan_counts_as_without_a_plan() -> None:
    rows = {"a": ({"y": 1}, ">=", 2), "b": ({"y": 1}, "<=", 1)}
    assert solve(program({"x": 1}, rows)).status is Status.INFEASIBLE


@pytest.mark.parametrize(
    ("case", "objective"),
    [
        (LinearProgram((), ()), 0.0),
        (LinearProgram((), (), constant=7.0), 7.0),
        (program({}, {"a": ({}, "<=", 1)}), 0.0),
        (program({"x": -1}, {}), 0.0),
        (program({"x": 0}, {}), 0.0),
        (program({"x": 1}, {}, upper={"x": 3}), 3.0),
        (program({"x": 1}, {"a": ({}, "==", 0)}, upper={"x": 3}), 3.0),
        (program({"x": 1}, {"a": ({"x": 0.0}, "<=", 0)}, upper={"x": 3}), 3.0),
        (program({"x": 1}, {}, lower={"x": 2}, upper={"x": 2}), 2.0),
        (program({"x": -1}, {"a": ({"x": 1}, ">=", -5)}, lower={"x": -inf}), 5.0),
        (program({"x": 1}, {"a": ({"x": 1}, "==", 4), "b": ({"x": 1}, "==", 4)}), 4.0),
    ],
)
def test_programmes_with_next_to_nothing_in_them(case: LinearProgram, objective: float) -> None:
    solution = solve(case)
    assert solution.found
    assert solution.objective == objective
    assert solution.certificate is not None
    assert solution.certificate.passed


def test_crossing_bounds_are_no_plan() -> None:
    assert solve(program({"x": 1}, {}, lower={"x": 2}, upper={"x": 1})).status is Status.INFEASIBLE


@pytest.mark.parametrize("bad", [float("nan"), inf])
def test_numbers_that_are_none_are_refused(bad: float) -> None:
    with pytest.raises(MalformedProgram):
        solve(program({"x": bad}, {}))
    with pytest.raises(MalformedProgram):
        solve(program({"x": 1}, {"a": ({"x": bad}, "<=", 1)}))
    with pytest.raises(MalformedProgram):
        solve(program({"x": 1}, {}, lower={"x": bad}))


def test_names_are_compared_and_never_parsed() -> None:
    keys = ["a b", "a_b", "a-b", ("a", "b"), "가", ""]
    rows = {k: ({k: 1}, "<=", i + 1) for i, k in enumerate(keys)}
    assert list(solve(program(dict.fromkeys(keys, 1.0), rows)).value.values()) == [1, 2, 3, 4, 5, 6]


def tied() -> LinearProgram:
    rows = {"budget": ({"a": 1, "b": 1, "c": 1}, "<=", 10)}
    return program({"a": 1, "b": 1, "c": 0}, rows, upper={"a": 9, "b": 9})


@pytest.mark.parametrize(
    ("then", "plan"), [({"a": 1, "b": 2}, (9, 1, 0)), ({"a": 2, "b": 1, "c": 1}, (1, 9, 0))]
)
def test_ties_go_to_the_second_objective(
    then: dict[str, float], plan: tuple[float, float, float]
) -> None:
    solution = solve(tied(), then=then)
    assert tuple(solution.value.values()) == pytest.approx(plan)
    assert solution.objective == pytest.approx(10)
    assert solution.price == pytest.approx({"budget": 1})


def test_the_cheapest_of_the_best_plans_leaves_money_unspent() -> None:
    rows = {"budget": ({"a": 1, "b": 1}, "<=", 10)}
    solution = solve(program({"a": 1, "b": 0}, rows, upper={"a": 4}), then={"a": 1, "b": 1})
    assert tuple(solution.value.values()) == (4, 0)


def test_a_second_objective_changes_nothing_where_there_is_no_optimum() -> None:
    assert solve(program({"x": 1}, {}), then={"x": 1}).status is Status.UNBOUNDED
    with pytest.raises(MalformedProgram, match="unknown"):
        solve(tied(), then={"z": 1})


def test_whole_numbers_and_their_ties() -> None:
    rows = {"budget": ({"a": 1, "b": 1}, "<=", 3.5)}
    case = program({"a": 1, "b": 1}, rows, integer=("a", "b"))
    for then, plan in (({"a": 1}, (0, 3)), ({"b": 1}, (3, 0))):
        solution = solve(case, then=then)
        assert tuple(solution.value.values()) == plan
        assert solution.objective == solution.bound == 3
        assert solution.prices is None
    with pytest.raises(NoSolution):
        _ = solve(case).price


@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6])
def test_a_cheaper_whole_plan_is_no_tie_if_it_is_worse(size: float) -> None:
    rows = {"one": ({"a": 1, "b": 1}, "<=", 1)}
    case = program({"a": size, "b": 0.9999 * size}, rows, integer=("a", "b"))
    assert tuple(solve(case, then={"a": 5, "b": 1}).value.values()) == (1, 0)
    tied = program({"a": size, "b": size * (1 - 1e-10)}, rows, integer=("a", "b"))
    assert tuple(solve(tied, then={"a": 5, "b": 1}).value.values()) == (0, 1)


@pytest.mark.parametrize(("sense", "status"), [("==", Status.INFEASIBLE), (">=", Status.UNBOUNDED)])
def test_whole_numbers_without_an_optimum(sense: str, status: Status) -> None:
    assert solve(program({"x": 1}, {"a": ({"x": 2}, sense, 1)}, integer="x")).status is status


def hard_to_fill(count: int = 200) -> LinearProgram:
    """Several knapsacks at once, with weights that make the search long."""
    rng = np.random.default_rng(5)
    columns = tuple(
        Column(j, 0, 1, float(g), True) for j, g in enumerate(rng.integers(50, 99, count))
    )
    rows = []
    for i in range(8):
        weights = rng.integers(40, 99, count).astype(float)
        terms = dict(enumerate(weights.tolist()))
        rows.append(Row(i, terms, Sense.LE, float(weights.sum() // 2)))
    return LinearProgram(columns, tuple(rows))


def test_a_stopped_search_never_reads_optimal() -> None:
    solution = solve(hard_to_fill(), time_limit=0.3, mip_gap=0.0)
    assert solution.status is Status.STOPPED
    assert not solution.found
    assert solution.incumbent
    assert solution.bound is not None
    assert solution.objective is not None
    assert solution.bound > solution.objective
    assert solution.gap == pytest.approx((solution.bound - solution.objective) / solution.objective)


def test_no_time_at_all_is_stopped() -> None:
    solution: Solution = solve(books.wyndor(), time_limit=0.0)
    assert solution.status is Status.STOPPED
    assert solution.x is None


def test_a_solution_cannot_be_changed() -> None:
    solution = solve(books.wyndor())
    assert solution.x is not None
    with pytest.raises(ValueError, match="read-only"):
        solution.x[0] = 1.0


def test_versions_and_time_are_told() -> None:
    solution = solve(books.wyndor())
    assert solution.versions is not None
    assert set(solution.versions) == {"pulp", "highs"}
    assert solution.seconds > 0


def test_numbers_of_very_different_size_get_a_certified_verdict() -> None:
    """Entries and gains from a millionth to a million, without any common unit behind them."""
    verdicts = []
    for seed in range(25):
        rng = np.random.default_rng(seed)
        table = np.where(rng.random((12, 25)) < 0.3, 10.0 ** rng.uniform(-6, 6, (12, 25)), 0.0)
        point = 10.0 ** rng.uniform(-3, 3, 25)
        columns = tuple(
            Column(j, 0.0, float(3 * point[j]), float(10.0 ** rng.uniform(-6, 6)))
            for j in range(25)
        )
        rows = tuple(
            Row(
                i,
                {int(j): float(line[j]) for j in np.flatnonzero(line)},
                Sense.LE,
                float(line @ point),
            )
            for i, line in enumerate(table)
        )
        solution = solve(LinearProgram(columns, rows))
        verdicts.append(solution.found and solution.certificate is not None)
    assert all(verdicts)


def test_a_bound_beyond_reach_changes_nothing() -> None:
    for case in (books.wyndor(), books.dakota(), books.finco(), books.stockco()):
        closed = boxed(case)
        assert closed.rows == case.rows
        first, second = solve(case), solve(closed)
        assert second.value == pytest.approx(first.value)
        assert second.objective == pytest.approx(first.objective)
    assert all(c.upper < inf for c in boxed(books.wyndor()).columns)  # type: ignore[operator]


@pytest.mark.parametrize(("most", "first"), [(0, PRESOLVED), (1, ATTEMPTS[0])])
def test_a_large_programme_is_presolved_first(
    most: int, first: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programme has one entry."""
    asked, as_ever = list[Attempt](), solver.hand_over
    monkeypatch.setattr(solver, "LARGE", most)
    monkeypatch.setattr(
        solver, "hand_over", lambda p, a, limits: (asked.append(a), as_ever(p, a, limits))[1]
    )
    assert solve(program({"x": 1.0}, {"r": ({"x": 1.0}, "<=", 5.0)})).objective == 5.0
    assert asked == [first]
