"""Money given that nothing uses: what it breaks does not hang on names, rounding is none."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.results.plan import lines
from tests.formulation.every_option import DOCUMENT

SIGNED = {"owner": "Test", "reason": "Test"}


def document(name: str, rules: list[dict[str, Any]]) -> dict[str, Any]:
    """Posts for 60 at most, and another activity of the same programme by this name."""
    return {
        "schema": 1,
        "id": "idle",
        "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2025},
        "budget": {"total": 200},
        "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
        "capacities": {"post": {}},
        "programmes": {
            "institutes": {
                "activities": {
                    "post": {
                        "delivers": {"post": 1},
                        "supply": {"bands": [{"units": 6, "unit_cost": 10}]},
                    },
                    name: {
                        "delivers": {"post": 1},
                        "tags": ["rented"],
                        "supply": {"bands": [{"unit_cost": 7}]},
                    },
                }
            },
            "visa": {
                "activities": {
                    "case": {"delivers": {"post": 1}, "supply": {"bands": [{"unit_cost": 30}]}}
                }
            },
        },
        "pathways": {
            "stays": {
                "channel": "retained",
                "tier": "A",
                "needs": {"post": {"amount": 1}},
                "bands": [{"net": 0.4}],
            }
        },
        "rules": [{**rule, **SIGNED} for rule in rules],
    }


@pytest.mark.parametrize("name", ["desk", "seat"])  # before and after the other one
def test_idle_money_of_a_programme_is_not_that_of_one_activity(name: str) -> None:
    """The rules leave 40 of 100 idle; they are kept by that, not broken."""
    rules = [
        {"id": "cap", "kind": "earmark", "bound": "ceiling", "tags": ["rented"], "amount": 0},
        {"id": "after", "kind": "requires", "line": {"programme": "institutes", "activity": name},
         "only_if": {"programme": "visa"}, "at_least": 10},
    ]  # fmt: skip
    answer = api.evaluate(api.scenario_of(document(name, rules)), {("institutes", 2025): 100.0})
    assert sum(float(str(row.idle)) for row in lines(answer.moves)) == pytest.approx(40.0)
    assert answer.obeys, answer.broken


@pytest.mark.parametrize("name", ["desk", "seat"])
def test_idle_money_counts_in_rules_over_the_whole_programme(name: str) -> None:
    """Money for a programme before what it requires breaks the rule, used or not."""
    rules = [
        {"id": "cap", "kind": "programme_ceiling", "programme": "institutes", "amount": 70},
        {"id": "idle", "kind": "earmark", "bound": "ceiling", "tags": ["rented"], "amount": 0},
        {"id": "after", "kind": "requires", "line": {"programme": "institutes"},
         "only_if": {"programme": "visa"}, "at_least": 10},
    ]  # fmt: skip
    answer = api.evaluate(api.scenario_of(document(name, rules)), {("institutes", 2025): 100.0})
    missed = {str(row.rule): float(str(row.missed_by)) for row in lines(answer.broken)}
    assert missed == {"cap": pytest.approx(30.0), "after": pytest.approx(100.0)}


def test_a_best_plan_with_switches_is_whole_to_the_end() -> None:
    """A search ends a hair before the best plan; what is shown is the plan itself.

    20 pay an opening of 5, 6.5 cases at 2, 2.2 and 2.42, and 0.15 of a post: all of it is spent.
    """
    stated = {
        **DOCUMENT,
        "budget": {"total": 20, "payment": "yearly"},
        "objective": {
            "tiers": {"S": 10, "A": 2}, "channels": {"retained": 0.2, "attracted": 1},
            "measure": "talent_years", "discount_rate": 0.3,
        },
        "capacities": {"post": {"free": 30}, "case": {"free": 2}},
        "rules": [{"id": "after", "kind": "requires", **SIGNED, "at_least": 10, "lag_years": 1,
                   "line": {"programme": "institutes", "activity": "desk"},
                   "only_if": {"programme": "visa"}}],
    }  # fmt: skip
    visa = DOCUMENT["programmes"]["visa"]
    opened = {"case": {**visa["activities"]["case"], "opening_cost": 5}}
    stated["programmes"] = {**DOCUMENT["programmes"], "visa": {**visa, "activities": opened}}
    scenario = api.scenario_of(stated)
    plan = api.solve(scenario)
    assert plan.spent == pytest.approx(20.0, abs=1e-10)
    given = {(r.programme, r.year): r.spending for r in lines(plan.allocation)}
    assert api.evaluate(scenario, given).obeys
    assert list(plan.binding["rule"]) == ["total_budget"]  # no noise of the search has a price
