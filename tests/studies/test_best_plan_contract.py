"""The best plan keeps its contract: worth of the budget, additional people, costs of rules."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.inputs.load import scenario_of
from optimizer.results.plan import lines
from tests.formulation.documents import Document, documents
from tests.studies.best_plan_contract import faults_of_best_plan, moved

SIGNED = {"owner": "Test", "reason": "Test"}
STOCK = [
    "capacities.fellow_post.free={2025: 40, 2026: 40}",
    "capacities.training_place.free={2025: 60, 2026: 60}",
]
"""Posts and training places that were paid for before."""


def korea(*settings_: str, rules: tuple[dict[str, Any], ...] = ()) -> api.Scenario:
    scenario = api.load_scenario("korea-2025", list(settings_))
    signed = [{**rule, **SIGNED} for rule in rules]
    return api.change_scenario(scenario, {"rules": signed}) if rules else scenario


@pytest.mark.parametrize("name", ["korea-2025", "sgp-2025"])
def test_shipped_scenarios(name: str) -> None:
    assert list(faults_of_best_plan(api.load_scenario(name))) == []


@settings(max_examples=25)
@given(documents(lumps=True))
def test_random_documents(document: Document) -> None:
    try:
        scenario = scenario_of(document)
    except InvalidInput:
        return
    assert list(faults_of_best_plan(scenario)) == []


def test_floors_given_as_shares_move_with_the_budget() -> None:
    """18,000 and 18,100 million won solved apart; the row of the budget alone would say 0.26."""
    plan = api.solve(korea())
    worth = plan.budget_worth
    assert worth is not None
    assert plan.objective is not None
    apart = moved(plan.scenario, 18100.0) - plan.objective
    assert apart == pytest.approx(0.2133, abs=5e-5)
    assert 100.0 * worth.up == pytest.approx(apart, rel=2e-3)
    row = next(r for r in lines(plan.binding) if r.kind == "total_budget")
    assert row.price_up == worth.up
    assert "100 million won more adds 0.21 " in row.sentence
    curve = api.budget_curve(plan.scenario, 17000.0, 19000.0)
    slope = (curve.objective(18010.0) - curve.objective(17990.0)) / 20.0
    assert slope == pytest.approx(worth.up, rel=1e-2)


def test_posts_paid_for_before_are_not_what_the_budget_buys() -> None:
    plan = api.solve(korea(*STOCK))
    assert plan.baseline is not None
    assert plan.baseline.net_people == pytest.approx(34.87, abs=0.01)
    assert plan.totals.net_people == pytest.approx(86.35 - 34.87, abs=0.02)
    assert plan.totals.cost_per_net_person == pytest.approx(18000 / 51.48, rel=1e-3)
    assert plan.sentences[0].in_("en").startswith("51 additional people")
    assert "Without this budget 35 " in "\n".join(s.in_("en") for s in plan.sentences)
    page = api.plan_text(plan).splitlines()
    last = [
        line.split()[-1] for line in page if line.startswith(("Without this budget  ", "Total"))
    ]
    assert last[1:] == ["−34.9", "51.5"]  # the first total is that of the money


def test_a_rule_costs_by_the_goal_with_heads_beside() -> None:
    """Dropping the floor loses 20 people and gains 3.54 of the goal: the lost ones weigh less."""
    plan = api.solve(korea("objective.tiers.S=10", "rules.a-team-floor.share=0.6"))
    row = next(r for r in lines(plan.rules) if r.rule == "a-team-floor")
    assert row.costs_objective == pytest.approx(3.54, abs=0.01)
    assert row.costs_people == pytest.approx(-20.0, abs=0.5)
    told = next(s for s in plan.sentences if "A-team cultivation: at least 60%" in s.in_("en"))
    assert "costs 3.5 of the goal, though there are 20 more people" in told.in_("en")
    assert "목표값 3.5 감소" in told.in_("ko")


def test_limits_over_people_read_as_people_along_the_curve() -> None:
    floor = {"id": "attract12", "kind": "outcome_floor", "channel": "attracted", "people": 12}
    found = api.budget_curve(korea(rules=(floor,)), along="attract12")
    assert (
        found.sentences[0].in_("en") == "Between 22.4 and 24 people the rules cannot hold together."
    )
    assert found.sentences[0].in_("ko").startswith("22.4~24명 구간")
    assert not any("won" in s.in_("en") for s in found.sentences)
    assert "22.4 people" in api.budget_curve_text(found)


def test_the_range_of_a_price_reaches_below_a_limit_of_nought() -> None:
    """A rise as a share of the year before: its row stands at nought, and moves both ways."""
    ramp = {"id": "ramp", "kind": "ramp_limit", "programme": "a_team_cultivation",
            "baseline": 5000, "up": {"share": 0.2}, "down": {"share": 0.3}}  # fmt: skip
    contracts = [
        {"id": f"c{y}", "kind": "commitment", "programme": "research_institutes",
         "activity": "fellow_post", "year": 2000 + y, "amount": 900} for y in (25, 26, 27)
    ]  # fmt: skip
    plan = api.solve(korea(rules=(ramp, *contracts)))
    rows = [r for r in lines(plan.binding) if r.kind == "ramp_limit" and r.rhs == 0.0]
    assert rows
    for row in rows:
        assert row.holds_from < -100.0
        assert row.holds_to > 100.0
        assert "percentage point" in row.sentence
        assert "won" not in row.sentence


def test_a_share_of_what_is_decided_reads_as_a_share() -> None:
    """Attracted people are to be 30% of all: limit and plan are shares, and so is the step."""
    balance = {"id": "mix", "kind": "balance", "part": {"channel": "attracted"}, "at_least": 0.3}
    scenario = korea(rules=(balance,))
    plan = api.solve(scenario)
    row = next(r for r in lines(plan.rules) if r.rule == "mix")
    by = plan.people.groupby("channel")["net"].sum()
    assert (row.limit, row.unit) == (0.3, "share")
    assert row.actual == pytest.approx(by["attracted"] / by.sum())
    told = next(r for r in lines(plan.binding) if r.rule == "mix")
    assert plan.objective is not None
    lower = api.change_scenario(scenario, {"rules": {"mix": {"at_least": 0.29}}})
    gain = (api.bare_plan(lower).objective or 0.0) - plan.objective
    assert f"one less adds {api.wording.digits(gain, 2)} weighted people" in told.sentence


def test_a_memo_of_no_budget_says_that_nothing_is_spent() -> None:
    found = api.switching_points(korea("budget.total=0"))
    assert [s.in_("en") for s in found.sentences] == [
        "No programme gets money, whichever single number moves within its range."
    ]


def test_amounts_that_differ_read_differently() -> None:
    unit = api.parse_unit("million KRW")
    assert api.wording.apart([18000, 18040], unit, "en") == ["18 billion won", "18.04 billion won"]
    assert api.wording.apart([18000, 18000.01], unit, "ko") == ["180억 원", "180.0001억 원"]
    assert api.wording.apart([18000, 18000], unit, "en") == ["18 billion won"] * 2
