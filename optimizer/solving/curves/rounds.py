"""Finer steps round by round, until those of the supply curves lose nothing that counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.lp.certificate import check
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import Status
from optimizer.solving.curves.curve_gap import curve_gap
from optimizer.solving.curves.feasibility import fitted
from optimizer.solving.curves.points import Point
from optimizer.solving.curves.smooth import Optimum, smooth_point

TOLERANCE = 1e-11
"""Certified gap of supply curves, relative to the objective, at which refinement stops."""
ROUNDS = 60

Found = tuple[Case, LinearProgram, Answer]
"""A case with its steps, its programme, and a solution not yet certified."""


def in_rounds(
    case: Case,
    make: Callable[[Case], LinearProgram] = compile_program,
    tolerance: float = TOLERANCE,
    *,
    start: LinearProgram | None = None,
) -> Found:
    """The optimum of rows without whole-number decisions, on steps fine enough for it.

    `start` is what `make` writes for the case, where that is known.
    """
    program = make(case) if start is None else start
    answer = Hot(program).solve()
    if answer.status is Status.INFEASIBLE and case.curves:
        case, holds = fitted(case, make)
        program = make(case)
        answer = Hot(program).solve() if holds else answer
    for _ in range(ROUNDS):
        if not answer.found or not case.curves:
            break
        gap, grids = curve_gap(case, program, answer.prices)
        if gap <= tolerance * max(1.0, abs(answer.objective)) or grids == case.grids:
            break
        point = smooth_point(case, program, Optimum(answer.x, answer.prices, answer.basis))
        case = replace(case, grids=grids if point is None else point.ends_in(grids))
        program = make(case)
        exact = None if point is None else _exact(case, program, point, tolerance)
        if exact is not None:
            return case, program, exact
        answer = Hot(program).solve()
    return case, program, answer


def _exact(case: Case, program: LinearProgram, point: Point, tolerance: float) -> Answer | None:
    """A point as the answer of a programme whose steps end there; None if it fails its check."""
    x, a = point.on(case, program), program.arrays
    objective = float(a.gain @ x) + float(program.constant)
    gap, _ = curve_gap(case, program, point.prices)
    if gap > tolerance * max(1.0, abs(objective)) or not check(program, x, point.prices).passed:
        return None
    reduced = a.gain - a.transposed_times(point.prices)
    return Answer(Status.OPTIMAL, objective, x, point.prices, reduced)
