"""A budget that grows in every year alike: what the next unit of money adds, exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from math import nan

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.formulation.compile import compile_program
from optimizer.formulation.numbers import Numbers
from optimizer.lp.program import FloatArray
from optimizer.lp.sensitivity.tangent import Tangent
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan
from optimizer.solving.curves.refine import refined


def richer(scenario: Scenario, amount: float) -> Scenario:
    """The scenario with `amount` more [its unit]; years with money of their own grow in proportion.

    Without any budget the amount comes on top of the total alone.
    """
    budget = scenario.budget
    growth = 1.0 + amount / budget.total if budget.total > 0 else 1.0
    changed = {
        **budget.model_dump(mode="json", exclude_unset=True),
        "total": budget.total + amount,
        "by_year": {str(y): money * growth for y, money in budget.by_year.items()},
    }
    document = {**scenario.document, "budget": changed}
    return Scenario.model_validate_json(json.dumps(document))


def with_room(scenario: Scenario, amount: float) -> Plan:
    """The best plan, its supply curves stepped as far as `amount` more money could reach."""
    found = refined(scenario, most=scenario.budget.total + amount)
    return build_plan(found.case, found.solution, curve_gap=found.gap)


def next_unit(plan: Plan) -> float:
    """Change of the objective per unit of money when the budget grows in every year alike.

    `plan` is one with room. The derivative to the right, whichever of several optimal prices a
    solver reports; shares of the budget grow with it. Minus infinity where
    the floors forbid any more money, not-a-number without a plan or where decisions are whole.
    """
    solution = plan.solution
    if not plan.found or solution.prices is None or solution.x is None:
        return nan
    way = _direction(plan)
    tangent = Tangent(solution.program, solution.x, solution.prices, solution.basis)
    return tangent.along(way)[0]


def _direction(plan: Plan) -> FloatArray:
    """By how much the right-hand sides grow with one more unit of money, shape (rows,)."""
    case = plan.case
    step = max(1.0, plan.budget)
    more = richer(case.scenario, step)
    other = replace(case, scenario=more, numbers=Numbers(more), most=case.most_money)
    now, then = (np.array([float(r.rhs) for r in compile_program(c).rows]) for c in (case, other))
    return np.asarray((then - now) / step, dtype=np.float64)
