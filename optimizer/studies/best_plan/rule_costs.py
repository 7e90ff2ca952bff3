"""What each policy rule costs: the plan solved again without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.policy import PolicyRule
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.rules import rule_words
from optimizer.lp.program import Key, LinearProgram, Row, Sense
from optimizer.results.build import amount
from optimizer.results.columns import in_columns
from optimizer.results.plan import RULES_TABLE, Plan
from optimizer.results.stated_limits import stated_limit
from optimizer.solving.curves.refine import beyond_search, quick

TOLERANCE = 1e-7
"""Relative accuracy of a rule's cost."""


def with_rule_costs(plan: Plan) -> Plan:
    """The plan with its table of rules: limit, what was reached, and what the rule costs."""
    if not plan.found:
        return plan
    rows = sorted(_rows(plan), key=lambda row: -float(str(row["costs_objective"])))
    return replace(plan, rules=RULES_TABLE.frame(rows))


def rule_rows(program: LinearProgram, rule: PolicyRule) -> tuple[Row, ...]:
    """The rows that a rule of the document has in a programme."""
    return tuple(
        r
        for r in program.rows
        if isinstance(r.key, tuple) and r.key[0] == rule.kind and rule.id in r.key[1:2]
    )


def _rows(plan: Plan) -> Iterator[dict[str, object]]:
    program, value = plan.solution.program, plan.solution.value
    for rule in plan.scenario.rules:
        rows = rule_rows(program, rule)
        if not rule.active or not rows:
            continue
        reached = [amount(row.terms, value) for row in rows]
        slacks = [
            _slack(row, got) / max(1.0, abs(float(row.rhs)))
            for row, got in zip(rows, reached, strict=True)
        ]
        tightest = slacks.index(min(slacks))
        tight = slacks[tightest] <= 1e-7
        whole = bool(program.arrays.integer.any())  # then a rule may bind though it has slack
        gain, people = _without(plan, rule) if tight or whole else (0.0, 0.0)
        title = rule_words(plan.case, rule)
        limit, actual, unit = stated_limit(plan.case, rows[tightest], reached[tightest], value)
        yield {
            "rule": rule.id, "kind": rule.kind,
            **in_columns(title=title, owner=rule.owner, unit=unit), "hard": rule.hard,
            "limit": limit, "actual": actual,
            "binding": tight or gain > TOLERANCE,
            "costs_objective": gain, "costs_people": people,
        }  # fmt: skip


def _slack(row: Row, activity: float) -> float:
    rhs = float(row.rhs)
    if row.sense is Sense.EQ:
        return 0.0
    return rhs - activity if row.sense is Sense.LE else activity - rhs


def _without(plan: Plan, rule: PolicyRule) -> tuple[float, float]:
    """Objective and net people gained when the rule is dropped."""

    def make(case: Case) -> LinearProgram:
        whole = compile_program(case)
        dropped = {row.key for row in rule_rows(whole, rule)}
        return replace(whole, rows=tuple(r for r in whole.rows if r.key not in dropped))

    case, program, answer = quick(plan.case, make, tolerance=TOLERANCE)
    if not answer.found or plan.objective is None:
        return 0.0, 0.0
    value: dict[Key, float] = dict(zip(program.column_number, answer.x.tolist(), strict=True))
    people = amount(outcome(case, "net_people"), value)
    gain = answer.objective - plan.objective
    if plan.whole:
        gain = beyond_search(plan.case, gain, plan.objective)
    return gain, people - plan.everyone.net_people
