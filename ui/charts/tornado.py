"""A tornado as HTML: what moves when a number goes to an end of its range, at any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import Safe, named, tag

ROOM = "5.5rem"
"""Room beside the longest arm for its figure."""
LEAST = 0.3
"""Least share of the width for a side."""


@dataclass(frozen=True)
class Arm:
    """One end of a range: share of the money that moves, figure, hint, whether the lead changes."""

    moved: float
    label: str
    hint: str
    flips: bool


@dataclass(frozen=True)
class Swing:
    """One number with its two ends; `badge` is its grade."""

    key: str
    label: str
    note: str
    badge: Safe
    assumed: bool
    low: Arm
    high: Arm

    @property
    def widest(self) -> float:
        """The longer of its arms."""
        return max(self.low.moved, self.high.moved)


def tornado(swings: Sequence[Swing], heads: tuple[str, str], name: str) -> Safe:
    """Arms to the left for the low end, to the right for the high end, all on one scale.

    Assumptions are drawn hollow with a dashed edge, so that they differ without colour.
    """
    low, high = max(s.low.moved for s in swings), max(s.high.moved for s in swings)
    share = min(1 - LEAST, max(LEAST, low / (low + high)))
    longest = max(low / share, high / (1 - share))
    scales = (longest * share, longest * (1 - share))
    top = tag(
        "div",
        *(tag("div", tag("span", head)) for head in heads),
        css="tbo-arms tbo-muted",
        more={"aria-hidden": "true"},
    )
    rows = [_row(swing, scales) for swing in swings]
    style = f"--room:{ROOM};--left:{100 * share:.2f}%"
    return tag("div", top, *rows, css="tbo-tornado", style=style, more=named(name))


def _row(swing: Swing, scales: tuple[float, float]) -> Safe:
    label = tag("div", swing.badge, " ", tag("strong", swing.label), " ", css="tbo-swing")
    note = tag("span", swing.note, css="tbo-muted")
    arms = [
        _arm(arm, scale, swing.assumed)
        for arm, scale in zip((swing.low, swing.high), scales, strict=True)
    ]
    return tag(
        "div", label, note, tag("div", *arms, css="tbo-arms"), more=named(f"swing-{swing.key}")
    )


def _arm(arm: Arm, scale: float, assumed: bool) -> Safe:
    css = " ".join(
        ["tbo-arm", *["tbo-hollow"] * assumed, *["tbo-arm-flips"] * (arm.flips and arm.moved > 0)]
    )
    part = tag("i", css=css, style=f"--part:{arm.moved / scale:.4f}")
    return tag("div", part, tag("span", arm.label), more={"title": arm.hint})
