"""Solve a scenario's rows with supply curves stepped finely enough, and say how finely that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.payments import ActivityId
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.lp.proof import elastic
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve

TOLERANCE = 1e-12
"""Certified gap of supply curves, relative to the objective, at which refinement stops."""
ROUNDS = 60


@dataclass(frozen=True)
class Refined:
    """A case with its final steps, the certified solution on them, and the gap they leave."""

    case: Case
    solution: Solution
    gap: float
    """No finer steps of the curves could improve the objective by more than this."""


def refined(
    scenario: Scenario,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    most: float | None = None,
    grids: Grids | None = None,
) -> Refined:
    """The best solution of the rows that `make` writes for a case of the scenario.

    The steps of curves are refined on quick solves; the last programme goes through the certified
    solver, ties broken towards the least spending. `most` is more money than any activity can get
    in a year (default: the budget); `grids` are steps to begin with.
    """
    case = case_of(scenario, grids=grids, most=most)
    case, program, answer = quick(case, make)
    gap = curve_gap(case, program, answer.prices)[0] if answer.found and case.curves else 0.0
    return Refined(case, solve(program, then=cheapest(case, program)), gap)


def quick(
    case: Case,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    tolerance: float = TOLERANCE,
) -> tuple[Case, LinearProgram, Answer]:
    """The case with finer steps, its programme, and a solution not yet certified."""
    program = make(case)
    answer = Hot(program).solve()
    if answer.status is Status.INFEASIBLE and case.curves:
        case, _ = fitted(case, make)
        program = make(case)
        answer = Hot(program).solve()
    for _ in range(ROUNDS):
        if not answer.found or not case.curves or program.arrays.integer.any():
            break
        gap, finer = curve_gap(case, program, answer.prices)
        if gap <= tolerance * max(1.0, abs(answer.objective)) or finer == case.grids:
            break
        case = replace(case, grids=finer)
        program = make(case)
        answer = Hot(program).solve()
    return case, program, answer


def fitted(case: Case, make: Callable[[Case], LinearProgram]) -> tuple[Case, bool]:
    """The case with steps fine enough, and whether the rows that `make` writes can hold together.

    Steps lie below their curve, so what holds on them holds. What does not is tried again with the
    steps that shrink its violations most, until it holds or the certified gap of the curves is less
    than the violations that are left.
    """
    program = make(case)
    if program.arrays.integer.any():
        idle = tuple(replace(c, gain=0.0) for c in program.columns)
        return case, solve(replace(program, columns=idle)).found
    for _ in range(ROUNDS):
        if Hot(program).solve().status is not Status.INFEASIBLE:
            return case, True
        if not case.curves:
            break
        broken = elastic(program)
        least = Hot(broken).solve()
        gap, finer = curve_gap(case, broken, least.prices)
        if not least.found or gap < 0.5 * least.objective or finer == case.grids:
            break
        case = replace(case, grids=finer)
        program = make(case)
    return case, False


def cheapest(case: Case, program: LinearProgram) -> dict[Key, float]:
    """Money as a second goal: of all best plans the one that commits least."""
    known, bound = program.column_number, case.committed(case.activities)
    return {key: float(cost) for key, cost in bound.items() if key in known}


def curve_gap(case: Case, program: LinearProgram, prices: FloatArray) -> tuple[float, Grids]:
    """What finer steps could add at most, and grids with the steps that would add it.

    By weak duality: with the prices of the rows fixed, the best use of each curve in each year is
    a problem in one variable, solved on the true curve and on its steps; the differences add up to
    a bound on the objective of the true curves (Bertsekas, Nonlinear Programming, ch. 6).
    """
    profit = -program.arrays.transposed_times(prices) * (1.0 if program.maximise else -1.0)
    number = program.column_number
    total = 0.0
    finer: dict[tuple[ActivityId, int], tuple[float, ...]] = {}
    for (p, a), shape in case.curves.items():
        for y, steps in case.supply[p, a].items():
            grid = list(case.grid((p, a), y))
            rate = np.array([float(s.rate) for s in steps])
            width = np.array([float(s.width) for s in steps])
            if len(steps) < 2:
                _insert(grid, 0.5 * (grid[0] + grid[-1]))
                finer[(p, a), y] = tuple(grid)
                continue
            net = profit[[number["units", p, a, i, y] for i in range(len(steps))]]
            cost = max(0.0, float((net[0] - net[-1]) / (rate[-1] - rate[0])))
            value = float(net[0] + cost * rate[0])
            stepped = float(np.maximum(0.0, value - cost * rate) @ width)
            best = shape.money_at_slope(cost / value, grid[-1]) if value > 0 else 0.0
            total += max(0.0, value * float(shape.units(best)) - cost * best - stepped)
            _insert(grid, best)
            finer[(p, a), y] = tuple(grid)
    return total, finer


def _insert(grid: list[float], money: float) -> None:
    """Adds a breakpoint and the middles of the steps beside it, unless one is as good as there."""
    at = bisect_left(grid, money)
    low, high = grid[max(0, at - 1)], grid[min(at, len(grid) - 1)]
    for point in (money, 0.5 * (low + money), 0.5 * (money + high)):
        at = bisect_left(grid, point)
        near = grid[max(0, at - 1) : at + 1]
        if all(abs(point - g) > 1e-9 * grid[-1] for g in near):
            grid.insert(at, point)
