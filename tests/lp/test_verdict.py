"""What is made of a run among whole numbers."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.lp import Solution, Status, program
from optimizer.lp.pulp_run import Run
from optimizer.lp.verdict import agreed_on, mixed

CASE = program({"x": 1.0}, {"r": ({"x": 2.0}, "<=", 9.0)}, integer=["x"])


@pytest.mark.parametrize(
    ("x", "bound", "status"),
    [
        (4.0, 4.0, Status.OPTIMAL),
        (4.0, 4.5, Status.FAILED),  # the rows are kept; the proven rest is too large
        (5.0, 5.0, Status.FAILED),  # nothing is left to prove; the row is broken
    ],
)
def test_a_plan_counts_that_keeps_its_rows_and_is_proved(
    x: float, bound: float, status: Status
) -> None:
    run = Run(Status.OPTIMAL, 0.0, np.array([x]), bound=bound)
    assert mixed(CASE, run, 1e-9).status is status


def test_the_best_plan_counts_that_two_claims_reach() -> None:
    found = [Solution(CASE, Status.OPTIMAL, value) for value in (3.0, 3.0, 4.0 - 1e-9, 4.0)]
    agreed = agreed_on(found[2:], 1e-6)
    assert agreed is not None
    assert agreed.objective == 4.0
    assert agreed_on([found[0], found[3]], 1e-6) is None
    assert agreed_on([*found[:2], found[3]], 1e-6) is None
