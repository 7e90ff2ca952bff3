"""The efficient frontier of two sums between its ends, closed in by weighted sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, inf, pi, sin
from typing import Generic, NamedTuple, TypeVar

from optimizer.system.progress import Tally, Watch

Pair = tuple[float, float]
Payload = TypeVar("Payload")


@dataclass(frozen=True)
class Touch(Generic[Payload]):
    """A plan that is best for one weighting, its two sums, and a proven bound of that weighting."""

    values: Pair
    payload: Payload
    bound: float = inf
    """No plan makes the weighted sum larger than this."""


class Edge(NamedTuple):
    """What was proved between two neighbours: the weights of both sums, and the distance left."""

    weights: Pair
    gap: float
    """No plan lies further beyond the line between them than this, with both ranges as 1."""


class Span(NamedTuple):
    """How far both sums reach between the ends of a frontier."""

    first: float
    second: float


@dataclass(frozen=True)
class Chain(Generic[Payload]):
    """Plans from the best first sum to the best second one, and the edges between neighbours."""

    touches: tuple[Touch[Payload], ...]
    edges: tuple[Edge, ...]

    def worths(self, least: float = 0.0, most: float = inf) -> list[Pair]:
        """For each plan what one unit of the first sum may be worth in units of the second.

        `least` and `most` are where the frontier itself ends.
        """
        rates = [weights[0] / weights[1] for weights, _ in self.edges]
        return list(zip([*rates, least], [most, *rates], strict=True))

    @property
    def gap(self) -> float:
        """The largest distance left beyond any edge."""
        return max((edge.gap for edge in self.edges), default=0.0)


def close_in(
    start: Touch[Payload],
    end: Touch[Payload],
    best: Callable[[Pair], Touch[Payload]],
    *,
    tolerance: float,
    straight: float = 1e-10,
    watch: Watch | None = None,
) -> Chain[Payload]:
    """Every corner between two ends of a concave frontier; both sums are to be large.

    `best` finds a plan that makes w₁·first + w₂·second largest. Between two neighbours it is asked
    with the weights for which both are worth the same; what lies beyond their line is a new
    neighbour of both, until nothing lies further beyond than `tolerance` (Aneja and Nair, 1979;
    Cohon, Multiobjective Programming and Planning, 1978). A plan nearer than `straight` to the line
    between its neighbours is no corner. Both are distances with both ranges as 1. `watch` hears how
    much of the way is closed, in percent. Raises Cancelled.
    """
    span, tally = span_of(start.values, end.values), Tally(watch, 100)
    done, edges = [start], []
    waiting = [end]
    while waiting:
        here, there = done[-1], waiting[-1]
        weights, length = level(here.values, there.values, span)
        touch = best(weights)
        base = min(_sum(weights, here.values), _sum(weights, there.values))
        beyond = (_sum(weights, touch.values) - base) / length
        bound = max((touch.bound - base) / length, 0.0) if touch.bound < inf else max(beyond, 0.0)
        if bound > tolerance and beyond > 0.01 * tolerance and _between(here, touch, there, span):
            waiting.append(touch)
        else:
            edges.append(Edge(weights, bound))
            done.append(waiting.pop())
            tally.reach(round(100 * _way(start.values, done[-1].values, span)))
    return _corners(done, edges, straight)


def level(here: Pair, there: Pair, span: Span) -> tuple[Pair, float]:
    """Weights for which two points are worth the same, and their length with both ranges as 1."""
    across, up = (here[0] - there[0]) / span.first, (there[1] - here[1]) / span.second
    return (up / span.first, across / span.second), hypot(across, up)


def _way(start: Pair, here: Pair, span: Span) -> float:
    """The share of both ranges that lies between the start and a point."""
    return 0.5 * ((start[0] - here[0]) / span.first + (here[1] - start[1]) / span.second)


def _sum(weights: Pair, values: Pair) -> float:
    return weights[0] * values[0] + weights[1] * values[1]


def _between(here: Touch[Payload], new: Touch[Payload], there: Touch[Payload], span: Span) -> bool:
    """Whether the new point lies strictly between two others in both sums."""
    hair = (1e-12 * span.first, 1e-12 * span.second)
    falls = here.values[0] - hair[0] > new.values[0] > there.values[0] + hair[0]
    return falls and here.values[1] + hair[1] < new.values[1] < there.values[1] - hair[1]


def middle(worth: Pair, units: Pair) -> Pair:
    """Positive weights from the middle of a range of worths; sums are measured in `units`."""
    angles = [atan2(w * units[1], units[0]) if w < inf else 0.5 * pi for w in worth]
    angle = 0.5 * sum(angles)
    return sin(angle) * units[0], cos(angle) * units[1]


def span_of(start: Pair, end: Pair) -> Span:
    """The ranges between two ends."""
    return Span(start[0] - end[0], end[1] - start[1])


def _corners(
    done: Sequence[Touch[Payload]], edges: Sequence[Edge], straight: float
) -> Chain[Payload]:
    """The same without points that lie on the line between their neighbours."""
    span = span_of(done[0].values, done[-1].values)
    kept: list[int] = []
    for at in range(len(done)):
        while len(kept) >= 2:
            low, middle = done[kept[-2]].values, done[kept[-1]].values
            weights, length = level(low, done[at].values, span)
            if (_sum(weights, middle) - _sum(weights, low)) / length > straight:
                break
            kept.pop()
        kept.append(at)
    touches = tuple(done[at] for at in kept)
    return Chain(touches, tuple(_joined(touches, kept, edges, span)))


def _joined(
    touches: Sequence[Touch[Payload]], kept: Sequence[int], edges: Sequence[Edge], span: Span
) -> Iterator[Edge]:
    for n in range(len(kept) - 1):
        weights, _ = level(touches[n].values, touches[n + 1].values, span)
        gap = max(e.gap for e in edges[kept[n] : kept[n + 1]])
        yield Edge(weights, gap)
