"""The least money that reaches an outcome, all rules kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.inputs.checks.magnitudes import count_fault
from optimizer.lp.program import Column, LinearProgram, Row, Sense
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.studies.curves.refine import Refined, refined
from optimizer.studies.variants import budget_slopes, with_rows

DOUBLINGS = 12


@dataclass(frozen=True)
class Target:
    """The cheapest plan that reaches the outcome; `plan.found` is False when none does."""

    outcome: str
    at_least: float
    reached: float
    least_money: float | None
    """Total budget needed [scenario's unit]; shares of the budget are shares of this."""
    plan: Plan


def target(scenario: Scenario, name: str, at_least: float) -> Target:
    """The least total budget with which the outcome `name` reaches `at_least`.

    Budgets of single years stay as they are. Raises InvalidInput for an unknown outcome.
    """
    fault = count_fault(at_least)
    if fault is not None:
        raise InvalidInput([Issue("at-least", *fault)])
    most = max(1.0, scenario.budget.total)
    for _ in range(DOUBLINGS):
        found = refined(scenario, lambda case: _program(case, name, at_least), most=most)
        if found.solution.found and found.solution.value["budget",] <= 0.5 * most:
            break
        if not found.solution.found and not found.case.curves:
            break
        most *= 4.0
    return _target(scenario, name, at_least, found)


def _program(case: Case, name: str, at_least: float) -> LinearProgram:
    whole = compile_program(case)
    slopes = budget_slopes(case)
    now = case.scenario.budget.total
    rows = tuple(
        replace(
            row,
            terms={**row.terms, ("budget",): -slopes[row.key]},
            rhs=float(row.rhs) - slopes[row.key] * now,
        )
        if row.key in slopes
        else row
        for row in whole.rows
    )
    columns = tuple(replace(c, gain=0.0) for c in whole.columns)
    money = Column(("budget",), 0.0, gain=1.0)
    free = LinearProgram((*columns, money), rows, maximise=False)
    return with_rows(free, [Row(("target",), outcome(case, name), Sense.GE, at_least)])


def _target(scenario: Scenario, name: str, at_least: float, found: Refined) -> Target:
    if not found.solution.found:
        return Target(name, at_least, 0.0, None, build_plan(found.case, found.solution))
    least = found.solution.value["budget",]
    document = {
        **scenario.document,
        "budget": {**scenario.budget.model_dump(exclude_unset=True), "total": least},
    }
    case = replace(found.case, scenario=Scenario.model_validate(document, strict=False))
    plan = build_plan(case, found.solution, curve_gap=found.gap)
    reached = amount(outcome(case, name), found.solution.value)
    return Target(name, at_least, reached, least, plan)
