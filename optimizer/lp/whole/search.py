"""Mixed-integer programmes: the best plan that HiGHS finds, once two searches claim the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.attempts import SEARCHES
from optimizer.lp.boxes import boxed
from optimizer.lp.certificate import (
    INTEGER_TOLERANCE,
    ROUNDING,
    TOLERANCE,
    Certificate,
    check,
    check_plan,
)
from optimizer.lp.confirm import EFFORT, SMALL, confirmed, settled
from optimizer.lp.far_limits import solved_nearby
from optimizer.lp.hot import Hot
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from optimizer.lp.proof import Proof, prove
from optimizer.lp.pulp_run import hand_over
from optimizer.lp.rational.solve import settle_any
from optimizer.lp.scaling import wild
from optimizer.lp.solution import Solution, Status
from optimizer.lp.verdict import agreed_on, mixed, objective_unit, optimum
from optimizer.lp.whole.equations import solvable
from optimizer.lp.whole.seen_from import seen_again, seen_from, whole_point

_PATIENCE = 5.0
"""Seconds for one search among whole numbers that go on for ever: it may have no end."""
_ODD = Certificate("infeasible", gap=1.0, tolerance=0.0)
"""Equations among whole columns without any solution in whole numbers."""
_LIMITS = {"gapAbs": 1e-10, "mip_feasibility_tolerance": 1e-9}


def trivial(program: LinearProgram) -> Solution:
    """A programme without columns, or with bounds that cross."""
    answer = Hot(program).solve()
    if not answer.found:
        proof = prove(program)
        certificate = None if proof is None else proof.certificate
        return Solution(program, Status.INFEASIBLE, certificate=certificate)
    certificate = check(program, answer.x, answer.prices)
    return optimum(program, answer.x, answer.prices, answer.basis, certificate)


class Whole:
    """A search for whole numbers within an allowance of time.

    Every plan is checked, but that nothing beats it is HiGHS' word alone, and one word was wrong
    about once in a thousand small programmes before they were boxed.
    """

    def __init__(self, allowance: Allowance, mip_gap: float, *, moved: bool = False) -> None:
        self.allowance, self.mip_gap, self.seconds = allowance, mip_gap, 0.0
        self._moved = moved

    def solve(self, program: LinearProgram) -> Solution:
        """The answer for a programme whose integer columns have whole bounds."""
        arrays = program.arrays
        if (arrays.lower > arrays.upper).any() or not len(arrays.gain):
            return trivial(program)
        if len(arrays.data) <= SMALL and not solvable(program):
            return Solution(program, Status.INFEASIBLE, certificate=_ODD)
        far = len(arrays.data) <= SMALL and wild(arrays)
        found = settled(program, self.allowance.limit, EFFORT) if far else None
        if found is None or _by_rounding(found):
            found = solved_nearby(program, self.solve, self.allowance)
        if found is None and far:
            found = self._from_its_corner(program)
        if found is None and arrays.gain.any() and not _closed(program):
            found = self._without_end(program, prove(program, self.allowance.seconds))
        return replace(self._searched(program) if found is None else found, seconds=self.seconds)

    def _from_its_corner(self, program: LinearProgram) -> Solution | None:
        """The answer counted from where the optimum without whole numbers lies, found exactly.

        The best plan in whole numbers lies near it, where numbers are small. Where they are not,
        another move would not help: then all is done in rational numbers.
        """
        if self._moved:
            return settled(program, self.allowance.limit)
        corner = settle_any(program, None, "decimal", self.allowance)
        if corner is None:
            return None
        if corner.status is not Status.OPTIMAL:
            return self._without_end(program, Proof(corner.status, corner.certificate()))
        point = whole_point(corner.x)
        if not any(point):
            return settled(program, self.allowance.limit)
        search = Whole(self.allowance, self.mip_gap, moved=True)
        near = search.solve(seen_from(program, point))
        self.seconds += search.seconds
        found = None if near.status is Status.FAILED else seen_again(program, near, point)
        return settled(program, self.allowance.limit) if found is None else found

    def _searched(self, program: LinearProgram) -> Solution:
        claims: list[Solution] = []
        patience = inf if _closed(program, whole=True) else _PATIENCE
        for attempt in SEARCHES:
            left = self.allowance.seconds
            if left <= 0:
                return _stopped(program, claims)
            limits = {**_LIMITS, "gapRel": self.mip_gap, "timeLimit": min(left, patience)}
            run = hand_over(program, attempt, limits)
            self.seconds += run.seconds
            if run.status is Status.STOPPED and patience < left:
                continue
            if run.status in (None, Status.UNBOUNDED):
                continue  # that there is an end is known
            allowed = TOLERANCE if attempt in SEARCHES[:2] else INTEGER_TOLERANCE
            solution = mixed(program, run, max(self.mip_gap, allowed), self.allowance.seconds)
            if solution.status is Status.STOPPED:
                return _stopped(program, [solution, *claims])
            if solution.status is not Status.FAILED:
                claims.append(solution)
                agreed = agreed_on(claims, max(self.mip_gap, INTEGER_TOLERANCE))
                if agreed is not None:
                    return confirmed(agreed, self.allowance.limit)
        exact = settled(program, self.allowance.limit)
        return exact or Solution(program, Status.STOPPED if self.allowance.over else Status.FAILED)

    def _without_end(self, program: LinearProgram, proof: Proof | None) -> Solution | None:
        """The verdict where the programme without whole numbers has no optimum; None if it has.

        With a ray there is no best plan in whole numbers either: the coefficients are rational, so
        that whole multiples of the ray lead on from any plan. Whether there is one, the same rows
        with nothing to gain tell.
        """
        if proof is None:
            return None
        if proof.status is Status.INFEASIBLE:
            return Solution(program, Status.INFEASIBLE, certificate=proof.certificate)
        idle = tuple(Column(c.key, c.lower, c.upper, 0.0, c.integer) for c in program.columns)
        plan = self.solve(LinearProgram(idle, program.rows))
        if plan.found:
            return Solution(program, Status.UNBOUNDED, certificate=proof.certificate)
        return Solution(program, plan.status, certificate=plan.certificate)

    def cheapest(self, solution: Solution, then: Mapping[Key, float]) -> Solution:
        """Among all plans as good as `solution`, the one whose `then` is least."""
        program = solution.program
        assert solution.objective is not None
        loss = 1e-9 * max(abs(solution.objective), objective_unit(program))
        level = solution.objective - float(program.constant)
        gains = {c.key: c.gain for c in program.columns if c.gain != 0}
        sense, level = (Sense.GE, level - loss) if program.maximise else (Sense.LE, level + loss)
        columns = tuple(
            Column(c.key, c.lower, c.upper, then.get(c.key, 0.0), c.integer)
            for c in program.columns
        )
        second = LinearProgram(
            columns,
            (*program.rows, Row(object(), gains, sense, level)),
            maximise=False,
        )
        cheapest = self.solve(second)
        if cheapest.x is None:
            return solution
        objective = float(program.arrays.gain @ cheapest.x) + float(program.constant)
        bound = solution.objective if solution.bound is None else solution.bound
        gap = abs(bound - objective) / max(abs(objective), objective_unit(program))
        certificate = check_plan(program, cheapest.x, gap)
        if gap > INTEGER_TOLERANCE or not certificate.passed:
            return solution
        return replace(
            solution,
            x=cheapest.x,
            objective=objective,
            gap=gap,
            certificate=certificate,
            seconds=solution.seconds + cheapest.seconds,
        )


def _closed(program: LinearProgram, *, whole: bool = False) -> bool:
    """Whether the rows leave every column, or every whole one, an end."""
    a = boxed(program).arrays
    ends = np.isfinite(a.lower) & np.isfinite(a.upper)
    return bool(ends[a.integer | (not whole)].all())


def _by_rounding(found: Solution) -> bool:
    """Whether rows contradict each other by no more than rounding: floats may keep them all."""
    proof = found.certificate
    return found.status is Status.INFEASIBLE and proof is not None and proof.gap <= ROUNDING


def _stopped(program: LinearProgram, claims: list[Solution]) -> Solution:
    """The best of the plans found before time ran out."""
    sign = 1.0 if program.maximise else -1.0
    found = [c for c in claims if c.objective is not None]
    if not found:
        return Solution(program, Status.STOPPED, bound=claims[0].bound if claims else None)
    best = max(found, key=lambda claim: sign * (claim.objective or 0.0))
    return replace(best, status=Status.STOPPED)
