"""The best plan: what to do with the budget, certified, explained and costed rule by rule."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.scenario import Scenario
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan
from optimizer.results.sentences import with_sentences
from optimizer.solving.curves.refine import refined
from optimizer.studies.best_plan.binding import with_binding
from optimizer.studies.best_plan.near_ties import near_ties
from optimizer.studies.best_plan.rule_costs import with_rule_costs


def best_plan(scenario: Scenario) -> Plan:
    """The plan with the largest objective; without one, its status says why.

    It carries what each rule costs, what holds it back, and its sentences.

    Example:
        >>> from optimizer import api as tb
        >>> plan = tb.solve("korea-2025")
        >>> plan
        <Plan korea-2025: 18 billion won spent, 50.9 additional people, goal 47.7>
        >>> plan.sentences[0].in_("en")
        '51 additional people by 2028 for 18 billion won, worth 47.3 by your weights.'
        >>> plan.tables.allocation.head(2)
                 programme  year    spending     share
        0  visa_fast_track  2025  499.694166  0.027761
        1  visa_fast_track  2026  497.147083  0.027619
    """
    return explained(bare_plan(scenario))


def bare_plan(scenario: Scenario) -> Plan:
    """The same plan without explanations: certified tables and totals only."""
    best = refined(scenario)
    return build_plan(best.case, best.solution, curve_gap=best.gap)


def explained(plan: Plan) -> Plan:
    """A bare plan with rule costs, binding limits, near ties and sentences added."""
    ties = tuple(tie.sentence for tie in near_ties(plan))
    return with_sentences(replace(with_binding(with_rule_costs(plan)), near_ties=ties))
