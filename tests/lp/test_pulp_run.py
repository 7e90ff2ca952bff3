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
