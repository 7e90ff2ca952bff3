"""The flow picture as HTML: money by programme, what it buys, who is supported, net people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ui.charts.flow_geometry import STEPS, Link, Node, Place, Ribbon, height_for, places, ribbons
from ui.markup import Safe, named, tag

STAGES = (17.0, 40.0, 63.0, 89.0)
"""Where the stages stand, in hundredths of the width."""
BAR = 0.9
LEAST = 380.0
"""Pixels."""

Labels = Mapping[str, tuple[str, str]]
"""Name and figure of each node."""


def flow_chart(
    nodes: Sequence[Node], links: Sequence[Link], labels: Labels, heads: Sequence[str]
) -> Safe:
    """The picture: ribbons stretch with the page, letters do not."""
    height = height_for(nodes, LEAST)
    where = places(nodes, links, height)
    names = [
        tag("span", head, css=f"tbo-flow-{i}", style=f"{_side(i)}:{_start(i):.2f}%")
        for i, head in enumerate(heads)
    ]
    drawn = [_band(where, band) for band in ribbons(links, where)]
    stands = [bar for place in where.values() for bar in _stand(place)]
    said = [_label(place, *labels[key]) for key, place in where.items()]
    picture = tag("div", *drawn, *stands, *said, css="tbo-flow", style=f"height:{height:.0f}px")
    return tag("div", tag("div", *names, css="tbo-flow-heads"), picture, more=named("flow"))


def _band(where: Mapping[str, Place], band: Ribbon) -> Safe:
    """A ribbon: a box in its colour, cut out along its two edges."""
    left = STAGES[where[band.link.source].node.stage] + BAR
    width = STAGES[where[band.link.target].node.stage] - left
    top, bottom = min(band.start[0], band.end[0]), max(band.start[1], band.end[1])
    ways = [n / STEPS for n in range(STEPS + 1)]
    edge = [(t, band.edge(t, 0.0)) for t in ways] + [(t, band.edge(t, 1.0)) for t in ways[::-1]]
    tall = max(bottom - top, 1e-9)
    shape = ",".join(f"{100 * t:.4g}% {100 * (y - top) / tall:.4g}%" for t, y in edge)
    return tag(
        "div",
        css="tbo-ribbon tbo-lined" if band.link.lined else "tbo-ribbon",
        style=f"left:{left:.2f}%;width:{width:.2f}%;top:{top:.1f}px;height:{tall:.1f}px;"
        f"background-color:{band.link.colour};clip-path:polygon({shape})",
        more={"title": band.link.hint},
    )


def _stand(place: Place) -> Iterator[Safe]:
    """The bar of a node; where money turns into people, two bars side by side."""
    node, at = place.node, STAGES[place.node.stage]
    same = abs(node.into - node.out) < 1e-12
    sides = ((at, BAR, node.out),) if same else (
        (at, BAR / 2, node.into), (at + BAR / 2, BAR / 2, node.out),
    )  # fmt: skip
    for left, wide, share in sides:
        tall = max(1.5, share * place.scale)
        box = f"left:{left:.2f}%;width:{wide:.2f}%;top:{place.top(share):.1f}px;height:{tall:.1f}px"
        yield tag("i", style=box)


def _label(place: Place, name: str, figure: str) -> Safe:
    """Name and figure beside a node, centred on it; they wrap before the next stage."""
    stage = place.node.stage
    wide = STAGES[0] - 1 if stage == 0 else (*STAGES, 100.0)[stage + 1] - _start(stage) - 1
    box = f"{_side(stage)}:{_start(stage):.2f}%;max-width:{wide:.2f}%;top:{place.middle:.1f}px"
    lines = [tag("strong", name), *([tag("span", figure)] if figure else [])]
    return tag("div", *lines, css=f"tbo-flow-label tbo-flow-{stage}", style=box)


def _side(stage: int) -> str:
    """The side from which a stage's letters are measured."""
    return "right" if stage == 0 else "left"


def _start(stage: int) -> float:
    """Where the letters of a stage begin, in hundredths of the width from their side."""
    return 100 - STAGES[0] + 0.7 if stage == 0 else STAGES[stage] + 1.6
