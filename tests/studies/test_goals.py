"""Goals in order: the first is never given up, and the last is the best that is left."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


def test_one_goal_is_the_best_of_it(korea: api.Scenario) -> None:
    answer = api.in_order(korea, [api.Goal("objective")])
    assert answer.best[0] == pytest.approx(api.bare_plan(korea).objective, rel=1e-9)
    assert answer.reached == pytest.approx(answer.best, rel=1e-9)


def test_the_first_goal_is_kept_within_its_margin(korea: api.Scenario) -> None:
    for slack in (0.0, 0.02, 0.5):
        answer = api.in_order(korea, [api.Goal("retained", slack), api.Goal("attracted")])
        assert answer.reached[0] >= answer.best[0] * (1.0 - slack) * (1 - 1e-7)
        assert answer.reached[1] == pytest.approx(answer.best[1], rel=1e-9)


def test_more_margin_for_the_first_means_more_of_the_second(korea: api.Scenario) -> None:
    found = [
        api.in_order(korea, [api.Goal("retained", slack), api.Goal("attracted")]).reached[1]
        for slack in (0.0, 0.05, 0.5, 1.0)
    ]
    assert found == sorted(found)
    alone = api.in_order(korea, [api.Goal("attracted")]).best[0]
    assert found[-1] == pytest.approx(alone, rel=1e-7)


def test_order_matters(korea: api.Scenario) -> None:
    one = api.in_order(korea, [api.Goal("S"), api.Goal("A")])
    other = api.in_order(korea, [api.Goal("A"), api.Goal("S")])
    assert one.best[0] > other.reached[1] * 1.01
    assert other.best[0] > one.reached[1] * 1.01


def test_spending_as_a_goal_is_made_least(korea: api.Scenario) -> None:
    best = api.bare_plan(korea)
    answer = api.in_order(korea, [api.Goal("objective", 0.1), api.Goal("spending")])
    assert answer.plan.spent < 0.95 * best.spent
    needed = api.target(korea, "objective", 0.9 * best.everyone.objective)
    assert answer.plan.spent >= needed.plan.spent * (1 - 1e-6)
    without = api.in_order(korea, [api.Goal("spending")])
    floors = api.programme_limits(korea)["share"].sum()
    assert without.plan.spent == pytest.approx(float(floors) * 18000.0, rel=1e-7)


def test_an_unknown_goal_is_refused(korea: api.Scenario) -> None:
    with pytest.raises(api.InvalidInput, match="net_people"):
        api.in_order(korea, [api.Goal("net_peple")])
