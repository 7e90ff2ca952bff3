"""Steps of S-shaped supply curves: further breakpoints where plans and bounds spend."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.curves import Shape
from optimizer.formulation.payments import ActivityId
from optimizer.lp.solution import Solution

NEAR = 1e-9
"""Share of a curve's scale below which two breakpoints count as one."""


def turning(
    case: Case,
    known: Grids,
    solution: Solution,
    stepped: Case | None = None,
) -> dict[tuple[ActivityId, int], tuple[float, ...]]:
    """Breakpoints of all S-shaped curves of a case, with those where a solution spends.

    `known` are the breakpoints so far; `stepped` is the case whose steps the solution is on, where
    it is another one: there a narrow step stands around the money, of which a part may be bought,
    for rules that fix it to the last digit. Steps above the curves come near what a plan has to
    spend from below only: a breakpoint beyond goes with each, for plans that need a little more.
    """
    found = {
        (key, y): known.get((key, y)) or case.grid(key, y) for key in case.bent for y in case.years
    }
    for (key, y), money in _spent(stepped or case, solution):
        grid, near = found[key, y], NEAR * float(case.bent[key].scale)
        wanted = [money]
        if stepped is not None and stepped.outer:
            left = max((m for m in grid if m < money), default=money)
            wanted.append(money + max(0.5 * (money - left), 2.0 * near))
        for m in wanted:
            if all(abs(m - n) > near for n in grid) and m < grid[-1]:
                grid = tuple(sorted((*grid, m)))
        if stepped is not None and near < money < grid[-1]:
            grid = _around(case.bent[key], grid, money)
        found[key, y] = grid
    return found


def _around(shape: Shape, grid: tuple[float, ...], money: float) -> tuple[float, ...]:
    """The breakpoints with a narrow step around the money, if it is in none yet."""
    if any(low <= money <= high and shape.narrow(low, high) for low, high in pairwise(grid)):
        return grid
    reach = shape.reach(money)
    ends = (max(0.0, money - reach), min(money + reach, grid[-1]))
    return tuple(sorted({*(m for m in grid if not ends[0] < m < ends[1]), *ends}))


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
