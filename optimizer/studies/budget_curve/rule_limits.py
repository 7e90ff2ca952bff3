"""The limit of one rule as a curve moves it: what it is now, and the sides of rows that follow."""

from __future__ import annotations

from optimizer.domain.money_rules import RampLimit
from optimizer.domain.quantity import Number
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY
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
    case = case_of(scenario)
    rows = rule_rows(compile_program(case), rules[along])
    if not rows:
        problem = _("The rule '{along}' adds no row here.", along=along)
        remedy = _("Choose another rule.")
        raise InvalidInput([Issue("along", problem, remedy)])
    key = rows[0].key
    assert isinstance(key, tuple)
    rule, index = RULE_OF[str(key[0])], key[1:]
    stated = rules[along]
    if isinstance(stated, RampLimit):
        step = _step(stated)
        if step is None:
            raise share_of_decisions(stated)
        return float(case.numbers.money(step[1])), MONEY
    if rule.own(case, index) is not None:
        raise share_of_decisions(stated)
    return float(rows[0].rhs), rule.unit(case, index)


def _step(rule: RampLimit) -> tuple[str, Number] | None:
    """The amount by which spending may rise, else the one by which it may fall; None of shares."""
    changes = (("up", rule.up), ("down", rule.down))
    return next(((way, c.amount) for way, c in changes if c and c.amount is not None), None)


def moving_sides(case: Case, along: str) -> dict[Key, float]:
    """Right-hand sides that move with the limit; of a ramp those of one direction, in its sign."""
    rule = next(r for r in case.scenario.rules if r.id == along)
    rows = rule_rows(compile_program(case), rule)
    if not isinstance(rule, RampLimit):
        return {row.key: 1.0 for row in rows}
    way, _other = _step(rule) or ("up", 0.0)
    sign = 1.0 if way == "up" else -1.0
    return {r.key: sign for r in rows if isinstance(r.key, tuple) and r.key[2] == way}
