"""Where rounding may have decided an answer, rational numbers decide it instead."""

from __future__ import annotations

from math import inf

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.certificate import ROUNDING
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import LinearProgram
from optimizer.lp.rational.exact_solve import outcome_as, outcome_of
from optimizer.lp.rational.numbers import MEANINGS
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import Basis, Solution, Status
from optimizer.lp.verdict import optimum

SMALL = 400
"""Entries up to which an answer that keeps its conditions less than exactly is confirmed."""
TINY = 100
"""Entries up to which numbers of very different size are reason enough for it."""
SPREAD = 1e4
"""Ratio of the largest to the smallest size, in natural units, at which they are that."""
LARGE = 1e4
"""Whole numbers beyond it are confirmed: a solver's tolerance may move one of them by a unit."""
SAME = 1e-12
"""Largest difference of two optima that is none, as a share of the objective's size."""
EFFORT = 200_000
"""Multiplications of rationals, a fraction of a µs each, that one confirmation may take."""


def confirmed(solution: Solution, time_limit: float | None = None) -> Solution:
    """The solution itself, or what holds exactly where the floats of the solver were wrong.

    Numbers are read as decimals, then as binaries (see `exact.Exact`): the solution stands if it
    agrees with one of the two, and where the effort would be too large. Rows that a plan keeps up
    to rounding do not contradict each other.
    """
    if not _doubtful(solution):
        return solution
    program, first = solution.program, None
    allowance = Allowance(seconds=time_limit)
    for meaning in MEANINGS:
        part = allowance.part(EFFORT)
        outcome = outcome_as(program, meaning, part, solution)
        if outcome is None or _agrees(solution, outcome):
            return solution
        first = outcome if first is None else first
    assert first is not None
    if first.status is Status.INFEASIBLE and _within_rounding(solution, first):
        return solution
    return _exactly(program, first)


def settled(
    program: LinearProgram, time_limit: float | None = None, effort: float = inf
) -> Solution | None:
    """The answer in rationals alone; None if `time_limit` [s] and `effort` do not suffice."""
    outcome, _ = outcome_of(program, Allowance(effort, time_limit))
    return None if outcome is None else _exactly(program, outcome)


def _doubtful(solution: Solution) -> bool:
    """Whether more than rounding is left over, or sizes lie so far apart that it may count."""
    arrays, certificate = solution.program.arrays, solution.certificate
    limit = TINY if arrays.integer.any() else SMALL
    if len(arrays.data) > limit or (arrays.lower > arrays.upper).any():
        return False
    if certificate is None:
        return True
    if max(certificate.primal_residual, certificate.dual_residual) > ROUNDING:
        return True
    if len(arrays.data) > TINY:
        return False
    if solution.x is not None and np.abs(solution.x[arrays.integer]).max(initial=0.0) > LARGE:
        return True
    scaled = natural_units(arrays).scaled(arrays)
    sizes = np.abs(np.concatenate([scaled.data, scaled.gain]))
    sizes = sizes[sizes > 0]
    return bool(len(sizes)) and bool(sizes.max() > SPREAD * sizes.min())


def _within_rounding(solution: Solution, outcome: Outcome) -> bool:
    """Whether a plan keeps rows that contradict each other, both up to rounding."""
    if solution.x is None or solution.certificate is None:
        return False
    return solution.certificate.primal_residual <= ROUNDING and outcome.miss <= ROUNDING


def _agrees(solution: Solution, outcome: Outcome) -> bool:
    if solution.status is not outcome.status:
        return False
    if solution.x is None or solution.objective is None:
        return True
    program = solution.program
    gain, unit = program.arrays.gain, natural_units(program.arrays).objective
    size = max(float(np.abs(gain * solution.x).sum()), unit)
    found = solution.objective - float(program.constant)
    return abs(found - float(outcome.objective)) <= (SAME + (solution.gap or 0.0)) * size


def _exactly(program: LinearProgram, outcome: Outcome) -> Solution:
    """An exact outcome, rounded; its certificate has the tolerance zero."""
    proof = outcome.certificate()
    if outcome.status is not Status.OPTIMAL:
        return Solution(program, outcome.status, certificate=proof)
    if program.arrays.integer.any():
        return _whole(program, outcome)
    n = len(program.columns)
    places = np.array(outcome.places, dtype=np.int8)
    x, prices = (np.array([float(v) for v in part]) for part in (outcome.x, outcome.prices))
    return optimum(program, x, prices, Basis(places[:n], places[n:]), proof)


def _whole(program: LinearProgram, outcome: Outcome) -> Solution:
    x = np.array([float(v) for v in outcome.x])
    objective = float(outcome.objective) + float(program.constant)
    proof = outcome.certificate(whole=True)
    return Solution(
        program, Status.OPTIMAL, objective, x, bound=objective, gap=0.0, certificate=proof
    )
