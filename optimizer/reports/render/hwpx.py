"""Memo → HWPX, the open format of Korean offices: outline headings, tables, pictures, metadata."""

from __future__ import annotations

import struct
from functools import singledispatch

from optimizer.reports.render.blocks import (
    Block,
    Callout,
    KeyFigures,
    Memo,
    PageBreak,
    Picture,
    SignOff,
    Table,
)
from optimizer.reports.render.hwpx_tables import add_fields, add_figures, add_table
from optimizer.reports.render.hwpx_writer import TEXT_WIDTH, Writer
from optimizer.reports.render.pictures import caption, drawn
from optimizer.reports.render.printable import printable, settled
from optimizer.results.page import Bullets, Heading, Paragraph, Tone

LOOKS = {Tone.LEAD: "lead", Tone.NOTE: "note", Tone.CODE: "code", Tone.BODY: "body"}


def written(memo: Memo) -> bytes:
    """The memo as the content of an HWPX file; the same memo gives the same bytes."""
    writer = Writer(memo)
    writer.write(memo.title, "title")
    writer.write(memo.subtitle, "subtitle")
    for block in memo.blocks:
        _add(block, writer)
    return settled(writer.finished())


@singledispatch
def _add(block: Block, writer: Writer) -> None:
    """Adds one block to the document."""
    raise TypeError(f"a memo has no {type(block).__name__}")


@_add.register
def _heading(block: Heading, writer: Writer) -> None:
    writer.head(block.text, block.level)


@_add.register
def _paragraph(block: Paragraph, writer: Writer) -> None:
    writer.write(block.text, LOOKS[block.tone])


@_add.register
def _bullets(block: Bullets, writer: Writer) -> None:
    for item in block.items:
        writer.write(item, "bullet")


@_add.register
def _callout(block: Callout, writer: Writer) -> None:
    writer.write(block.title, "callout_title")
    for item in block.items:
        writer.write(f"• {item}", "callout")


@_add.register
def _figures(block: KeyFigures, writer: Writer) -> None:
    add_figures(writer, block)


@_add.register
def _table(block: Table, writer: Writer) -> None:
    writer.write(block.caption, "caption")
    add_table(writer, block)
    for note in block.notes:
        writer.write(note, "note")


@_add.register
def _picture(block: Picture, writer: Writer) -> None:
    png = drawn(block, "png")
    wide, high = struct.unpack(">II", png[16:24])
    shape = writer.word.add_picture(
        png, "png", width_mm=TEXT_WIDTH, height_mm=TEXT_WIDTH * high / wide, style_id_ref=0
    )
    writer.dress(shape.paragraph, "picture")
    note = next(part for part in shape.element if part.tag.endswith("}shapeComment"))
    note.text = printable(block.alt)
    writer.write(caption(block), "note")


@_add.register
def _fields(block: SignOff, writer: Writer) -> None:
    add_fields(writer, block)


@_add.register
def _break(block: PageBreak, writer: Writer) -> None:
    writer.turn_page()
