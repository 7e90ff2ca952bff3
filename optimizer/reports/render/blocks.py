"""A memo, free of any file format and language, and the parts that only paper has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from optimizer.i18n import EMPTY, SOURCE, Words
from optimizer.results import page

MARK = "▲"
"""Stands before every assumption, so that it is told apart without colour."""


@dataclass(frozen=True)
class KeyFigure:
    """One large figure: value with unit, what it is, and its range or year."""

    value: Words
    label: Words
    note: Words = EMPTY


@dataclass(frozen=True)
class KeyFigures:
    """The figures of the decision, side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Callout:
    """What may not be overlooked."""

    title: Words
    items: tuple[Words, ...]


@dataclass(frozen=True)
class Column:
    """Head of a column; `width` is relative to its neighbours, figures stand to the right."""

    title: Words
    width: float = 1.0
    figures: bool = False


class Kind(StrEnum):
    """What a row of a table is."""

    BODY = "body"
    TOTAL = "total"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Row:
    """Cells of one row; the first one names it."""

    cells: tuple[Words, ...]
    kind: Kind = Kind.BODY


@dataclass(frozen=True)
class Table:
    """A table as it is printed, its cells in words; the head repeats on every page."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Part:
    """A piece of a bar: its length in the unit of the picture and the words upon it."""

    value: float
    label: Words = EMPTY
    assumed: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar of pieces; `code` stands for the label where its letters cannot be drawn."""

    label: Words
    code: str
    parts: tuple[Part, ...]
    end: Words


@dataclass(frozen=True)
class Span:
    """A range with its middle; `now` is where the plan stands."""

    label: Words
    code: str
    low: float
    high: float
    now: float
    end: Words


@dataclass(frozen=True)
class Picture:
    """A picture as data: bars or spans, all of them of one kind; `alt` tells what it shows."""

    rows: tuple[Bar, ...] | tuple[Span, ...]
    alt: Words
    caption: Words

    @property
    def key(self) -> str:
        """What the codes stand for."""
        return ", ".join(f"{row.code} = {row.label}" for row in self.rows)


@dataclass(frozen=True)
class SignOff:
    """Fields to be filled in by hand."""

    fields: tuple[Words, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = page.Block | KeyFigures | Callout | Table | Picture | SignOff | PageBreak


@dataclass(frozen=True)
class Memo:
    """A whole memo; `language` is the one that its words are said in, once they are.

    `date` is that of the scenario, None where it states none. `document` is the scenario's own
    text, for formats that can carry an attachment; `footer` stands on every page.
    """

    title: Words
    subtitle: Words
    author: str
    date: str | None
    footer: Words
    blocks: tuple[Block, ...]
    document_name: str
    document: str = field(repr=False)
    language: str = SOURCE

    def of(self, kind: type[Block]) -> Iterator[Block]:
        """All blocks of one kind, in their order."""
        return (block for block in self.blocks if isinstance(block, kind))
