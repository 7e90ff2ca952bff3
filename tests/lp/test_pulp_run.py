"""What one run of HiGHS is taken to say."""

from __future__ import annotations

from math import inf

import pytest

from optimizer.lp import Status, program, pulp_run
from optimizer.lp.attempts import Attempt
from optimizer.lp.program import LinearProgram
from optimizer.lp.pulp_run import hand_over

STRAIGHT = Attempt(1e-9, {"presolve": "off"})
NO_PLAN = program({"x": 1.0}, {"r": ({"x": 1.0}, ">=", 5.0)}, upper={"x": 4.0})
NO_END = program({"x": 1.0, "y": 0.0}, {"r": ({"x": 1.0, "y": -1.0}, "<=", 5.0)})


@pytest.mark.parametrize(
    ("case", "status"), [(NO_PLAN, Status.INFEASIBLE), (NO_END, Status.UNBOUNDED)]
)
def test_a_word_that_is_known_is_taken_and_any_other_is_a_failure(
    case: LinearProgram, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hand_over(case, STRAIGHT, {"timeLimit": inf}).status is status
    monkeypatch.setattr(pulp_run, "STATUS", {})
    assert hand_over(case, STRAIGHT, {"timeLimit": inf}).status is Status.FAILED


@pytest.mark.parametrize(("most", "way"), [(0, "_by_arrays"), (1, "_by_pulp")])
def test_only_a_large_programme_without_whole_numbers_goes_as_arrays(
    most: int, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both hand over the same; the programme has one entry."""
    one = program({"x": 1.0}, {"r": ({"x": 1.0}, "<=", 5.0)})
    ways = []
    for name in ("_by_arrays", "_by_pulp"):
        as_ever = getattr(pulp_run, name)
        monkeypatch.setattr(
            pulp_run, name, lambda *a, n=name, w=as_ever: (ways.append(n), w(*a))[1]
        )
    monkeypatch.setattr(pulp_run, "LARGE", most)
    run = hand_over(one, STRAIGHT, {"timeLimit": inf})
    assert run.x is not None
    assert (ways, run.x.tolist()) == ([way], [5.0])
