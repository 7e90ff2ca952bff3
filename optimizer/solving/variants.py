"""Variants of a scenario's programme: rows left out, rows put in, the budget as a variable."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.numbers import Numbers
from optimizer.lp.program import Key, LinearProgram, Row

BUDGETS = ("total_budget", "year_budget")
"""Kinds of rows that come from the budget."""


def is_policy(row: Row, scenario: Scenario) -> bool:
    """Whether a row comes from one of the document's rules."""
    kinds = {(rule.kind, rule.id) for rule in scenario.rules}
    return isinstance(row.key, tuple) and row.key[:2] in kinds


def is_budget(row: Row) -> bool:
    """Whether a row comes from the budget."""
    return isinstance(row.key, tuple) and row.key[0] in BUDGETS


def without_budgets(case: Case) -> LinearProgram:
    """The programme with its policy rules but without its budgets."""
    whole = compile_program(case)
    return replace(whole, rows=tuple(r for r in whole.rows if not is_budget(r)))


def physical(case: Case) -> LinearProgram:
    """The programme without budgets and policy rules: what money can do, not what it may."""
    whole = without_budgets(case)
    return replace(whole, rows=tuple(r for r in whole.rows if not is_policy(r, case.scenario)))


def with_rows(program: LinearProgram, rows: Iterable[Row]) -> LinearProgram:
    """The programme with more rows."""
    return replace(program, rows=(*program.rows, *rows))


def with_gains(program: LinearProgram, gains: Mapping[Key, float]) -> LinearProgram:
    """The programme with another objective, in the same direction."""
    columns = tuple(replace(c, gain=gains.get(c.key, 0.0)) for c in program.columns)
    return replace(program, columns=columns)


def with_budget(
    scenario: Scenario, total: float, by_year: Mapping[int, float] | None = None
) -> Scenario:
    """The scenario with another total budget and, where given, other limits of single years."""
    budget = scenario.budget.model_dump(mode="json", exclude_unset=True)
    if by_year is not None and "by_year" in budget:
        budget["by_year"] = dict(by_year)
    document = {**scenario.document, "budget": {**budget, "total": total}}
    return Scenario.model_validate_json(json.dumps(document))


def budget_slopes(
    case: Case, make: Callable[[Case], LinearProgram] = compile_program
) -> dict[Key, float]:
    """By how much each right-hand side grows with the total budget; rows that do not are left out.

    Right-hand sides are linear in the budget (a share of it, or the budget itself), so two budgets
    tell the slope.
    """
    total = case.scenario.budget.total
    step = max(1.0, total)
    richer = Numbers(case.scenario, {"budget.total": total + step})
    other = make(replace(case, numbers=richer, most=case.most_money))
    return {
        a.key: (float(b.rhs) - float(a.rhs)) / step
        for a, b in zip(make(case).rows, other.rows, strict=True)
        if float(a.rhs) != float(b.rhs)
    }
