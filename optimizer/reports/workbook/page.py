"""One sheet in the making: hidden keys, titles, rows of cells, freeze panes, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, Words, _, figure
from optimizer.inputs.workbook.layout import HEADER, KIND, PATH, escaped, tag
from optimizer.reports.workbook.words import SHEETS

MOST_SIGNS = 32_767
"""Characters that a cell holds."""
LONGEST = 8_000
"""Characters that a formula holds, safely."""
TABS = {True: "1F4E79", False: "E0A800"}
"""Colours of the tabs: sheets that compute, and sheets that state the document."""
LINE = 13.5
"""Height of a line of text in points."""


class Formula(str):
    """A formula without its equals sign; any other text is text, whatever it begins with."""


@dataclass(frozen=True)
class Column:
    """A column: its hidden key, its title for people, its width in characters."""

    key: str
    title: Words | str
    width: float
    hidden: bool = False
    folded: bool = False
    """Hidden behind a plus sign above the columns."""


class Page:
    """A sheet that is written row by row.

    Row 1 (hidden) holds the sheet's tag and the columns' keys; then come title, note, `lead` rows
    that the caller fills, and the column titles, which stay in sight and repeat on every page.
    """

    def __init__(
        self, book: Workbook, key: str, language: str, columns: Sequence[Column],
        *, lead: int = 0,
    ) -> None:  # fmt: skip
        title, note = SHEETS[key]
        self.language, self.title = language, title.in_(language)
        self.sheet: Worksheet = book[self.title]
        self.columns = tuple(columns)
        self.place: Mapping[str, int] = {c.key: i for i, c in enumerate(columns, 1)}
        self.header = 4 + lead
        self.row = self.header
        self.sheet.cell(1, 1).value = tag(key)
        for column in self.columns[1:]:
            self.put(column.key, column.key, "key", row=1)
        shown = next(c.key for c in self.columns if not c.hidden)
        self.put(shown, self.title, "title", row=2)
        self.put(shown, note, "note", row=3)
        for column in self.columns:
            self.put(column.key, column.title, "header", row=self.header)
        if KIND in self.place:
            self.put(KIND, HEADER, "key", row=self.header)
        self._set_up()

    def _set_up(self) -> None:
        sheet = self.sheet
        shown = [c.key for c in self.columns if not c.hidden]
        sheet.row_dimensions[1].hidden = True
        sheet.row_dimensions[2].height = 24
        sheet.row_dimensions[self.header].height = 2 * LINE
        for column in self.columns:
            dimension = sheet.column_dimensions[self.letter(column.key)]
            dimension.width, dimension.hidden = column.width, column.hidden or column.folded
            dimension.outlineLevel = int(column.folded)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_properties.tabColor = TABS[PATH not in shown]
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{self.header}:{self.header}"
        sheet.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P / &N")
        )
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, 0.5)

    def finish(self) -> None:
        """Makes rows high enough for their texts."""
        widths = {self.place[c.key]: c.width for c in self.columns if not (c.hidden or c.folded)}
        first = self.header + 1
        for number, row in enumerate(self.sheet.iter_rows(min_row=first), first):
            lines = [
                _lines(cell.value, widths[cell.column])
                for cell in row
                if cell.column in widths and cell.data_type == "s" and cell.alignment.wrap_text
            ]
            if max(lines, default=1) > 1:
                self.sheet.row_dimensions[number].height = LINE * max(lines)

    def freeze(self, key: str) -> None:
        """Keeps the titles, and the columns before `key`, in sight."""
        self.sheet.freeze_panes = f"{self.letter(key)}{self.header + 1}"

    def letter(self, key: str) -> str:
        """Letter of a column."""
        return get_column_letter(self.place[key])

    def next(self, style: str = "text") -> int:
        """Begins a new row, lined from end to end; its number."""
        self.row += 1
        for column in self.columns:
            if not column.hidden:
                self.put(column.key, None, style)
        return self.row

    def put(
        self, key: str, value: Any, style: str = "result", form: str | None = None,
        *, row: int | None = None,
    ) -> None:  # fmt: skip
        """Writes a cell of the current row, words in the language of the sheet.

        Raises InvalidInput for a text no cell can hold.
        """
        if hasattr(value, "in_"):
            value = value.in_(self.language)
        cell = self.sheet.cell(self.row if row is None else row, self.place[key])
        cell.style = f"plan {style}"
        if isinstance(value, Formula):
            _fits(len(value), LONGEST, f"{self.title}, row {cell.row}", _JOIN)
            cell.value = f"={value}"
        elif isinstance(value, str):
            text = escaped(value)
            _fits(len(text), MOST_SIGNS, f"{self.title}: {value:.40}…", _SHORTEN)
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = text[:1] in ("=", "+", "-", "@", "'")
        elif value is not None:
            cell.value = value
        if form is not None:
            cell.number_format = form

    def group(self, title: Words | str, key: str) -> int:
        """A row with the title of what follows, shaded over its whole width."""
        self.next()
        for column in self.columns:
            self.put(column.key, None, "group")
        self.put(key, title, "group")
        self.sheet.row_dimensions[self.row].height = 18
        return self.row

    def key(self, name: str) -> None:
        """The hidden name of the current row."""
        self.put(PATH, name, "key")

    def ref(self, key: str, row: int) -> str:
        """A fixed reference to a cell, from any sheet."""
        return f"{self.quoted}!${self.letter(key)}${row}"

    def span(self, first: str, last: str, top: int, bottom: int | None = None) -> str:
        """A fixed reference to a block of cells (or to a single one), from any sheet."""
        end = top if bottom is None else bottom
        if (first, top) == (last, end):
            return self.ref(first, top)
        return f"{self.quoted}!${self.letter(first)}${top}:${self.letter(last)}${end}"

    @property
    def quoted(self) -> str:
        """The title as formulas write it."""
        plain = self.title.replace("'", "''")
        return f"'{plain}'"


def _lines(text: Any, width: float) -> int:
    """Lines that a text takes in a column; a Korean letter is as wide as two others."""
    return sum(
        max(1, ceil(sum(1.8 if ord(sign) > 0x1100 else 0.84 for sign in line) / width))
        for line in str(text).split("\n")
    )


_SHORTEN = _("Shorten the text.")
_JOIN = _("Join bands, pathways or rules; the scenario is too large for a workbook.")


def _fits(length: int, most: int, where: str, remedy: Message) -> None:
    """Refuses what is longer than a cell holds."""
    if length > most:
        problem = _(
            "{length} characters; a cell holds {most}.", length=figure(length), most=figure(most)
        )
        raise InvalidInput([Issue(where, problem, remedy)])
