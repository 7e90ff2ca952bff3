"""What one more unit of the budget is worth: the budget moves, and every share of it along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import inf

import numpy as np

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules.base import Price, money_step
from optimizer.lp.certificate import check
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from optimizer.lp.sensitivity.prices import prices
from optimizer.lp.solution import At, Basis, Solution
from optimizer.lp.verdict import optimum
from optimizer.results.plan import Plan
from optimizer.solving.curves.price_range import PriceRange
from optimizer.solving.variants import budget_slopes
from optimizer.studies.best_plan.whole_steps import change

BUDGET: Key = ("budget",)
"""The column that holds the budget, and the row that says what it is."""


def budget_worth(plan: Plan) -> Price | None:
    """The budget's worth on both sides with its range; None without a plan.

    Every row moves as the document moves it: shares of the budget follow it, amounts in money and
    limits of years stay. A derivative, exact on its range where supply is in bands; where decisions
    are whole or there is no budget yet, the plan is solved again a round step to either side and
    the range is those steps.
    """
    if not plan.found:
        return None
    slopes = budget_slopes(plan.case)
    if plan.solution.prices is None or plan.budget == 0.0:
        return _steps(plan, slopes)
    solution = _with_budget(plan.solution, slopes, plan.budget)
    row = prices(solution, rows=[BUDGET]).rows[BUDGET]
    if not plan.case.curves:
        return Price(row.limit, row.up, row.down, row.holds_from, row.holds_to)
    return PriceRange(plan, moving(slopes, plan.budget)).widened(BUDGET, row)


def moving(slopes: Mapping[Key, float], now: float) -> Callable[[Case], LinearProgram]:
    """The rows of a case with the budget as a column, and a last row that says what it is."""

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        rows = [_on_budget(row, slopes[row.key], now) if row.key in slopes else row
                for row in program.rows]  # fmt: skip
        rows.append(Row(BUDGET, {BUDGET: 1.0}, Sense.EQ, now))
        return replace(program, columns=(*program.columns, Column(BUDGET)), rows=tuple(rows))

    return make


def _on_budget(row: Row, slope: float, now: float) -> Row:
    return replace(row, terms={**row.terms, BUDGET: -slope}, rhs=float(row.rhs) - slope * now)


def _with_budget(solution: Solution, slopes: Mapping[Key, float], now: float) -> Solution:
    """A solution as one of the programme in which the budget is a column."""
    assert solution.x is not None
    assert solution.prices is not None
    assert solution.basis is not None
    rows = [_on_budget(row, slopes[row.key], now) if row.key in slopes else row
            for row in solution.program.rows]  # fmt: skip
    rows.append(Row(BUDGET, {BUDGET: 1.0}, Sense.EQ, now))
    columns = (*solution.program.columns, Column(BUDGET))
    program = replace(solution.program, columns=columns, rows=tuple(rows))
    worth = sum(slope * solution.price[key] for key, slope in slopes.items())
    x, y = np.append(solution.x, now), np.append(solution.prices, worth)
    basis = Basis(
        np.append(solution.basis.columns, np.int8(At.BASIC)),
        np.append(solution.basis.rows, np.int8(At.LOWER)),
    )
    return optimum(program, x, y, basis, check(program, x, y))


def _steps(plan: Plan, slopes: Mapping[Key, float]) -> Price:
    """Difference quotients over a round step of money up and down."""
    step, now = money_step(plan.case), plan.budget
    if now == 0.0:  # the case knows no money; with some, its curves have steps
        plan = replace(plan, case=replace(plan.case, most=step, grids={}))
    down = min(step, now)
    up = change(plan, {key: slope * step for key, slope in slopes.items()}) / step
    if down == 0.0:
        return Price(now, up, inf, now, now + step)
    fall = -change(plan, {key: -slope * down for key, slope in slopes.items()}) / down
    return Price(now, up, fall, now - down, now + step)
