"""An activity with a cost of opening is open or shut, never half open."""

from __future__ import annotations

import pytest

from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp import solve
from tests.tiny import tiny


@pytest.mark.parametrize(("cost", "objective"), [(200, 0.0), (95, 1.25), (0, 2.2)])
def test_what_cannot_be_opened_sells_nothing(cost: float, objective: float) -> None:
    """Of a budget of 100: nothing is left to open; 5 for 2.5 units; 10 for all 5 there are."""
    document = tiny()
    document["programmes"]["p"]["activities"]["a"]["opening_cost"] = cost
    document["years"]["last"] = document["years"]["first"]
    found = solve(compile_program(case_of(scenario_of(document))))
    assert found.objective == pytest.approx(objective)
