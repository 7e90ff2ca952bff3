"""A plan that somebody else made: money by programme and year, from a file or plain data."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.inputs.checks.years import not_in

Allocation = Mapping[tuple[str, int], float]
"""(programme, year) → money in the scenario's unit; what is left out gets nothing."""


def load_allocation(path: Path, scenario: Scenario) -> dict[tuple[str, int], float]:
    """The allocation in a CSV (programme, year, spending) or in JSON as `solve --json` writes it.

    Raises InvalidInput with every faulty row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InvalidInput([Issue(str(path), *_UNREADABLE)]) from None
    if path.suffix.lower() != ".json":
        table = csv.DictReader(StringIO(text))
        if not table.fieldnames:
            raise InvalidInput([Issue(path.name, *_EMPTY)])
        return allocation_of(table, scenario, path.name)
    try:
        data = json.loads(text)
    except ValueError:
        raise InvalidInput([Issue(path.name, *_NO_JSON)]) from None
    rows = data.get("allocation") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise InvalidInput([Issue(path.name, *_NO_ROWS)])
    return allocation_of(rows, scenario, path.name)


_UNREADABLE = (
    Said("The plan cannot be read.", "배분안을 읽을 수 없음."),
    Said("Give a CSV or JSON file in UTF-8.", "UTF-8 형식의 CSV 또는 JSON 파일 제출."),
)
_EMPTY = (
    Said("The file is empty.", "빈 파일."),
    Said(
        "Give a table with the columns programme, year and spending.",
        "programme, year, spending 열이 있는 표 제출.",
    ),
)
_NO_JSON = (
    Said("This is not valid JSON.", "JSON 문법에 맞지 않음."),
    Said("Write it with `solve --json`.", "`solve --json`으로 작성."),
)
_NO_ROWS = (
    Said("The entry 'allocation' is missing.", "'allocation' 항목 누락."),
    Said("It is a list of rows.", "행의 목록을 기재."),
)
_INCOMPLETE = (
    Said("An entry is missing.", "항목 누락."),
    Said(
        "Each row has the entries programme, year and spending.",
        "행마다 programme, year, spending 항목 기재.",
    ),
)


def allocation_of(
    rows: Iterable[Any], scenario: Scenario, where: str = "plan"
) -> dict[tuple[str, int], float]:
    """The allocation in rows with the entries programme, year and spending; repeats add up."""
    issues: list[Issue] = []
    found: dict[tuple[str, int], float] = {}
    for number, row in enumerate(rows, start=1):
        here = f"{where}, row {number}"
        if not isinstance(row, Mapping) or not {"programme", "year", "spending"} <= set(row):
            issues.append(Issue(here, *_INCOMPLETE))
            continue
        programme = str(row["programme"])
        year, money = _number(row["year"]), _number(row["spending"])
        if programme not in scenario.programmes:
            remedy = suggest(programme, scenario.programmes)
            problem = Said(
                f"There is no programme called '{programme}'.", f"없는 사업: '{programme}'."
            )
            issues.append(Issue(here, problem, remedy))
        if year is None or year not in scenario.years.all:
            issues.append(Issue(here, *not_in(scenario.years, f"'{row['year']}'")))
        if money is None or money < 0:
            unit, given = scenario.money.unit, row["spending"]
            problem = Said(f"'{given}' is no amount of money.", f"'{given}': 금액 아님.")
            remedy = Said(f"Give 0 or more, in {unit}.", f"0 이상 기재(단위: {unit}).")
            issues.append(Issue(here, problem, remedy))
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
