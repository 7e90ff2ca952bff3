"""CSV tables whose columns are declared in columns.csv: read, check and convert every cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.evidence import Grade
from optimizer.encodings import NotText, text_in
from optimizer.errors import Issue, Said, suggest
from optimizer.inputs.messages import NAME_RULE

MOST_BYTES = 50 * 2**20
"""Bytes of a table that are read."""
Cell = str | float | int | bool | Grade
DECLARED = ("table", "column", "type", "unit_or_list", "required", "meaning")
"""Columns of columns.csv itself."""
A_DATE = Said("Write 2025, 2025-07 or 2025-07-30.", "2025, 2025-07 또는 2025-07-30 꼴로 기재.")
_YES_OR_NO = Said("Write yes or no.", "yes 또는 no 기재.")
_FORMS = {
    "id": (
        re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}"),
        Said("an identifier", "식별자"),
        NAME_RULE + ".",
    ),
    "number": (
        re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"),
        Said("a number", "수"),
        Said(
            "Write a plain number with a point and no separators, e.g. 1250.5.",
            "구분 기호 없이 소수점만 써서 기재. 예: 1250.5.",
        ),
    ),
    "year": (
        re.compile(r"(19|20)\d\d"),
        Said("a year", "연도"),
        Said("Write the year with four digits, e.g. 2025.", "연도는 네 자리로 기재. 예: 2025."),
    ),
    "date": (
        re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"),
        Said("a date", "날짜"),
        A_DATE,
    ),
    "address": (
        re.compile(r"https?://\S+"),
        Said("a web address", "웹 주소"),
        Said("Write the full web address, starting with http.", "http로 시작하는 전체 주소 기재."),
    ),
    "scope": (
        re.compile(r"([A-Z]{3}|world)(: \S.*)?"),
        Said("a scope", "적용 범위"),
        Said(
            "Start with a country code or 'world', then ': ' and what is covered.",
            "국가 부호 또는 'world'로 시작하고 ': ' 뒤에 대상 기재.",
        ),
    ),
    "currency": (
        re.compile(r"[A-Z]{3}"),
        Said("a currency code", "통화 부호"),
        Said("Write the ISO code of the currency, e.g. KRW.", "ISO 통화 부호 기재. 예: KRW."),
    ),
    "yes_no": (re.compile(r"yes|no"), Said("an answer", "답"), _YES_OR_NO),
}
"""Types of cell: the form, its name and the remedy; beside them there are 'word' and 'text'."""
_TYPES = (*_FORMS, "word", "text")


@dataclass(frozen=True)
class Column:
    """A declared column: its type, its unit or list of words, and whether it must be filled."""

    name: str
    type: str
    unit_or_list: str
    required: bool


@dataclass(frozen=True)
class Line:
    """One row of a table: its number as a spreadsheet shows it, and its filled, sound cells."""

    table: str
    number: int
    label: str
    cells: Mapping[str, Cell]

    def at(self, column: str) -> str:
        """Where the cell is, in words."""
        label = f" ({self.label})" if self.label else ""
        return f"{self.table}.csv, row {self.number}{label}, column {column}"


def read_raw(path: Path, issues: list[Issue]) -> list[list[str]] | None:
    """The rows of a CSV file as text, None (and an issue) where it cannot be read."""
    try:
        with path.open("rb") as file:
            text = text_in(file.read(MOST_BYTES))
    except OSError:
        problem = Said("The table is missing.", "표 없음.")
        remedy = Said(f"Put it into {path.parent}.", f"다음 폴더에 저장: {path.parent}.")
        issues.append(Issue(path.name, problem, remedy))
        return None
    except NotText as fault:
        where = path.name if fault.line is None else f"{path.name}, row {fault.line}"
        remedy = Said("Save the table as 'CSV UTF-8'.", "표를 'CSV UTF-8'로 저장.")
        issues.append(Issue(where, fault.problem, remedy))
        return None
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as fault:
        problem = Said(f"This is no table in CSV ({fault}).", f"CSV 형식의 표가 아님({fault}).")
        remedy = Said("Check its quotes and its longest cells.", "따옴표와 긴 칸 확인.")
        issues.append(Issue(path.name, problem, remedy))
        return None


def read_declarations(folder: Path, issues: list[Issue]) -> dict[str, tuple[Column, ...]]:
    """The declared columns of every table, from columns.csv."""
    rows = read_raw(folder / "columns.csv", issues)
    if rows is None:
        return {}
    if not rows or tuple(rows[0]) != DECLARED:
        issues.append(
            Issue(
                "columns.csv, row 1",
                Said("The header is not as expected.", "머리글이 정해진 것과 다름."),
                Said(
                    f"It must read {','.join(DECLARED)}.", f"정해진 머리글: {','.join(DECLARED)}."
                ),
            )
        )
        return {}
    tables: dict[str, tuple[Column, ...]] = {}
    for number, row in enumerate(rows[1:], 2):
        where = f"columns.csv, row {number}"
        if not row:
            continue
        if len(row) != len(DECLARED):
            issues.append(_ragged(where, len(row), len(DECLARED)))
            continue
        table, name, kind, unit_or_list, required, _ = row
        if kind not in _TYPES:
            issues.append(
                Issue(
                    f"{where} ({table}.{name}), column type",
                    Said(f"'{kind}' is no type of cell.", f"'{kind}': 칸의 형식 아님."),
                    suggest(kind, _TYPES),
                )
            )
        elif required not in ("yes", "no"):
            issues.append(
                Issue(
                    f"{where} ({table}.{name}), column required",
                    Said(f"'{required}' is neither yes nor no.", f"'{required}': yes도 no도 아님."),
                    _YES_OR_NO,
                )
            )
        else:
            column = Column(name, kind, unit_or_list, required == "yes")
            tables[table] = (*tables.get(table, ()), column)
    return tables


def read_table(
    path: Path, columns: Sequence[Column], words: Mapping[str, Sequence[str]], issues: list[Issue]
) -> list[Line]:
    """The lines of one table; every fault of header, row or cell is added to `issues`.

    `words` holds the permitted words of each list; a list it lacks permits any word. A faulty
    or empty cell is left out of its line.
    """
    rows = read_raw(path, issues)
    if rows is None:
        return []
    header = rows[0] if rows else []
    issues.extend(_header_faults(path.name, header, columns))
    declared = {c.name: c for c in columns}
    lines = []
    for number, row in enumerate(rows[1:], 2):
        if not row:
            continue
        raw = dict(zip(header, (cell.strip() for cell in row), strict=False))
        label = (
            raw.get("id")
            or raw.get("word")
            or " ".join(raw[k] for k in ("country", "metric", "year") if k in raw)
        )
        line = Line(path.stem, number, label, {})
        if len(row) != len(header):
            issues.append(_ragged(f"{path.name}, row {number} ({label})", len(row), len(header)))
            continue
        cells: dict[str, Cell] = {}
        for name, text in raw.items():
            if name in declared:
                fault = _fault(line, declared[name], text, words)
                if fault is not None:
                    issues.append(fault)
                elif text:
                    cells[name] = _convert(declared[name], text)
        lines.append(Line(path.stem, number, label, cells))
    return lines


def _ragged(where: str, found: int, expected: int) -> Issue:
    return Issue(
        where,
        Said(
            f"The row has {found} cells, the header {expected}.",
            f"행의 칸 {found}개, 머리글의 칸 {expected}개: 불일치.",
        ),
        Said("Put cells that hold a comma into double quotes.", "쉼표가 든 칸은 큰따옴표로 묶음."),
    )


def _header_faults(file: str, header: Sequence[str], columns: Sequence[Column]) -> Iterator[Issue]:
    known = [c.name for c in columns]
    for name in header:
        if name not in known:
            yield Issue(
                f"{file}, row 1, column {name}",
                Said("columns.csv declares no such column.", "columns.csv에 선언되지 않은 열."),
                suggest(name, [k for k in known if k not in header] or known),
            )
    for name in sorted({n for n in header if header.count(n) > 1}):
        problem = Said("The column appears twice.", "열 중복.")
        yield Issue(f"{file}, row 1, column {name}", problem, Said("Remove one.", "하나 삭제."))
    for name in known:
        if name not in header:
            yield Issue(
                f"{file}, row 1, column {name}",
                Said("The column is missing.", "열 누락."),
                Said(
                    "Add it to the header; columns.csv says what it holds.",
                    "머리글에 추가. 내용은 columns.csv 참조.",
                ),
            )


def _fault(
    line: Line, column: Column, text: str, words: Mapping[str, Sequence[str]]
) -> Issue | None:
    where = line.at(column.name)
    if not text:
        if not column.required:
            return None
        problem = Said("The cell is empty.", "칸이 비어 있음.")
        remedy = Said("Fill it; columns.csv calls it required.", "기재(columns.csv의 필수 항목).")
        return Issue(where, problem, remedy)
    if column.type == "word":
        known = words.get(column.unit_or_list, (text,))
        if text in known:
            return None
        problem = Said(
            f"'{text}' is not in the list '{column.unit_or_list}'.",
            f"'{column.unit_or_list}' 목록에 없는 값: '{text}'.",
        )
        return Issue(where, problem, suggest(text, known))
    if column.type == "text":
        return None
    form, name, remedy = _FORMS[column.type]
    problem = Said(f"'{text}' is not {name}.", f"'{text}': 올바른 {name.ko} 아님.")
    return None if form.fullmatch(text) else Issue(where, problem, remedy)


def _convert(column: Column, text: str) -> Cell:
    if column.type == "number":
        return float(text)
    if column.type == "year":
        return int(text)
    if column.type == "yes_no":
        return text == "yes"
    return Grade(text) if column.unit_or_list == "grade" else text
