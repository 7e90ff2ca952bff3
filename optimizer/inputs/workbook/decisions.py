"""The decisions in a workbook's plan sheet: money, units, openings and people by year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.limits import LARGEST_MONEY
from optimizer.domain.programme import Curve
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.tree import Location
from optimizer.inputs.workbook.layout import PATH, PLAN, steps
from optimizer.inputs.workbook.sheets import OURS, missing_column, sheets
from optimizer.inputs.written_numbers import rewritten

Decisions = Mapping[tuple[Location, int], float]
"""(row, year) → what is decided. Rows: ('money', p, a) money committed for an activity with a
supply curve; ('units', p, a, i) units of a band; ('opens', p, a) 1 in the year of opening;
('people', q, j) persons supported in a band. What is left out is 0."""


def decision_rows(scenario: Scenario) -> list[Location]:
    """The rows of decisions of a scenario, in the order of the document."""
    found: list[Location] = []
    for p, programme in scenario.programmes.items():
        for a, activity in programme.activities.items():
            if isinstance(activity.supply, Curve):
                found.append(("money", p, a))
            else:
                found += [("units", p, a, i) for i in range(len(activity.supply.bands))]
            if activity.opening_cost is not None:
                found.append(("opens", p, a))
    for q, pathway in scenario.pathways.items():
        found += [("people", q, j) for j in range(len(pathway.bands))]
    return found


def load_decisions(path: Path, scenario: Scenario) -> dict[tuple[Location, int], float]:
    """The decisions on a workbook's plan sheet. Raises InvalidInput with every faulty cell."""
    sheet = sheets(path, (PLAN,)).get(PLAN)
    if sheet is None:
        problem = _("The sheet of the plan is missing.")
        raise InvalidInput([Issue(path.name, problem, OURS)])
    known = {name_of(row): row for row in decision_rows(scenario)}
    issues: list[Issue] = []
    years = [y for y in scenario.years.outcomes if str(y) in sheet.columns]
    for y in [y for y in scenario.years.outcomes if y not in years]:
        issues.append(missing_column(sheet, str(y)))
    found: dict[tuple[Location, int], float] = {}
    for number in sheet.numbers():
        name = sheet.cell(PATH, number, issues)
        if name.value is None or not steps(str(name.value)):
            continue
        row = known.get(str(name.value))
        if row is None:
            problem = _("The scenario has no decision '{name}'.", name=name.value)
            issues.append(Issue(name.address, problem, suggest(name.value, known)))
            continue
        for y in [y for y in years if y in years_of(row, scenario)]:
            cell = sheet.cell(str(y), number, issues)
            value = _amount(cell.value)
            if value is None:
                problem = _("'{cell}' is no amount.", cell=cell.value)
                remedy = _("Give a number of 0 or more.")
                if isinstance(cell.value, str):
                    remedy = rewritten(cell.value) or remedy
                issues.append(Issue(cell.address, problem, remedy))
            elif (row, y) in found:
                problem = _("'{name}' is given twice.", name=name.value)
                remedy = _("Keep one of the two rows.")
                issues.append(Issue(cell.address, problem, remedy))
            else:
                found[row, y] = value
    if issues:
        raise InvalidInput(dict.fromkeys(issues))
    return found


def years_of(row: Location, scenario: Scenario) -> range:
    """The years in which a row of decisions has cells: people may follow the money."""
    return scenario.years.outcomes if row[0] == "people" else scenario.years.all


def name_of(row: Location) -> str:
    """How a row of decisions is called in its hidden cell."""
    return ".".join(map(str, row))


def _amount(value: Any) -> float | None:
    if value is None:
        return 0.0
    good = (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 <= value <= LARGEST_MONEY
    )
    return float(value) if good else None
