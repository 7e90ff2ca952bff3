"""From what a solver says to a checked solution; a claim that fails its check counts as nothing."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite
from typing import NamedTuple

import numpy as np

from optimizer.lp.certificate import Certificate, check, check_plan, keeps_own_terms
from optimizer.lp.hot import Hot
from optimizer.lp.polish import polished
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.proof import prove
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import At, Basis, Solution, Status


class Run(NamedTuple):
    """What one run of HiGHS says, translated into the stated programme's units and direction."""

    status: Status | None
    seconds: float
    x: FloatArray | None = None
    prices: FloatArray | None = None
    basis: Basis | None = None
    bound: float = inf


def linear(program: LinearProgram, run: Run, seconds: float = inf) -> Solution:
    """A programme without integer columns: certified optimum, or a certified reason for none.

    The reason may take so many `seconds`.
    """
    if run.status is Status.STOPPED:
        return Solution(program, Status.STOPPED)
    if run.status is not Status.OPTIMAL:
        proof = None if run.status is Status.FAILED else prove(program, seconds)
        if proof is None:
            return Solution(program, Status.FAILED)
        return Solution(program, proof.status, certificate=proof.certificate)
    assert run.x is not None
    assert run.prices is not None
    assert run.basis is not None
    best = _checked(program, run.x, run.prices, run.basis)
    if best is None or best.x is None or not keeps_own_terms(program, best.x):
        again = polished(program, run.basis)
        best = (None if again is None else _checked(program, *again, run.basis)) or best
    return best or Solution(program, Status.FAILED)


def _checked(
    program: LinearProgram, x: FloatArray, prices: FloatArray, basis: Basis
) -> Solution | None:
    """The optimum claimed, if its certificate passes."""
    x = np.clip(x, program.arrays.lower, program.arrays.upper)  # by rounding, or it fails
    certificate = check(program, x, prices)
    return optimum(program, x, prices, basis, certificate) if certificate.passed else None


def optimum(
    program: LinearProgram,
    x: FloatArray,
    prices: FloatArray,
    basis: Basis,
    certificate: Certificate,
) -> Solution:
    """The solution that these plan, prices and basis make."""
    a = program.arrays
    reduced = a.gain - a.transposed_times(prices)
    reduced[basis.columns == At.BASIC] = 0.0
    objective = _clean(float(a.gain @ x) + float(program.constant))
    return Solution(
        program,
        Status.OPTIMAL,
        objective,
        x + 0.0,
        prices + 0.0,
        reduced + 0.0,
        basis,
        objective,
        0.0,
        certificate,
    )


def mixed(program: LinearProgram, run: Run, allowed: float, seconds: float = inf) -> Solution:
    """A programme with integer columns, its status known; `allowed` is the largest gap.

    A proof that there is no plan may take so many `seconds`.
    """
    if run.status is Status.INFEASIBLE:
        proof = prove(program, seconds)
        certificate = proof.certificate if proof and proof.status is Status.INFEASIBLE else None
        return Solution(program, Status.INFEASIBLE, certificate=certificate)
    bound = None if not isfinite(run.bound) else _clean(run.bound + float(program.constant))
    status = run.status or Status.FAILED
    if run.x is None:
        return Solution(program, status, bound=bound)
    x = _whole(program, run.x)
    objective = _clean(float(program.arrays.gain @ x) + float(program.constant))
    gap = (
        inf
        if bound is None
        else abs(bound - objective) / max(abs(objective), objective_unit(program))
    )
    certificate = check_plan(program, x, gap)
    if not certificate.passed or (status is Status.OPTIMAL and gap > allowed):
        return Solution(program, Status.FAILED, bound=bound)
    return Solution(program, status, objective, x, bound=bound, gap=gap, certificate=certificate)


def agreed_on(claims: list[Solution], tolerance: float) -> Solution | None:
    """The best plan among the claims if two of them reach it; None as long as they differ.

    That there is no plan at all is believed when it is proved, or claimed twice and never denied.
    """
    found = [claim for claim in claims if claim.objective is not None]
    if not found:
        return claims[-1] if len(claims) > 1 or claims[-1].certificate is not None else None
    sign = 1.0 if found[0].program.maximise else -1.0
    best = max(found, key=lambda claim: sign * (claim.objective or 0.0))
    size = tolerance * max(abs(best.objective or 0.0), objective_unit(best.program))
    near = [c for c in found if abs((c.objective or 0.0) - (best.objective or 0.0)) <= size]
    return replace(best, seconds=claims[-1].seconds) if len(near) > 1 else None


def _whole(program: LinearProgram, x: FloatArray) -> FloatArray:
    """The same plan with exact whole numbers: the other columns are settled once more."""
    a = program.arrays
    rounded = np.round(x)
    hot = Hot(program)
    hot.set_columns(np.where(a.integer, rounded, a.lower), np.where(a.integer, rounded, a.upper))
    answer = hot.solve()
    return answer.x if answer.found else x


def objective_unit(program: LinearProgram) -> float:
    """Natural size of the objective."""
    return natural_units(program.arrays).objective


def _clean(number: float) -> float:
    """The number without a negative zero."""
    return number + 0.0
