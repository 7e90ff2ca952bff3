"""Columns with coefficients larger than other solvers accept, counted in smaller units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from optimizer.lp.program import FloatArray, LinearProgram, Row

LARGEST = 1e5
"""Coefficients beyond it are tamed: HiGHS refuses 1e15, GLPK was seen to go in circles at 1e9."""


def tame_factors(program: LinearProgram) -> FloatArray:
    """The factor of each column (n,), a power of two: its value is the factor times the tame value.

    It is 1 but where a column that need not be whole has a coefficient larger than `LARGEST`; there
    the largest and the smallest coefficient come to lie as far above 1 as below it.
    """
    arrays = program.arrays
    sizes, at = np.abs(arrays.data), arrays.indices
    largest, least = np.zeros(len(arrays.gain)), np.full(len(arrays.gain), np.inf)
    np.maximum.at(largest, at, sizes)
    np.minimum.at(least, at[sizes > 0], sizes[sizes > 0])
    wild = (largest > LARGEST) & ~arrays.integer
    factors = np.ones(len(largest))
    factors[wild] = np.exp2(-np.round(0.5 * (np.log2(largest[wild]) + np.log2(least[wild]))))
    return factors


def tamed(program: LinearProgram, factors: FloatArray) -> LinearProgram:
    """The same programme with each column counted in units of its factor."""
    if (factors == 1.0).all():
        return program
    factor = dict(zip(program.column_number, factors.tolist(), strict=True))
    return replace(
        program,
        columns=tuple(
            replace(
                c,
                lower=c.lower / factor[c.key],
                upper=c.upper / factor[c.key],
                gain=c.gain * factor[c.key],
            )
            for c in program.columns
        ),
        rows=tuple(
            Row(r.key, {k: v * factor[k] for k, v in r.terms.items()}, r.sense, r.rhs)
            for r in program.rows
        ),
    )
