"""Steps of S-shaped supply curves: further breakpoints where plans and bounds spend."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.payments import ActivityId
from optimizer.lp.solution import Solution

NEAR = 1e-9
"""Share of a curve's scale below which two breakpoints count as one."""


def turning(
    case: Case, known: Grids, solution: Solution, stepped: Case | None = None
) -> dict[tuple[ActivityId, int], tuple[float, ...]]:
    """Breakpoints of all S-shaped curves of a case, with those where a solution spends.

    `known` are the breakpoints so far; `stepped` is the case whose steps the solution is on, where
    it is another one.
    """
    found = {
        (key, y): known.get((key, y)) or case.grid(key, y) for key in case.bent for y in case.years
    }
    for (key, y), money in _spent(stepped or case, solution):
        grid, near = found[key, y], NEAR * float(case.bent[key].scale)
        if all(abs(money - m) > near for m in grid) and money < grid[-1]:
            found[key, y] = tuple(sorted((*grid, money)))
    return found


def _spent(case: Case, solution: Solution) -> Iterator[tuple[tuple[ActivityId, int], float]]:
    """Money of each S-shaped curve and year in a solution, in first-year prices."""
    if not solution.found:
        return
    value = solution.value
    for key in case.bent:
        for y, steps in case.supply[key].items():
            units = (value["units", *key, i, y] for i in range(len(steps)))
            money = sum(n * float(step.rate) for n, step in zip(units, steps, strict=True))
            yield (key, y), money
