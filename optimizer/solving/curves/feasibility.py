"""Whether rows can hold together on the true supply curves, and steps fine enough to show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from optimizer.formulation.case import Case
from optimizer.lp.hot import Hot
from optimizer.lp.program import LinearProgram
from optimizer.lp.proof import elastic
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve
from optimizer.solving.curves.curve_gap import curve_gap

ROUNDS = 60


def fitted(case: Case, make: Callable[[Case], LinearProgram]) -> tuple[Case, bool]:
    """The case with steps fine enough, and whether the rows that `make` writes can hold together.

    Steps lie below their curve, so what holds on them holds. What does not is tried again with the
    steps that shrink its violations most, until it holds or the certified gap of the curves is less
    than the violations that are left.
    """
    for _ in range(ROUNDS):
        program = idle(make(case))
        if holds(program):
            return case, True
        if not case.curves or program.arrays.integer.any():
            break
        broken = elastic(program)
        least = Hot(broken).solve()
        gap, finer = curve_gap(case, broken, least.prices)
        if not least.found or gap < 0.5 * least.objective or finer == case.grids:
            break
        case = replace(case, grids=finer)
    return case, False


def idle(program: LinearProgram) -> LinearProgram:
    """The same rows with nothing to gain."""
    return replace(program, columns=tuple(replace(c, gain=0.0) for c in program.columns))


def holds(program: LinearProgram) -> bool:
    """Whether all rows can hold together; where a quick solve gives no verdict, a certified one."""
    if not program.arrays.integer.any():
        status = Hot(program).solve().status
        if status in (Status.OPTIMAL, Status.INFEASIBLE):
            return status is Status.OPTIMAL
    return solve(program).found
