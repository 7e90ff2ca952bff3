"""Whole numbers by branching in rationals, for small programmes that rounding would decide."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import Column, FloatArray, LinearProgram
from optimizer.lp.rational_simplex import settle
from optimizer.lp.solution import Basis, Status

NODES = 300
"""Parts into which the plans may be divided before the search gives up."""


class _Part(NamedTuple):
    """The plans between narrower bounds, and a basis to start from."""

    columns: tuple[Column, ...]
    basis: Basis | None


def settle_whole(
    program: LinearProgram, meaning: str, allowance: Allowance, guess: FloatArray | None = None
) -> Outcome | None:
    """Solve with integer columns exactly; None if that takes more than the `allowance`.

    `guess` (n,) is a plan whose whole numbers are tried first. A contradiction is as narrow as the
    narrowest of its parts (`miss`).
    """
    parts = [_Part(program.columns, None)]
    if guess is not None:
        parts.append(_Part(tuple(map(_fixed, program.columns, guess.tolist())), None))
    best, miss = None, Fraction(1)
    for _ in range(NODES):
        if not parts:
            break
        part = parts.pop()
        found = settle(replace(program, columns=part.columns), part.basis, meaning, allowance)
        if found is None:
            return None
        if found.status is Status.UNBOUNDED:
            return _endless(program, found, meaning, allowance)
        if found.status is Status.INFEASIBLE:
            miss = min(miss, found.miss)
        elif best is None or _better(program, found, best):
            halves = _halves(part.columns, found)
            parts += halves
            best = best if halves else found
    if parts:
        return None
    if best is None:
        return Outcome(Status.INFEASIBLE, miss=miss)
    return best


def _fixed(column: Column, value: float) -> Column:
    if not column.integer:
        return column
    low, high = float(column.lower), float(column.upper)
    whole = min(max(round(value), ceil(max(low, -2e9))), floor(min(high, 2e9)))
    return replace(column, lower=float(whole), upper=float(whole)) if low <= whole else column


def _better(program: LinearProgram, one: Outcome, other: Outcome) -> bool:
    more = one.objective - other.objective
    return more > 0 if program.maximise else more < 0


def _halves(columns: tuple[Column, ...], found: Outcome) -> list[_Part]:
    """The parts below and above the first value that should be whole; none if all are."""
    at = next((j for j, c in enumerate(columns) if c.integer and found.x[j].denominator != 1), None)
    if at is None:
        return []
    n, places = len(columns), np.array(found.places, dtype=np.int8)
    basis, value = Basis(places[:n], places[n:]), found.x[at]
    below = replace(columns[at], upper=float(floor(value)))
    above = replace(columns[at], lower=float(ceil(value)))
    return [
        _Part((*columns[:at], half, *columns[at + 1 :]), basis)
        for half in (below, above)
        if half.lower <= half.upper
    ]


def _endless(
    program: LinearProgram, found: Outcome, meaning: str, allowance: Allowance
) -> Outcome | None:
    """The verdict UNBOUNDED if there is any plan in whole numbers, else INFEASIBLE."""
    if not _halves(program.columns, found):
        return found
    if all(c.gain == 0 for c in program.columns):
        return None
    idle = tuple(replace(c, gain=0.0) for c in program.columns)
    plan = settle_whole(replace(program, columns=idle), meaning, allowance)
    if plan is None or plan.status is Status.INFEASIBLE:
        return plan
    return replace(found, x=plan.x)
