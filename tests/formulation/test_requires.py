"""Precedence in time: the second line gets money no earlier than the first has had its own."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.results.plan import lines

RULE = {
    "id": "after", "kind": "requires", "line": {"programme": "extension"},
    "only_if": {"programme": "base"}, "at_least": 100, "owner": "Ministry", "reason": "Order",
}  # fmt: skip


def document(budgets: dict[int, float], **rule: Any) -> dict[str, Any]:
    """A base for 100 that brings one person, an extension for 50 that brings five."""
    one = {"indivisible": True, "supply": {"bands": [{"units": 1, "unit_cost": 100}]}}
    two = {"indivisible": True, "supply": {"bands": [{"units": 1, "unit_cost": 50}]}}
    people = {"channel": "attracted", "tier": "A"}
    years = sorted(budgets)
    return {
        "schema": 1,
        "id": "order",
        "money": {"unit": "million KRW"},
        "years": {"first": years[0], "last": years[-1]},
        "budget": {"total": sum(budgets.values()), "by_year": budgets, "carry_over": 0},
        "objective": {"tiers": {"A": 1}, "channels": {"attracted": 1}},
        "capacities": {"a": {}, "b": {}},
        "programmes": {
            "base": {"title": "Base", "activities": {"x": {"delivers": {"a": 1}, **one}}},
            "extension": {"title": "Extension", "activities": {"x": {"delivers": {"b": 1}, **two}}},
        },
        "pathways": {
            "a": {**people, "needs": {"a": {"amount": 1}}, "bands": [{"people": 1, "net": 1}]},
            "b": {**people, "needs": {"b": {"amount": 1}}, "bands": [{"people": 1, "net": 5}]},
        },
        "rules": [{**RULE, **rule}],
    }


def built(plan: api.Plan) -> dict[str, list[int]]:
    """The years in which each programme spends."""
    return {
        p: [r.year for r in lines(plan.allocation) if r.programme == p and r.spending > 1e-6]
        for p in ("base", "extension")
    }


def solved(budgets: dict[int, float], **rule: Any) -> dict[str, list[int]]:
    return built(api.bare_plan(api.scenario_of(document(budgets, **rule))))


def test_the_extension_does_not_come_a_year_before_its_base() -> None:
    """Money for the base comes only in the second year, so that the first has to wait for it."""
    assert solved({2026: 50, 2027: 100}) == {"base": [2027], "extension": []}


def test_the_same_year_will_do() -> None:
    assert solved({2026: 50, 2027: 150}) == {"base": [2027], "extension": [2027]}


def test_earlier_money_counts_for_all_later_years() -> None:
    assert solved({2026: 100, 2027: 0, 2028: 50}) == {"base": [2026], "extension": [2028]}


@pytest.mark.parametrize(("lag", "year"), [(0, 2026), (1, 2027), (2, 2028)])
def test_a_lag_keeps_years_between_them(lag: int, year: int) -> None:
    """The extension is built every year it may be, so the first of its years tells the lag."""
    found = solved({2026: 150, 2027: 50, 2028: 50}, lag_years=lag)
    assert found["extension"][0] == year


def test_a_lag_beyond_the_years_is_refused() -> None:
    with pytest.raises(api.InvalidInput, match="at most 1"):
        api.scenario_of(document({2026: 50, 2027: 100}, lag_years=2))


def test_without_an_amount_the_base_has_to_have_opened_by_then() -> None:
    stated = document({2026: 50, 2027: 100}, at_least=None)
    stated["programmes"]["base"]["activities"]["x"]["minimum_scale"] = 1
    del stated["rules"][0]["at_least"]
    assert built(api.bare_plan(api.scenario_of(stated)))["extension"] == []


def test_a_given_plan_that_comes_too_early_breaks_the_rule() -> None:
    scenario = api.scenario_of(document({2026: 50, 2027: 100}))
    early = {("extension", 2026): 50.0, ("base", 2027): 100.0}
    assert set(api.evaluate(scenario, early).broken["rule"]) == {"after"}


def test_the_title_tells_the_order() -> None:
    for lag, en, ko in (
        (0, "Extension: only once Base has had 100 million won",
         "Base 1억 원 배정 후에만 Extension"),
        (1, "Extension: only 1 year after Base has had 100 million won",
         "Base 1억 원 배정 1년 후부터 Extension"),
    ):  # fmt: skip
        scenario = api.scenario_of(document({2026: 50, 2027: 100}, lag_years=lag))
        title = api.rule_titles(scenario)["after"]
        assert (title.in_("en"), title.in_("ko")) == (en, ko)
