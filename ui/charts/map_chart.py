"""A map over two numbers: who leads where, with names in the picture and today marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from ui import palette
from ui.charts.named_data import Canvas, colours, domain, hints

HEIGHT = 420
ON_COLOUR = "#14181D"


@dataclass(frozen=True)
class Field:
    """A rectangle: coloured up to the borders of a region, or unseen around a point of the grid."""

    x: float
    x2: float
    y: float
    y2: float
    colour: str
    hint: str = ""


@dataclass(frozen=True)
class Spot:
    """A place with words."""

    x: float
    y: float
    text: str


def map_chart(
    fields: Sequence[Field],
    points: Sequence[Field],
    borders: Sequence[tuple[float, float]],
    names: Sequence[Spot],
    now: Spot | None,
    titles: tuple[str, str],
    *,
    dark: bool,
) -> dict[str, Any]:
    """The map; borders are drawn as dots, so that regions differ without colour too.

    `fields` give the colours, `points` what is said under the pointer.
    """
    canvas = Canvas()
    x = _axis(alt.X, "x", (min(f.x for f in fields), max(f.x2 for f in fields)), titles[0])
    y = _axis(alt.Y, "y", (min(f.y for f in fields), max(f.y2 for f in fields)), titles[1])
    edge = alt.Stroke("colour:N", scale=None)
    boxes = canvas.on(vars(f) for f in fields).mark_rect(strokeWidth=0.8, tooltip=None)
    canvas.draw(boxes.encode(
        x=x, x2="x2:Q", y=y, y2="y2:Q", color=colours(), stroke=edge))  # fmt: skip
    if borders:
        dots = canvas.on({"x": a, "y": b} for a, b in borders)
        canvas.draw(dots.mark_circle(size=9, opacity=1, color=ON_COLOUR, tooltip=None).encode(
            x=x, y=y))  # fmt: skip
    if names:
        _words(canvas, (x, y), names, 0)
    unseen = canvas.on(vars(p) for p in points).mark_rect(opacity=0)
    canvas.draw(unseen.encode(x=x, x2="x2:Q", y=y, y2="y2:Q", tooltip=hints()))
    if now is not None:
        place = canvas.on([{"x": now.x, "y": now.y, "hint": now.text}])
        for mark in (
            place.mark_point(shape="cross", size=210, filled=True, color=palette.paper(False),
                             opacity=1),
            place.mark_point(shape="cross", size=90, filled=True, color=ON_COLOUR, opacity=1),
        ):  # fmt: skip
            canvas.draw(mark.encode(x=x, y=y, tooltip=hints()))
        _words(canvas, (x, y), [now], -16)
    return canvas.specification(HEIGHT)


def _words(canvas: Canvas, axes: tuple[Any, Any], spots: Sequence[Spot], shift: int) -> None:
    rows = canvas.on({"x": s.x, "y": s.y, "text": s.text} for s in spots)
    rows = rows.encode(x=axes[0], y=axes[1], text="text:N")
    style: dict[str, Any] = {"fontSize": 13, "fontWeight": 600, "dy": shift, "tooltip": None}
    halo = {"stroke": palette.paper(False), "strokeWidth": 4, "strokeJoin": "round"}
    canvas.draw(
        rows.mark_text(**style, **halo, opacity=0.75), rows.mark_text(**style, color=ON_COLOUR)
    )


def _axis(kind: Any, field: str, ends: tuple[float, float], title: str) -> Any:
    axis = alt.Axis(grid=False, tickCount=6, format=",.4~r")
    if kind is alt.Y:
        axis = alt.Axis(
            grid=False, tickCount=6, format=",.4~r", titleAnchor="end", titleAngle=0,
            titleAlign="left", titleX=0, titleY=-8, titleBaseline="bottom",
        )  # fmt: skip
    return kind(f"{field}:Q", title=title, axis=axis, scale=domain(ends))
