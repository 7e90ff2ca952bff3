"""A fixed plan: never better than the best, nothing left by the best, broken rules named."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.api import desk as api
from optimizer.results.plan import lines
from tests.tiny import tiny

TINY = 1e-7


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def best(korea: api.Scenario) -> api.Plan:
    return api.bare_plan(korea)


def allocation(plan: api.Plan) -> dict[tuple[str, int], float]:
    return {(r.programme, r.year): r.spending for r in lines(plan.allocation)}


def test_the_best_plan_leaves_nothing_on_the_table(korea: api.Scenario, best: api.Plan) -> None:
    answer = api.evaluate(korea, allocation(best))
    assert answer.obeys, answer.broken
    assert answer.left_on_the_table == pytest.approx(0.0, abs=TINY)
    assert answer.people_left == pytest.approx(0.0, abs=TINY)
    assert answer.moves["change"].abs().max() <= 1e-3
    assert answer.moves["idle"].abs().max() <= 1e-3
    assert answer.plan.spent == pytest.approx(best.spent, rel=1e-6)


def test_no_plan_that_obeys_the_rules_beats_the_best(korea: api.Scenario, best: api.Plan) -> None:
    random, total, years = np.random.default_rng(11), korea.budget.total, list(korea.years.all)
    floors = api.programme_limits(korea).set_index("programme")["share"]
    found = 0
    for _ in range(8):
        free = random.dirichlet(np.ones(len(floors))) * (1.0 - float(floors.sum()))
        plan = {}
        for name, share in zip(floors.index, free, strict=True):
            money = total * (float(floors[name]) + share)
            split = random.dirichlet(np.ones(len(years)))
            plan |= {(str(name), y): money * float(s) for y, s in zip(years, split, strict=True)}
        first = sum(m for (_, y), m in plan.items() if y == years[0])
        if first > korea.budget.by_year[years[0]]:
            continue
        answer = api.evaluate(korea, plan)
        found += 1
        assert answer.obeys, answer.broken
        assert answer.left_on_the_table is not None
        assert answer.left_on_the_table > 0.1
        assert answer.best.objective == pytest.approx(best.objective, rel=1e-9)
    assert found >= 3


def test_broken_rules_are_named_with_what_is_missing(korea: api.Scenario) -> None:
    plan = {("visa_fast_track", 2025): 7000.0, ("a_team_cultivation", 2026): 12000.0}
    answer = api.evaluate(korea, plan)
    assert not answer.obeys
    missed = answer.broken.set_index("rule")["missed_by"]
    assert set(missed.index) == {
        "total_budget", "year_budget.2025", "institute-floor", "gpu-floor"
    }  # fmt: skip
    assert missed["total_budget"] == pytest.approx(1000.0)
    assert (answer.moves["idle"] >= 0.0).all()
    assert missed["year_budget.2025"] == pytest.approx(500.0)
    assert missed["institute-floor"] == pytest.approx(2700.0)
    assert missed["gpu-floor"] == pytest.approx(1800.0)


def test_money_that_nothing_can_absorb_is_idle(korea: api.Scenario) -> None:
    """Places committed in the last year complete after it and yield nobody."""
    answer = api.evaluate(korea, {("a_team_cultivation", 2028): 1000.0})
    row = answer.moves.set_index(["programme", "year"]).loc["a_team_cultivation", 2028]
    assert row["given"] == 1000.0
    assert row["used"] == pytest.approx(0.0, abs=1e-6)
    assert row["idle"] == pytest.approx(1000.0)


def test_nothing_given_yields_what_is_free(korea: api.Scenario) -> None:
    answer = api.evaluate(korea, {})
    assert answer.plan.spent == 0.0
    assert answer.plan.everyone.net_people > 0.0  # GPUs that are free from 2026
    assert answer.plan.totals.net_people == pytest.approx(0.0, abs=TINY)
    assert answer.left_on_the_table == pytest.approx(
        answer.best.everyone.objective - answer.plan.everyone.objective
    )


def test_a_plan_that_can_keep_an_outcome_rule_keeps_it() -> None:
    """The best use of the money is the best that obeys: it does not break a rule it could keep."""
    rule = {
        "id": "few-seniors", "kind": "outcome_ceiling", "tier": "S", "people": 1.0,
        "owner": "Test", "reason": "Test",
    }  # fmt: skip
    scenario = api.load_scenario("korea-2025")
    document = {**scenario.document, "rules": [*scenario.document["rules"], rule]}
    scenario = api.scenario_of(document)
    best = api.bare_plan(scenario)
    answer = api.evaluate(scenario, allocation(best))
    assert best.everyone.by_tier["S"] == pytest.approx(1.0)
    assert answer.obeys, answer.broken
    assert answer.left_on_the_table == pytest.approx(0.0, abs=TINY)


OUTCOMES = [
    {"id": "few", "kind": "outcome_ceiling", "people": 1, "owner": "Test", "reason": "Test"},
    {"id": "much", "kind": "programme_floor", "programme": "p", "amount": 50, "owner": "Test",
     "reason": "Test"},
]  # fmt: skip


def test_a_rule_that_can_be_kept_is_kept_beside_one_that_cannot() -> None:
    """Too little money breaks the floor; the ceiling on people is no casualty of that."""
    scenario = api.scenario_of(tiny(rules=OUTCOMES))
    answer = api.evaluate(scenario, {("p", 2025): 10.0})
    assert list(answer.broken["rule"]) == ["much"]
    assert answer.plan.people["net"].sum() == pytest.approx(1.0)


def test_a_rule_over_people_that_no_use_keeps_is_broken_as_little_as_can_be() -> None:
    """Five places hold four people at a half and one at a fifth: 2.2, of the 3 that are asked."""
    asked = {**OUTCOMES[0], "id": "many", "kind": "outcome_floor", "people": 3}
    answer = api.evaluate(api.scenario_of(tiny(rules=[asked])), {("p", 2025): 10.0})
    (row,) = lines(answer.broken)
    assert row.rule == "many"
    assert row.missed_by == pytest.approx(0.8)


def test_a_rule_turned_round_is_broken_alike() -> None:
    """Three people at least, stated as at most −3 times −1: of 2.2 they are 0.8 short."""
    turned = {
        "id": "many", "kind": "linear", "sense": "<=", "rhs": -3, "owner": "Test",
        "reason": "Test", "terms": [{"of": "net", "tier": "A", "coefficient": -1}],
    }  # fmt: skip
    answer = api.evaluate(api.scenario_of(tiny(rules=[turned])), {("p", 2025): 10.0})
    (row,) = lines(answer.broken)
    assert (row.rule, row.missed_by) == ("many", pytest.approx(0.8))
    assert answer.plan.people["net"].sum() == pytest.approx(2.2)


@pytest.mark.parametrize("sense", [">=", "=="])
def test_a_rule_that_nothing_keeps_is_broken_no_further_for_the_goal(sense: str) -> None:
    """Fewer than no people are asked for: nobody comes nearest, whatever the goal would gain."""
    asked = {
        "id": "fewer", "kind": "linear", "sense": sense, "rhs": 1, "owner": "Test",
        "reason": "Test", "terms": [{"of": "net", "tier": "A", "coefficient": -1}],
    }  # fmt: skip
    answer = api.evaluate(api.scenario_of(tiny(rules=[asked])), {("p", 2025): 10.0})
    assert answer.plan.people["net"].sum() == pytest.approx(0.0, abs=1e-6)
    (row,) = lines(answer.broken)
    assert row.missed_by == pytest.approx(1.0)


def test_a_switch_that_money_cannot_turn_is_a_broken_rule() -> None:
    """`either_or` has columns of its own; the money given breaks it all the same."""
    document = api.load_scenario("korea-2025").document
    names = ["visa_fast_track", "research_institutes"]
    rule = {
        "id": "one", "kind": "either_or", "among": [{"programme": p} for p in names],
        "bound": "at_most", "count": 1, "owner": "Test", "reason": "Test",
    }  # fmt: skip
    scenario = api.scenario_of({**document, "rules": [rule]})
    answer = api.evaluate(scenario, {(p, 2025): 100.0 for p in names})
    assert set(answer.broken["rule"]) == {"one"}


def test_goal_and_heads_stand_in_sentences_of_their_own(korea: api.Scenario) -> None:
    short = {("visa_fast_track", 2025): 500.0}
    said = api.evaluate(korea, short).sentences
    assert [s for s in said if "Goal" in s.in_("en") and "people" in s.in_("en").lower()] == []
    assert any("keeps every rule" in s.in_("en") for s in said)  # not simply 'the best plan'
    assert not any("on the table" in s.in_("en") for s in said)
