"""The efficient plans of two outcomes as a line of points, with the best plan marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import altair as alt

from ui import palette
from ui.charts.named_data import Canvas, domain, hints

HEIGHT = 360
PICK = "pick"
"""Name of the selection that holds the number of the point pressed."""


@dataclass(frozen=True)
class Place:
    """A plan by both outcomes in the units of the axes, and what is said of it."""

    x: float
    y: float
    hint: str


def frontier_chart(
    places: Sequence[Place],
    best: Place | None,
    chosen: tuple[int, str],
    titles: tuple[str, str],
    *,
    joined: bool,
    dark: bool,
) -> dict[str, Any]:
    """Points from the best first outcome to the best second one; `joined` by mixtures of plans.

    `chosen`: number and name of the plan looked at.
    """
    number, label = chosen
    canvas, ink, faint = Canvas(), palette.ink(dark), palette.faint(dark)
    every = [*places, *([best] if best is not None else [])]
    x = _axis(alt.X, "x", [p.x for p in every], titles[0])
    y = _axis(alt.Y, "y", [p.y for p in every], titles[1])
    rows = [{"number": n, "x": p.x, "y": p.y, "hint": p.hint} for n, p in enumerate(places)]
    points = canvas.on(rows).encode(x=x, y=y)
    if joined:
        canvas.draw(points.mark_line(color=faint, strokeWidth=2, tooltip=None).encode(
            order="number:Q"))  # fmt: skip
    pick = alt.selection_point(name=PICK, fields=["number"], on="click", nearest=False)
    dots = points.mark_point(filled=True, size=90, opacity=1, color=faint, cursor="pointer")
    canvas.draw(dots.encode(tooltip=hints()).add_params(pick))
    here = canvas.on([rows[number]]).encode(x=x, y=y)
    canvas.draw(here.mark_point(size=320, strokeWidth=2.5, color=ink, tooltip=None))
    _label(canvas, (x, y), replace(places[number], hint=label), every, (-18, dark))
    if best is not None:
        row = canvas.on([{"x": best.x, "y": best.y, "hint": best.hint}]).encode(x=x, y=y)
        mark = row.mark_point(shape="diamond", filled=True, size=170, opacity=1, color=ink)
        canvas.draw(mark.encode(tooltip=hints()))
        _label(canvas, (x, y), best, every, (22, dark))
    return canvas.specification(HEIGHT)


def _axis(kind: Any, field: str, values: Sequence[float], title: str) -> Any:
    """A scale a little wider than its values; the title of the upright one lies above it."""
    low, high = min(values), max(values)
    spare = 0.1 * (high - low) or 0.1 * abs(high) or 1.0
    # outcomes are never below nought: the axis does not pretend they were
    ends = (max(low - spare, 0.0) if low >= 0 else low - spare, high + 1.4 * spare)
    axis = alt.Axis(grid=False, tickCount=6, format=",.4~r")
    if kind is alt.Y:
        axis = alt.Axis(
            grid=False, tickCount=6, format=",.4~r", titleAnchor="end", titleAngle=0,
            titleAlign="left", titleX=0, titleY=-8, titleBaseline="bottom",
        )  # fmt: skip
    return kind(f"{field}:Q", title=title, axis=axis, scale=domain(ends))


def _label(
    canvas: Canvas, axes: tuple[Any, Any], place: Place, every: Sequence[Place],
    rest: tuple[int, bool],
) -> None:  # fmt: skip
    """Words beside a point: below the line, on the side where there is room, or above it."""
    shift, dark = rest
    middle = (min(p.x for p in every) + max(p.x for p in every)) / 2
    left = shift < 0 or place.x <= middle
    style: dict[str, Any] = {
        "align": "left" if left else "right", "dx": 12 if left else -12, "dy": shift,
        "fontSize": 12.5, "fontWeight": 600, "tooltip": None,
    }  # fmt: skip
    halo = {"stroke": palette.paper(dark), "strokeWidth": 4, "strokeJoin": "round"}
    row = canvas.on([{"x": place.x, "y": place.y, "text": place.hint}])
    row = row.encode(x=axes[0], y=axes[1], text="text:N")
    canvas.draw(row.mark_text(**style, **halo), row.mark_text(**style, color=palette.ink(dark)))
