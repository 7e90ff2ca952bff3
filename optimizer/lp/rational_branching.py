"""Whole numbers by branching in rationals, for programmes that rounding would decide."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import NamedTuple

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import Column, FloatArray, LinearProgram
from optimizer.lp.rational_numbers import rational
from optimizer.lp.rational_solve import settle_any
from optimizer.lp.solution import Basis, Status
from optimizer.lp.whole_rounding import NoWhole, rounded_inwards

NODES = 20_000
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
    try:
        program = rounded_inwards(program, meaning)
    except NoWhole as none:
        return Outcome(Status.INFEASIBLE, miss=none.miss)
    parts = [_Part(program.columns, None)]
    if guess is not None:
        parts.append(_Part(tuple(map(_fixed, program.columns, guess.tolist())), None))
    best, miss, step = None, Fraction(1), _step(program, meaning)
    for _ in range(NODES):
        if not parts:
            break
        part = parts.pop()
        found = settle_any(replace(program, columns=part.columns), part.basis, meaning, allowance)
        if found is None:
            return None
        if found.status is Status.UNBOUNDED:
            return _endless(program, found, meaning, allowance, guess)
        if found.status is Status.INFEASIBLE:
            miss = min(miss, found.miss)
        elif best is None or _may_beat(found, best, step, program.maximise):
            halves = _halves(part.columns, found)
            parts += halves
            best = best if halves else found
    if parts:
        return None
    return best or Outcome(Status.INFEASIBLE, miss=miss)


def _fixed(column: Column, value: float) -> Column:
    if not column.integer:
        return column
    whole = min(max(float(round(value)), float(column.lower)), float(column.upper))
    return replace(column, lower=whole, upper=whole)


def _step(program: LinearProgram, meaning: str) -> Fraction | None:
    """What objectives of whole plans differ by at least, if whole columns alone count."""
    live = [c for c in program.columns if c.gain != 0]
    if not live or not all(c.integer for c in live):
        return None
    gains = [rational(float(c.gain), meaning) for c in live]
    common = lcm(*(g.denominator for g in gains))
    return Fraction(gcd(*(int(g * common) for g in gains)), common)


def _may_beat(found: Outcome, best: Outcome, step: Fraction | None, maximise: bool) -> bool:
    """Whether some whole plan may be better than the best so far, where a part reaches `found`."""
    more = (found.objective - best.objective) * (1 if maximise else -1)
    return more > 0 if step is None else more >= step


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
    program: LinearProgram,
    found: Outcome,
    meaning: str,
    allowance: Allowance,
    guess: FloatArray | None,
) -> Outcome | None:
    """The verdict UNBOUNDED if there is any plan in whole numbers, else INFEASIBLE.

    All numbers are rational, so that the ray passes through whole plans again and again.
    """
    if not _halves(program.columns, found):
        return found
    idle = tuple(replace(c, gain=0.0) for c in program.columns)
    plan = settle_whole(replace(program, columns=idle), meaning, allowance, guess)
    if plan is None or plan.status is Status.INFEASIBLE:
        return plan
    return replace(found, x=plan.x)
