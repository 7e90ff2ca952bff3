"""Programmes with whole numbers that once kept the solver busy for ever."""

from __future__ import annotations

import pytest

from optimizer.lp.program import program
from optimizer.lp.solver import solve


@pytest.mark.timeout(60)
def test_a_band_that_can_never_be_full() -> None:
    """Half a person at most, a first band of four: HiGHS 1.15.1 never left its presolve."""
    half = program(
        gain={"first": 0.6, "second": 0.15},
        rows={
            "capacity": ({"first": 2, "second": 2}, "<=", 1),
            "whole": ({"first": 1, "second": 1, "people": -1}, "==", 0),
            "order": ({"first": 1, "full": -4}, ">=", 0),
        },
        upper={"first": 4, "full": 1},
        integer=["people", "full"],
    )
    solution = solve(half, time_limit=20)
    assert solution.found
    assert solution.objective == 0
