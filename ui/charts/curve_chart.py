"""Charts along the budget: the outcome as a line, the parts of the next won as stacked steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from ui import palette
from ui.charts.named_data import Canvas, colours, domain, hints

HEIGHT = 340
LOW = 270
MARGIN = 44
"""Pixels for the figures at the left of both charts, so that they stand under each other."""
LEAST_HEIGHT, LEAST_WIDTH = 0.2, 0.3
"""Share of the height and of the width below which a part carries no name."""
ON_COLOUR = "#14181D"


@dataclass(frozen=True)
class Point:
    """A place of the curve: budget in the unit of the axis, people, and what is said of it."""

    x: float
    y: float
    hint: str


@dataclass(frozen=True)
class Share:
    """A programme's part of the next won on one stretch."""

    start: float
    stop: float
    name: str
    value: float
    colour: str
    hint: str


def _x(field: str, ends: tuple[float, float], title: str) -> alt.X:
    axis = alt.Axis(grid=False, ticks=True, tickCount=8)
    return alt.X(f"{field}:Q", title=title, axis=axis, scale=domain(ends))


def _y(field: str, ends: tuple[float, float], title: str | None, pattern: str) -> alt.Y:
    axis = alt.Axis(
        minExtent=MARGIN, maxExtent=MARGIN, tickCount=5, format=pattern, titleAnchor="end",
        titleAngle=0, titleAlign="left", titleX=0, titleY=-10, titleBaseline="bottom",
    )  # fmt: skip
    return alt.Y(f"{field}:Q", title=title, axis=axis, scale=domain(ends))


def curve_chart(
    points: Sequence[Point],
    now: Point | None,
    gaps: Sequence[tuple[float, float]],
    ends: tuple[float, float],
    words: tuple[str, str, str],
    *,
    dark: bool,
) -> dict[str, Any]:
    """The line with today marked and the stretches without a plan shaded.

    `words`: title of the axis of money, of that of people, and what a shaded stretch means.
    """
    canvas, ink = Canvas(), palette.ink(dark)
    top = 1.15 * max((*(p.y for p in points), 1e-9))
    bottom = min((*(p.y for p in points), 0.0))
    x, y = _x("x", ends, words[0]), _y("y", (bottom, top), words[1], ",.4~r")
    if gaps:
        rows = [{"x": a, "x2": b, "y": bottom, "y2": top, "hint": words[2]} for a, b in gaps]
        shaded = canvas.on(rows).mark_rect(color=palette.WARNING, opacity=0.16)
        canvas.draw(shaded.encode(x=x, x2="x2:Q", y=y, y2="y2:Q", tooltip=hints()))
        said = [{"x": (a + b) / 2, "y": top * 0.5, "text": words[2]} for a, b in gaps]
        names = canvas.on(said).mark_text(fontSize=12, color=ink, tooltip=None)
        canvas.draw(names.encode(x=x, y=y, text="text:N"))
    line = canvas.on({"x": p.x, "y": p.y, "hint": p.hint} for p in points)
    canvas.draw(line.mark_line(color=ink, strokeWidth=2.4, tooltip=None).encode(x=x, y=y))
    dots = line.mark_point(opacity=0, size=90, filled=True)
    canvas.draw(dots.encode(x=x, y=y, tooltip=hints()))
    if now is not None:
        _mark(canvas, now, (x, y), ends, (bottom, points[0].y <= now.y, dark))
    return canvas.specification(HEIGHT)


def _mark(
    canvas: Canvas,
    now: Point,
    axes: tuple[alt.X, alt.Y],
    ends: tuple[float, float],
    rest: tuple[float, bool, bool],
) -> None:
    """Today: a line down to the axis, a dot, and the figure."""
    (x, y), (bottom, rises, dark) = axes, rest
    ink = palette.ink(dark)
    row = canvas.on([{"x": now.x, "y": now.y, "y2": bottom, "text": now.hint, "hint": now.hint}])
    canvas.draw(
        row.mark_rule(color=ink, strokeDash=[2, 3], tooltip=None).encode(x=x, y=y, y2="y2:Q"),
        row.mark_point(color=ink, filled=True, size=80, opacity=1).encode(
            x=x, y=y, tooltip=hints()
        ),
    )
    left = now.x < ends[0] + 0.4 * (ends[1] - ends[0])
    style: dict[str, Any] = {
        "align": "left" if left else "right", "dx": 8 if left else -8, "dy": -12 if rises else 18,
        "fontSize": 12.5, "fontWeight": 600, "tooltip": None,
    }  # fmt: skip
    halo = {"stroke": palette.paper(dark), "strokeWidth": 4, "strokeJoin": "round"}
    text = {"x": x, "y": y, "text": "text:N"}
    canvas.draw(
        row.mark_text(**style, **halo).encode(**text),
        row.mark_text(**style, color=ink).encode(**text),
    )


def shares_chart(shares: Sequence[Share], ends: tuple[float, float], title: str) -> dict[str, Any]:
    """Parts of the next won as stacked steps; what a programme gives back hangs below the line."""
    rows = list(_stacked(shares))
    top = max((*(r["top"] for r in rows), 1.0))
    bottom = min((*(r["foot"] for r in rows), 0.0))
    x = _x("start", ends, title)
    y = _y("foot", (bottom, top), None, ".0%")
    canvas = Canvas()
    edge = alt.Stroke("colour:N", scale=None)
    sides = {"x": x, "x2": "stop:Q", "y": y, "y2": "top:Q", "stroke": edge}
    boxes = canvas.on(rows).mark_rect(strokeWidth=0.5)
    canvas.draw(boxes.encode(**sides, color=colours(), tooltip=hints()))
    names = canvas.on(_names(rows, ends, top - bottom))
    canvas.draw(
        names.mark_text(fontSize=12, fontWeight=600, color=ON_COLOUR, tooltip=None).encode(
            x=_x("x", ends, title), y=_y("y", (bottom, top), None, ".0%"), text="name:N"
        )
    )
    return canvas.specification(LOW)


def _stacked(shares: Sequence[Share]) -> Iterator[dict[str, Any]]:
    """Feet and tops of the parts of each stretch, gains upwards and losses downwards."""
    reached: dict[tuple[float, bool], float] = {}
    for share in shares:
        if abs(share.value) < 1e-6:
            continue
        up = share.value > 0
        start = reached.get((share.start, up), 0.0)
        end = reached[share.start, up] = start + share.value
        yield {
            "start": share.start, "stop": share.stop, "foot": min(start, end),
            "top": max(start, end), "name": share.name, "colour": share.colour,
            "hint": share.hint,
        }  # fmt: skip


def _names(
    rows: Sequence[dict[str, Any]], ends: tuple[float, float], height: float
) -> Iterator[dict[str, Any]]:
    """A name in the middle of each part that is wide and high enough for it."""
    for name in dict.fromkeys(r["name"] for r in rows):
        mine = [r for r in rows if r["name"] == name]
        high = [r for r in mine if r["top"] - r["foot"] >= LEAST_HEIGHT * height]
        if sum(r["stop"] - r["start"] for r in high) < LEAST_WIDTH * (ends[1] - ends[0]):
            continue
        middle = high[len(high) // 2]
        yield {
            "x": (middle["start"] + middle["stop"]) / 2,
            "y": (middle["foot"] + middle["top"]) / 2,
            "name": name,
        }
