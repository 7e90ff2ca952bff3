"""Every plan that a question returns passes the evaluation, in any scenario."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.api import desk as api
from tests.formulation.documents import Document, documents
from tests.studies.money_questions import breaches, spending_of
from tests.studies.unsure import DOCUMENT

SHIPPED = [s.id for s in api.list_scenarios()]
LUMPS = pytest.mark.parametrize("lumps", [False, True])
FEW = settings(max_examples=3)


def scenario_of(document: Document) -> api.Scenario:
    try:
        return api.scenario_of(document)
    except api.InvalidInput:
        assume(False)
        raise


def drawn(data: Any, lumps: bool) -> api.Scenario:
    return scenario_of(data.draw(documents(lumps=lumps)))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_best_plan_of_a_shipped_scenario(name: str) -> None:
    plan = api.bare_plan(api.load_scenario(name))
    again = api.evaluate(plan.scenario, spending_of(plan))
    assert again.obeys, again.broken
    assert again.plan.objective == pytest.approx(plan.objective, rel=1e-6)
    assert again.left_on_the_table == pytest.approx(
        0, abs=1e-5 * max(1.0, abs(plan.objective or 0))
    )


@LUMPS
@given(data=st.data())
@FEW
def test_the_best_plan_and_the_plans_with_room(lumps: bool, data: Any) -> None:
    scenario = drawn(data, lumps)
    found = api.room(scenario, slack=0.1, plans=1)
    assume(found.best.found)
    worst = found.worst - 1e-5 * max(1.0, abs(found.worst))
    for plan in (found.best, *found.ends.values(), *found.alternatives):
        assert breaches(plan) == []
        assert plan.everyone.objective >= worst


@given(data=st.data())
@FEW
def test_the_plans_of_a_trade_off(data: Any) -> None:
    scenario = drawn(data, lumps=False)
    found = api.trade_off(scenario, "net_people", "spending")
    assume(len(found.plans))
    for plan in found.plans:
        assert breaches(plan) == []
    values = found.points[["first", "second"]].to_numpy()
    for one in values:  # none of them is as good in both and better in one
        better = (values[:, 0] >= one[0] + 1e-6) & (values[:, 1] <= one[1] - 1e-6)
        assert not better.any()


def test_the_plans_for_all_draws_keep_the_budget_and_break_no_rule_of_money() -> None:
    document = {**DOCUMENT, "rules": [
        {"id": "least", "kind": "programme_floor", "programme": "visa", "share": 0.2,
         "owner": "Ministry", "reason": "Policy"},
    ]}  # fmt: skip
    scenario = api.scenario_of(document)
    found = api.robust(scenario, 20, seed=1)
    assert len(found.money) > 2
    for name, money in found.money.items():
        assert sum(money.values()) <= scenario.budget.total * (1 + 1e-9), name
        assert list(api.evaluate(scenario, money).broken["rule"]) == [], name
