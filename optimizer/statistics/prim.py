"""Boxes of input space in which something happens: the patient rule induction method.

Friedman and Fisher (1999), Statistics and Computing 9; as used for scenario discovery by Bryant and
Lempert (2010), Technological Forecasting and Social Change 77. Peeling only; the box of the
trajectory that best balances how much of the cases it holds with how pure it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.program import FloatArray, IntArray

PEEL = 0.05
"""Share of the points in the box that one step takes away at most."""
FEWEST = 20
"""Points that a box holds at least."""
NEEDED = 0.03
"""A limit stays only if leaving it out lowers the balance by more than this share."""


@dataclass(frozen=True)
class Box:
    """Limits (inputs,) on each input, infinite where there is none, and how well the box does.

    `density` is the share of cases among the points inside, `coverage` the share of all cases that
    are inside, `support` the share of all points that are inside.
    """

    low: FloatArray
    high: FloatArray
    density: float
    coverage: float
    support: float

    @property
    def balance(self) -> float:
        """Harmonic mean of density and coverage."""
        both = self.density + self.coverage
        return 0.0 if both == 0.0 else 2.0 * self.density * self.coverage / both

    @property
    def limited(self) -> IntArray:
        """Inputs that the box limits."""
        return np.flatnonzero(np.isfinite(self.low) | np.isfinite(self.high))

    def holds(self, points: FloatArray) -> NDArray[np.bool_]:
        """Which points (points, inputs) lie inside."""
        inside = (points >= self.low) & (points <= self.high)
        return np.asarray(inside.all(axis=1))


def find_box(points: FloatArray, cases: NDArray[np.bool_], *, most: int = 3) -> Box:
    """The box in which `cases` (points,) gather, for points (points, inputs).

    It limits `most` inputs at most: those of a first box that it can least do without; a second box
    is then peeled on these alone, so that chance in the others does not shape it.
    """
    first = _trajectory(points, cases, np.arange(points.shape[1]))
    chosen = _plainer(first, points, cases, most=most).limited
    return _plainer(_trajectory(points, cases, chosen), points, cases, most=most)


def _trajectory(points: FloatArray, cases: NDArray[np.bool_], inputs: IntArray) -> Box:
    """The box of best balance while these inputs are peeled."""
    width = points.shape[1]
    box = best = _judged(np.full(width, -np.inf), np.full(width, np.inf), points, cases)
    while box.density < 1.0 and len(inputs):
        peeled = _peeled(box, points, cases, inputs)
        if peeled is None:
            break
        box = peeled
        best = max(best, box, key=lambda one: one.balance)
    return best


def _judged(low: FloatArray, high: FloatArray, points: FloatArray, cases: NDArray[np.bool_]) -> Box:
    """A box with its density, coverage and support."""
    box = Box(low, high, 0.0, 0.0, 0.0)
    inside = box.holds(points)
    hit, count = int(cases[inside].sum()), int(inside.sum())
    return replace(
        box,
        density=hit / max(1, count),
        coverage=hit / max(1, int(cases.sum())),
        support=count / max(1, len(points)),
    )


def _peeled(box: Box, points: FloatArray, cases: NDArray[np.bool_], inputs: IntArray) -> Box | None:
    """The box less the slice, of all sides of these inputs, that leaves it purest."""
    inside = box.holds(points)
    some, hit = points[inside][:, inputs], cases[inside]
    if len(some) * (1.0 - PEEL) < FEWEST:
        return None
    ends = np.quantile(some, [PEEL, 1.0 - PEEL], axis=0)
    best, choice = hit.mean(), None
    for side, keep in enumerate((some > ends[0], some < ends[1])):
        # where many points stand on the end itself, a strict cut may take too much or nothing
        count = keep.sum(axis=0)
        density = (keep & hit[:, None]).sum(axis=0) / np.maximum(count, 1)
        density[(count < FEWEST) | (count == len(some))] = -1.0
        j = int(density.argmax())
        if density[j] > best:
            kept = some[keep[:, j], j]
            best, choice = density[j], (side, int(inputs[j]), kept.max() if side else kept.min())
    if choice is None:
        return None
    side, j, limit = choice
    low, high = box.low.copy(), box.high.copy()
    (high if side else low)[j] = limit
    return _judged(low, high, points, cases)


def _plainer(box: Box, points: FloatArray, cases: NDArray[np.bool_], *, most: int) -> Box:
    """The box without limits that hardly help, and with `most` inputs limited; least helpful go."""
    while len(box.limited):
        candidates = []
        for j in box.limited.tolist():
            for side in ("low", "high"):
                ends = {"low": box.low.copy(), "high": box.high.copy()}
                if np.isfinite(ends[side][j]):
                    ends[side][j] = -np.inf if side == "low" else np.inf
                    candidates.append(_judged(ends["low"], ends["high"], points, cases))
        best = max(candidates, key=lambda one: one.balance)
        if len(box.limited) <= most and best.balance < (1.0 - NEEDED) * box.balance:
            break
        box = best
    return box
