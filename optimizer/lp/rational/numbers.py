"""Floats read as the rational numbers they stand for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import inf, isfinite

from flint import fmpq

MEANINGS = ("decimal", "binary")
"""Ways to read a float, in the order in which they are tried."""
NOUGHT = fmpq(0)


@lru_cache(maxsize=4096)
def number(value: float, meaning: str = "decimal") -> fmpq:
    """The number meant by a float: its shortest decimal, or its own binary value."""
    if meaning == "decimal" and not (value.is_integer() and abs(value) < 2.0**53):
        return fmpq(*Decimal(repr(value)).as_integer_ratio())
    return fmpq(*value.as_integer_ratio())


def rational(value: float, meaning: str = "decimal") -> Fraction:
    """The same as a fraction of Python's own."""
    return fraction(number(float(value), meaning))


def finite(value: float, meaning: str) -> fmpq | None:
    """A limit in rationals; None where it is infinite."""
    return number(value, meaning) if isfinite(value) else None


def fraction(value: fmpq) -> Fraction:
    """A rational of FLINT as a fraction of Python's own."""
    return Fraction(int(value.p), int(value.q))


def to_float(value: fmpq) -> float:
    """The nearest float; infinite beyond all floats."""
    p, q = int(value.p), int(value.q)
    try:
        return p / q
    except OverflowError:
        return inf if p > 0 else -inf
