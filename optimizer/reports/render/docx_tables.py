"""Tables of a DOCX memo: heads that repeat, rows that stay whole, figures to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table as Grid, _Cell as Cell

from optimizer.i18n import EMPTY, Words
from optimizer.reports.render.blocks import Column, KeyFigures, Kind, SignOff, Table
from optimizer.reports.render.printable import printable

TEXT_WIDTH = 170.0
"""Millimetres between the margins."""
PADDING = (("top", 25), ("left", 70), ("bottom", 25), ("right", 70))
"""Room around the words of a cell, in twentieths of a point."""
HEAD, ASSUMED = "E4ECF1", "F6EFE0"
"""Shades of a head and of a row that rests on an assumption."""


def add_table(word: Word, table: Table) -> None:
    """A table with its head; the caption stands before it and in its description."""
    grid = _grid(word, 1 + len(table.rows), [c.width for c in table.columns])
    _describe(grid, table.caption)
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
        _write(cell, column.title, column, bold=True)
        _shade(cell, HEAD)
    _row_property(grid, 0, "tblHeader")
    for number, row in enumerate(table.rows, start=1):
        cells = grid.rows[number].cells
        for cell, text, column in zip(cells, row.cells, table.columns, strict=True):
            _write(cell, text, column, bold=row.kind is Kind.TOTAL)
            if row.kind is Kind.ASSUMED:
                _shade(cell, ASSUMED)
            if number < len(table.rows) and len(table.rows) < 9:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    for cell in grid.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _borders(grid, last_is_total=bool(table.rows) and table.rows[-1].kind is Kind.TOTAL)


def add_figures(word: Word, block: KeyFigures) -> None:
    """Large figures side by side."""
    grid = _grid(word, 1, [max(9, len(str(f.value))) for f in block.figures])
    _describe(grid, " ".join(f"{f.label}: {f.value}." for f in block.figures))
    for cell, figure in zip(grid.rows[0].cells, block.figures, strict=True):
        first = cell.paragraphs[0]
        first.style = "Figure"
        first.add_run(printable(figure.value))
        for text, style in ((figure.label, "Cell"), (figure.note, "Note")):
            if str(text):
                cell.add_paragraph(printable(text), style=style)
        _edges(cell, top="12", bottom="4")


def add_fields(word: Word, block: SignOff) -> None:
    """Empty fields to sign in."""
    word.add_paragraph(style="Note")
    grid = _grid(word, 2, [1.0] * len(block.fields))
    _describe(grid, ", ".join(map(str, block.fields)))
    plain = Column(EMPTY)
    for cell, name in zip(grid.rows[0].cells, block.fields, strict=True):
        _write(cell, name, plain, bold=True)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    grid.rows[1].height = Mm(14)
    for row in grid.rows:
        for cell in row.cells:
            _edges(cell, top="4", bottom="4")


def _grid(word: Word, rows: int, widths: Sequence[float]) -> Grid:
    """An empty table as wide as the text, with columns of these relative widths."""
    grid: Grid = word.add_table(rows, len(widths))
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    unit = TEXT_WIDTH / sum(widths)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width * unit)
        for cell in column.cells:
            cell.width = Mm(width * unit)
    for number in range(rows):
        _row_property(grid, number, "cantSplit")
    return grid


def _describe(grid: Grid, text: Words | str) -> None:
    """The title of a table for those who hear it read."""
    about: Any = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
    about.set(qn("w:val"), printable(text)[:255])
    grid._tbl.tblPr.append(about)


def _row_property(grid: Grid, number: int, name: str) -> None:
    properties = grid.rows[number]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))


def _write(cell: Cell, text: Words, column: Column, *, bold: bool) -> None:
    line = cell.paragraphs[0]
    line.style = "Cell"
    run = line.add_run(printable(text))
    run.bold = bold or None
    if column.figures:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _shade(cell: Cell, colour: str) -> None:
    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(shade))


def _edges(cell: Cell, *, top: str, bottom: str) -> None:
    """Lines above and below a cell, in eighths of a point."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="7A8A94"/>'
        for side, size in (("top", top), ("bottom", bottom))
    )
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f"<w:tcBorders {nsdecls('w')}>{lines}</w:tcBorders>")
    )


def _borders(grid: Grid, *, last_is_total: bool) -> None:
    """Thin lines between rows, none between columns; a stronger one above a total."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (
            ("top", "8", "7A8A94"), ("bottom", "8", "7A8A94"), ("insideH", "2", "C8D0D5"),
        )
    )  # fmt: skip
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    pads = "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in PADDING)
    inside = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{pads}</w:tblCellMar>")
    grid._tbl.tblPr.insert_element_before(inside, "w:tblLook")
    grid._tbl.tblPr.insert_element_before(borders, "w:tblLayout", "w:tblCellMar", "w:tblLook")
    if last_is_total:
        for cell in grid.rows[-1].cells:
            _edges(cell, top="6", bottom="8")
