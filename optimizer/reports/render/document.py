"""A page → a document in one language: the same blocks that a memo is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from optimizer.i18n import _
from optimizer.reports.render import blocks
from optimizer.results.cells import head, words_of
from optimizer.results.page import Block, Bullets, Drawing, Heading, Page, Paragraph
from optimizer.results.table import FIGURES, Column, Table

AUTHOR = "Talent Budget Optimizer"
WIDEST = 10
"""Columns that stand side by side on a page; of wider tables those of least weight are left out."""

MOST = 60
"""Rows of a table on a page; CSV and workbooks have all."""


def document(page: Page, language: str) -> blocks.Memo:
    """The page as a document: its first heading is the title."""
    title, rest = "", tuple(page.filled)
    if rest and isinstance(rest[0], Heading):
        title, rest = rest[0].text.in_(language), rest[1:]
    lines = [line for block in rest for line in _lowered(block, language)]
    return blocks.Memo(
        title=title, subtitle="", language=language, author=AUTHOR, date=None, footer=title,
        blocks=tuple(lines), document_name="", document="",
    )  # fmt: skip


def _lowered(block: Block, language: str) -> Iterator[blocks.Block]:
    match block:
        case Table():
            yield _table(block, language)
        case Heading():
            yield blocks.Heading(block.text.in_(language))
        case Bullets():
            if block.title is not None:
                yield blocks.Heading(block.title.in_(language), 2)
            yield blocks.Bullets(tuple(item.in_(language) for item in block.items))
        case Paragraph():
            tone = blocks.Tone.NOTE if block.note else blocks.Tone.BODY
            yield blocks.Paragraph(block.text.in_(language), tone)
        case Drawing():
            for line in block.text.in_(language).split("\n"):
                yield blocks.Paragraph(line, blocks.Tone.CODE)


def _table(table: Table, language: str) -> blocks.Table:
    """Its cells in words; the last rows are totals where it has some."""
    shown = table.shown()
    shown = shown if len(shown) <= WIDEST else table.shown(brief=True)
    notes, more = table.notes, len(table) - MOST
    if more > 0:
        notes = (*notes, _("{more} more rows stand in CSV and XLSX.", more=more))
    rows = [[words_of(table, row, c).in_(language) for c in shown] for row in islice(table, MOST)]
    first_total = len(table) - table.totals
    return blocks.Table(
        table.title.in_(language),
        tuple(_column(table, column, language) for column in shown),
        tuple(
            blocks.Row(tuple(cells), blocks.Kind.TOTAL if n >= first_total else blocks.Kind.BODY)
            for n, cells in enumerate(rows)
        ),
        tuple(note.in_(language) for note in notes),
    )


def _column(table: Table, column: Column, language: str) -> blocks.Column:
    width = 1.0 if column.kind in FIGURES else 1.6
    return blocks.Column(head(table, column).in_(language), width, column.kind in FIGURES)
