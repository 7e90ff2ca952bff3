"""Programmes and options as a stranger states them: understood, or refused in words."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import numpy as np
import pytest

from optimizer.lp import (
    Column,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
    Status,
    program,
    solve,
)
from optimizer.lp.rational.exact_solve import solve_exactly


def at_most_four(**more: Any) -> LinearProgram:
    """Max x, x ≤ 4, other things as asked."""
    column = Column("x", gain=more.pop("gain", 1.0), upper=more.pop("upper", inf))
    row = Row("c", {"x": more.pop("coefficient", 1.0)}, more.pop("sense", Sense.LE), 4.0)
    return LinearProgram((column,), (row,), **more)


def test_a_sense_in_plain_text_is_that_sense() -> None:
    # max −x, x ≤ 4, x ≥ 0: nothing; taken for an equation it was −4
    assert solve(at_most_four(gain=-1.0, sense="<=")).objective == 0.0
    with pytest.raises(MalformedProgram, match="'<'"):
        at_most_four(sense="<")


def test_lists_and_generators_are_taken_for_tuples() -> None:
    stated = LinearProgram(
        (Column(key, gain=1.0, upper=2.0) for key in "xy"),  # type: ignore[arg-type]
        [Row("c", {"x": 1.0, "y": 1.0}, Sense.LE, 3.0)],  # type: ignore[arg-type]
    )
    assert solve(stated).objective == 3.0


@pytest.mark.parametrize(
    "odd",
    [
        {"maximise": "min"},
        {"maximise": None},
        {"constant": nan},
        {"constant": inf},
        {"upper": "many"},
        {"upper": 3j},
        {"upper": 10**400},
        {"upper": [1.0, 2.0]},
        {"upper": np.array([[1.0, 2.0]])},
        {"coefficient": "many"},
    ],
)
def test_what_is_no_number_and_no_direction_is_refused(odd: dict[str, Any]) -> None:
    with pytest.raises(MalformedProgram):
        solve(at_most_four(**odd))


@pytest.mark.parametrize(
    "odd",
    [
        {"time_limit": nan},
        {"time_limit": "3"},
        {"mip_gap": nan},
        {"mip_gap": -1.0},
        {"then": {"x": nan}},
    ],
)
def test_odd_options_are_refused(odd: dict[str, Any]) -> None:
    with pytest.raises(MalformedProgram):
        solve(at_most_four(), **odd)


@pytest.mark.parametrize("seconds", [inf, 1e300, 10**300])
def test_limits_of_time_beyond_reason_are_none(seconds: float) -> None:
    assert solve(at_most_four(), time_limit=seconds).objective == 4.0
    assert solve_exactly(at_most_four(), time_limit=seconds).objective == 4


def test_an_optimum_beyond_all_floats_is_none() -> None:
    # 1e-308 x ≤ 4 lets x reach 4e308, which no float holds; rationals do
    beyond = at_most_four(coefficient=1e-308)
    assert solve(beyond).status is Status.FAILED
    assert solve_exactly(beyond).objective == 4 * 10**308


def test_coefficients_that_highs_refuses_are_settled_all_the_same() -> None:
    # 1e308 (x + y) ≤ 4 and x ≥ 1 contradict each other
    rows = {"c": ({"x": 1e308, "y": 1e308}, "<=", 4.0), "d": ({"x": 1.0}, ">=", 1.0)}
    assert solve(program({"x": 1e308, "y": 2.0}, rows)).status is Status.INFEASIBLE
    small = program({"x": 1.0}, {"c": ({"x": 1e308}, "<=", 1e308)}, upper={"x": 3.0})
    assert solve(small).objective == 1.0


def test_a_rounded_sum_of_decimals_is_met_by_whole_numbers() -> None:
    """0.1 * 3 is 0.30000000000000004: three tenths for a planner, and no proof that nobody fits."""
    tenths = program({"x": 1}, {"all": ({"x": 0.1}, "==", 0.1 * 3)}, upper={"x": 9}, integer=["x"])
    assert solve(tenths).value["x"] == 3
    odd = program({"x": 1}, {"all": ({"x": 0.1}, "==", 0.25)}, upper={"x": 9}, integer=["x"])
    assert solve(odd).status is Status.INFEASIBLE
