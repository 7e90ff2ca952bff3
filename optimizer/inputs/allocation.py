"""A plan that somebody else made: money by programme and year, from a file or plain data."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest

Allocation = Mapping[tuple[str, int], float]
"""(programme, year) → money in the scenario's unit; what is left out gets nothing."""


def load_allocation(path: Path, scenario: Scenario) -> dict[tuple[str, int], float]:
    """The allocation in a CSV (programme, year, spending) or in JSON as `solve --json` writes it.

    Raises InvalidInput with every faulty row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        fault = Issue(str(path), "The plan cannot be read.", "Give a CSV or JSON file in UTF-8.")
        raise InvalidInput([fault]) from None
    if path.suffix.lower() != ".json":
        return allocation_of(csv.DictReader(StringIO(text)), scenario, path.name)
    try:
        data = json.loads(text)
    except ValueError:
        fault = Issue(path.name, "This is not valid JSON.", "Write it with `solve --json`.")
        raise InvalidInput([fault]) from None
    rows = data.get("allocation") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        fault = Issue(path.name, "The entry 'allocation' is missing.", "It is a list of rows.")
        raise InvalidInput([fault])
    return allocation_of(rows, scenario, path.name)


def allocation_of(
    rows: Iterable[Any], scenario: Scenario, where: str = "plan"
) -> dict[tuple[str, int], float]:
    """The allocation in rows with the entries programme, year and spending; repeats add up."""
    issues: list[Issue] = []
    found: dict[tuple[str, int], float] = {}
    for number, row in enumerate(rows, start=1):
        here = f"{where}, row {number}"
        if not isinstance(row, Mapping) or not {"programme", "year", "spending"} <= set(row):
            remedy = "Each row has the entries programme, year and spending."
            issues.append(Issue(here, "An entry is missing.", remedy))
            continue
        programme = str(row["programme"])
        year, money = _number(row["year"]), _number(row["spending"])
        if programme not in scenario.programmes:
            remedy = suggest(programme, scenario.programmes)
            issues.append(Issue(here, f"There is no programme called '{programme}'.", remedy))
        if year is None or year not in scenario.years.all:
            years = scenario.years
            remedy = f"Use a year from {years.first} to {years.last}."
            issues.append(Issue(here, f"'{row['year']}' is no decision year.", remedy))
        if money is None or money < 0:
            remedy = f"Give 0 or more, in {scenario.money.unit}."
            issues.append(Issue(here, f"'{row['spending']}' is no amount of money.", remedy))
        if year is not None and money is not None:
            key = (programme, int(year))
            found[key] = found.get(key, 0.0) + money
    if issues:
        raise InvalidInput(issues)
    return found


def _number(value: Any) -> float | None:
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
