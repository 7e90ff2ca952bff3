"""Bounds and rows of whole numbers rounded inwards: no whole plan is lost by it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor, gcd, inf, isfinite, lcm

from optimizer.lp.program import Column, LinearProgram, Row, Sense
from optimizer.lp.rational.numbers import rational

_EXACT = 2**53
"""Whole numbers up to it are floats."""


class NoWhole(Exception):
    """A bound or a row alone leaves no whole number.

    `miss` is the distance to the nearest, as a share of its size (at least 1).
    """

    def __init__(self, miss: Fraction) -> None:
        super().__init__()
        self.miss = miss


def strictly_rounded(program: LinearProgram, meaning: str) -> LinearProgram:
    """The same whole plans between bounds that are whole, rows of whole columns divided out.

    Raises NoWhole where that leaves nothing.
    """
    whole = {c.key for c in program.columns if c.integer}
    columns = tuple(_column(c, meaning) if c.integer else c for c in program.columns)
    rows = tuple(
        _row(r, meaning) if r.terms and all(k in whole for k in r.terms) else r
        for r in program.rows
    )
    return replace(program, columns=columns, rows=rows)


def _column(column: Column, meaning: str) -> Column:
    low, high = float(column.lower), float(column.upper)
    least = ceil(rational(low, meaning)) if isfinite(low) else None
    most = floor(rational(high, meaning)) if isfinite(high) else None
    if least is not None and most is not None and least > most:
        raise NoWhole(min(_miss(rational(low, meaning)), _miss(rational(high, meaning))))
    lower = -inf if least is None else float(least)
    return replace(column, lower=lower, upper=inf if most is None else float(most))


def _row(row: Row, meaning: str) -> Row:
    """The row divided by the greatest common divisor of its factors, its limit rounded."""
    terms = {k: rational(float(v), meaning) for k, v in row.terms.items() if float(v) != 0.0}
    if not terms:
        return row
    common = lcm(*(v.denominator for v in terms.values()))
    unit = Fraction(gcd(*(int(v * common) for v in terms.values())), common)
    limit = rational(float(row.rhs), meaning) / unit
    if row.sense is Sense.EQ and limit.denominator != 1:
        raise NoWhole(_miss(limit))
    whole = ceil(limit) if row.sense is Sense.GE else floor(limit)
    factors = {k: int(v / unit) for k, v in terms.items()}
    if max(abs(whole), *map(abs, factors.values())) > _EXACT:
        return row
    return replace(row, terms={k: float(v) for k, v in factors.items()}, rhs=float(whole))


def _miss(value: Fraction) -> Fraction:
    """Distance to the nearest whole number as a share of its size."""
    return abs(value - round(value)) / max(abs(value), Fraction(1))
