"""Steps of equal use are filled in their order, for the same money."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from optimizer.formulation.case import Step
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp import solve
from optimizer.solving.ties import _filled, in_order
from tests.tiny import tiny

STEPS = (Step(4.0, 1.0), Step(3.0, 2.0), Step(inf, 5.0))


@pytest.mark.parametrize(
    ("units", "filled"),
    [
        ([0.0, 5.0, 0.0], [4.0, 3.0, 0.0]),
        ([0.0, 0.0, 3.0], [4.0, 3.0, 1.0]),
        ([3.0, 0.5, 0.0], [4.0, 0.0, 0.0]),
        ([4.0, 1.0, 0.0], [4.0, 1.0, 0.0]),
        ([2.5, 0.0, 0.0], [2.5, 0.0, 0.0]),
    ],
)
def test_the_same_money_buys_the_first_steps_first(units: list[float], filled: list[float]) -> None:
    """Money of the first: 10, as 4 units at 1 and 3 at 2; of the others 15, 4, 6 and 2.5."""
    assert _filled(STEPS, np.array(units)).tolist() == pytest.approx(filled)


def test_a_plan_put_in_order_keeps_its_prices() -> None:
    """Two bands of five units at the same cost; five units are in use."""
    document = tiny()
    supply = document["programmes"]["p"]["activities"]["a"]["supply"]
    supply["bands"] = [{"units": 5, "unit_cost": 2}, {"units": 5, "unit_cost": 2}]
    document["budget"]["total"], document["years"]["last"] = 10, 2025
    case = case_of(scenario_of(document))
    best = solve(compile_program(case))
    assert best.x is not None
    first, second = (best.program.column_number["units", "p", "a", i, 2025] for i in (0, 1))
    x = best.x.copy()
    x[[first, second]] = 0.0, 5.0
    plan = in_order(case, replace(best, x=x))
    assert plan.x is not None
    assert plan.x[[first, second]].tolist() == pytest.approx([5.0, 0.0])
    assert plan.certificate is not None
    assert (plan.certificate.kind, plan.objective) == ("optimal", pytest.approx(best.objective))
