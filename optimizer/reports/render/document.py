"""A page or a memo → the same in one language: its tables as grids of words, its words said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from typing import Any

from optimizer.i18n import EMPTY, Words, _, in_a_row, verbatim
from optimizer.reports.render import blocks
from optimizer.results.cells import head, words_of
from optimizer.results.page import Bullets, Drawing, Heading, Page, Paragraph, Tone
from optimizer.results.table import ASSUMED, FIGURES, Column, Table

AUTHOR = "Talent Budget Optimizer"
WIDEST = 10
"""Columns that stand side by side on a page; of wider tables those of least weight are left out."""

MOST = 60
"""Rows of a table of a page; CSV and workbooks have all."""


def document(page: Page) -> blocks.Memo:
    """The page as a document: its first heading is the title."""
    title: Words = EMPTY
    rest: tuple[blocks.Block, ...] = tuple(page.filled)
    if rest and isinstance(rest[0], Heading):
        title, rest = rest[0].text, rest[1:]
    return blocks.Memo(
        title=title, subtitle=EMPTY, author=AUTHOR, date=None, footer=title,
        blocks=tuple(_cut(b) if isinstance(b, Table) else b for b in rest),
        document_name="", document="",
    )  # fmt: skip


def _cut(table: Table) -> Table:
    """The table with the rows that a page has room for."""
    more = len(table) - MOST
    if more <= 0:
        return table
    note = _("{more} more rows stand in CSV and XLSX.", more=more)
    rows = list(islice(table, MOST))
    return replace(table, rows=rows, totals=0, notes=(*table.notes, note))


def spoken(memo: blocks.Memo, language: str) -> blocks.Memo:
    """The memo in a language, made of the blocks that files are written from."""
    laid = replace(memo, blocks=tuple(one for b in memo.blocks for one in _laid_out(b, language)))
    said: blocks.Memo = _said(laid, language)
    return replace(said, language=language)


def _laid_out(block: blocks.Block, language: str) -> Iterator[blocks.Block]:
    """The block as those that files know: tables as grids, drawings line by line."""
    match block:
        case Table():
            yield _grid(block, language)
        case Bullets() if block.title is not None:
            yield Heading(block.title, 2)
            yield replace(block, title=None)
        case Drawing():
            for line in block.text.in_(language).split("\n"):
                yield Paragraph(verbatim(line), Tone.CODE)
        case _other:
            yield block


def _said(value: Any, language: str) -> Any:
    """The value with every text in it in a language."""
    if hasattr(value, "in_"):
        return verbatim(value.in_(language))
    if isinstance(value, tuple):
        return tuple(_said(one, language) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: _said(getattr(value, f.name), language) for f in fields(value)}
        )
    return value


def _grid(table: Table, language: str) -> blocks.Table:
    """Cells in words; the last rows are totals where it has some, notes that say nothing go."""
    shown = table.shown()
    shown = shown if len(shown) <= WIDEST else table.shown(brief=True)
    first_total = len(table) - table.totals
    rows = []
    for number, row in enumerate(table):
        cells, kind = [words_of(table, row, column) for column in shown], blocks.Kind.BODY
        if row.get(ASSUMED):
            cells[0], kind = in_a_row((blocks.MARK, cells[0]), " "), blocks.Kind.ASSUMED
        if number >= first_total:
            kind = blocks.Kind.TOTAL
        rows.append(blocks.Row(tuple(cells), kind))
    return blocks.Table(
        table.title,
        tuple(_column(table, column) for column in shown),
        tuple(rows),
        tuple(note for note in table.notes if note.in_(language)),
    )


def _column(table: Table, column: Column) -> blocks.Column:
    figures = column.kind in FIGURES
    width = (1.0 if figures else 1.6) if column.width is None else column.width
    return blocks.Column(head(table, column), width, figures)
