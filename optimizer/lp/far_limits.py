"""Limits so far away that no optimum may reach them: first solved without, then looked at again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.certificate import ROUNDING, Certificate, check, check_plan
from optimizer.lp.confirm import SMALL
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.proof import prove
from optimizer.lp.scaling import near_limits, wild
from optimizer.lp.solution import At, Basis, Solution, Status

Solve = Callable[[LinearProgram], Solution]


def solved_nearby(program: LinearProgram, solve: Solve, allowance: Allowance) -> Solution | None:
    """The answer without the far limits where it is that of `program` too; None where it is not.

    Without some limits nothing becomes worse: what has no plan then has none with them, and an
    optimum that keeps them is the optimum with them. Only if the plan goes further, or has no end,
    they matter.
    """
    near = near_limits(program.arrays)
    if near is program.arrays or (len(near.data) <= SMALL and wild(near)):
        return None
    kept = np.isfinite(near.row_lower) | np.isfinite(near.row_upper)
    columns = tuple(
        replace(c, lower=low, upper=high)
        for c, low, high in zip(
            program.columns, near.lower.tolist(), near.upper.tolist(), strict=True
        )
    )
    rows = tuple(r for r, there in zip(program.rows, kept.tolist(), strict=True) if there)
    nearby = replace(program, columns=columns, rows=rows)
    vars(nearby)["arrays"] = near.with_rows(kept)  # known already: not put together again
    found = solve(nearby)
    if found.status is Status.UNBOUNDED:
        proof = prove(program, allowance.seconds)
        if proof is None or proof.status is not Status.UNBOUNDED:
            return None
        return replace(found, program=program, certificate=proof.certificate)
    if found.x is None:
        return None if found.status is Status.FAILED else replace(found, program=program)
    return _restored(program, found, kept)


def _restored(
    program: LinearProgram, found: Solution, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> Solution | None:
    """The same solution with the rows left out, if it keeps all limits."""
    assert found.x is not None
    if found.prices is None or found.basis is None:
        certificate = check_plan(program, found.x, found.gap or 0.0)
        whole = replace(found, program=program, certificate=_kept(found, certificate))
        return whole if _keeps(found, certificate) else None
    prices: FloatArray = np.zeros(len(kept))
    prices[kept] = found.prices
    places = np.full(len(kept), At.BASIC, dtype=np.int8)
    places[kept] = found.basis.rows
    certificate = check(program, found.x, prices)
    if not _keeps(found, certificate):
        return None
    basis = Basis(found.basis.columns, places)
    certificate = _kept(found, certificate)
    return replace(found, program=program, prices=prices, basis=basis, certificate=certificate)


def _keeps(found: Solution, certificate: Certificate) -> bool:
    """Whether the limits left out are kept too: what they miss is rounding, or they matter."""
    before = 0.0 if found.certificate is None else found.certificate.primal_residual
    return certificate.passed and certificate.primal_residual <= max(before, ROUNDING)


def _kept(found: Solution, certificate: Certificate) -> Certificate:
    """A proof in rational numbers stays one."""
    exactly = found.certificate is not None and found.certificate.tolerance == 0.0
    return found.certificate if exactly and found.certificate is not None else certificate
