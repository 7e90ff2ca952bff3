"""Memo → HWPX, the open format of Korean offices: outline headings, tables, pictures, metadata."""

from __future__ import annotations

import struct
from functools import singledispatch

from optimizer.reports.memo.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    KeyFigures,
    Memo,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
    Tone,
)
from optimizer.reports.memo.hwpx_pen import TEXT_WIDTH, Pen
from optimizer.reports.memo.hwpx_tables import add_fields, add_figures, add_table
from optimizer.reports.memo.pictures import caption, drawn
from optimizer.reports.memo.printable import printable, settled

LOOKS = {Tone.LEAD: "lead", Tone.NOTE: "note", Tone.CODE: "code", Tone.BODY: "body"}


def written(memo: Memo) -> bytes:
    """The memo as the content of an HWPX file; the same memo gives the same bytes."""
    pen = Pen(memo)
    pen.write(memo.title, "title")
    pen.write(memo.subtitle, "subtitle")
    for block in memo.blocks:
        _add(block, pen)
    return settled(pen.finished())


@singledispatch
def _add(block: Block, pen: Pen) -> None:
    """Adds one block to the document."""
    raise TypeError(f"a memo has no {type(block).__name__}")


@_add.register
def _heading(block: Heading, pen: Pen) -> None:
    pen.head(block.text, block.level)


@_add.register
def _paragraph(block: Paragraph, pen: Pen) -> None:
    pen.write(block.text, LOOKS[block.tone])


@_add.register
def _bullets(block: Bullets, pen: Pen) -> None:
    for item in block.items:
        pen.write(item, "bullet")


@_add.register
def _callout(block: Callout, pen: Pen) -> None:
    pen.write(block.title, "callout_title")
    for item in block.items:
        pen.write(f"• {item}", "callout")


@_add.register
def _figures(block: KeyFigures, pen: Pen) -> None:
    add_figures(pen, block)


@_add.register
def _table(block: Table, pen: Pen) -> None:
    pen.write(block.caption, "caption")
    add_table(pen, block)
    for note in block.notes:
        pen.write(note, "note")


@_add.register
def _picture(block: Picture, pen: Pen) -> None:
    png = drawn(block, "png")
    wide, high = struct.unpack(">II", png[16:24])
    shape = pen.word.add_picture(
        png, "png", width_mm=TEXT_WIDTH, height_mm=TEXT_WIDTH * high / wide, style_id_ref=0
    )
    pen.dress(shape.paragraph, "picture")
    note = next(part for part in shape.element if part.tag.endswith("}shapeComment"))
    note.text = printable(block.alt)
    pen.write(caption(block), "note")


@_add.register
def _fields(block: SignOff, pen: Pen) -> None:
    add_fields(pen, block)


@_add.register
def _break(block: PageBreak, pen: Pen) -> None:
    pen.turn_page()
