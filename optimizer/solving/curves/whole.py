"""Whole-number decisions on true curves: steps below them give a plan, steps above a bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from optimizer.formulation.case import Case, Grids
from optimizer.lp.certificate import check_plan
from optimizer.lp.hot import Answer
from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve
from optimizer.solving.curves.points import Point, point_of
from optimizer.solving.curves.rounds import in_rounds
from optimizer.solving.curves.s_shaped_breakpoints import turning
from optimizer.solving.ties import cheapest

TOLERANCE = 1e-7
"""Distance of plan and bound, relative to the objective, at which the search ends."""
ROUNDS = 20


@dataclass(frozen=True)
class Whole:
    """A case with its steps, a solution on them, and how far the best plan may lie above it.

    `gap` comes from the curves; the solver's own gap is part of the solution.
    """

    case: Case
    solution: Solution
    gap: float


def best_whole(case: Case, make: Callable[[Case], LinearProgram]) -> Whole:
    """The best plan of rows with whole-number decisions, certified, ties broken by money."""
    if case.shapes:
        found = searched(case, make)
        if not found.solution.found:
            return found
        case, gap = found.case, found.gap
    else:
        gap = 0.0
    program = make(case)
    solution = solve(program, then=cheapest(case, program))
    if case.curves and solution.found:
        solution = _moved(case, make, solution)
    return Whole(case, solution, gap)


def searched(
    case: Case, make: Callable[[Case], LinearProgram], tolerance: float = TOLERANCE
) -> Whole:
    """A plan whose objective is the best one, on steps that end at its money.

    On steps above the curves every true plan is possible, so that their optimum is a bound. Plan
    and bound are refined where they spend until they meet.
    """
    below = solve(make(case))
    best: tuple[Point, Grids] | None = None
    value, gap = -np.inf, 0.0
    for _ in range(ROUNDS if case.shapes else 0):
        above_case = replace(case, outer=True)
        above = solve(make(above_case))
        if not above.found or above.objective is None:
            return Whole(case, replace(above, program=below.program), 0.0)
        sign = 1.0 if above.program.maximise else -1.0
        grids = _ending(case, _point(above_case, above))
        turns = turning(case, turning(case, case.turns, below), above, above_case)
        if below.found:
            objective, point = on_curves(case, make, below)
            grids = point.ends_in(grids)
            if sign * objective > value:
                best, value = (point, case.turns), sign * objective
        gap = max(0.0, sign * above.objective - value)
        closed = best is not None and gap <= tolerance * max(1.0, abs(value))
        if closed or (grids, turns) == (case.grids, case.turns):
            break
        case = replace(case, grids=grids, turns=turns)
        below = solve(make(case))
    if best is None:
        undecided = below.status is Status.INFEASIBLE and bool(case.bent)
        return Whole(case, replace(below, status=Status.STOPPED) if undecided else below, 0.0)
    point, ends = best
    case = replace(case, grids=point.grids(case), turns=ends)
    program = make(case)
    x = point.on(case, program)
    objective = float(program.arrays.gain @ x) + float(program.constant)
    return Whole(case, Solution(program, Status.OPTIMAL, objective, x), gap)


def on_curves(
    case: Case, make: Callable[[Case], LinearProgram], solution: Solution
) -> tuple[float, Point]:
    """Objective and plan on the true curves with the whole numbers of a solution."""
    value = solution.value

    def settled(finer: Case) -> LinearProgram:
        program = make(finer)
        return replace(program, columns=tuple(
            replace(c, lower=round(value[c.key]), upper=round(value[c.key]), integer=False)
            if c.integer else c
            for c in program.columns
        ))  # fmt: skip

    found, program, answer = in_rounds(case, settled)
    if not answer.found:
        assert solution.objective is not None
        return solution.objective, _point(case, solution)
    return answer.objective, point_of(found, program, answer.x, answer.prices)


def answer_of(solution: Solution) -> Answer:
    """A solution in the form of a quick solve; there are no prices with whole numbers."""
    program = solution.program
    nan = (np.full(len(program.columns), np.nan), np.full(len(program.rows), np.nan))
    if not solution.found or solution.x is None or solution.objective is None:
        return Answer(solution.status, float("nan"), nan[0], nan[1], nan[0])
    return Answer(Status.OPTIMAL, solution.objective, solution.x, nan[1], nan[0])


def _point(case: Case, solution: Solution) -> Point:
    assert solution.x is not None
    return point_of(case, solution.program, solution.x, np.zeros(len(solution.program.rows)))


def _ending(case: Case, point: Point) -> Grids:
    """The case's grids with steps that end at the money of a point."""
    return point.ends_in({cell: case.grid(*cell) for cell in point.money})


def _moved(case: Case, make: Callable[[Case], LinearProgram], solution: Solution) -> Solution:
    """A solution on steps moved onto the true curves, where it passes its check there."""
    program = solution.program
    _, point = on_curves(case, make, solution)
    x = point.on(case, program)
    exact = check_plan(program, x, solution.gap or 0.0)
    dearer = x - np.array(list(solution.value.values()))
    costs = cheapest(case, program)
    more = sum(cost * float(dearer[program.column_number[k]]) for k, cost in costs.items())
    if not exact.passed or more > 1e-6 * case.most_money:
        return solution
    objective = float(program.arrays.gain @ x) + float(program.constant)
    return replace(solution, x=x, objective=objective, certificate=exact)
