"""What limits are worth where decisions are whole: the plan solved again a step to either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY, Price, money_step
from optimizer.lp.program import Key, LinearProgram, Row
from optimizer.results.plan import Plan
from optimizer.studies.curves.refine import quick
from optimizer.studies.variants import is_budget, is_policy

DUST = 1e-9
"""Change of the objective, as a share of it, that is nothing but rounding."""


def differences(plan: Plan) -> Iterator[tuple[Key, Price]]:
    """Each budget and policy rule with its worth per unit over one step up and one step down.

    Prices are difference quotients over the step that the sentences speak of, and hold for it
    alone; where a step leaves no plan they are infinite, as prices of linear programmes are.
    """
    for row in plan.solution.program.rows:
        if is_budget(row) or is_policy(row, plan.scenario):
            assert isinstance(row.key, tuple)
            rhs = float(row.rhs)
            step = money_step(plan.case) if RULE_OF[str(row.key[0])].per == MONEY else 1.0
            down = min(step, rhs) if rhs > 0.0 else step
            up, fall = _change(plan, row, step), _change(plan, row, -down)
            yield row.key, Price(rhs, up / step, -fall / down, rhs - down, rhs + step)


def _change(plan: Plan, row: Row, by: float) -> float:
    """Change of the objective when a right-hand side moves; -inf where no plan is left."""

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        moved = (replace(r, rhs=float(r.rhs) + by) if r.key == row.key else r for r in program.rows)
        return replace(program, rows=tuple(moved))

    _, _, answer = quick(plan.case, make)
    if not answer.found:
        return -inf
    change = answer.objective - plan.everyone.objective
    return 0.0 if abs(change) <= DUST * max(1.0, abs(plan.everyone.objective)) else change
