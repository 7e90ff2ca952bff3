"""Steps off a plan whose last digits are rounded: prices and curves of documents and scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from optimizer.api import desk as api
from optimizer.lp.program import Key
from optimizer.lp.sensitivity.parametric import curve
from optimizer.results.plan import Plan
from optimizer.solving.variants import budget_slopes
from optimizer.studies.countries.more_money import next_unit, with_room

BANDS = [{"units": 2, "unit_cost": 1}, {"units": 2, "unit_cost": 1.05}]
SMALL: dict[str, Any] = {
    "schema": 1,
    "id": "small",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 100},
    "objective": {"discount_rate": 0, "tiers": {"S": 1}, "channels": {"retained": 1}},
    "capacities": {f"c{i}": {} for i in range(3)},
    "programmes": {
        f"p{i}": {
            "activities": {
                "buy": {
                    "delivers": {f"c{i}": 1},
                    "supply": {"bands": BANDS}
                    if i
                    else {"curve": "exponential", "ceiling": 2, "scale": 300},
                    "life_years": 1,
                }
            }
        }
        for i in range(3)
    },
    "pools": {"everybody": {"people_per_year": 5}},
    "pathways": {
        f"q{i}": {
            "channel": "retained",
            "tier": "S",
            "pool": "everybody",
            "needs": {f"c{i}": {"amount": 0.3, "years": 1}},
            "bands": [{"people": 1, "net": net}, {"net": net / 2}],
            "stay": 0.9,
        }
        for i, net in enumerate((0.05, 0.05, 0.0984))
    },
    "rules": [
        {
            "id": "ceiling",
            "kind": "programme_ceiling",
            "programme": "p0",
            "share": 0.5,
            "owner": "Test",
            "reason": "Test",
        }
    ],
}
"""A ceiling of 50 that binds on a smooth curve: the plan stands 6e-8 below it."""


def test_a_ceiling_on_a_curve_has_its_price() -> None:
    plan = api.solve(api.scenario_of(SMALL))
    ceiling = next(row for row in plan.binding.itertuples() if row.rule == "ceiling")
    better = {**SMALL, "rules": [{**SMALL["rules"][0], "share": 0.51}]}
    more = api.bare_plan(api.scenario_of(better)).objective
    assert plan.objective is not None
    assert more is not None
    assert more - plan.objective == pytest.approx(ceiling.price, rel=0.02)


def drawn(plan: Plan, ways: Mapping[Key, float], stop: float) -> list[float]:
    found = curve(plan.solution.program, direction=ways, start=0.0, stop=stop)
    assert found.points[-1].at == stop
    assert found.residual < 1e-9
    assert (np.diff(found.slopes) <= 1e-9 * max(found.slopes)).all()
    return list(found.slopes)


@pytest.mark.parametrize("amount", [1.0, 100.0, 10_000.0])
def test_a_curve_can_be_as_short_as_one_likes(amount: float) -> None:
    plan = with_room(api.load_scenario("korea-2025"), amount)
    ways = budget_slopes(plan.case)
    firsts = [drawn(plan, ways, stop)[0] for stop in (1e-6, 1e-3, 0.01, 1.0, amount)]
    assert firsts == pytest.approx([firsts[0]] * len(firsts), rel=1e-6)


def test_a_budget_curve_runs_through_its_smallest_steps() -> None:
    found = api.budget_curve(api.load_scenario("sgp-2025"))
    slopes = found.pieces.groupby("from")["slope"].first()
    assert (slopes.diff().dropna() <= 1e-9 * slopes.max()).all()


@pytest.mark.parametrize("scenario", api.shipped_scenarios())
def test_every_shipped_scenario_has_prices_and_a_curve(scenario: str) -> None:
    report = api.price_report(api.load_scenario(scenario))
    finite = report.limits[["price_down", "price_up"]].dropna()
    assert len(finite) == len(report.limits)
    total = report.plan.budget
    plan = with_room(report.plan.scenario, 0.1 * total)
    drawn(plan, budget_slopes(plan.case), 0.1 * total)
    assert not np.isnan(next_unit(plan))
