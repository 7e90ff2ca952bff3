"""Solve a linear programme through PuLP and HiGHS; nothing is called optimal unchecked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf, isfinite
from typing import NamedTuple

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.attempts import ATTEMPTS, LARGE, PRESOLVED
from optimizer.lp.boxes import rounded_inwards
from optimizer.lp.certificate import check, check_plan
from optimizer.lp.confirm import SAME, SMALL, confirmed, settled
from optimizer.lp.far_limits import solved_nearby
from optimizer.lp.program import Key, LinearProgram, MalformedProgram
from optimizer.lp.pulp_run import VERSIONS, hand_over
from optimizer.lp.scaling import wild
from optimizer.lp.solution import Solution, Status
from optimizer.lp.ties import cheapest_on_face
from optimizer.lp.time_guard import within
from optimizer.lp.verdict import linear, objective_unit, optimum
from optimizer.lp.whole.search import Whole, trivial

_PATIENCE = 20.0  # seconds, and as many times what was spent so far, for an attempt that is not
# the first: interior points may otherwise search for ever

__all__ = ["ATTEMPTS", "VERSIONS", "Solution", "Status", "solve"]


def solve(
    program: LinearProgram,
    *,
    time_limit: float | None = None,
    mip_gap: float = 1e-9,
    then: Mapping[Key, float] | None = None,
) -> Solution:
    """Solve `program` and check the answer; nothing is called OPTIMAL that fails its check.

    `time_limit` is in seconds; `mip_gap` the relative gap at which a mixed-integer search may end.
    `then` names gains whose sum is made least among all optimal plans, so that ties are broken the
    same way each time. Raises MalformedProgram when the data are no programme at all.
    """
    unknown = [k for k in then or () if k not in program.column_number]
    if unknown:
        raise MalformedProgram(f"`then` names an unknown column {unknown[0]!r}.")
    if not (all(isfinite(v) for v in (then or {}).values()) and mip_gap >= 0.0):
        raise MalformedProgram("`then` needs finite numbers, `mip_gap` a number from 0.")
    _ = program.arrays  # raises for what is no programme
    work = _Work(program, Allowance(seconds=time_limit), mip_gap, then)
    solution = work.done() if time_limit is None else within(time_limit, work.done)
    return replace(solution or Solution(program, Status.STOPPED), versions=VERSIONS)


class _Work(NamedTuple):
    """One programme to solve, and what for."""

    program: LinearProgram
    allowance: Allowance
    mip_gap: float
    then: Mapping[Key, float] | None

    def done(self) -> Solution:
        """The checked answer, its ties broken; FAILED where no float can hold it."""
        try:
            with np.errstate(over="ignore", invalid="ignore"):
                solution = self._done()
        except OverflowError:
            return Solution(self.program, Status.FAILED)
        beyond = solution.objective is not None and not isfinite(solution.objective)
        return Solution(self.program, Status.FAILED) if beyond else solution

    def _done(self) -> Solution:
        if self.program.arrays.integer.any():
            return self._whole()
        solution = _solve(self.program, self.allowance)
        if self.then is None or not solution.found:
            return solution
        return _break_ties(solution, self.then, self.allowance)

    def _whole(self) -> Solution:
        search = Whole(self.allowance, self.mip_gap)
        rounded = rounded_inwards(self.program)
        solution = search.solve(rounded)
        if self.then is not None and solution.found:
            solution = self._to_the_end(search.cheapest(solution, self.then))
        return solution if rounded is self.program else replace(solution, program=self.program)

    def _to_the_end(self, solution: Solution) -> Solution:
        """The best plan with the same whole numbers: a search ends a hair before it."""
        assert solution.x is not None
        program = solution.program
        columns = tuple(
            replace(c, lower=round(v), upper=round(v), integer=False) if c.integer else c
            for c, v in zip(program.columns, solution.x.tolist(), strict=True)
        )
        fixed = self._replace(program=replace(program, columns=columns))._done()
        if fixed.x is None or fixed.objective is None or solution.bound is None:
            return solution
        sign = 1.0 if program.maximise else -1.0
        if sign * (fixed.objective - (solution.objective or 0.0)) < 0.0:
            return solution
        gap = abs(solution.bound - fixed.objective) / max(
            abs(fixed.objective), objective_unit(program)
        )
        certificate = check_plan(program, fixed.x, gap)
        if not certificate.passed:
            return solution
        return replace(
            solution, x=fixed.x, objective=fixed.objective, gap=gap, certificate=certificate
        )


def _solve(program: LinearProgram, allowance: Allowance) -> Solution:
    """A programme without integer columns."""
    arrays = program.arrays
    if (arrays.lower > arrays.upper).any() or not len(arrays.gain):
        return trivial(program)
    found = solved_nearby(program, lambda near: _solve(near, allowance), allowance)
    if found is None and len(arrays.data) <= SMALL and wild(arrays):
        found = settled(program, allowance.limit)
    return _tried(program, allowance) if found is None else found


def _tried(program: LinearProgram, allowance: Allowance) -> Solution:
    """What the first attempt says that passes its check; rationals where none does."""
    seconds, last = 0.0, Status.FAILED
    large = len(program.arrays.data) > LARGE
    attempts = (PRESOLVED, *ATTEMPTS) if large else ATTEMPTS
    for attempt in attempts:
        left = allowance.seconds
        if left <= 0:
            last = Status.STOPPED
            break
        patience = inf if attempt is attempts[0] else _PATIENCE * (1.0 + seconds)
        run = hand_over(program, attempt, {"timeLimit": min(left, patience)})
        seconds += run.seconds
        if run.status is Status.STOPPED and patience < left:
            continue
        solution = linear(program, run, allowance.seconds)
        if solution.status is not Status.FAILED:
            return replace(confirmed(solution, allowance.limit), seconds=seconds)
    exact = settled(program, allowance.limit) if last is Status.FAILED else None
    if exact is None and allowance.over:
        last = Status.STOPPED
    return replace(exact or Solution(program, last), seconds=seconds)


def _break_ties(solution: Solution, then: Mapping[Key, float], allowance: Allowance) -> Solution:
    """Among all plans as good as `solution`, the one whose `then` is least."""
    program = solution.program
    found = cheapest_on_face(solution, then, allowance.seconds)
    if found is None:
        return solution
    certificate = check(program, found.x, found.prices)
    if not certificate.passed:
        return solution
    best = optimum(program, found.x, found.prices, found.basis, certificate)
    assert best.objective is not None
    assert solution.objective is not None
    size = max(float(np.abs(program.arrays.gain * found.x).sum()), objective_unit(program))
    if abs(best.objective - solution.objective) > 10 * SAME * size:
        return solution
    return replace(best, seconds=solution.seconds)
