"""Memo → DOCX: A4, real heading styles, repeating table heads, pictures with alternative text."""

from __future__ import annotations

from functools import singledispatch
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Line

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
from optimizer.reports.render.docx_page import set_up
from optimizer.reports.render.docx_tables import add_fields, add_figures, add_table
from optimizer.reports.render.pictures import caption, drawn
from optimizer.reports.render.printable import printable, settled
from optimizer.results.page import Bullets, Heading, Paragraph, Tone

TEXT_WIDTH = 170
"""Millimetres between the margins of an A4 page."""
STYLES = {Tone.LEAD: "Lead", Tone.NOTE: "Note", Tone.CODE: "Code", Tone.BODY: "Normal"}


def written(memo: Memo) -> bytes:
    """The memo as the content of a DOCX file; the same memo gives the same bytes."""
    word = Document()
    set_up(word, memo)
    word.add_paragraph(printable(memo.title), style="Title")
    word.add_paragraph(printable(memo.subtitle), style="Subtitle")
    for block in memo.blocks:
        _add(block, word)
    out = BytesIO()
    word.save(out)
    return settled(out.getvalue())


@singledispatch
def _add(block: Block, word: Word) -> None:
    """Adds one block to the document."""
    raise TypeError(f"a memo has no {type(block).__name__}")


@_add.register
def _heading(block: Heading, word: Word) -> None:
    word.add_paragraph(printable(block.text), style=f"Heading {block.level}")


@_add.register
def _paragraph(block: Paragraph, word: Word) -> None:
    word.add_paragraph(printable(block.text), style=STYLES[block.tone])


@_add.register
def _bullets(block: Bullets, word: Word) -> None:
    for item in block.items:
        word.add_paragraph(printable(item), style="List Bullet")


@_add.register
def _callout(block: Callout, word: Word) -> None:
    title = word.add_paragraph(style="Callout")
    title.paragraph_format.space_before = Pt(8)
    title.add_run(printable(block.title)).bold = True
    title.paragraph_format.keep_with_next = True
    for item in block.items:
        word.add_paragraph(printable(f"• {item}"), style="Callout")


@_add.register
def _figures(block: KeyFigures, word: Word) -> None:
    add_figures(word, block)


@_add.register
def _table(block: Table, word: Word) -> None:
    word.add_paragraph(printable(block.caption), style="Caption")
    add_table(word, block)
    for note in block.notes:
        word.add_paragraph(printable(note), style="Note")


@_add.register
def _picture(block: Picture, word: Word) -> None:
    line: Line = word.add_paragraph(style="Picture")
    shape = line.add_run().add_picture(BytesIO(drawn(block, "png")), width=Mm(TEXT_WIDTH))
    about = shape._inline.docPr
    about.set("descr", printable(block.alt))
    about.set("title", printable(block.caption))
    word.add_paragraph(printable(caption(block)), style="Note")


@_add.register
def _fields(block: SignOff, word: Word) -> None:
    add_fields(word, block)


@_add.register
def _break(block: PageBreak, word: Word) -> None:
    word.add_paragraph(style="Note").add_run().add_break(WD_BREAK.PAGE)
