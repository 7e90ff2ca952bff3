"""Whether equations among whole columns have any solution in whole numbers, wherever it lies."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm

from flint import fmpz_mat

from optimizer.lp.program import LinearProgram, Sense
from optimizer.lp.rational.numbers import rational


def solvable(program: LinearProgram) -> bool:
    """False only where no whole numbers at all fulfil the equations, bounds left aside.

    They do if and only if a column of right-hand sides leaves rank and invariant factors of the
    table as they are (Smith normal form). Rows with other than whole columns are left out. A
    right-hand side that is the rounded sum of decimals is that sum as well.
    """
    return _solvable(program, rational) or _solvable(program, _without_rounding)


def _without_rounding(value: float) -> Fraction:
    """The number to as many digits as any float holds, so that 0.1 * 3 is 0.3."""
    return Fraction(format(value, ".15g"))


def _solvable(program: LinearProgram, read: Callable[[float], Fraction]) -> bool:
    whole = {c.key for c in program.columns if c.integer}
    number = program.column_number
    lines = []
    for row in program.rows:
        terms = {k: v for k, v in row.terms.items() if v != 0}
        if row.sense is not Sense.EQ or not terms or not whole.issuperset(terms):
            continue
        line = [Fraction(0)] * (len(number) + 1)
        for key, value in terms.items():
            line[number[key]] = rational(float(value))
        line[-1] = read(float(row.rhs))
        scale = lcm(*(v.denominator for v in line))
        lines.append([int(v * scale) for v in line])
    if not lines:
        return True
    return _factors([line[:-1] for line in lines]) == _factors(lines)


def _factors(lines: list[list[int]]) -> tuple[int, int]:
    """Rank, and the product of the invariant factors."""
    form = fmpz_mat(lines).snf()
    found = [abs(int(form[i, i])) for i in range(min(form.nrows(), form.ncols()))]
    rank, product = 0, 1
    for factor in found:
        if factor:
            rank, product = rank + 1, product * factor
    return rank, product
