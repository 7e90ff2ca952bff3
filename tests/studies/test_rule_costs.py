"""What a rule costs is what the plan gains when the document is solved without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from optimizer.results.plan import lines
from optimizer.studies.best_plan.rule_costs import with_rule_costs
from tests.studies.documents import plan_of, small_documents

DOCUMENT = Path(__file__).parents[1] / "textbook" / "documents" / "health_council.yaml"
TINY = 1e-6


def without(document: dict[str, Any], rule: str) -> api.Plan:
    rules = [{**r, "active": False} if r["id"] == rule else r for r in document["rules"]]
    return plan_of({**document, "rules": rules})


def assert_costs(document: dict[str, Any], plan: api.Plan) -> None:
    for row in lines(with_rule_costs(plan).rules):
        free = without(document, row.rule)
        size = max(1.0, abs(free.everyone.objective))
        gain = free.everyone.objective - plan.everyone.objective
        assert row.costs_objective == pytest.approx(gain, abs=TINY * size), row.rule
        assert row.costs_objective >= -TINY * size
        if gain > TINY * size:
            people = free.totals.net_people - plan.totals.net_people
            assert row.binding
            assert row.costs_people == pytest.approx(people, abs=1e-5 * size), row.rule


@pytest.mark.parametrize("settings_", [[], ["budget.total=60000"], ["objective.tiers.S=20"]])
def test_korea(settings_: list[str]) -> None:
    scenario = api.load_scenario("korea-2025", settings_)
    assert_costs(dict(scenario.document), api.bare_plan(scenario))


@settings(max_examples=10)
@given(small_documents())
def test_small_scenarios(document: dict[str, Any]) -> None:
    plan = plan_of(document)
    assume(plan.found and document["rules"])
    assert_costs(document, plan)


def test_whole_numbers_are_kept_when_a_rule_is_left_out() -> None:
    """Half a team would gain more than the rule costs; there is no half a team."""
    document = dict(api.load_scenario(DOCUMENT).document)
    rule = {
        "id": "two-for-one", "kind": "programme_floor", "programme": "one", "amount": 1.5,
        "owner": "Test", "reason": "Test",
    }  # fmt: skip
    document = {**document, "rules": [rule]}
    plan = plan_of(document)
    assert plan.objective == pytest.approx(165.0)
    assert_costs(document, plan)
    assert with_rule_costs(plan).rules["costs_objective"][0] == pytest.approx(5.0)


def test_every_rule_in_force_has_a_line_and_no_other() -> None:
    scenario = api.load_scenario("korea-2025", ["rules.gpu-floor.active=false"])
    plan = api.solve(scenario)
    assert set(plan.rules["rule"]) == {"visa-floor", "institute-floor", "a-team-floor"}
    assert plan.rules["costs_objective"].is_monotonic_decreasing
    limits = {"visa-floor": 360.0, "institute-floor": 2700.0, "a-team-floor": 2700.0}
    spent = plan.allocation.groupby("programme")["spending"].sum()
    for row in lines(plan.rules):
        programme = next(r.programme for r in scenario.rules if r.id == row.rule)
        assert row.limit == pytest.approx(limits[row.rule])
        assert row.actual == pytest.approx(float(spent[programme]), rel=1e-9)
        assert row.binding == (abs(row.actual - row.limit) <= 1e-6 * row.limit)
