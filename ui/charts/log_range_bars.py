"""Predictions and stated numbers as HTML on a scale of powers of ten, legible without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from ui.markup import Safe, named, tag


@dataclass(frozen=True)
class Dot:
    """One row: an interval with its middle, the stated number, words and what they rest on."""

    key: str
    label: str
    ends: tuple[float, float]
    middle: float
    stated: float
    hit: bool | None
    """Whether the interval holds the stated number; None where that is not judged."""
    end: str
    note: str
    behind: Sequence[str] = ()
    """What opens under the label."""


def log_spans(groups: Sequence[tuple[str, Sequence[Dot]]], name: str, label: str) -> Safe:
    """Groups of rows under their heads, all on one scale; `label` says what the scale is."""
    values = [
        v
        for _, rows in groups
        for row in rows
        for v in (*row.ends, row.stated)
        if isfinite(v) and v > 0
    ]
    low = floor(log10(min(values))) if values else 0
    high = max(low + 1, ceil(log10(max(values)))) if values else 1
    parts: list[Safe] = [_axis(low, high, label)]
    for head, rows in groups:
        parts.append(tag("h3", head, css="tbo-dot-head"))
        parts += [_row(row, low, high) for row in rows]
    style = f"--steps:{high - low}"
    return tag("div", *parts, css="tbo-bars tbo-dots", style=style, more=named(name))


def _axis(low: int, high: int, label: str) -> Safe:
    marks = [
        tag(
            "span",
            f"{10**power:,.0f}" if power >= 0 else f"{10.0**power:g}",
            style=f"left:{100 * (power - low) / (high - low):.3f}%",
        )
        for power in range(low, high + 1)
    ]
    axis = tag("div", *marks, css="tbo-dot-axis")
    return tag("div", tag("div", label, css="tbo-muted"), axis, tag("div"), css="tbo-bar")


def _row(row: Dot, low: int, high: int) -> Safe:
    def place(value: float) -> float:
        return 100 * (log10(value) - low) / (high - low)

    drawn: list[Safe] = []
    if all(isfinite(v) and v > 0 for v in row.ends):
        left, right = (place(v) for v in row.ends)
        drawn.append(
            tag("div", css="tbo-dot-band", style=f"left:{left:.3f}%;width:{right - left:.3f}%")
        )
        drawn.append(tag("b", css="tbo-dot-middle", style=f"left:{place(row.middle):.3f}%"))
    if row.stated > 0:
        css = {True: "tbo-dot", False: "tbo-dot tbo-dot-miss", None: "tbo-dot tbo-dot-open"}[
            row.hit
        ]
        drawn.append(tag("em", css=css, style=f"left:{place(row.stated):.3f}%"))
    behind = [tag("div", *row.behind, css="tbo-muted")] if row.behind else []
    opener = (
        tag("details", tag("summary", row.label), *behind) if behind else tag("span", row.label)
    )
    return tag(
        "div",
        tag("div", opener, css="tbo-bar-label"),
        tag("div", *drawn, css="tbo-track tbo-dot-track", more={"title": f"{row.end}; {row.note}"}),
        tag(
            "div", tag("strong", row.end), tag("span", row.note, css="tbo-muted"), css="tbo-bar-end"
        ),
        css="tbo-bar",
        more=named(f"dot-{row.key}"),
    )
