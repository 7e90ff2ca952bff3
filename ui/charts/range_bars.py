"""Ranges as HTML: a labelled row each, from least to most, with today as a tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import Safe, named, tag


@dataclass(frozen=True)
class Span:
    """One range: its ends, the half in the middle where there is one, today, and words."""

    key: str
    label: str
    colour: str
    ends: tuple[float, float]
    now: float | None
    end: str
    note: str = ""
    hint: str = ""
    core: tuple[float, float] | None = None


def spans(rows: Sequence[Span], name: str) -> Safe:
    """All rows on one scale from zero (or the lowest end) to the highest."""
    every = [v for r in rows for v in (*r.ends, r.now) if v is not None]
    low, high = min((*every, 0.0)), max((*every, 1e-12))
    return tag("div", *(_row(r, low, high) for r in rows), css="tbo-bars", more=named(name))


def _row(row: Span, low: float, high: float) -> Safe:
    def place(value: float) -> float:
        return 100 * (value - low) / (high - low)

    def box(ends: tuple[float, float], css: str) -> Safe:
        left, right = place(ends[0]), place(ends[1])
        style = f"left:{left:.3f}%;width:max(2px, {right - left:.3f}%);--colour:{row.colour}"
        return tag("div", css=css, style=style)

    boxes = [box(row.ends, "tbo-span")]
    if row.core is not None:
        boxes.append(box(row.core, "tbo-span tbo-span-core"))
    if row.now is not None:
        boxes.append(tag("i", css="tbo-mark-best", style=f"left:{place(row.now):.3f}%"))
    note = [tag("span", row.note, css="tbo-muted")] if row.note else []
    return tag(
        "div",
        tag("div", tag("span", row.label), css="tbo-bar-label"),
        tag("div", *boxes, css="tbo-track", more={"title": row.hint}),
        tag("div", tag("strong", row.end), *note, css="tbo-bar-end"),
        css="tbo-bar",
        more=named(f"span-{row.key}"),
    )
