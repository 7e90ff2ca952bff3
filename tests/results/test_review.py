"""Each check of the review in both verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.api import desk as api

KOREA = "korea-2025"


def verdicts(plan: api.Plan) -> dict[str, str]:
    """The verdicts; a check that is passed, and no other, leaves nothing to do."""
    found = api.review(plan)
    for one in found:
        assert (one.advice.in_("en") == "Nothing to do.") is (one.verdict == "pass"), one.key
    return {one.key: str(one.verdict) for one in found}


@pytest.fixture(scope="module")
def plan() -> api.Plan:
    return api.solve(api.load_scenario(KOREA))


def test_the_reference_plan_passes_but_for_its_assumptions(plan: api.Plan) -> None:
    found = verdicts(plan)
    assert found.pop("assumptions") == "look"
    assert set(found.values()) == {"pass"}


def test_a_plan_without_its_certificate_fails(plan: api.Plan) -> None:
    bare = replace(plan, solution=replace(plan.solution, certificate=None))
    assert verdicts(bare)["certificate"] == "fail"


def graded(settings: dict[str, Any]) -> api.Plan:
    return api.solve(api.change_scenario(api.load_scenario(KOREA), settings))


def test_measured_numbers_need_no_second_look() -> None:
    scenario = api.load_scenario(KOREA)
    sourced = {n: {"grade": "B", "source": "bok_ai"} for n in scenario.evidence}
    assert verdicts(graded({"evidence": sourced}))["assumptions"] == "pass"


def test_idle_money_is_noticed(plan: api.Plan) -> None:
    """Without floors, and with a ceiling on each programme that together leave money over."""
    ceilings = [
        {"id": f"{p}-most", "kind": "programme_ceiling", "programme": p, "share": 0.2,
         "owner": "Test", "reason": "Test"}
        for p in plan.scenario.programmes
    ]  # fmt: skip
    found = graded({"rules": ceilings})
    assert found.unspent == pytest.approx(0.2 * 18000)
    assert verdicts(found)["unspent"] == "look"
    assert verdicts(plan)["unspent"] == "pass"
    assert found.budget_worth is not None
    in_vain = replace(found, budget_worth=replace(found.budget_worth, up=0.0))
    advice = {r.key: r.advice.in_("en") for r in api.review(in_vain)}["unspent"]
    assert advice == "See what holds the plan back; more money would not help."


def test_one_card_is_noticed() -> None:
    off = {f"{r}-floor": {"active": False} for r in ("visa", "institute", "gpu")}
    heavy = {"a-team-floor": {"share": 0.95}}
    assert verdicts(graded({"rules": {**off, **heavy}}))["concentration"] == "look"


def test_more_people_than_leave_is_noticed() -> None:
    rich = graded({"budget": {"total": 2_000_000, "by_year": {2025: 2_000_000}},
                   "evidence": {"coef_ate_cap": {"value": 900, "high": 900},
                                "coef_ate_add": {"value": 0.6}}})  # fmt: skip
    assert rich.totals.net_people > 4 * 108
    assert verdicts(rich)["orders_of_magnitude"] == "look"


def test_every_finding_speaks_both_languages(plan: api.Plan) -> None:
    for one in api.review(plan):
        assert one.finding.in_("en") != one.finding.in_("ko")
        assert one.advice.in_("en")
        assert one.advice.in_("ko")


def test_without_a_plan_there_is_nothing_to_review() -> None:
    none = graded({"rules": {"gpu-floor": {"share": 0.6}, "a-team-floor": {"share": 0.6}}})
    assert not none.found
    assert api.review(none) == ()


def test_a_price_that_holds_for_a_hair_is_noticed() -> None:
    """A budget of 6 in the middle of a band that runs from 5.999 to 6.001."""
    widths_and_costs = ((5.999, 1.0), (0.001, 2.0), (4.0, 3.0))
    bands = [{"units": units, "unit_cost": cost} for units, cost in widths_and_costs]
    needs = {"seat": {"amount": 1}}
    scenario = api.scenario_of(
        {
            "schema": 1,
            "id": "hair",
            "money": {"unit": "million KRW"},
            "years": {"first": 2025, "last": 2025},
            "budget": {"total": 6.0},
            "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
            "capacities": {"seat": {}},
            "programmes": {
                "p": {"activities": {"a": {"delivers": {"seat": 1}, "supply": {"bands": bands}}}}
            },
            "pathways": {
                "q": {"channel": "retained", "tier": "A", "needs": needs, "bands": [{"net": 1}]}
            },
        }
    )
    assert verdicts(api.solve(scenario))["price_ranges"] == "look"


def test_two_programmes_alike_are_a_near_tie() -> None:
    """Two lines of the same cost and yield: the money may go to either."""
    bands = {"bands": [{"units": 10, "unit_cost": 1}]}
    scenario = api.scenario_of(
        {
            "schema": 1,
            "id": "twins",
            "money": {"unit": "million KRW"},
            "years": {"first": 2025, "last": 2025},
            "budget": {"total": 10},
            "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
            "capacities": {"seat": {}},
            "programmes": {
                p: {"activities": {"a": {"delivers": {"seat": 1}, "supply": bands}}}
                for p in ("one", "two")
            },
            "pathways": {
                "q": {
                    "channel": "retained",
                    "tier": "A",
                    "needs": {"seat": {"amount": 1}},
                    "bands": [{"net": 1}],
                }
            },
        }
    )
    plan = api.solve(scenario)
    assert verdicts(plan)["near_ties"] == "look"
    assert len(plan.near_ties) == 2
    assert set(plan.near_ties) <= set(plan.sentences)
