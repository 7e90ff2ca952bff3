"""Scenario → linear programme: the same code for one central case and for arrays of draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.rules import RULES
from optimizer.formulation.rules.year_budget import carried_years
from optimizer.lp.program import Coefficient, Column, LinearProgram


def case_of(
    scenario: Scenario,
    *,
    instead: Mapping[str, Coefficient] | None = None,
    grids: Grids | None = None,
) -> Case:
    """The scenario with its numbers read; `instead` replaces uncertain ones by values or draws."""
    return Case(scenario, Numbers(scenario, instead), grids or {})


def compile_program(case: Case) -> LinearProgram:
    """The linear programme of a case: maximise weighted net people over columns and rows.

    Columns and rows come in the order of names, never in the order of the document, so that the
    same inputs give the same answer however they are written down.
    """
    return LinearProgram(
        columns=tuple(_columns(case)),
        rows=tuple(row for rule in RULES for row in rule.rows(case)),
        maximise=True,
    )


def _columns(case: Case) -> Iterator[Column]:
    for (p, a), steps in case.supply.items():
        for i, step in enumerate(steps):
            for y in case.years:
                yield Column(("units", p, a, i, y), 0.0, step.width)
    for q, steps in case.yields.items():
        worth = {y: case.worth(q, y) for y in case.years}
        for j, step in enumerate(steps):
            for y in case.years:
                yield Column(("people", q, j, y), 0.0, step.width, worth[y] * step.rate)
    for y in carried_years(case):
        yield Column(("carry", y))
