"""What `extra` and `target` promise, checked on any scenario by solving other documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.api import desk as api

SLACK = 1e-6
"""Relative difference that rounding may make."""
NAME = "reached"


def spending_of(plan: api.Plan) -> dict[tuple[str, int], float]:
    """Money of a plan by programme and year."""
    rows = plan.allocation.itertuples()
    return {(str(r.programme), int(str(r.year))): float(str(r.spending)) for r in rows}


def breaches(plan: api.Plan) -> list[str]:
    """The rules that a plan breaks when its money is handed in, in its own scenario."""
    return list(api.evaluate(plan.scenario, spending_of(plan)).broken["rule"])


def richer(scenario: api.Scenario, total: float) -> api.Scenario:
    """The same document with another total budget."""
    return api.change_scenario(scenario, {"budget": {"total": total}})


def faults_of_extra(scenario: api.Scenario, amount: float) -> Iterator[str]:
    """Whatever additional money does that its words do not say."""
    answer = api.extra(scenario, amount)
    if not answer.before.found:
        return
    free = api.bare_plan(richer(scenario, scenario.budget.total + amount))
    if not answer.after.found:
        if answer.conflict is None or not answer.conflict.found:
            yield "no plan and no conflict"
        return
    before, after = answer.before.objective, answer.after.objective
    assert before is not None
    assert after is not None
    assert answer.gain is not None
    assert free.objective is not None
    size = SLACK * max(1.0, abs(before))
    if answer.gain > free.objective - before + size:
        yield f"gain {answer.gain} above the free one {free.objective - before}"
    if answer.gain < -size:
        yield f"gain {answer.gain} below nought"
    if broken := breaches(answer.after):
        yield f"breaks {broken}"
    then, now = spending_of(answer.before), spending_of(answer.after)
    hair = SLACK * max(1.0, scenario.budget.total)
    yield from (f"takes back {key}" for key in then if now[key] < then[key] - hair)
    if answer.after.spent > scenario.budget.total + amount + hair:
        yield "spends more than there is"


def asked(scenario: api.Scenario, outcome: str, least: float) -> dict[str, Any]:
    """A rule that asks for so much of an outcome, all who are counted."""
    rule: dict[str, Any] = {"id": NAME, "kind": "outcome_floor", "people": least, "hard": True}
    if outcome in scenario.objective.channels:
        rule["channel"] = outcome
    elif outcome in scenario.objective.tiers:
        rule["tier"] = outcome
    return {**rule, "owner": "Test", "reason": "Test"}


def faults_of_target(scenario: api.Scenario, outcome: str, at_least: float) -> Iterator[str]:
    """Whatever the least money for so many additional people does that its words do not say."""
    answer = api.target(scenario, outcome, at_least)
    if answer.least_money is None:
        return
    plan, money = answer.plan, answer.least_money
    assert plan.objective is not None
    if broken := breaches(plan):
        yield f"breaks {broken}"
    if answer.reached < at_least - SLACK * max(1.0, at_least):
        yield f"reaches {answer.reached}"
    without = _counted(plan, outcome) - answer.reached
    rule = asked(scenario, outcome, max(0.0, without + at_least))
    stated = api.change_scenario(scenario, {"rules": [rule]})
    less = api.bare_plan(richer(stated, 0.99 * money))
    if less.found and money > SLACK * scenario.budget.total:
        yield "1% less money is enough"
    same = api.bare_plan(richer(stated, money))
    most = plan.objective + SLACK * max(1.0, abs(plan.objective))
    if same.objective is not None and same.objective > most:
        yield f"goal {plan.objective} where {same.objective} is possible"


def _counted(plan: api.Plan, outcome: str) -> float:
    """Net people of an outcome, those of before included."""
    rows = plan.people.itertuples()
    return sum(
        float(str(r.net)) for r in rows if outcome in ("net_people", str(r.channel), str(r.tier))
    )
