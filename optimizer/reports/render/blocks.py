"""The parts of a memo, free of any file format: what is said, in what order and weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

MARK = "▲"
"""Stands before every assumption, so that it is told apart without colour."""


class Tone(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    CODE = "code"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a part of the memo, level 2 a part of an annex."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigure:
    """One large figure: value with unit, what it is, and its range or year."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """The figures of the decision, side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Callout:
    """What may not be overlooked."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """Head of a column; `width` is relative to its neighbours, figures stand to the right."""

    title: str
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

    cells: tuple[str, ...]
    kind: Kind = Kind.BODY


@dataclass(frozen=True)
class Table:
    """A table with its caption; the head repeats on every page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A piece of a bar: its length in the unit of the picture and the words upon it."""

    value: float
    label: str = ""
    assumed: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar of pieces; `code` stands for the label where its letters cannot be drawn."""

    label: str
    code: str
    parts: tuple[Part, ...]
    end: str


@dataclass(frozen=True)
class Span:
    """A range with its middle; `now` is where the plan stands."""

    label: str
    code: str
    low: float
    high: float
    now: float
    end: str


@dataclass(frozen=True)
class Picture:
    """A picture as data: bars or spans, all of them of one kind; `alt` tells what it shows."""

    rows: tuple[Bar, ...] | tuple[Span, ...]
    alt: str
    caption: str

    @property
    def key(self) -> str:
        """What the codes stand for."""
        return ", ".join(f"{row.code} = {row.label}" for row in self.rows)


@dataclass(frozen=True)
class SignOff:
    """Fields to be filled in by hand."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | KeyFigures | Callout | Table | Picture | SignOff | PageBreak


@dataclass(frozen=True)
class Memo:
    """A whole memo in one language.

    `date` is that of the scenario, None where it states none. `document` is the scenario's own
    text, for formats that can carry an attachment; `footer` stands on every page.
    """

    title: str
    subtitle: str
    language: str
    author: str
    date: str | None
    footer: str
    blocks: tuple[Block, ...]
    document_name: str
    document: str = field(repr=False)

    def of(self, kind: type[Block]) -> Iterator[Block]:
        """All blocks of one kind, in their order."""
        return (block for block in self.blocks if isinstance(block, kind))
