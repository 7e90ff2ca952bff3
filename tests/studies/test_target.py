"""The least money that reaches an outcome: the way back from the best plan to its budget."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from optimizer.api import desk as api
from optimizer.api.desk import target_text
from tests.formulation.documents import Document, documents
from tests.studies.documents import plan_of
from tests.studies.money_questions import faults_of_target
from tests.tiny import tiny

FREE = 0.095448
"""People in Korea whom GPUs that are free from 2026 keep, without any money."""


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def best(korea: api.Scenario) -> api.Plan:
    return api.bare_plan(korea)


def test_the_best_plan_needs_its_whole_budget(korea: api.Scenario, best: api.Plan) -> None:
    assert best.objective is not None
    answer = api.target(korea, "objective", best.objective)
    assert answer.least_money == pytest.approx(18000.0, rel=1e-6)
    assert answer.reached == pytest.approx(best.objective, rel=1e-7)
    assert answer.plan.totals.net_people == pytest.approx(best.totals.net_people, rel=1e-7)


def test_a_larger_budget_is_found_as_well(korea: api.Scenario) -> None:
    richer = plan_of({**korea.document, "budget": {"total": 30000, "by_year": {2025: 6500}}})
    assert richer.objective is not None
    answer = api.target(korea, "objective", richer.objective)
    assert answer.least_money == pytest.approx(30000.0, rel=1e-6)


def test_least_money_grows_with_the_target(korea: api.Scenario) -> None:
    money = [api.target(korea, "net_people", n).least_money for n in (10.0, 30.0, 50.0, 70.0)]
    assert None not in money
    steps = [b - a for a, b in pairwise(money)]  # type: ignore[operator]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps)  # each further person costs more


def test_it_is_never_dearer_than_another_plan_that_reaches_it(
    korea: api.Scenario, best: api.Plan
) -> None:
    everyone = best.people["net"].sum()
    answer = api.target(korea, "net_people", everyone - FREE)
    assert answer.least_money is not None
    assert answer.least_money <= 18000.0 * (1 + 1e-9)
    assert answer.plan.people["net"].sum() == pytest.approx(everyone, rel=1e-7)
    budget = {**korea.document["budget"], "total": answer.least_money}
    again = plan_of({**korea.document, "budget": budget})
    assert answer.plan.everyone.objective <= again.everyone.objective * (1 + 1e-9)


def test_shares_of_the_budget_are_shares_of_the_least_money(korea: api.Scenario) -> None:
    answer = api.target(korea, "retained", 20.0)
    spent = answer.plan.allocation.groupby("programme")["spending"].sum()
    limits = api.programme_limits(korea).set_index("programme")["share"]
    assert answer.least_money is not None
    least = limits * answer.least_money * (1 - 1e-7)
    assert (spent.reindex(limits.index) >= least).all()
    assert spent["gpu_access"] == pytest.approx(0.1 * answer.least_money)


def test_twenty_attracted_bring_the_best_that_their_money_buys(korea: api.Scenario) -> None:
    """The money that brings twenty from abroad also brings eight more, as `solve` finds there."""
    answer = api.target(korea, "attracted", 20.0)
    assert answer.least_money == pytest.approx(14036.0, abs=1.0)
    assert answer.plan.people["net"].sum() == pytest.approx(28.30, abs=0.01)
    assert answer.plan.totals.net_people == pytest.approx(28.30 - FREE, abs=0.01)
    assert answer.plan.totals.attracted == pytest.approx(20.0)
    assert list(faults_of_target(korea, "attracted", 20.0)) == []


def test_people_who_come_without_money_do_not_count() -> None:
    """Posts that were paid before hold 35 people; ten additional ones take money all the same."""
    stock = [
        "capacities.fellow_post.free={2025: 40, 2026: 40}",
        "capacities.training_place.free={2025: 60, 2026: 60}",
    ]
    scenario = api.load_scenario("korea-2025", stock)
    answer = api.target(scenario, "net_people", 10.0)
    assert answer.least_money is not None
    assert answer.least_money > 1000.0
    assert answer.reached == pytest.approx(10.0)
    assert answer.plan.people["net"].sum() == pytest.approx(44.87, abs=0.01)


def test_a_target_beyond_the_money_of_today_is_reached_with_lumps() -> None:
    """Whole units are bounded by the money in sight, which grows until the target is reached."""
    document = tiny(whole=True)
    supply = document["programmes"]["p"]["activities"]["a"]["supply"]
    supply["bands"] = [{"units": 50, "unit_cost": 200}]
    scenario = api.scenario_of(document)
    answer = api.target(scenario, "net_people", 2.0)
    assert answer.least_money == pytest.approx(4 * 200.0)


@pytest.mark.parametrize("outcome", ["net_people", "attracted"])
@settings(max_examples=8)
@given(data=st.data())
def test_least_and_best_in_any_scenario(outcome: str, data: Any) -> None:
    document: Document = data.draw(documents(lumps=data.draw(st.booleans())))
    try:
        scenario = api.scenario_of(document)
    except api.InvalidInput:
        return
    plan = api.bare_plan(scenario)
    some = plan.totals.net_people if outcome == "net_people" else plan.totals.attracted
    if plan.found and some > 1e-3:
        assert list(faults_of_target(scenario, outcome, 0.6 * some)) == []


def test_what_no_money_reaches(korea: api.Scenario) -> None:
    answer = api.target(korea, "net_people", 1e6)
    assert not answer.plan.found
    assert answer.least_money is None


def test_a_target_of_nothing_costs_nothing(korea: api.Scenario) -> None:
    answer = api.target(korea, "net_people", 0.0)
    assert answer.least_money == pytest.approx(0.0, abs=1e-6)


def test_an_unknown_outcome_is_refused(korea: api.Scenario) -> None:
    with pytest.raises(api.InvalidInput, match="retained"):
        api.target(korea, "retaned", 1.0)


STARS_OR_LOCALS = """
schema: 1
id: free-posts
money: {unit: million KRW}
years: {first: 2026, last: 2026}
budget: {total: 100}
objective: {tiers: {A: 1, S: 10}, channels: {attracted: 1}}
capacities: {post: {free: 2}}
programmes: {posts: {activities: {x: {delivers: {post: 1}, supply: {bands: [{unit_cost: 40}]}}}}}
pathways:
  star: {channel: attracted, tier: S, needs: {post: {amount: 1}}, bands: [{net: 0.3}]}
  local: {channel: attracted, tier: A, needs: {post: {amount: 1}}, bands: [{net: 0.6}]}
"""


def test_people_who_cost_no_money_are_told_to_cost_the_goal(tmp_path: Path) -> None:
    """Two free posts: 0.6 of a star worth 6, or 1.2 people worth 1.2 and 0.6 more heads."""
    path = tmp_path / "free.yaml"
    path.write_text(STARS_OR_LOCALS, encoding="utf-8")
    found = api.target(api.load_scenario(path), "net_people", 0.5)
    assert found.least_money == 0.0
    said = target_text(found)
    assert "What costs nothing is used for them instead of the goal" in said
    assert f"it falls to {10 * 0.3 / 3 + 0.6 * 5 / 3:.3g}, from 6 without money" in said
    assert "무상 자원" in target_text(found, "ko")


def test_rounding_is_nobody_in_the_table_of_people(tmp_path: Path) -> None:
    """All posts but a billionth go to locals; no row is printed for so little of a star."""
    path = tmp_path / "free.yaml"
    path.write_text(STARS_OR_LOCALS, encoding="utf-8")
    found = api.target(api.load_scenario(path), "net_people", 1.8)
    assert found.least_money == pytest.approx(80.0)
    said = target_text(found)
    assert "star" not in said
    assert "0.0000" not in said


@pytest.mark.parametrize("units", [0.3, 0.7, 1.2, 2.9, 5.0])
def test_the_least_money_on_an_s_shaped_curve_is_what_the_curve_says(units: float) -> None:
    """Hill of exponent 2: u = 12 m² / (50² + m²), so that m = 50 √(u / (12 - u))."""
    document = {
        "schema": 1,
        "id": "hill",
        "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2025},
        "budget": {"total": 300},
        "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
        "capacities": {"post": {}},
        "programmes": {
            "p": {
                "activities": {
                    "post": {
                        "delivers": {"post": 1},
                        "supply": {"curve": "hill", "ceiling": 12, "half": 50, "shape": 2},
                    }
                }
            }
        },
        "pathways": {
            "stays": {
                "channel": "retained",
                "tier": "A",
                "needs": {"post": {"amount": 1}},
                "bands": [{"net": 0.5}],
            }
        },
        "rules": [],
    }
    answer = api.target(api.scenario_of(document), "net_people", 0.5 * units)
    assert answer.least_money == pytest.approx(50.0 * (units / (12.0 - units)) ** 0.5, rel=1e-7)
