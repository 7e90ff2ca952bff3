"""How an outcome spreads over the draws: columns, with its quantiles named in the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import NDArray

from ui import palette
from ui.charts.named_data import Canvas, colours, domain, hints

HEIGHT = 280
COLUMNS = 36


@dataclass(frozen=True)
class Line:
    """A value marked in the picture: its words, and how high they stand, 0 to 1."""

    x: float
    text: str
    level: float
    dashed: bool = False


def spread_chart(
    values: NDArray[np.float64],
    ends: tuple[float, float],
    lines: Sequence[Line],
    title: str,
    words: Callable[[float, float, float], str],
    *,
    dark: bool,
) -> dict[str, Any]:
    """Columns of the draws, quiet outside `ends`; `words(from, to, share)` is said of a column."""
    canvas, ink = Canvas(), palette.ink(dark)
    counts, edges = np.histogram(values, bins=COLUMNS)
    tallest = float(counts.max())
    rows = [
        {
            "x": a, "x2": b, "y": 0.0, "y2": n / tallest, "hint": words(a, b, n / len(values)),
            "colour": palette.RETAINED if ends[0] <= (a + b) / 2 <= ends[1] else palette.OTHER,
        }
        for a, b, n in zip(edges[:-1].tolist(), edges[1:].tolist(), counts.tolist(), strict=True)
    ]  # fmt: skip
    axis = alt.Axis(grid=False, tickCount=8, format=",.4~r")
    reach = (float(edges[0]), float(edges[-1]))
    x = alt.X("x:Q", title=title, axis=axis, scale=domain(reach))
    y = alt.Y("y:Q", title=None, axis=None, scale=domain((0.0, 1.5)))
    boxes = canvas.on(rows).mark_rect(stroke=palette.paper(dark), strokeWidth=1)
    canvas.draw(boxes.encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=colours(), tooltip=hints()))
    texts = []
    for line in lines:
        top = 1.05 + 0.34 * line.level
        row = canvas.on([{"x": line.x, "y": 0.0, "y2": top - 0.02, "top": top, "text": line.text}])
        dash = [4, 3] if line.dashed else [1, 0]
        rule = row.mark_rule(color=ink, strokeDash=dash, tooltip=None)
        canvas.draw(rule.encode(x=x, y=y, y2="y2:Q"))
        near = line.x - reach[0] < 0.16 * (reach[1] - reach[0])
        align = "left" if near else "right" if line.x > reach[0] + 0.84 * (
            reach[1] - reach[0]) else "center"  # fmt: skip
        high = alt.Y("top:Q", axis=None, scale=domain((0.0, 1.5)))
        for look in ({"stroke": palette.paper(dark), "strokeWidth": 5}, {}):  # paper beneath ink
            text = row.mark_text(
                fontSize=12, fontWeight=600, color=ink, baseline="bottom", align=align, **look
            )
            texts.append(text.encode(x=x, y=high, text="text:N", tooltip=alt.value(None)))
    canvas.draw(*texts)
    return canvas.specification(HEIGHT)
