"""Steps of S-shaped supply curves: further breakpoints where plans and bounds spend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from optimizer.formulation.case import Case, Grids
from optimizer.formulation.payments import ActivityId
from optimizer.lp.solution import Solution

NEAR = 1e-9
"""Share of a curve's scale below which two breakpoints count as one."""


def turning(
    case: Case,
    known: Grids,
    solution: Solution,
    stepped: Case | None = None,
    hairs: Sequence[float] = (),
) -> dict[tuple[ActivityId, int], tuple[float, ...]]:
    """Breakpoints of all S-shaped curves of a case, with those where a solution spends.

    `known` are the breakpoints so far; `stepped` is the case whose steps the solution is on, where
    it is another one. Steps above the curves come near what a plan has to spend from below only:
    there a breakpoint beyond goes with each, for the plans that need a little more. `hairs` are
    shares of the money by which further breakpoints stand beside.
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
        beside = (money * (1.0 + hair) for hair in hairs)
        found[key, y] = tuple(sorted({*grid, *(m for m in beside if near < m < grid[-1])}))
    return found


def beyond(case: Case, solution: Solution, hair: float) -> Case:
    """The case with a breakpoint a share `hair` above where a solution spends on S-shaped curves.

    Where steps are bought in full only, a plan that a limit misses by rounding has none near it.
    """
    found = dict(case.turns)
    for (key, y), money in _spent(case, solution):
        more, grid = money * (1.0 + hair), case.grid(key, y)
        if 0.0 < money < more < grid[-1]:
            found[key, y] = tuple(sorted({*grid, more}))
    return replace(case, turns=found)


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
