"""The file of a plan → its rows: CSV of any spreadsheet, or JSON as `solve --json` writes it."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from optimizer.domain.limits import MOST_BYTES
from optimizer.encodings import NotText, text_in
from optimizer.errors import InvalidInput, Issue, Said

COLUMNS = ("programme", "year", "spending")
_NAMES = {
    "programme": "programme", "사업": "programme", "사업명": "programme",
    "year": "year", "연도": "year",
    "spending": "spending", "지출": "spending", "지출액": "spending", "금액": "spending",
}  # fmt: skip
"""What the columns may be called."""
_SEPARATORS = (",", ";", "\t")


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


def _header_faults(header: Sequence[str], where: str) -> list[Issue]:
    found = {column: header.count(column) for column in COLUMNS}
    if not any(found.values()):
        return [Issue(where, *_NO_HEADER)]
    issues = []
    for column, count in found.items():
        if count == 0:
            problem = Said(f"The column '{column}' is missing.", f"'{column}' 열 누락.")
            issues.append(Issue(where, problem, _HEADER))
        elif count > 1:
            problem = Said(f"The column '{column}' appears twice.", f"'{column}' 열 중복.")
            issues.append(Issue(where, problem, Said("Remove one.", "하나 삭제.")))
    return issues


def _ragged(where: str, found: int, expected: int) -> Issue:
    problem = Said(
        f"The row has {found} cells, the header {expected}.",
        f"행의 칸 {found}개, 머리글의 칸 {expected}개: 불일치.",
    )
    remedy = Said(
        "Write amounts without commas, or put them into double quotes.",
        "금액은 쉼표 없이 쓰거나 큰따옴표로 묶음.",
    )
    return Issue(where, problem, remedy)


UNREADABLE = (
    Said("The plan cannot be read.", "배분안을 읽을 수 없음."),
    Said("Give a CSV or JSON file in UTF-8.", "UTF-8 형식의 CSV 또는 JSON 파일 제출."),
)
_HEADER = Said(
    "Make 'programme,year,spending' the first row.", "첫 행에 'programme,year,spending' 기재."
)
_TABLE = Said(
    "Give a table with the columns programme, year and spending.",
    "programme, year, spending 열이 있는 표 제출.",
)
_NO_HEADER = (Said("The names of the columns are missing.", "열 이름 누락."), _HEADER)
_EMPTY = (Said("The file is empty: it has no rows.", "빈 파일: 행 없음."), _TABLE)
_TOO_LARGE = (
    Said("The file is too large for a plan.", "배분안 파일이 지나치게 큼."), _TABLE
)  # fmt: skip
_NO_TABLE = (Said("This is no table in CSV.", "CSV 형식의 표가 아님."), _TABLE)
_NO_JSON = (
    Said("This is not valid JSON.", "JSON 문법에 맞지 않음."),
    Said("Write it with `solve --json`.", "`solve --json`으로 작성."),
)
_NO_ROWS = (
    Said("The entry 'allocation' is missing.", "'allocation' 항목 누락."),
    Said("It is a list of rows.", "행의 목록을 기재."),
)
