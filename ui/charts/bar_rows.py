"""Bars as HTML: one labelled row each, legible without colour, sharp at any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.markup import Safe, named, tag


@dataclass(frozen=True)
class Segment:
    """A part of a bar; `lined` parts rest on assumptions."""

    label: str
    value: float
    hint: str
    lined: bool = False
    colour: str = ""
    """Its own colour, where the parts of a bar are of different kinds."""


@dataclass(frozen=True)
class Mark:
    """A line across a bar, such as a floor."""

    value: float
    hint: str
    kind: str = "floor"


@dataclass(frozen=True)
class Bar:
    """One row: its name, its parts, and the figure at its end."""

    key: str
    label: str
    colour: str
    segments: Sequence[Segment]
    end: str
    note: str = ""
    marks: Sequence[Mark] = field(default_factory=tuple)


SHADES = (1.0, 0.78, 0.6, 0.46)
NARROWEST_LABEL = 0.09
"""Share of the longest bar below which a part carries no label of its own."""


def bars(rows: Sequence[Bar], name: str) -> Safe:
    """All rows on one scale, the longest bar or mark at full width."""
    ends = [sum(s.value for s in row.segments) for row in rows]
    marks = [m.value for row in rows for m in row.marks]
    longest = max((*ends, *marks, 1e-12))
    return tag("div", *(_row(r, longest) for r in rows), css="tbo-bars", more=named(name))


def _row(row: Bar, longest: float) -> Safe:
    parts = [
        tag(
            "div",
            tag("span", part.label) if part.value / longest >= NARROWEST_LABEL else "",
            css="tbo-part tbo-lined" if part.lined else "tbo-part",
            style=(
                f"width:{100 * part.value / longest:.3f}%;"
                f"--shade:{1.0 if part.colour else SHADES[i % len(SHADES)]};"
                f"--colour:{part.colour or row.colour}"
            ),
            more={"title": part.hint},
        )
        for i, part in enumerate(row.segments)
        if part.value > 0
    ]
    marks = [
        tag(
            "i",
            css=f"tbo-mark-{mark.kind}",
            style=f"left:{100 * mark.value / longest:.3f}%",
            more={"title": mark.hint},
        )
        for mark in row.marks
    ]
    note = [tag("span", row.note, css="tbo-muted")] if row.note else []
    return tag(
        "div",
        tag("div", tag("span", row.label), css="tbo-bar-label"),
        tag("div", *parts, *marks, css="tbo-track"),
        tag("div", tag("strong", row.end), *note, css="tbo-bar-end"),
        css="tbo-bar",
        more=named(f"bar-{row.key}"),
    )
