"""Tables of an HWPX memo: heads that repeat, shaded assumptions, figures to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from optimizer.i18n import EMPTY, Words
from optimizer.reports.render.blocks import KeyFigures, Kind, SignOff, Table
from optimizer.reports.render.hwpx_writer import TEXT_WIDTH, Writer
from optimizer.reports.render.printable import printable

UNIT = 283.465
"""Units of the format in a millimetre."""
HEAD, ASSUMED, EDGE = "#E4ECF1", "#F6EFE0", "#B8C4CB"


def add_table(writer: Writer, table: Table) -> None:
    """A table with its head, which repeats on every page."""
    grid = _grid(writer, 1 + len(table.rows), [c.width for c in table.columns])
    for place, column in enumerate(table.columns):
        look = "figure_bold" if column.figures else "cell_bold"
        _write(writer, grid, (0, place), column.title, look)
        grid.set_cell_shading(0, place, HEAD)
        grid.cell(0, place).element.set("header", "1")
    grid.element.set("repeatHeader", "1")
    for number, row in enumerate(table.rows, start=1):
        for place, (text, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            look = "figure" if column.figures else "cell"
            _write(writer, grid, (number, place), text,
                   f"{look}_bold" if row.kind is Kind.TOTAL else look)  # fmt: skip
            if row.kind is Kind.ASSUMED:
                grid.set_cell_shading(number, place, ASSUMED)


def add_figures(writer: Writer, block: KeyFigures) -> None:
    """Large figures side by side, each above its name and its note."""
    figures = block.figures
    grid = _grid(writer, 3, [max(9, len(str(figure.value))) for figure in figures])
    for place, figure in enumerate(figures):
        for number, (text, look) in enumerate(
            ((figure.value, "large"), (figure.label, "cell_bold"), (figure.note, "cell"))
        ):
            _write(writer, grid, (number, place), text, look)


def add_fields(writer: Writer, block: SignOff) -> None:
    """Empty fields to sign in."""
    writer.write(EMPTY, "note")
    grid = _grid(writer, 2, [1.0] * len(block.fields))
    for place, name in enumerate(block.fields):
        _write(writer, grid, (0, place), name, "cell_bold")
        grid.cell(1, place).set_size(height=int(14 * UNIT))
        writer.dress(grid.cell(1, place).paragraphs[0], "cell")


def _grid(writer: Writer, rows: int, widths: Sequence[float]) -> Any:
    line = writer.word.styles.ensure_border_fill(border_color=EDGE)
    width = int(TEXT_WIDTH * UNIT)
    grid = writer.word.add_table(rows, len(widths), width=width, border_fill_id_ref=line)
    grid.set_column_widths([round(100 * width) for width in widths])
    return grid


def _write(writer: Writer, grid: Any, at: tuple[int, int], text: Words, look: str) -> None:
    cell = grid.cell(*at)
    cell.set_text(printable(text))
    writer.dress(cell.paragraphs[0], look)
