"""Whole-number decisions together with supply curves, against trying every combination."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.api import desk as api
from tests.studies.documents import number, plan_of, small_documents


def opened(document: dict[str, Any], costs: dict[str, float]) -> dict[str, Any]:
    """The document with a cost of opening each programme's activity."""
    programmes = {
        p: {"activities": {"buy": {**body["activities"]["buy"], "opening_cost": costs[p]}}}
        for p, body in document["programmes"].items()
    }
    return {**document, "programmes": programmes}


def by_trying(document: dict[str, Any], costs: dict[str, float]) -> float:
    """The best objective over every set of programmes opened in the first year."""
    best = 0.0
    budget = document["budget"]
    for chosen in product([False, True], repeat=len(costs)):
        fixed = sum(cost for cost, use in zip(costs.values(), chosen, strict=True) if use)
        if fixed > budget["total"]:
            continue
        closed = [
            {"id": f"no_{p}", "kind": "programme_ceiling", "programme": p, "amount": 0,
             "owner": "Test", "reason": "Test"}
            for p, use in zip(costs, chosen, strict=True) if not use
        ]  # fmt: skip
        plan = plan_of({**document, "budget": {"total": budget["total"] - fixed}, "rules": closed})
        best = max(best, plan.everyone.objective)
    return best


@settings(max_examples=8)
@given(small_documents(rules=False), st.lists(number(5.0, 800.0), min_size=3, max_size=3))
def test_opening_costs(document: dict[str, Any], costs: list[float]) -> None:
    document = {**document, "years": {"first": 2025, "last": 2025}}
    document["budget"] = {"total": document["budget"]["total"]}
    by_name = dict(zip(document["programmes"], costs, strict=False))
    plan = plan_of(opened(document, by_name))
    assume(plan.found)
    best = by_trying(document, by_name)
    assert plan.objective == pytest.approx(best, rel=1e-6, abs=1e-9)
    assert best - plan.objective <= plan.curve_gap + 1e-8 * best + 1e-12
    assert plan.curve_gap <= 1e-6 * max(1.0, best)


@pytest.fixture(scope="module")
def korea() -> api.Plan:
    """Korea with an opening cost that makes one programme not worth its floor of money."""
    where = "programmes.research_institutes.activities"
    return api.solve(
        api.load_scenario(
            "korea-2025",
            [f"{where}.senior_post.opening_cost=400", f"{where}.fellow_post.minimum_scale=5"],
        )
    )


def test_korea_with_an_opening_cost_and_a_minimum_scale(korea: api.Plan) -> None:
    smooth = api.bare_plan(api.load_scenario("korea-2025"))
    assert korea.found
    assert korea.everyone.objective < smooth.everyone.objective
    assert 0.0 <= korea.curve_gap <= 1e-6 * korea.everyone.objective
    fellows = korea.activities[korea.activities["activity"] == "fellow_post"]["units"]
    assert all(units <= 1e-9 or units >= 5 - 1e-9 for units in fellows)


def test_money_reconciles_with_opening_costs_in_it(korea: api.Plan) -> None:
    assert korea.activities["spending"].sum() == pytest.approx(korea.spent)
    assert korea.allocation["spending"].sum() == pytest.approx(korea.spent)
    assert korea.spent <= korea.budget * (1 + 1e-9)
