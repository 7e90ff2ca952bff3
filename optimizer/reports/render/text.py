"""A page → plain text for a terminal, tables as aligned columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from optimizer.results.cells import head, words_of
from optimizer.results.page import Block, Bullets, Drawing, Heading, Page, Paragraph, Tone
from optimizer.results.table import Table
from optimizer.text.shortening import apart


def text(page: Page, language: str = "en") -> str:
    """The page as text, a line end at its end."""
    lines: list[str] = []
    before: Block | None = None
    for block in page.filled:
        if isinstance(block, Table) and not block.brief:
            continue
        if before is not None and _apart(before, block):
            lines.append("")
        lines += _lines(block, language)
        before = block
    return "\n".join(lines) + "\n"


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    note = _note(block)
    if _note(before):
        return not note
    told = isinstance(before, Heading | Paragraph)
    follows = isinstance(block, Paragraph) or (isinstance(block, Bullets) and block.title is None)
    return note or not (told and follows)


def _note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.tone is Tone.NOTE


def _lines(block: Block, language: str) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block, language)
        case Bullets():
            yield from _bullets(block, language)
        case Heading() | Paragraph() | Drawing():
            yield block.text.in_(language)


def _bullets(block: Bullets, language: str) -> Iterator[str]:
    inset = ""
    if block.title is not None:
        inset = "  "
        yield f"{block.title.in_(language)}:"
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.numbered else "-"
        under = "\n" + " " * len(f"{inset}{mark} ")
        yield f"{inset}{mark} {item.in_(language)}".replace("\n", under)


def _table(table: Table, language: str) -> Iterator[str]:
    if table.captioned:
        yield table.title.in_(language)
    shown = table.shown(brief=True)
    rows = [[head(table, column).in_(language) for column in shown]]
    rows += [
        [words_of(table, row, c).in_(language) for c in shown] for row in islice(table, table.most)
    ]
    first, rule, *others = columns(rows)
    yield from (first, rule)
    for number, line in enumerate(others):
        yield line
        if table.details:
            yield f"    {table.details[number].in_(language)}"
    notes = table.notes if table.rest is None else (table.rest, *table.notes)
    yield from (note.in_(language) for note in notes)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as aligned columns, the first to the left; Korean letters count as two.

    Names too long for a table are clipped, so that those of one column stay apart.
    """
    short = [apart([row[i] for row in rows]) for i in range(len(rows[0]))]
    rows = [[short[i][cell] for i, cell in enumerate(row)] for row in rows]
    widths = [max(_wide(row[i]) for row in rows) for i in range(len(rows[0]))]
    for n, row in enumerate(rows):
        cells = [" " * (w - _wide(c)) + c for c, w in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([row[0] + " " * (widths[0] - _wide(row[0])), *cells])
        if n == 0:
            yield "-" * (sum(widths) + 2 * (len(widths) - 1))


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
