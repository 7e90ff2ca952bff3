"""The flow picture: money by programme, what it buys, who is supported, net people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt

from ui import palette
from ui.charts.drawing import Canvas, colours, domain, hints
from ui.charts.ribbons import STEPS, Link, Node, Place, Ribbon, height_for, places, ribbons

STAGES = (17.0, 40.0, 63.0, 89.0)
"""Where the stages stand, in hundredths of the width."""
BAR = 0.9
LINE = 14.5
"""Pixels from one line of a label to the next."""
LINE_EVERY = 5.0
"""Pixels between the lines that mark an assumption."""


def flow_chart(
    nodes: Sequence[Node],
    links: Sequence[Link],
    labels: Mapping[str, tuple[Sequence[str], str]],
    heads: Sequence[str],
    *,
    dark: bool,
) -> dict[str, Any]:
    """The picture as a Vega-Lite specification; `labels` holds lines and figure of each node."""
    height = height_for(nodes, 380.0)
    where = places(nodes, links, height)
    bands = ribbons(links, where)
    x = alt.X("x:Q", axis=None, scale=domain([0, 100]))
    y = alt.Y("y:Q", axis=None, scale=domain([height, -34]))
    canvas = Canvas()
    canvas.draw(
        canvas.on(_areas(bands, where))
        .mark_area(opacity=0.55 if dark else 0.5)
        .encode(x=x, y=y, y2="y2:Q", detail="id:N", tooltip=hints(), color=colours()),
        canvas.on(_lines(bands, where))
        .mark_line(color=palette.paper(dark), strokeWidth=1.4, opacity=0.9, tooltip=None)
        .encode(x=x, y=y, detail="id:N"),
        canvas.on(_stands(where, dark))
        .mark_rect()
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=colours()),
    )
    texts = canvas.on(_texts(where, labels, heads, dark)).encode(x=x, y=y, text="text:N")
    style: dict[str, Any] = {
        "align": alt.ExprRef("datum.align"), "fontWeight": alt.ExprRef("datum.weight"),
        "fontSize": 12, "baseline": "middle", "tooltip": None,
    }  # fmt: skip
    halo = {"stroke": palette.paper(dark), "strokeWidth": 3.5, "strokeJoin": "round"}
    canvas.draw(
        texts.mark_text(**style, **halo, opacity=0.85),
        texts.mark_text(**style).encode(color=colours()),
    )
    return canvas.specification(height + 34)


def _x(where: dict[str, Place], band: Ribbon, t: float) -> float:
    start = STAGES[where[band.link.source].node.stage] + BAR
    return start + t * (STAGES[where[band.link.target].node.stage] - start)


def _areas(bands: Sequence[Ribbon], where: dict[str, Place]) -> Iterator[dict[str, Any]]:
    for i, band in enumerate(bands):
        for step in range(STEPS + 1):
            t = step / STEPS
            yield {
                "id": i, "x": _x(where, band, t), "y": band.edge(t, 0.0), "y2": band.edge(t, 1.0),
                "colour": band.link.colour, "hint": band.link.hint,
            }  # fmt: skip


def _lines(bands: Sequence[Ribbon], where: dict[str, Place]) -> Iterator[dict[str, Any]]:
    for i, band in enumerate(bands):
        if not band.link.lined:
            continue
        count = max(1, round((band.start[1] - band.start[0]) / LINE_EVERY))
        for k in range(count):
            for step in range(STEPS + 1):
                t = step / STEPS
                yield {
                    "id": f"{i}-{k}",
                    "x": _x(where, band, t),
                    "y": band.edge(t, (k + 0.5) / count),
                }


def _stands(where: dict[str, Place], dark: bool) -> Iterator[dict[str, Any]]:
    """Bars of the nodes; where money turns into people, two bars side by side."""
    for place in where.values():
        node, at = place.node, STAGES[place.node.stage]
        same = abs(node.into - node.out) < 1e-12
        sides = ((at, at + BAR, node.out),) if same else (
            (at, at + BAR / 2, node.into), (at + BAR / 2, at + BAR, node.out),
        )  # fmt: skip
        for left, right, share in sides:
            top = place.top(share)
            yield {
                "x": left, "x2": right, "y": top, "y2": top + max(1.5, share * place.scale),
                "colour": palette.ink(dark),
            }  # fmt: skip


def _texts(
    where: dict[str, Place],
    labels: Mapping[str, tuple[Sequence[str], str]],
    heads: Sequence[str],
    dark: bool,
) -> Iterator[dict[str, Any]]:
    yield from _label_lines(where, labels, palette.ink(dark))
    for i, head in enumerate(heads):
        at = STAGES[i] + (BAR if i == 0 else 0)
        quiet = {"align": _side(i), "weight": 400, "colour": palette.faint(dark)}
        yield {"x": at, "y": -24.0, "text": head, **quiet}


def _side(stage: int) -> str:
    return "right" if stage == 0 else "left"


def _label_lines(
    where: dict[str, Place], labels: Mapping[str, tuple[Sequence[str], str]], colour: str
) -> Iterator[dict[str, Any]]:
    """Each line of each label at its own height, the block centred on its node."""
    for key, place in where.items():
        name, figure = labels[key]
        lines = [(line, 600) for line in name] + [(figure, 400)] * bool(figure)
        stage = place.node.stage
        for k, (text, weight) in enumerate(lines):
            yield {
                "x": STAGES[stage] + (-0.9 if stage == 0 else 1.7),
                "y": place.middle + (k - (len(lines) - 1) / 2) * LINE,
                "text": text, "align": _side(stage), "weight": weight, "colour": colour,
            }  # fmt: skip
