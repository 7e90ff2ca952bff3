"""A plan handed in as a file: money by programme and year, also from the cells of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from optimizer.domain.programme import Curve
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of
from optimizer.formulation.payments import ActivityId
from optimizer.inputs import allocation
from optimizer.inputs.tree import Location
from optimizer.inputs.workbook.decisions import load_decisions


def load_allocation(path: Path, scenario: Scenario) -> dict[tuple[str, int], float]:
    """Money by (programme, year) in a CSV, in JSON, or as a workbook's plan sheet decides it.

    Raises InvalidInput with every faulty row or cell.

    Example:
        >>> from optimizer import api as tb
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "plan.csv"
        ...     _ = path.write_text("programme,year,spending" + chr(10) + "chairs,2026,3")
        ...     tb.load_allocation(path, tb.example())
        {('chairs', 2026): 3.0}
    """
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return allocation.load_allocation(path, scenario)
    return spending_of(load_decisions(path, scenario), scenario)


def spending_of(
    decided: Mapping[tuple[Location, int], float], scenario: Scenario
) -> dict[tuple[str, int], float]:
    """Money paid by (programme, year) when these decisions are taken."""
    case = case_of(scenario)
    paid = {(p, y): 0.0 for p in scenario.programmes for y in case.years}
    for key in case.activities:
        account, schedule = case.accounts[key], case.schedules[key]
        for start in case.years:
            due = schedule.due(start)
            money = _committed(case, key, start, decided)
            for y in due:
                if y in case.years:
                    paid[key[0], y] += money / len(due)
            for cost in account.opened(start).values():
                paid[key[0], start] += float(cost) * decided.get((("opens", *key), start), 0.0)
    return paid


def _committed(
    case: Case, key: ActivityId, year: int, decided: Mapping[tuple[Location, int], float]
) -> float:
    """Money committed in a year: stated for a curve, units at their costs for bands."""
    if isinstance(case.activities[key].supply, Curve):
        return decided.get((("money", *key), year), 0.0)
    costs = case.accounts[key].commissioned(year).values()
    return sum(
        float(cost) * decided.get((("units", *key, i), year), 0.0) for i, cost in enumerate(costs)
    )
