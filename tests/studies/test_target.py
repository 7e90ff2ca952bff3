"""The least money that reaches an outcome: the way back from the best plan to its budget."""

from __future__ import annotations

from itertools import pairwise

import pytest

from optimizer import api
from tests.studies.documents import plan_of


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
    assert answer.plan.totals.net_people == pytest.approx(best.totals.net_people, rel=1e-5)


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
    answer = api.target(korea, "net_people", best.totals.net_people)
    assert answer.least_money is not None
    assert answer.least_money <= 18000.0 * (1 + 1e-9)
    assert answer.plan.totals.net_people == pytest.approx(best.totals.net_people, rel=1e-7)
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
