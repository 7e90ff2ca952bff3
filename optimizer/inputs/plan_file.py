"""The file of a plan → its rows: CSV of any spreadsheet, or JSON as `solve --json` writes it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from optimizer.domain.limits import MOST_BYTES
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _
from optimizer.i18n.numerals import understood
from optimizer.text.encodings import NotText, text_in

COLUMNS = ("programme", "year", "spending")
_NAMES: Mapping[str, str] = understood("columns")
"""What the columns may be called."""
_SEPARATORS = (",", ";", "\t")
_TWO_READINGS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True)
class PlanRows:
    """The rows of a plan: groups of entries, None for an empty row, an issue for a faulty one."""

    rows: Sequence[Any]
    first: int = 1
    """The number of the first of them, as a spreadsheet counts."""
    unit: str | None = None
    """The unit of money that the file states."""


def rows_in(content: bytes, name: str) -> PlanRows:
    """The rows of a plan.

    A name that ends in .json is read as JSON, any other as CSV; in UTF-8, UTF-16, UTF-32
    or the Korean CP949. Raises InvalidInput.
    """
    if len(content) > MOST_BYTES:
        raise InvalidInput([Issue(name, *_TOO_LARGE)])
    try:
        text = text_in(content, "cp949")
    except NotText as fault:
        raise InvalidInput([Issue(name, fault.problem, UNREADABLE[1])]) from None
    found = _json(text, name) if name.lower().endswith(".json") else _csv(text, name)
    if all(row is None for row in found.rows):
        raise InvalidInput([Issue(name, *_EMPTY)])
    return found


def _json(text: str, name: str) -> PlanRows:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput([Issue(name, *_NO_JSON)]) from None
    rows = data.get("allocation") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise InvalidInput([Issue(name, *_NO_ROWS)])
    unit = data.get("money_unit") if isinstance(data, dict) else None
    return PlanRows(rows, 1, unit if isinstance(unit, str) else None)


def _csv(text: str, name: str) -> PlanRows:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    try:
        table = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise InvalidInput([Issue(name, *_NO_TABLE)]) from None
    filled = [_trimmed(cells) for cells in table]
    top = next((n for n, cells in enumerate(filled, 1) if cells), None)
    if top is None:
        return PlanRows(())
    header = [_NAMES.get(cell.casefold(), cell) for cell in filled[top - 1]]
    issues = _header_faults(header, f"{name}, row {top}")
    if issues:
        raise InvalidInput(issues)
    rows = [_row(header, cells, f"{name}, row {n}") for n, cells in enumerate(filled, 1) if n > top]
    if separator == ";":
        rows = [_of_one_reading(row, f"{name}, row {n}") for n, row in enumerate(rows, top + 1)]
    return PlanRows(rows, top + 1)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """The cells without blanks around them and without empty ones at the end."""
    told = [cell.strip() for cell in cells]
    while told and not told[-1]:
        told.pop()
    return told


def _row(
    header: Sequence[str], cells: Sequence[str], where: str
) -> Mapping[str, str] | Issue | None:
    if not cells:
        return None
    if len(cells) > len(header):
        return _ragged(where, len(cells), len(header))
    return {**dict.fromkeys(header, ""), **dict(zip(header, cells, strict=False))}


def _of_one_reading(
    row: Mapping[str, str] | Issue | None, where: str
) -> Mapping[str, str] | Issue | None:
    """The row, or what is wrong where its amount may be thousands as well as a fraction.

    Spreadsheets that part cells by semicolons write 2.700 where others write 2,700.
    """
    given = row["spending"] if isinstance(row, Mapping) else ""
    if _TWO_READINGS.fullmatch(given) is None:
        return row
    problem = _("'{given}' may mean thousands or a fraction.", given=given)
    whole, part = given.replace(".", ""), f"{given}0"
    return Issue(where, problem, _("Write {whole} or {part}.", whole=whole, part=part))


def _header_faults(header: Sequence[str], where: str) -> list[Issue]:
    found = {column: header.count(column) for column in COLUMNS}
    if not any(found.values()):
        return [Issue(where, *_NO_HEADER)]
    issues = []
    for column, count in found.items():
        if count == 0:
            problem = _("The column '{column}' is missing.", column=column)
            issues.append(Issue(where, problem, _HEADER))
        elif count > 1:
            problem = _("The column '{column}' appears twice.", column=column)
            issues.append(Issue(where, problem, _("Remove one.")))
    return issues


def _ragged(where: str, found: int, expected: int) -> Issue:
    problem = _("The row has {found} cells, the header {expected}.", found=found, expected=expected)
    remedy = _("Write amounts without commas, or put them into double quotes.")
    return Issue(where, problem, remedy)


UNREADABLE = (
    _("The plan cannot be read."),
    _("Give a CSV or JSON file in UTF-8."),
)
_HEADER = _("Make 'programme,year,spending' the first row.")
_TABLE = _("Give a table with the columns programme, year and spending.")
_NO_HEADER = (_("The names of the columns are missing."), _HEADER)
_EMPTY = (_("The file is empty: it has no rows."), _TABLE)
_TOO_LARGE = (
    _("The file is too large for a plan."), _TABLE
)  # fmt: skip
_NO_TABLE = (_("This is no table in CSV."), _TABLE)
_NO_JSON = (
    _("This is not valid JSON."),
    _("Write it with `solve --json`."),
)
_NO_ROWS = (
    _("The entry 'allocation' is missing."),
    _("It is a list of rows."),
)
