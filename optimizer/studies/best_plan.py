"""The best plan: what to do with the budget, certified, explained and costed rule by rule."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan
from optimizer.studies.refine import refined
from optimizer.studies.rule_costs import with_rule_costs


def best_plan(scenario: Scenario) -> Plan:
    """The plan with the largest objective; without one, its status says why."""
    best = refined(scenario)
    return with_rule_costs(build_plan(best.case, best.solution, curve_gap=best.gap))
