"""The limit of one rule as a curve moves it: what it is now, and the sides of rows that follow."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.rules import POLICIES
from optimizer.formulation.rules.base import Movable
from optimizer.i18n import Words, _
from optimizer.lp.program import Key
from optimizer.studies.best_plan.rule_costs import rule_rows
from optimizer.studies.budget_curve.words import share_of_decisions


def limit_now(scenario: Scenario, along: str) -> tuple[float, Words]:
    """The limit of a rule and its unit."""
    rules = {r.id: r for r in scenario.rules if r.active}
    if along not in rules:
        problem = _("There is no active rule called '{along}'.", along=along)
        raise InvalidInput([Issue("along", problem, suggest(along, rules))])
    found = _limit(case_of(scenario), along)
    return found.value, found.unit


def moving_sides(case: Case, along: str) -> dict[Key, float]:
    """Right-hand sides that move with the limit, each in its sign."""
    return dict(_limit(case, along).sides)


def _limit(case: Case, along: str) -> Movable:
    rule = next(r for r in case.scenario.rules if r.id == along)
    rows = rule_rows(compile_program(case), rule)
    if not rows:
        problem = _("The rule '{along}' adds no row here.", along=along)
        remedy = _("Choose another rule.")
        raise InvalidInput([Issue("along", problem, remedy)])
    found = POLICIES[rule.kind].limit(case, rule, rows)
    if found is None:
        raise share_of_decisions(rule)
    return found
