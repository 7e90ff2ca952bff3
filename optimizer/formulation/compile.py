"""Scenario → linear programme: the same code for one central case and for arrays of draws."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.columns import columns_of
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.rules import RULES
from optimizer.lp.program import Coefficient, LinearProgram


def case_of(
    scenario: Scenario,
    *,
    instead: Mapping[str, Coefficient] | None = None,
    grids: Grids | None = None,
    most: float | None = None,
) -> Case:
    """The scenario with its numbers read; `instead` replaces uncertain ones by values or draws."""
    return Case(scenario, Numbers(scenario, instead), grids or {}, most)


def compile_program(case: Case) -> LinearProgram:
    """The linear programme of a case: maximise weighted net people over columns and rows.

    Columns and rows come in the order of names, never in the order of the document, so that the
    same inputs give the same answer however they are written down.
    """
    columns = [columns_of(case), *(rule.columns(case) for rule in RULES)]
    return LinearProgram(
        columns=tuple(column for some in columns for column in some),
        rows=tuple(row for rule in RULES for row in rule.rows(case)),
        maximise=True,
    )
