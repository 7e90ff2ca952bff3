"""The declared tables of a page → a workbook: a sheet for each, bare figures under their units."""

from __future__ import annotations

import re
from io import BytesIO
from math import isfinite
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.cell import get_column_letter

from optimizer.i18n import pgettext
from optimizer.reports.render.csv import frame_of, safe_cell
from optimizer.reports.render.printable import printable, settled
from optimizer.results.page import Page
from optimizer.results.table import Kind, Table

_FORMATS = {Kind.SHARE: "0.0%", Kind.YEAR: "0", Kind.COUNT: "0"}
_PLAIN = "#,##0.00"
_NO_TITLE = re.compile(r"[\\/*?:\[\]]")
LONGEST = 31
"""Letters of the title of a sheet."""


def written(page: Page, language: str) -> bytes:
    """The workbook; what is said in words stands on its first sheet."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = pgettext("sheet", "Answer").in_(language)
    first.column_dimensions["A"].width = 110
    for text in page.sentences:
        first.append([safe_cell(printable(text.in_(language)))])
    for number, table in enumerate(filter(len, page.tables.values()), 1):
        _sheet(book, table, number, language)
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue())


def _sheet(book: Workbook, table: Table, number: int, language: str) -> None:
    title = _NO_TITLE.sub(" ", printable(table.title.in_(language)))
    sheet = book.create_sheet(f"{number} {title}"[:LONGEST].strip())
    frame = frame_of(table, language)
    sheet.append([safe_cell(printable(str(name))) for name in frame.columns])
    for row in frame.itertuples(index=False, name=None):
        sheet.append([_cell(value) for value in row])
    for place, column in enumerate(table.shown(), 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = 18
        sheet[f"{letter}1"].font = Font(bold=True)
        for cells in sheet.iter_rows(min_row=2, min_col=place, max_col=place):
            cells[0].number_format = _FORMATS.get(column.kind, _PLAIN)
    sheet.freeze_panes = "B2"


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return safe_cell(printable(value))
    return None if isinstance(value, float) and not isfinite(value) else value
