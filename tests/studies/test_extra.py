"""Additional money: nothing is taken back, and it is used as well as that allows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings

from optimizer import api
from tests.studies.documents import plan_of, small_documents

KEYS = ["programme", "activity", "year"]


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


def units(plan: api.Plan) -> Any:
    return plan.activities.set_index(KEYS)["units"]


@pytest.mark.parametrize("payment", ["commitment", "yearly"])
@pytest.mark.parametrize("amount", [0.0, 1.0, 1000.0, 20000.0])
def test_nothing_is_taken_back(amount: float, payment: str) -> None:
    korea = api.load_scenario("korea-2025", [f"budget.payment={payment}"])
    answer = api.extra(korea, amount)
    before, after = units(answer.before), units(answer.after)
    assert (after >= before * (1.0 - 1e-8) - 1e-9).all()
    assert answer.added["added"].sum() == pytest.approx(amount, rel=1e-6, abs=1e-4)
    assert answer.added["after"].sum() == pytest.approx(answer.after.spent)
    assert answer.after.budget == korea.budget.total + amount


def test_more_money_never_yields_less(korea: api.Scenario) -> None:
    found = [api.extra(korea, amount).after.objective for amount in (0.0, 500.0, 1000.0, 5000.0)]
    assert found[0] == pytest.approx(api.bare_plan(korea).objective, rel=1e-8)
    assert sorted(found) == found
    gains = [(b - a) / s for a, b, s in zip(found, found[1:], (500.0, 500.0, 4000.0), strict=False)]
    assert gains == sorted(gains, reverse=True)


def test_it_lies_between_keeping_still_and_planning_afresh(korea: api.Scenario) -> None:
    """With the budget of 2025 raised alike and the floors of the old budget."""
    answer = api.extra(korea, 3000.0)
    floors = [
        {**{k: v for k, v in rule.items() if k != "share"}, "amount": rule["share"] * 18000}
        for rule in korea.document["rules"]
    ]
    budget = {"total": 21000, "by_year": {2025: 9500}}
    afresh = plan_of({**korea.document, "budget": budget, "rules": floors})
    assert answer.before.objective < answer.after.objective <= afresh.objective * (1 + 1e-9)


def test_no_money_is_no_question_below_zero(korea: api.Scenario) -> None:
    with pytest.raises(api.InvalidInput, match="no additional money"):
        api.extra(korea, -1.0)


@settings(max_examples=6)
@given(small_documents())
def test_small_scenarios(document: dict[str, Any]) -> None:
    scenario = api.scenario_of(document)
    answer = api.extra(scenario, 0.3 * scenario.budget.total)
    assume(answer.before.found)
    assert answer.after.found
    before = units(answer.before)
    assert (units(answer.after) >= before * (1.0 - 1e-8) - 1e-9).all()
    assert answer.after.everyone.objective >= answer.before.everyone.objective * (1.0 - 1e-8)
