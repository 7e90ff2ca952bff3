"""The file of a workbook → its sheets with their hidden keys; no macros, no computing."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _, figure
from optimizer.inputs.workbook.layout import HEADER, KIND, LAYOUT, TAG, unescaped
from optimizer.system.atomic_files import read_up_to

_BROKEN = (
    zipfile.BadZipFile, InvalidFileException, SyntaxError, LookupError, ValueError, TypeError,
    EOFError, AttributeError, RuntimeError, ArithmeticError, zlib.error, struct.error,
)  # fmt: skip
LARGEST = 100 * 2**20
"""Bytes of an unpacked workbook beyond which it is refused."""
MOST_PARTS = 2_000
"""Files in a workbook."""
MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""Rows and columns of a sheet that are read; what is blank beyond them is not in the way."""
LAST_ROW = 2**20
"""The last row that a spreadsheet has."""
NEEDS_COMPUTING = _("The formula has no computed value.")
REMEDY = _("Open and save the workbook in a spreadsheet program, or type the number.")


AGAIN = _("Write the workbook again.")
OURS = _("Use a workbook written by `report --format xlsx`, hidden first rows included.")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where."""

    value: Any
    address: str


Row = tuple[Any, ...]
Rows = Mapping[int, Row]
"""The rows of a sheet that are not blank, by their numbers."""


@dataclass
class Sheet:
    """A sheet of ours: its title, the column numbers of its hidden keys, and its cells.

    `computed` reads the same cells with formulas replaced by their last values.
    """

    key: str
    title: str
    columns: Mapping[str, int]
    rows: Rows
    computed: Callable[[], Rows]
    first: int = 1

    def address(self, column: str, row: int) -> str:
        """The address of a cell as a person finds it: Rules!D7."""
        plain = self.title.replace("'", "''")
        title = self.title if self.title.isalnum() else f"'{plain}'"
        return f"{title}!{get_column_letter(self.columns[column])}{row}"

    def cell(self, column: str, row: int, issues: list[Issue]) -> Cell:
        """A cell; a formula counts as its last value. Faults are noted and read as None."""
        place, at = self.columns[column] - 1, self.address(column, row)
        value = _at(self.rows, row, place)
        if isinstance(value, _Formula):
            value = _at(self.computed(), row, place)
            if value is None:
                issues.append(Issue(at, NEEDS_COMPUTING, REMEDY))
        if isinstance(value, _Error):
            problem = _("The cell shows the error {value}.", value=value)
            issues.append(Issue(at, problem, _("Type the value again.")))
            value = None
        return Cell(unescaped(value) if isinstance(value, str) else value, at)

    def numbers(self) -> list[int]:
        """The numbers of the rows below the column titles that are not blank."""
        return [number for number in self.rows if number >= self.first]


class _Error(str):
    """The text of an error that a cell shows, such as #REF!."""


class _Formula(str):
    """The text of a formula."""


def _at(rows: Rows, row: int, place: int) -> Any:
    cells = rows.get(row, ())
    return cells[place] if place < len(cells) else None


def sheets(path: Path, wanted: Container[str]) -> dict[str, Sheet]:
    """The wanted sheets of a workbook by key.

    Raises InvalidInput where the file is none of ours or its hidden keys are damaged.
    """
    found: dict[str, Sheet] = {}
    issues: list[Issue] = []
    read = _read(path, wanted)
    for title, rows in read.items():
        version, _other, key = str(rows[1][0]).removeprefix(f"{TAG}/").partition("/")
        if version != str(LAYOUT):
            problem = _("Layout {version} of the workbook cannot be read.", version=version)
            issues.append(Issue(f"{title}!A1", problem, AGAIN))
        elif key not in wanted:
            continue
        elif key in found:
            other = found[key].title
            problem = _(
                "The sheets '{other}' and '{title}' are the same.", other=other, title=title
            )
            remedy = _("Delete one of the two.")
            issues.append(Issue(f"{title}!A1", problem, remedy))
        else:
            values = cache(partial(_values, path, title))
            found[key] = Sheet(key, title, _keys(rows[1]), rows, values)
            found[key].first = _first(found[key], issues)
    if not read:
        problem = _("No sheet of this workbook is one of ours.")
        issues.append(Issue(path.name, problem, OURS))
    if issues:
        raise InvalidInput(issues)
    return found


def missing_column(sheet: Sheet, column: str) -> Issue:
    """The issue that a column, or its key, is gone."""
    problem = _("The column '{column}' is missing.", column=column)
    remedy = _("Restore it and its key in the hidden first row.")
    return Issue(f"{sheet.title}!1:1", problem, remedy)


def _keys(row: Row) -> dict[str, int]:
    """Column by hidden key; the first column, which also holds the tag, is the path."""
    return {"path": 1, **{str(key): i for i, key in enumerate(row[1:], 2) if key is not None}}


def _first(sheet: Sheet, issues: list[Issue]) -> int:
    """The first row below the column titles, which the hidden column of kinds marks."""
    place = sheet.columns.get(KIND, 0)
    marked = [i for i in sheet.rows if place and _at(sheet.rows, i, place - 1) == HEADER]
    if len(marked) != 1:
        problem = _("The hidden keys of this sheet are damaged.")
        remedy = _("Restore its hidden first row and second column, or write the workbook again.")
        issues.append(Issue(f"{sheet.title}!1:1", problem, remedy))
        return MOST_ROWS + 1
    return marked[0] + 1


def _read(path: Path, wanted: Container[str]) -> dict[str, Rows]:
    """The cells of the sheets of ours by title; of those that are not wanted the first row only."""
    found: dict[str, Rows] = {}
    with _opened(path, formulas=True) as book:
        for page in book.worksheets:
            top = next(page.iter_rows(max_row=1, max_col=1, values_only=True), ())
            name = str(top[0]) if top else ""
            if name.startswith(f"{TAG}/"):
                ours = name.rpartition("/")[2] in wanted
                found[page.title] = _cells(page, path.name) if ours else {1: top}
    return found


def _values(path: Path, title: str) -> Rows:
    """The cells of a sheet with every formula replaced by its last value."""
    with _opened(path, formulas=False) as book:
        return _cells(book[title], path.name)


def _cells(page: Any, name: str) -> Rows:
    """The rows of a sheet that are not blank; raises InvalidInput where one stands too far down."""
    page.reset_dimensions()
    found: dict[int, Row] = {}
    blank: Any = None  # the one that stands for all rows that the file leaves out
    for number, row in enumerate(page.iter_rows(max_col=MOST_COLUMNS), 1):
        if row is blank:
            if number > LAST_ROW:
                raise ValueError(f"row {number}")  # of no program's making
            continue
        if all(cell.value is None for cell in row):
            blank = row
            continue
        if number > MOST_ROWS:
            problem = _("More than {most_rows} rows are in use.", most_rows=figure(MOST_ROWS))
            remedy = _("Clear row {number} and those below it.", number=number)
            raise InvalidInput([Issue(f"{name}, {page.title}", problem, remedy)])
        found[number] = tuple(map(_raw, row))
    return found


def _raw(cell: Any) -> Any:
    marks = {"e": _Error, "f": _Formula}
    return marks.get(cell.data_type, lambda shown: shown)(cell.value)


@contextmanager
def _opened(path: Path, *, formulas: bool) -> Iterator[Any]:
    """The workbook, and any fault of its file in words, also one met while it is read."""
    try:
        file = BytesIO(read_up_to(path, LARGEST))
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                problem = _("The workbook is too large.")
                remedy = _("Delete what does not belong to it.")
                raise InvalidInput([Issue(path.name, problem, remedy)])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on parts of a workbook that are not read here
            book = openpyxl.load_workbook(file, read_only=True, data_only=not formulas)
        try:
            yield book
        finally:
            book.close()
    except OSError:
        problem = _("The workbook cannot be opened.")
        remedy = _("Check the folder and the name, and that you may read it.")
        raise InvalidInput([Issue(str(path), problem, remedy)]) from None
    except _BROKEN:
        problem = _("This is no sound .xlsx file.")
        remedy = _("Save it as .xlsx in a spreadsheet program, without a password.")
        raise InvalidInput([Issue(path.name, problem, remedy)]) from None
