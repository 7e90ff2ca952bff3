"""A programme seen from a point with whole numbers: large numbers become small ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor, isfinite

import numpy as np

from optimizer.lp.certificate import check_plan
from optimizer.lp.program import LinearProgram
from optimizer.lp.rational.numbers import rational
from optimizer.lp.solution import Solution


def seen_from(program: LinearProgram, point: Sequence[int]) -> LinearProgram:
    """The same programme, each column counted from its place in `point` (n,).

    Limits are moved without rounding. A bound that is no float comes to lie a rounding further
    out, where no plan near the point can reach it.
    """
    at = dict(zip(program.column_number, point, strict=True))
    columns = tuple(
        replace(
            c,
            lower=_less(float(c.lower), at[c.key], c.integer),
            upper=-_less(-float(c.upper), -at[c.key], c.integer),
        )
        for c in program.columns
    )
    rows = []
    for row in program.rows:
        rest = rational(float(row.rhs))
        for key, value in row.terms.items():
            rest -= rational(float(value)) * at[key]
        rows.append(replace(row, rhs=float(rest)))
    return replace(program, columns=columns, rows=tuple(rows), constant=0.0)


def _less(bound: float, place: int, whole: bool) -> float:
    """A lower bound counted from a place."""
    if not isfinite(bound):
        return bound
    exact = rational(bound)
    exact = Fraction(ceil(exact)) - place if whole else exact - place
    return float(exact)


def seen_again(program: LinearProgram, near: Solution, point: Sequence[int]) -> Solution | None:
    """The stated programme's solution, from the one that is counted from `point` (n,)."""
    if near.x is None:
        return replace(near, program=program, bound=None)
    exact = [p + Fraction(v) for p, v in zip(point, near.x.tolist(), strict=True)]
    objective = rational(float(program.constant))
    base = objective
    for c, v, p in zip(program.columns, exact, point, strict=True):
        objective += rational(float(c.gain)) * v
        base += rational(float(c.gain)) * p
    x = np.array([float(v) for v in exact])
    certificate = check_plan(program, x, near.gap or 0.0)
    if not certificate.passed:
        return None
    bound = None if near.bound is None else float(base + Fraction(near.bound))
    return replace(
        near, program=program, x=x, objective=float(objective), bound=bound, certificate=certificate
    )


def whole_point(x: Sequence[Fraction]) -> list[int]:
    """The point (n,) with whole numbers next to `x`."""
    return [floor(v + Fraction(1, 2)) for v in x]
