"""What limits are worth where decisions are whole: the plan solved again a step to either side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from math import inf

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY, Price, money_step
from optimizer.formulation.terms import scaled, total
from optimizer.lp.program import Key, LinearProgram
from optimizer.results.plan import Plan
from optimizer.solving.curves.refine import beyond_search, quick
from optimizer.solving.variants import is_budget, is_policy

TOTAL: Key = ("total_budget",)
"""The row of the budget; what the budget is worth moves shares of it as well, and is told apart."""


def differences(plan: Plan) -> Iterator[tuple[Key, Price]]:
    """Budgets of years and policy rules, each with its worth per unit over one step to either side.

    Prices are difference quotients over the step that the sentences speak of, and hold for it
    alone; where a step leaves no plan they are infinite, as prices of linear programmes are. Rows
    that tie money to a switch state no limit and have none.
    """
    for row in plan.solution.program.rows:
        if row.key != TOTAL and (is_budget(row) or is_policy(row, plan.scenario)):
            assert isinstance(row.key, tuple)
            rhs = float(row.rhs)
            kind, index = RULE_OF[str(row.key[0])], row.key[1:]
            if not kind.states_limit(index):
                continue
            unit = kind.unit(plan.case, index)
            step = money_step(plan.case) if unit == MONEY else 1.0
            down = min(step, rhs) if rhs > 0.0 else step
            up, fall = change(plan, {row.key: step}), change(plan, {row.key: -down})
            yield row.key, Price(rhs, up / step, -fall / down, rhs - down, rhs + step)


def own_change(plan: Plan, key: Key, by: float) -> float:
    """Change of the objective when the share that a row states moves; -inf where no plan is left.

    The share moves in this row alone, and not below nought.
    """
    assert isinstance(key, tuple)
    kind, index = RULE_OF[str(key[0])], key[1:]

    def make(case: Case) -> LinearProgram:
        program, own = compile_program(case), kind.own(case, index)
        assert own is not None
        more = scaled(own.terms, max(by, -own.value))
        rows = (
            replace(r, terms=total([r.terms, more])) if r.key == key else r for r in program.rows
        )
        return replace(program, rows=tuple(rows))

    return _gained(plan, make)


def change(plan: Plan, by: Mapping[Key, float]) -> float:
    """Change of the objective when right-hand sides move; -inf where no plan is left."""

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        rows = (replace(r, rhs=float(r.rhs) + by.get(r.key, 0.0)) for r in program.rows)
        return replace(program, rows=tuple(rows))

    return _gained(plan, make)


def _gained(plan: Plan, make: Callable[[Case], LinearProgram]) -> float:
    _, _, answer = quick(plan.case, make)
    if not answer.found:
        return -inf
    best = plan.everyone.objective
    return beyond_search(plan.case, answer.objective - best, best)
