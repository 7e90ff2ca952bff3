"""What a best plan promises beside its certificate, checked on any scenario by solving others."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from optimizer.api import desk as api
from optimizer.results.plan import lines

EXACT, NEAR = 1e-6, 0.01
"""Relative difference allowed where supply is in bands, and where it is curved or whole."""
STEP = 1e-3
"""Share of the budget by which it is moved, where the price holds so far."""
DUST = 2e-6
"""Share of the goal that a search of whole numbers, or rounding, may leave."""


def moved(scenario: api.Scenario, total: float) -> float:
    """The goal of the best plan with another total budget; not finite without a plan."""
    plan = with_budget(scenario, total)
    return -float("inf") if plan is None or plan.objective is None else plan.objective


def with_budget(scenario: api.Scenario, total: float) -> api.Plan | None:
    """The best plan with another total budget; None where the document then is refused."""
    try:
        return api.bare_plan(api.change_scenario(scenario, {"budget": {"total": total}}))
    except api.InvalidInput:
        return None


def faults_of_worth(plan: api.Plan) -> Iterator[str]:
    """Where the worth of the budget is not what solving at other budgets gives."""
    worth, now, goal = plan.budget_worth, plan.budget, plan.objective
    assert worth is not None
    assert goal is not None
    loose = NEAR if plan.case.shapes or plan.whole or now == 0 else EXACT
    for name, side, price, end in (
        ("up", 1.0, worth.up, worth.holds_to), ("down", -1.0, worth.down, worth.holds_from),
    ):  # fmt: skip
        if side < 0 and now == 0:
            continue
        room = abs(end - now)
        step = room if plan.whole or now == 0 else min(STEP * now, 0.5 * room)
        if not isfinite(price):
            reached = moved(plan.scenario, now + side * STEP * max(now, 1.0))
            if isfinite(reached):
                yield f"worth {name} is endless, yet there is a plan of {reached}"
            continue
        if step <= 1e-9 * max(1.0, now):
            continue
        there = moved(plan.scenario, now + side * step)
        change = side * (there - goal) / step
        dust = DUST * max(1.0, abs(goal)) / step if loose == NEAR else 1e-7 * max(1.0, goal) / step
        if not abs(change - price) <= loose * abs(price) + dust:
            yield f"worth {name} {price:g}, solving again over {step:g} gives {change:g}"


def faults_of_range(plan: api.Plan) -> Iterator[str]:
    """Where, in bands, a price does not hold as far as it says."""
    worth = plan.budget_worth
    if worth is None or plan.case.shapes or plan.whole or plan.budget == 0:
        return
    assert plan.objective is not None
    for price, end in ((worth.up, worth.holds_to), (worth.down, worth.holds_from)):
        if isfinite(price) and isfinite(end):
            expected = plan.objective + price * (end - plan.budget)
            there = moved(plan.scenario, end)
            if isfinite(there) and abs(there - expected) > EXACT * max(1.0, abs(expected)):
                yield f"at {end:g} the goal is {there:g}, promised was {expected:g}"


def faults_of_baseline(plan: api.Plan) -> Iterator[str]:
    """Where additional people are not the difference to the same document without money."""
    before, totals, everyone = plan.baseline, plan.totals, plan.everyone
    assert before is not None
    for name in ("objective", "net_people", "retained", "attracted"):
        gap = getattr(everyone, name) - getattr(before.totals, name) - getattr(totals, name)
        if abs(gap) > 1e-9 * max(1.0, abs(getattr(everyone, name))):
            yield f"{name} is no difference to the baseline: {gap:g}"
    idle = with_budget(plan.scenario, 0.0)
    if idle is not None and idle.found:
        if abs(idle.totals.net_people) > 1e-6 or abs(idle.totals.objective) > 1e-6:
            yield f"no money adds {idle.totals.net_people:g} people"
        assert idle.objective is not None
        if abs(idle.objective - before.objective) > DUST * max(1.0, abs(before.objective)):
            yield f"baseline {before.objective:g}, without money {idle.objective:g}"


def faults_of_rule_costs(plan: api.Plan) -> Iterator[str]:
    """Where a rule does not cost what the plan gains without it, or the list is out of order."""
    assert plan.objective is not None
    size = DUST * max(1.0, abs(plan.objective))
    costs = [float(c) for c in plan.rules["costs_objective"]]
    if costs != sorted(costs, reverse=True):
        yield f"rules out of order: {costs}"
    for row in lines(plan.rules):
        free = api.bare_plan(
            api.change_scenario(plan.scenario, {"rules": {row.rule: {"active": False}}})
        )
        if free.objective is None:
            continue
        if abs(free.objective - plan.objective - row.costs_objective) > size + 1e-5 * abs(
            row.costs_objective
        ):
            gain = free.objective - plan.objective
            yield f"{row.rule} costs {row.costs_objective:g}, solved without it {gain:g}"
        if row.costs_objective < -size:
            yield f"{row.rule} costs {row.costs_objective:g}"


def faults_of_best_plan(scenario: api.Scenario) -> Iterator[str]:
    """Every breach of the contract by the best plan of a scenario; nothing without a plan."""
    plan = api.solve(scenario)
    if not plan.found:
        return
    for faults in (faults_of_worth, faults_of_range, faults_of_baseline, faults_of_rule_costs):
        yield from faults(plan)
