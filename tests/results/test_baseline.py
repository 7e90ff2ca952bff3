"""The baseline: what the same document yields with no money spent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.inputs.load import scenario_of
from optimizer.results.baseline import baseline
from tests.formulation.documents import Document, documents
from tests.tiny import tiny


def held(*rules: dict[str, Any]) -> api.Scenario:
    """The tiny scenario with three posts that are there already, and these rules."""
    document = tiny(rules=[{"id": f"r{i}", **rule} for i, rule in enumerate(rules)])
    return scenario_of({**document, "capacities": {"c": {"free": 3}}})


def test_posts_that_are_there_already_yield_people_without_money() -> None:
    """Three posts a year, two years, each holding one person of whom a half is net."""
    found = baseline(held())
    assert found.net_people == pytest.approx(3.0)
    assert found.objective == pytest.approx(3.0)
    assert found.people["retained"] == pytest.approx(3.0)
    assert found.people["spending"] == 0.0


FORCING = [
    {"kind": "programme_floor", "programme": "p", "amount": 2},
    {"kind": "programme_floor", "programme": "p", "share": 0.1},
    {"kind": "commitment", "programme": "p", "year": 2025, "amount": 4},
    {"kind": "outcome_floor", "people": 50},
    {"kind": "linear", "terms": [{"of": "units"}], "sense": ">=", "rhs": 1},
]


@pytest.mark.parametrize("rule", FORCING, ids=lambda r: str(r["kind"]))
def test_a_rule_that_no_idle_capacity_keeps_does_not_apply(rule: dict[str, Any]) -> None:
    assert baseline(held(rule)).net_people == pytest.approx(3.0)


def test_other_rules_apply() -> None:
    ceiling = {"kind": "outcome_ceiling", "people": 1}
    assert baseline(held(ceiling)).net_people == pytest.approx(1.0)
    assert baseline(held(ceiling, *FORCING[:3])).net_people == pytest.approx(1.0)


def test_what_was_paid_for_before_is_in_the_baseline() -> None:
    """Posts and training places of before, added to Korea's document, yield 35 by themselves."""
    stock = {
        "capacities.fellow_post.free": {2025: 40, 2026: 40},
        "capacities.training_place.free": {2025: 60, 2026: 60},
    }
    settings = [f"{path}={value}" for path, value in stock.items()]
    found = baseline(api.load_scenario("korea-2025", settings))
    assert found.net_people == pytest.approx(34.87, abs=0.01)


@given(documents(lumps=True))
@settings(max_examples=60)
def test_no_budget_is_the_baseline(document: Document) -> None:
    """A document without money yields exactly its baseline, so that nobody is additional."""
    try:
        scenario = scenario_of({**document, "budget": {**document["budget"], "total": 0}})
    except InvalidInput:
        return
    plan = api.bare_plan(scenario)
    if plan.found:
        assert baseline(scenario).objective == pytest.approx(plan.objective, abs=1e-7)
        assert plan.totals.net_people == pytest.approx(0.0, abs=1e-7)
