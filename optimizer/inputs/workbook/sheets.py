"""The file of a workbook → its sheets with their hidden keys; no macros, no computing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.workbook.layout import HEADER, KIND, LAYOUT, TAG, unescaped

_BROKEN = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, EOFError,
    AttributeError, IndexError, NotImplementedError,
)  # fmt: skip
LARGEST = 200 * 2**20
"""Bytes of an unpacked workbook beyond which it is refused."""
NEEDS_COMPUTING = "The formula has no computed value."
REMEDY = "Open and save the workbook in a spreadsheet program, or type the number."


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where."""

    value: Any
    address: str


@dataclass
class Sheet:
    """A sheet of ours: its title, the column letters of its hidden keys, and its cells."""

    key: str
    title: str
    columns: Mapping[str, int]
    rows: list[tuple[Any, ...]]
    values: list[tuple[Any, ...]]
    first: int

    def address(self, column: str, row: int) -> str:
        """The address of a cell as a person finds it: Rules!D7."""
        plain = self.title.replace("'", "''")
        title = self.title if self.title.isalnum() else f"'{plain}'"
        return f"{title}!{get_column_letter(self.columns[column])}{row}"

    def cell(self, column: str, row: int, issues: list[Issue]) -> Cell:
        """A cell; a formula counts as its last value. Faults are noted and read as None."""
        place, at = self.columns[column] - 1, self.address(column, row)
        told = _at(self.rows, row, place)
        value = told
        if isinstance(told, _Formula):
            value = _at(self.values, row, place)
            if value is None:
                issues.append(Issue(at, NEEDS_COMPUTING, REMEDY))
        if isinstance(value, _Error):
            problem = f"The cell shows the error {value}."
            issues.append(Issue(at, problem, "Type the value again."))
            value = None
        return Cell(unescaped(value) if isinstance(value, str) else value, at)

    def numbers(self) -> range:
        """The numbers of the rows below the column titles."""
        return range(self.first, len(self.rows) + 1)


class _Error(str):
    """The text of an error that a cell shows, such as #REF!."""


class _Formula(str):
    """The text of a formula."""


def _at(rows: list[tuple[Any, ...]], row: int, place: int) -> Any:
    return rows[row - 1][place] if place < len(rows[row - 1]) else None


def sheets(path: Path) -> dict[str, Sheet]:
    """The sheets of a workbook by key. Raises InvalidInput where the file is none of ours."""
    told, computed = _opened(path, formulas=True), _opened(path, formulas=False)
    found: dict[str, Sheet] = {}
    issues: list[Issue] = []
    for title in told.sheetnames:
        rows = [tuple(map(_raw, row)) for row in _rows(told[title])]
        name = str(rows[0][0]) if rows and rows[0] else ""
        if not name.startswith(f"{TAG}/"):
            continue
        version, _, key = name.removeprefix(f"{TAG}/").partition("/")
        if version != str(LAYOUT):
            problem = f"Layout {version} of the workbook cannot be read."
            issues.append(Issue(f"{title}!A1", problem, "Write the workbook again."))
        elif key in found:
            problem = f"The sheets '{found[key].title}' and '{title}' are the same."
            issues.append(Issue(f"{title}!A1", problem, "Delete one of the two."))
        else:
            values = [tuple(map(_raw, row)) for row in _rows(computed[title])]
            found[key] = Sheet(key, title, _keys(rows[0]), rows, values, 1)
    for sheet in found.values():
        sheet.first = _first(sheet, issues)
    if not found and not issues:
        problem = "No sheet of this workbook is one of ours."
        remedy = "Use a workbook written by `report --format xlsx`, hidden first rows included."
        issues.append(Issue(path.name, problem, remedy))
    if issues:
        raise InvalidInput(issues)
    return found


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    return iter(sheet.iter_rows()) if hasattr(sheet, "iter_rows") else iter(())


def _raw(cell: Any) -> Any:
    marks = {"e": _Error, "f": _Formula}
    return marks.get(cell.data_type, lambda shown: shown)(cell.value)


def _keys(row: tuple[Any, ...]) -> dict[str, int]:
    """Column by hidden key; the first column, which also holds the tag, is the path."""
    return {"path": 1, **{str(key): i for i, key in enumerate(row[1:], 2) if key is not None}}


def _first(sheet: Sheet, issues: list[Issue]) -> int:
    """The first row below the column titles, which the hidden column of kinds marks."""
    place = sheet.columns.get(KIND)
    marked = (
        [] if place is None else [i for i, r in enumerate(sheet.rows, 1) if r[place - 1] == HEADER]
    )
    if len(marked) != 1:
        problem = "The hidden keys of this sheet are damaged."
        remedy = "Restore its hidden first row and second column, or write the workbook again."
        issues.append(Issue(f"{sheet.title}!1:1", problem, remedy))
        return len(sheet.rows) + 1
    return marked[0] + 1


def _opened(path: Path, *, formulas: bool) -> Any:
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                remedy = "Delete what does not belong to it."
                raise InvalidInput([Issue(path.name, "The workbook is too large.", remedy)])
        return openpyxl.load_workbook(path, data_only=not formulas)
    except OSError:
        remedy = "Check the folder and the name, and that you may read it."
        raise InvalidInput([Issue(str(path), "The workbook cannot be opened.", remedy)]) from None
    except _BROKEN:
        remedy = "Save it as .xlsx in a spreadsheet program, without a password."
        raise InvalidInput([Issue(path.name, "This is no sound .xlsx file.", remedy)]) from None
