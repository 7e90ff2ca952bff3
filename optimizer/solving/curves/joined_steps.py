"""Steps of supply curves that serve several plans at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from optimizer.formulation.case import Grids
from optimizer.formulation.curves import first_grid
from optimizer.formulation.payments import ActivityId
from optimizer.results.plan import Plan
from optimizer.solving.curves.cells import cells

APART = 1e-7
"""Breakpoints nearer to each other than this share of the whole grid are one."""


def joined(grids: Iterable[Grids]) -> Grids:
    """The breakpoints of all grids together, without those that make no difference."""
    points: dict[tuple[ActivityId, int], set[float]] = {}
    for grid in grids:
        for key, breaks in grid.items():
            points.setdefault(key, set()).update(breaks)
    return {key: _thinned(breaks) for key, breaks in points.items()}


def spread(plans: Sequence[Plan], pieces: int = 16) -> Grids:
    """Coarse steps everywhere, and `pieces` equal ones over what the plans spend on each curve."""
    money: dict[tuple[ActivityId, int], list[float]] = {}
    coarse: dict[tuple[ActivityId, int], tuple[float, ...]] = {}
    for plan in plans:
        assert plan.solution.x is not None
        for cell in cells(plan.case, plan.solution.program):
            key = cell.activity, cell.year
            money.setdefault(key, []).append(float(cell.rates @ plan.solution.x[cell.columns]))
            coarse[key] = first_grid(cell.shape, cell.most)
    grids = {}
    for key, spent in money.items():
        margin, most = 0.25 * (max(spent) - min(spent)), coarse[key][-1]
        ends = max(0.0, min(spent) - margin), min(most, max(spent) + margin)
        fine = (*np.linspace(*ends, pieces + 1).tolist(), *(m for m in spent if 0.0 < m < most))
        grids[key] = _thinned({*coarse[key], *fine})
    return grids


def _thinned(points: set[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for point in sorted(points):
        if not kept or point - kept[-1] > APART * max(points):
            kept.append(point)
    return tuple(kept)
