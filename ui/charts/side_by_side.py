"""Several plans or measures in columns: figures with a small bar under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import Safe, named, tag


@dataclass(frozen=True)
class Cell:
    """A figure, its part of the longest bar (0: no bar), and a remark under it."""

    text: str
    part: float = 0.0
    note: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Line:
    """A row: its name, the colour of its bars, one cell for each column."""

    key: str
    label: str
    colour: str
    cells: Sequence[Cell]


def side_by_side(heads: Sequence[str], lines: Sequence[Line], name: str, label: str) -> Safe:
    """The table; where it is wider than the page it scrolls by itself, by keyboard too."""
    top = tag("tr", tag("td", ""), *(tag("th", h, more={"scope": "col"}) for h in heads))
    style = f"--columns:{len(heads)}"
    table = tag("table", top, *(_row(line) for line in lines), css="tbo-beside", style=style)
    more = {**named(name), "tabindex": "0", "role": "region", "aria-label": label}
    return tag("div", table, css="tbo-wide", more=more)


def _row(line: Line) -> Safe:
    return tag(
        "tr",
        tag("th", line.label, more={"scope": "row"}),
        *(_cell(cell, line.colour) for cell in line.cells),
        more=named(f"line-{line.key}"),
    )


def _cell(cell: Cell, colour: str) -> Safe:
    figure = tag("strong" if cell.strong else "span", cell.text)
    parts = [figure]
    if cell.note:
        parts.append(tag("div", cell.note, css="tbo-muted"))
    if cell.part > 0:
        style = f"--part:{min(1.0, cell.part):.4f};--colour:{colour}"
        parts.append(tag("div", css="tbo-mini", style=style))
    return tag("td", *parts)
