"""Money beyond what a curve can use: floors may ask for it, and it buys nobody."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from optimizer.api import desk as api
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.hot import Hot
from optimizer.solving.curves.curve_gap import curve_gap, whole_gap

CURVES: dict[str, dict[str, Any]] = {
    "exponential": {"curve": "exponential", "ceiling": 40, "scale": 10},
    "hill": {"curve": "hill", "ceiling": 40, "half": 10, "shape": 1},
    "steep hill": {"curve": "hill", "ceiling": 40, "half": 10, "shape": 12},
    "logarithmic": {"curve": "logarithmic", "amount": 4, "scale": 10},
}


def scenario(supply: dict[str, Any], total: float, floor: float = 0.0) -> api.Scenario:
    """Courses on a curve, seats in bands; a floor may ask for more than courses can use."""
    rules = []
    if floor:
        rules = [
            {
                "id": "courses-floor", "kind": "programme_floor", "programme": "courses",
                "share": floor, "owner": "Ministry", "reason": "Policy",
            }
        ]  # fmt: skip
    bands = [{"units": 30, "unit_cost": 5}]
    return api.scenario_of(
        {
            "schema": 1,
            "id": "saturated",
            "money": {"unit": "million KRW"},
            "years": {"first": 2025, "last": 2026},
            "budget": {"total": total},
            "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
            "capacities": {"course": {}, "seat": {}},
            "programmes": {
                "courses": {"activities": {"c": {"delivers": {"course": 1}, "supply": supply}}},
                "seats": {
                    "activities": {"s": {"delivers": {"seat": 1}, "supply": {"bands": bands}}}
                },
            },
            "pathways": {
                name: {
                    "channel": "retained", "tier": "A", "needs": {name: {"amount": 1}},
                    "bands": [{"people": 1000, "net": 0.5}],
                }
                for name in ("course", "seat")
            },
            "rules": rules,
        }
    )  # fmt: skip


@pytest.mark.parametrize("kind", CURVES)
@pytest.mark.parametrize("total", [1e2, 1e3, 1e4, 1e6, 1e8, 1e9])
def test_a_floor_beyond_the_curve_is_kept_and_buys_nobody(kind: str, total: float) -> None:
    plan = api.solve(scenario(CURVES[kind], total, 0.9))
    assert plan.found
    assert plan.solution.certificate.passed
    money = plan.allocation.groupby("programme")["spending"].sum()
    assert money["courses"] >= 0.9 * total * (1.0 - 1e-9)
    top = float(plan.activities.query("programme == 'courses'")["units"].max())
    if kind != "logarithmic":
        assert top <= 40.0 * (1.0 + 1e-12)
    if total >= 1e6 and "h" not in kind:  # all seats of both years, and the whole ceiling
        assert plan.totals.net_people == pytest.approx(0.5 * (2 * 40 + 2 * 30), rel=1e-9)


def test_all_budgets_of_the_reference_scenario_have_a_plan_and_more_is_never_worse() -> None:
    korea = api.load_scenario("korea-2025")
    plans = [
        api.bare_plan(api.change_scenario(korea, {"budget": {"total": budget}}))
        for budget in (0.0, 1e3, 18e3, 1e6, 5e6, 1e7, 1e8, 1e9)
    ]
    assert all(plan.solution.certificate.passed for plan in plans)
    for less, more in pairwise(plans):
        assert more.objective >= less.objective * (1.0 - 1e-10)


def test_entries_stay_of_a_size_that_solvers_can_bear() -> None:
    korea = api.load_scenario("korea-2025")
    rich = api.change_scenario(korea, {"budget": {"total": 1e8}})
    entries = np.abs(compile_program(case_of(rich)).arrays.data)
    assert entries.max() < 1e12


def test_bands_are_full_before_money_goes_without_effect() -> None:
    plan = api.solve(scenario(CURVES["exponential"], 1e4, 0.9))
    value = plan.solution.value
    for year in plan.case.years:
        if value["beyond", "courses", "c", year] > 0.0:
            full = sum(value[key] for key in plan.case.columns[("courses", "c"), year])
            assert full == pytest.approx(40.0, rel=1e-9)


def test_a_plan_by_hand_may_give_a_curve_too_much() -> None:
    answer = api.evaluate(
        scenario(CURVES["exponential"], 1e4),
        {("courses", 2025): 5e3, ("courses", 2026): 0.0, ("seats", 2025): 150.0},
    )
    assert answer.plan.found
    assert answer.plan.totals.net_people == pytest.approx(0.5 * (40 + 30), rel=1e-9)
    assert len(answer.broken) == 0


def test_the_curve_of_the_budget_goes_on_beyond_saturation() -> None:
    drawn = api.budget_curve(scenario(CURVES["exponential"], 1e4, 0.9), 0.0, 1e5)
    assert not drawn.infeasible
    assert drawn.objective(1e5) == pytest.approx(0.5 * 140, rel=1e-4)


def test_draws_have_a_plan_where_the_central_values_do() -> None:
    korea = api.load_scenario("korea-2025")
    rich = api.change_scenario(korea, {"budget": {"total": 1e7}})
    found = api.uncertainty(rich, 60)
    assert found.outcomes.found.all()
    assert found.worst_residual < 1e-9
    assert found.median_gap < 0.005


def test_no_draw_of_the_reference_scenario_loses_much_by_its_steps() -> None:
    """A visa costs so little in some draws that the budget is far beyond what its curve can use."""
    found = api.uncertainty(api.load_scenario("korea-2025"), 2000)
    assert found.largest_gap < 0.01


def test_the_values_at_which_the_lead_changes_are_found_beyond_saturation() -> None:
    korea = api.load_scenario("korea-2025")
    rich = api.change_scenario(korea, {"budget": {"total": 1e7}})
    found = api.insight(api.uncertainty(rich, 40))
    assert len(found.drivers.tornado) > 0


def test_what_lies_above_the_end_of_a_full_curve_is_counted() -> None:
    """A billionth of 40 units is left out in each of two years; a unit is worth half a head."""
    case = case_of(scenario(CURVES["exponential"], total=10_000.0))
    program = compile_program(case)
    prices = Hot(program).solve().prices
    beyond = whole_gap(case, program, prices) - curve_gap(case, program, prices)[0]
    assert beyond == pytest.approx(2 * 40 * 1e-9 * 0.5)
