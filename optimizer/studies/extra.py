"""Where only additional money goes: the best plan stays, the rest is spread on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, Said
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.inputs.checks.magnitudes import amount_fault
from optimizer.lp.program import LinearProgram, Row, Sense
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan, lines, table
from optimizer.studies.best_plan import bare_plan
from optimizer.studies.curves.refine import refined
from optimizer.studies.variants import is_budget, with_rows

ADDED = {
    "programme": "str", "activity": "str", "year": "int64",
    "before": "float64", "added": "float64", "after": "float64",
}  # fmt: skip
"""Spending before, added and after, in the scenario's unit."""


@dataclass(frozen=True)
class Extra:
    """The plan before and after, and where the additional money went."""

    before: Plan
    after: Plan
    amount: float
    added: pd.DataFrame

    @property
    def net_people(self) -> float:
        """Net people that the additional money yields."""
        return self.after.totals.net_people - self.before.totals.net_people


def extra(scenario: Scenario, amount: float) -> Extra:
    """The best use of `amount` on top of the best plan, nothing of which is taken back.

    Floors and ceilings that are shares stay at the money they are now; the budgets of single years
    each grow by the amount, so that only the total limits when it is spent. Without a plan to
    start from, `after` is as empty as `before`. Raises InvalidInput for a negative amount.
    """
    if not amount >= 0:
        unit = scenario.money.unit
        problem = Said(f"{amount:g} is no additional money.", f"추가 금액 아님: {amount:g}.")
        remedy = Said(f"Give 0 or more, in {unit}.", f"0 이상 기재(단위: {unit}).")
        raise InvalidInput([Issue("amount", problem, remedy)])
    found = amount_fault(scenario.budget.total + amount, scenario)
    if found is not None:
        raise InvalidInput([Issue("amount", *found)])
    before = bare_plan(scenario)
    if not before.found:
        return Extra(before, before, amount, table([], ADDED))
    units = {(r.programme, r.activity, r.year): r.units for r in lines(before.activities)}

    def make(case: Case) -> LinearProgram:
        whole = compile_program(case)
        rows = tuple(
            replace(r, rhs=float(r.rhs) + amount) if is_budget(r) else r for r in whole.rows
        )
        return with_rows(replace(whole, rows=rows), _kept(case, units))

    found = refined(scenario, make, most=scenario.budget.total + amount, grids=before.case.grids)
    richer = {**scenario.document, "budget": _budget(scenario, amount)}
    case = replace(found.case, scenario=Scenario.model_validate(richer, strict=False))
    after = build_plan(case, found.solution, curve_gap=found.gap)
    return Extra(before, after, amount, table(_added(before, after), ADDED))


def _budget(scenario: Scenario, amount: float) -> dict[str, object]:
    budget = scenario.budget
    years = {y: money + amount for y, money in budget.by_year.items()}
    stated = budget.model_dump(exclude_unset=True)
    return {**stated, "total": budget.total + amount, "by_year": years}


def _kept(case: Case, units: dict[tuple[str, str, int], float]) -> Iterator[Row]:
    """Each activity keeps its units; a hair less, so that rounding cannot close the door."""
    for p, a in case.activities:
        for y in case.years:
            kept = units[p, a, y] * (1.0 - 1e-9)
            if kept > 0:
                yield Row(("kept", p, a, y), case.units((p, a), y), Sense.GE, kept)


def _added(before: Plan, after: Plan) -> Iterator[dict[str, object]]:
    old = {(r.programme, r.activity, r.year): r.spending for r in lines(before.activities)}
    for row in lines(after.activities):
        was = old[row.programme, row.activity, row.year]
        yield {
            "programme": row.programme, "activity": row.activity, "year": row.year,
            "before": was, "added": row.spending - was, "after": row.spending,
        }  # fmt: skip
