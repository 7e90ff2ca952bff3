"""The tornado: how much of the money moves when one number goes to an end of its range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from ui import palette
from ui.drawing import Canvas, colours, domain, hints

ROW = 44.0
"""Pixels for a number: its name above, its two arms below."""
THICK = 16.0
ROOM = 1.75
"""Half the width over the longest arm; what is left carries the figures."""


@dataclass(frozen=True)
class Arm:
    """One end of a range: share of the money that moves, figure, hint, whether the lead changes."""

    moved: float
    label: str
    hint: str
    flips: bool


@dataclass(frozen=True)
class Swing:
    """One number with its two ends."""

    key: str
    label: str
    assumed: bool
    low: Arm
    high: Arm

    @property
    def widest(self) -> float:
        """The longer of its arms."""
        return max(self.low.moved, self.high.moved)


def tornado_chart(swings: Sequence[Swing], heads: tuple[str, str], dark: bool) -> dict[str, Any]:
    """Arms to the left for the low end, to the right for the high end; longest first.

    Assumptions are drawn hollow with a dashed edge, so that they differ without colour.
    """
    reach = ROOM * max(s.widest for s in swings)
    height = ROW * len(swings) + 18
    x = alt.X("x:Q", axis=None, scale=domain([-reach, reach]))
    y = alt.Y("y:Q", axis=None, scale=domain([height, 0]))
    canvas = Canvas()
    rows = list(_arms(swings, dark))
    for hollow in (False, True):
        chosen = [r for r in rows if r["hollow"] == hollow]
        style: dict[str, Any] = {"strokeDash": [4, 3], "fillOpacity": 0.16} if hollow else {}
        arms = canvas.on(chosen).mark_rect(strokeWidth=1.4, **style)
        stroke = alt.Stroke("colour:N", scale=None)
        edges = {"x": x, "x2": "x2:Q", "y": y, "y2": "y2:Q", "stroke": stroke}
        canvas.draw(arms.encode(**edges, fill=alt.Fill("colour:N", scale=None), tooltip=hints()))
    axis = canvas.on([{"x": 0.0, "y": 16.0, "y2": height}])
    canvas.draw(axis.mark_rule(color=palette.faint(dark)).encode(x=x, y=y, y2="y2:Q"))
    style = {"fontSize": 12, "baseline": "middle", "tooltip": None}
    aligned = {"align": alt.ExprRef("datum.align"), "fontWeight": alt.ExprRef("datum.weight")}
    texts = canvas.on(_texts(swings, heads, reach, dark)).mark_text(**style, **aligned)
    canvas.draw(texts.encode(x=x, y=y, text="text:N", color=colours()))
    return canvas.specification(height)


def _arms(swings: Sequence[Swing], dark: bool) -> Iterator[dict[str, Any]]:
    for i, swing in enumerate(swings):
        top = 18 + i * ROW + ROW - THICK - 4
        for side, arm in ((-1, swing.low), (1, swing.high)):
            if arm.moved > 0:
                yield {
                    "x": 0.0, "x2": side * arm.moved, "y": top, "y2": top + THICK,
                    "colour": palette.WARNING if arm.flips else palette.faint(dark),
                    "hollow": swing.assumed, "hint": arm.hint,
                }  # fmt: skip


def _texts(
    swings: Sequence[Swing], heads: tuple[str, str], reach: float, dark: bool
) -> Iterator[dict[str, Any]]:
    quiet, ink, gap = palette.faint(dark), palette.ink(dark), reach * 0.015
    for side, head in zip((-1, 1), heads, strict=True):
        align = "right" if side < 0 else "left"
        yield {
            "x": side * gap,
            "y": 8.0,
            "text": head,
            "align": align,
            "weight": 400,
            "colour": quiet,
        }
    for i, swing in enumerate(swings):
        top = 18 + i * ROW
        name = {"align": "left", "weight": 600, "colour": ink}
        yield {"x": -reach, "y": top + 12.0, "text": swing.label, **name}
        for side, arm in ((-1, swing.low), (1, swing.high)):
            yield {
                "x": side * (arm.moved + gap), "y": top + ROW - THICK / 2 - 4, "text": arm.label,
                "align": "right" if side < 0 else "left", "weight": 400, "colour": ink,
            }  # fmt: skip
