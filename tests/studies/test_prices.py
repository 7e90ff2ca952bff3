"""Prices and levers of plans against documents that are changed and solved again."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.api import desk as api

SIGNED = {"owner": "Ministry", "reason": "Policy"}

KINK: dict[str, Any] = {
    "schema": 1,
    "id": "kink",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2025},
    "budget": {"total": 10},
    "objective": {"tiers": {"A": 3, "B": 2}, "channels": {"retained": 1}},
    "capacities": {"a": {}, "b": {}},
    "programmes": {
        name: {
            "activities": {
                name: {
                    "delivers": {name: 1},
                    "supply": {"bands": [{"units": most, "unit_cost": 1}]},
                }
            }
        }
        for name, most in (("a", 6), ("b", 4))
    },
    "pathways": {
        f"by_{name}": {
            "channel": "retained",
            "tier": name.upper(),
            "needs": {name: {"amount": 1}},
            "bands": [{"net": 1}],
        }
        for name in ("a", "b")
    },
}
"""max 3a + 2b, a + b ≤ 10, a ≤ 6, b ≤ 4: every limit binds at (6, 4)."""


def limits(report: api.PriceReport) -> dict[str, Any]:
    return {row.rule: row for row in report.plan.binding.itertuples()}


def test_both_sides_are_right_at_a_kink() -> None:
    found = limits(api.price_report(api.scenario_of(KINK)))
    sides = {name: (row.price_down, row.price_up) for name, row in found.items()}
    assert sides["total_budget"] == (pytest.approx(2), pytest.approx(0))
    assert sides["supply.a.a.2025"] == (pytest.approx(3), pytest.approx(1))
    assert sides["supply.b.b.2025"] == (pytest.approx(2), pytest.approx(0))


def test_sides_hold_as_far_as_they_say() -> None:
    budget = limits(api.price_report(api.scenario_of(KINK)))["total_budget"]
    assert (budget.holds_from, budget.holds_to) == (pytest.approx(6), float("inf"))


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def report(korea: api.Scenario) -> api.PriceReport:
    return api.price_report(korea)


@pytest.mark.parametrize(
    ("limit", "path", "now"),
    [
        ("total_budget", {"budget": {"total": None}}, 18000.0),
        ("year_budget.2025", {"budget": {"by_year": {2025: None}}}, 6500.0),
    ],
)
def test_a_price_lies_between_the_difference_quotients(
    korea: api.Scenario, report: api.PriceReport, limit: str, path: dict[str, Any], now: float
) -> None:
    """Floors that are shares move with the budget, in the price and in the document alike."""
    row = limits(report)[limit]
    step = 5.0
    objective = []
    for value in (now - step, now, now + step):
        key, inner = next(iter(path.items()))
        entry, deep = next(iter(inner.items()))
        change = {key: {entry: value if deep is None else {next(iter(deep)): value}}}
        plan = api.bare_plan(api.change_scenario(korea, change))
        assert plan.objective is not None
        objective.append(plan.objective)
    below = (objective[1] - objective[0]) / step
    above = (objective[2] - objective[1]) / step
    assert above * (1 - 1e-6) - 1e-9 <= row.price <= below * (1 + 1e-6) + 1e-9


def test_levers_are_ranked_by_what_a_step_gains(
    korea: api.Scenario, report: api.PriceReport
) -> None:
    gains = report.levers["gain"].to_list()
    assert gains == sorted(gains, reverse=True)
    floor = report.levers.set_index("lever").loc["gpu-floor"]
    looser = api.change_scenario(korea, {"rules": {"gpu-floor": {"share": 0.09}}})
    after, before = api.bare_plan(looser).objective, report.plan.objective
    assert after is not None
    assert before is not None
    assert floor["gain"] == pytest.approx(after - before, abs=1e-6)


def test_limits_cover_every_row_once(report: api.PriceReport) -> None:
    assert len(report.limits) == len(report.plan.solution.program.rows)
    assert report.limits["limit"].is_unique
    idle = report.limits[~report.limits["binding"]]
    assert (idle[["price_down", "price_up"]].abs().max(axis=None)) == pytest.approx(0.0)
    assert (idle["slack"] > 0).all()


def test_the_flip_of_the_decision_is_found(korea: api.Scenario) -> None:
    points = api.switching_points(korea).points.set_index("number")
    switch = points.loc["coef_ate_add"]
    assert switch["leader"] == "a_team_cultivation"
    assert 0.10 < switch["switch"] < 0.30

    def leader(value: float) -> str:
        entry = {"value": value, "low": min(value, 0.1)}
        changed = api.change_scenario(korea, {"evidence": {"coef_ate_add": entry}})
        money = api.bare_plan(changed).allocation.groupby("programme")["spending"].sum()
        return str(money.idxmax())

    assert leader(switch["switch"] + 0.002) == switch["leader"]
    assert leader(switch["switch"] - 0.002) == switch["leader_then"]
    assert points["moved_at_low"].max() == switch["moved_at_low"]
