"""The best plan: what to do with the budget, certified, with curves refined until the gap is closed."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import ActivityId, Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.solver import Solution, solve
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan

TOLERANCE = 1e-9
"""Certified gap of supply curves, relative to the objective, at which refinement stops."""
ROUNDS = 40


def best_plan(scenario: Scenario) -> Plan:
    """The plan with the largest objective; without one, its status says why."""
    case, solution, gap = best_case(scenario)
    return build_plan(case, solution, curve_gap=gap)


def best_case(scenario: Scenario) -> tuple[Case, Solution, float]:
    """The case whose curves are stepped finely enough, its solution, and the gap left."""
    grids: dict[ActivityId, tuple[float, ...]] = {}
    for _ in range(ROUNDS):
        case = case_of(scenario, grids=grids)
        solution = solve(compile_program(case), then=cheapest(case))
        if not solution.found or not case.curves:
            return case, solution, 0.0
        gap, finer = curve_gap(case, solution)
        if gap <= TOLERANCE * max(1.0, abs(solution.objective or 0.0)) or finer == grids:
            break
        grids = dict(finer)
    return case, solution, gap


def cheapest(case: Case) -> dict[object, float]:
    """Spending as a second goal: of all best plans the one that spends least."""
    return {key: float(cost) for key, cost in case.spending().items()}


def curve_gap(case: Case, solution: Solution) -> tuple[float, Grids]:
    """What finer steps could add at most, and grids with the steps that would add it.

    By weak duality: with the prices of the rows fixed, the best use of each curve in each year is
    a problem in one variable, solved on the true curve and on its steps; the differences add up to
    a bound on the objective of the true curves (Bertsekas, Nonlinear Programming, ch. 6).
    """
    program = solution.program
    assert solution.prices is not None
    charge = dict(
        zip(
            (c.key for c in program.columns),
            program.arrays.transposed_times(solution.prices),
            strict=True,
        )
    )
    total, finer = 0.0, {}
    for (p, a), shape in case.curves.items():
        grid = list(case.grid((p, a)))
        steps = case.supply[p, a]
        for y in case.years:
            net = np.array([-charge["units", p, a, i, y] for i in range(len(steps))])
            rate = np.array([float(s.rate) for s in steps])
            width = np.array([float(s.width) for s in steps])
            if len(steps) < 2:
                _insert(grid, 0.5 * (grid[0] + grid[-1]))
                continue
            cost = max(0.0, float((net[0] - net[-1]) / (rate[-1] - rate[0])))
            value = float(net[0] + cost * rate[0])
            stepped = float(np.maximum(0.0, value - cost * rate) @ width)
            best = shape.money_at_slope(cost / value, grid[-1]) if value > 0 else 0.0
            total += max(0.0, value * float(shape.units(best)) - cost * best - stepped)
            _insert(grid, best)
        finer[p, a] = tuple(grid)
    return total, finer


def _insert(grid: list[float], money: float) -> None:
    """Adds a breakpoint unless there is one as near as makes no difference."""
    at = bisect_left(grid, money)
    near = grid[max(0, at - 1) : at + 1]
    if all(abs(money - g) > 1e-9 * grid[-1] for g in near):
        grid.insert(at, money)
