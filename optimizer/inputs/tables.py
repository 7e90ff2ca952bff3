"""CSV tables whose columns are declared in columns.csv: read, check and convert every cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.evidence import Grade
from optimizer.errors import Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.messages import NAME_RULE
from optimizer.text.encodings import NotText, text_in

MOST_BYTES = 50 * 2**20
"""Bytes of a table that are read."""
Cell = str | float | int | bool | Grade
DECLARED = ("table", "column", "type", "unit_or_list", "required", "meaning")
"""Columns of columns.csv itself."""
A_DATE = _("Write 2025, 2025-07 or 2025-07-30.")
_YES_OR_NO = _("Write yes or no.")
_FORMS = {
    "id": (
        re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}"),
        _("an identifier"),
        NAME_RULE + ".",
    ),
    "number": (
        re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"),
        _("a number"),
        _("Write a plain number with a point and no separators, e.g. 1250.5."),
    ),
    "year": (
        re.compile(r"(19|20)\d\d"),
        _("a year"),
        _("Write the year with four digits, e.g. 2025."),
    ),
    "date": (
        re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"),
        _("a date"),
        A_DATE,
    ),
    "address": (
        re.compile(r"https?://\S+"),
        _("a web address"),
        _("Write the full web address, starting with http."),
    ),
    "scope": (
        re.compile(r"([A-Z]{3}|world)(: \S.*)?"),
        _("a scope"),
        _("Start with a country code or 'world', then ': ' and what is covered."),
    ),
    "currency": (
        re.compile(r"[A-Z]{3}"),
        _("a currency code"),
        _("Write the ISO code of the currency, e.g. KRW."),
    ),
    "yes_no": (re.compile(r"yes|no"), _("an answer"), _YES_OR_NO),
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
        problem = _("The table is missing.")
        remedy = _("Put it into {parent}.", parent=path.parent)
        issues.append(Issue(path.name, problem, remedy))
        return None
    except NotText as fault:
        where = path.name if fault.line is None else f"{path.name}, row {fault.line}"
        remedy = _("Save the table as 'CSV UTF-8'.")
        issues.append(Issue(where, fault.problem, remedy))
        return None
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as fault:
        problem = _("This is no table in CSV ({fault}).", fault=fault)
        remedy = _("Check its quotes and its longest cells.")
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
                _("The header is not as expected."),
                _("It must read {declared}.", declared=",".join(DECLARED)),
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
        table, name, kind, unit_or_list, required, _other = row
        if kind not in _TYPES:
            issues.append(
                Issue(
                    f"{where} ({table}.{name}), column type",
                    _("'{kind}' is no type of cell.", kind=kind),
                    suggest(kind, _TYPES),
                )
            )
        elif required not in ("yes", "no"):
            issues.append(
                Issue(
                    f"{where} ({table}.{name}), column required",
                    _("'{required}' is neither yes nor no.", required=required),
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
        _("The row has {found} cells, the header {expected}.", found=found, expected=expected),
        _("Put cells that hold a comma into double quotes."),
    )


def _header_faults(file: str, header: Sequence[str], columns: Sequence[Column]) -> Iterator[Issue]:
    known = [c.name for c in columns]
    for name in header:
        if name not in known:
            yield Issue(
                f"{file}, row 1, column {name}",
                _("columns.csv declares no such column."),
                suggest(name, [k for k in known if k not in header] or known),
            )
    for name in sorted({n for n in header if header.count(n) > 1}):
        problem = _("The column appears twice.")
        yield Issue(f"{file}, row 1, column {name}", problem, _("Remove one."))
    for name in known:
        if name not in header:
            yield Issue(
                f"{file}, row 1, column {name}",
                _("The column is missing."),
                _("Add it to the header; columns.csv says what it holds."),
            )


def _fault(
    line: Line, column: Column, text: str, words: Mapping[str, Sequence[str]]
) -> Issue | None:
    where = line.at(column.name)
    if not text:
        if not column.required:
            return None
        problem = _("The cell is empty.")
        remedy = _("Fill it; columns.csv calls it required.")
        return Issue(where, problem, remedy)
    if column.type == "word":
        known = words.get(column.unit_or_list, (text,))
        if text in known:
            return None
        problem = _(
            "'{text}' is not in the list '{unit_or_list}'.",
            text=text,
            unit_or_list=column.unit_or_list,
        )
        return Issue(where, problem, suggest(text, known))
    if column.type == "text":
        return None
    form, name, remedy = _FORMS[column.type]
    problem = _("'{text}' is not {name}.", text=text, name=name)
    return None if form.fullmatch(text) else Issue(where, problem, remedy)


def _convert(column: Column, text: str) -> Cell:
    if column.type == "number":
        return float(text)
    if column.type == "year":
        return int(text)
    if column.type == "yes_no":
        return text == "yes"
    return Grade(text) if column.unit_or_list == "grade" else text
