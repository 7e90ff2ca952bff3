"""Geometry of the flow picture: where nodes stand and how ribbons run; pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_SLOT = 46.0
"""Height in pixels that the label of a node needs."""
GAP = 6.0
STEPS = 20


@dataclass(frozen=True)
class Node:
    """A place in one of the stages; both heights are shares of the whole, 0…1."""

    key: str
    stage: int
    into: float
    out: float


@dataclass(frozen=True)
class Link:
    """A ribbon from one node to another, as a share of the whole."""

    source: str
    target: str
    share: float
    colour: str
    lined: bool
    hint: str


@dataclass(frozen=True)
class Place:
    """Where a node stands: middle of its slot, and pixels per whole."""

    node: Node
    middle: float
    scale: float

    def top(self, share: float) -> float:
        """Upper end of a bar of this share."""
        return self.middle - 0.5 * share * self.scale


@dataclass(frozen=True)
class Ribbon:
    """A link with its four corners."""

    link: Link
    start: tuple[float, float]
    """Upper and lower end at the source."""
    end: tuple[float, float]
    """Upper and lower end at the target."""

    def edge(self, t: float, f: float) -> float:
        """Height at t (0 source, 1 target) of the line at fraction f from the upper edge."""
        bend = t * t * (3 - 2 * t)
        a = self.start[0] + f * (self.start[1] - self.start[0])
        b = self.end[0] + f * (self.end[1] - self.end[0])
        return a + (b - a) * bend


def height_for(nodes: Sequence[Node], least: float) -> float:
    """Height that gives every label its slot and large nodes room to differ."""
    crowd = max((sum(n.stage == s for n in nodes) for s in {n.stage for n in nodes}), default=1)
    return max(least, crowd * (LEAST_SLOT + GAP) + 80.0)


def places(nodes: Sequence[Node], links: Sequence[Link], height: float) -> dict[str, Place]:
    """Nodes on their stages, one scale for all, in an order with few crossings."""
    stages = [[n for n in nodes if n.stage == s] for s in sorted({n.stage for n in nodes})]
    scale = min((_scale(stage, height) for stage in stages), default=height)
    found: dict[str, Place] = {}
    for stage in stages:
        ordered = sorted(stage, key=lambda n: _pull(n, links, found))
        slots = [max(LEAST_SLOT, scale * max(n.into, n.out)) for n in ordered]
        free = height - sum(slots)
        gap = free / len(slots) if slots else 0.0
        at = 0.5 * gap
        for node, slot in zip(ordered, slots, strict=True):
            found[node.key] = Place(node, at + 0.5 * slot, scale)
            at += slot + gap
    return found


def _scale(stage: Sequence[Node], height: float) -> float:
    room = height - GAP * len(stage)
    low, high = 0.0, height
    for _ in range(40):
        middle = 0.5 * (low + high)
        taken = sum(max(LEAST_SLOT, middle * max(n.into, n.out)) for n in stage)
        low, high = (middle, high) if taken <= room else (low, middle)
    return low


def _pull(node: Node, links: Sequence[Link], found: Mapping[str, Place]) -> float:
    """Where the ribbons into a node come from, on average; the first stage keeps its order."""
    pairs = [(found[k.source].middle, k.share) for k in links if k.target == node.key]
    weight = sum(share for _, share in pairs)
    return sum(y * share for y, share in pairs) / weight if weight > 0 else 0.0


def ribbons(links: Sequence[Link], where: Mapping[str, Place]) -> list[Ribbon]:
    """Corners of every ribbon, stacked at both ends in the order of the other end."""
    starts = _stacked(links, where, at_source=True)
    ends = _stacked(links, where, at_source=False)
    return [Ribbon(k, starts[i], ends[i]) for i, k in enumerate(links)]


def _stacked(
    links: Sequence[Link], where: Mapping[str, Place], *, at_source: bool
) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for key, place in where.items():
        mine = [i for i, k in enumerate(links) if (k.source if at_source else k.target) == key]
        mine.sort(key=lambda i: where[links[i].target if at_source else links[i].source].middle)
        y = place.top(sum(links[i].share for i in mine))
        for i in mine:
            found[i] = (y, y + links[i].share * place.scale)
            y = found[i][1]
    return found
