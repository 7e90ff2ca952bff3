"""Charts over years: stacked columns with their figures written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from ui import palette
from ui.charts.drawing import Canvas, colours, domain, hints

HEIGHT = 230
LEAST_LABEL = 0.09
"""Share of the tallest column below which a part carries no figure."""


@dataclass(frozen=True)
class Part:
    """A part of a year's column: value in the unit of the chart, and the figure shown in it."""

    year: int
    name: str
    value: float
    label: str
    colour: str
    on: str
    """Colour of a figure written onto `colour`."""
    hint: str


@dataclass(frozen=True)
class Limit:
    """A line across a year's column."""

    year: int
    value: float
    hint: str


def year_columns(
    parts: Sequence[Part],
    totals: Mapping[int, str],
    limits: Sequence[Limit] = (),
    *,
    dark: bool,
) -> dict[str, Any]:
    """Columns by year as a Vega-Lite specification; `parts` of a year stack in their order."""
    rows, tops = _stacked(parts)
    tallest = max((*tops.values(), *(limit.value for limit in limits), 1e-9))
    for row in rows:
        row["label"] = row["label"] if row["value"] >= LEAST_LABEL * tallest else ""
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False, domain=True))
    scale = domain([0, tallest * 1.1])

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", title=None, axis=None, scale=scale)

    canvas, ink = Canvas(), palette.ink(dark)
    columns = canvas.on(rows).encode(x=x)
    above = canvas.on({"year": n, "top": top, "total": totals[n]} for n, top in tops.items())
    bold = {"fontSize": 12, "fontWeight": 600, "baseline": "bottom", "dy": -4, "color": ink}
    canvas.draw(
        columns.mark_bar(stroke=palette.paper(dark), strokeWidth=1).encode(
            y=y("foot"), y2="top:Q", color=colours(), tooltip=hints()
        ),
        columns.mark_text(fontSize=11, baseline="middle", tooltip=None).encode(
            y=y("middle"), text="label:N", color=colours("on")
        ),
        above.mark_text(**bold, tooltip=None).encode(x=x, y=y("top"), text="total:N"),
    )
    if limits:
        ticks = canvas.on(asdict(limit) for limit in limits).encode(x=x, y=y("value"))
        mark = ticks.mark_tick(thickness=2, color=ink, orient="horizontal")
        canvas.draw(mark.encode(tooltip=hints()))
    return canvas.specification(HEIGHT)


def _stacked(parts: Sequence[Part]) -> tuple[list[dict[str, Any]], dict[int, float]]:
    """Rows with foot, middle and top of each part, and the height of each year's column."""
    tops: dict[int, float] = {}
    rows = []
    for part in parts:
        foot = tops.get(part.year, 0.0)
        top = tops[part.year] = foot + part.value
        rows.append({**asdict(part), "foot": foot, "middle": (foot + top) / 2, "top": top})
    return rows, tops
