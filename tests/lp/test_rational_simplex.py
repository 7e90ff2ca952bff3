"""The steps of the simplex method in rational numbers."""

from __future__ import annotations

from flint import fmpq

from optimizer.lp import program
from optimizer.lp.allowance import Allowance
from optimizer.lp.rational.simplex import Dictionary


def test_what_improves_most_per_natural_unit_enters_first() -> None:
    """5 a unit of size 1, or 3/2 a unit of size 4: per natural unit 5, or 6."""
    case = program({"x": 5.0, "y": 1.5}, {"r": ({"x": 1.0, "y": 1.0}, "<=", 9.0)})
    steps = Dictionary(case, "decimal", Allowance())
    steps.size = [fmpq(1), fmpq(4), fmpq(1)]
    assert steps._entering({0: fmpq(-5), 1: fmpq(-3, 2)}) == 1
