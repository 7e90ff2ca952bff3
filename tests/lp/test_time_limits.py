"""A limit of time is kept whatever does not return, and changes nothing where it is not reached."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from threading import Event

import pytest

from optimizer.lp import LinearProgram, Status, conflicts, program, solve, solver
from optimizer.lp.time_guard import within
from optimizer.lp.whole import search as whole_search
from tests.lp.oracle_cases import linear_case, whole_case
from tests.textbook import programmes as books


@pytest.mark.parametrize(("make", "count"), [(linear_case, 60), (whole_case, 15)])
def test_a_limit_that_is_not_reached_changes_nothing(
    make: Callable[[int], LinearProgram], count: int
) -> None:
    for seed in range(1000, 1000 + count):
        free, limited = solve(make(seed)), solve(make(seed), time_limit=300.0)
        assert limited.status is free.status
        assert limited.objective == free.objective


def test_rationals_answer_within_a_limit_too() -> None:
    """Floats cannot tell 1e20 from 1e20 + 7."""
    rows = {"huge": ({"b": 1, "a": -7}, "==", 1e20), "one": ({"a": 6}, ">=", 1)}
    case = program({"b": 4}, rows, upper={"b": 1e20})
    assert solve(case, time_limit=300.0).status is Status.INFEASIBLE


@pytest.mark.parametrize("whole", [False, True])
def test_a_solver_that_does_not_return_is_left(
    whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Event()

    def stuck(*_: object) -> None:
        never.wait()

    monkeypatch.setattr(whole_search if whole else solver, "hand_over", stuck)
    case = books.stockco() if whole else books.wyndor()
    found = solve(case, time_limit=0.05)
    never.set()
    assert found.status is Status.STOPPED
    assert found.x is None


def test_two_rows_of_huge_numbers_come_to_an_end() -> None:
    """HiGHS 1.15 does not return from it, whatever its limit of time."""
    rows = {
        "first": ({"a": 2, "b": 4, "c": 9, "d": 3}, "==", 1e17),
        "second": ({"a": -9, "b": 5, "c": 2}, "<=", 1e19),
        "third": ({"a": -6, "b": 1, "c": -1, "d": -2}, ">=", 11),
    }
    case = program(
        {"a": -1, "b": -1, "c": -8, "d": -3},
        rows,
        lower={"a": -inf, "b": -5, "c": -5, "d": -inf},
        upper={"a": 10, "b": 10, "d": 10},
        integer="acd",
    )
    found = solve(case, time_limit=300.0)
    assert found.status is Status.OPTIMAL


def test_what_the_work_raises_is_raised() -> None:
    def fault() -> None:
        raise KeyError("here")

    with pytest.raises(KeyError, match="here"):
        within(1.0, fault)
    assert within(1.0, lambda: 7) == 7


def test_conflicts_say_that_time_did_not_suffice() -> None:
    rows = {"a": ({"x": 1}, ">=", 2), "b": ({"x": 1}, "<=", 1)}
    late = conflicts(program({"x": 1}, rows), time_limit=0.0)
    assert not late.complete
    assert conflicts(program({"x": 1}, rows), time_limit=300.0).complete
