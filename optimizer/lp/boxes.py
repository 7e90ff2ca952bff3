"""Finite bounds for all columns, as far as the rows imply them."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np

from optimizer.lp.program import Arrays, Column, FloatArray, LinearProgram
from optimizer.lp.scaling import natural_units

ROUNDING = 1e-13
"""Largest share of a sum's size that is taken for the rounding of the sum itself."""


def boxed(program: LinearProgram) -> LinearProgram:
    """The same programme with a bound well beyond reach where a column has none.

    A row bounds a column when all its other terms have a limit. The new bound is twice what the
    rows allow and never binds, so the optimum, its prices and its basis stay what they are; a
    solver can no longer lose itself at infinity. Columns that no row bounds stay as they are.
    """
    a = program.arrays
    lower, upper = implied_bounds(a)
    unit = natural_units(a).column
    low = np.where(a.lower > -inf, a.lower, lower - np.abs(lower) - unit)
    high = np.where(a.upper < inf, a.upper, upper + np.abs(upper) + unit)
    columns = tuple(
        Column(c.key, least, most, c.gain, c.integer)
        for c, least, most in zip(program.columns, low.tolist(), high.tolist(), strict=True)
    )
    return LinearProgram(columns, program.rows, program.maximise, program.constant)


def rounded_inwards(program: LinearProgram) -> LinearProgram:
    """The same programme with whole numbers as bounds of its integer columns.

    A bound that misses a whole number by no more than rounding means it. Bounds may then cross.
    """
    lower, upper = whole_bounds(program.arrays)
    if np.array_equal(lower, program.arrays.lower) and np.array_equal(upper, program.arrays.upper):
        return program
    columns = tuple(
        replace(c, lower=low, upper=high) if c.integer else c
        for c, low, high in zip(program.columns, lower.tolist(), upper.tolist(), strict=True)
    )
    return replace(program, columns=columns)


def whole_bounds(a: Arrays) -> tuple[FloatArray, FloatArray]:
    """The bounds (n,) (n,), of integer columns rounded inwards."""
    if not a.integer.any():
        return a.lower, a.upper
    sizes = (np.abs(np.where(a.integer, b, 0.0)) for b in (a.lower, a.upper))
    hair = [np.minimum(0.25, ROUNDING * np.maximum(1.0, size)) for size in sizes]
    lower = np.where(a.integer, np.ceil(a.lower - hair[0]), a.lower)
    return lower + 0.0, np.where(a.integer, np.floor(a.upper + hair[1]), a.upper) + 0.0


def implied_bounds(a: Arrays) -> tuple[FloatArray, FloatArray]:
    """The bounds of each column (n,) (n,) after one pass over the rows, none of them too narrow."""
    lower, upper = a.lower.copy(), a.upper.copy()
    for limit, sign in ((a.row_upper, 1.0), (a.row_lower, -1.0)):
        data = sign * a.data
        used = (data != 0.0) & np.isfinite(limit[a.row_of])
        least = _products(data, np.where(data > 0, a.lower[a.indices], a.upper[a.indices]))
        open_ended = ~np.isfinite(least) & used
        m = len(limit)
        count = np.bincount(a.row_of[open_ended], minlength=m)
        alone = used & (count[a.row_of] - open_ended == 0)
        least = np.where(np.isfinite(least), least, 0.0)
        rest, size = _sums_of_others(a, least)
        places, factors = a.indices[alone], data[alone]
        rows = a.row_of[alone]
        with np.errstate(over="ignore", invalid="ignore"):  # a bound beyond all numbers is none
            reach = (sign * limit[rows] - rest[alone]) / factors
            hair = ROUNDING * size[alone] / np.abs(factors)
            hair = np.where(hair > ROUNDING * np.abs(reach), hair, 0.0)
        up, down = factors > 0, factors < 0
        np.minimum.at(upper, places[up], (reach + hair)[up])
        np.maximum.at(lower, places[down], (reach - hair)[down])
    return lower, upper


def _sums_of_others(a: Arrays, terms: FloatArray) -> tuple[FloatArray, FloatArray]:
    """For each entry the sum, and the sum of the sizes, of the other terms (nnz,) of its row.

    The largest term of a row is never taken off a sum with it in: the others would be lost.
    """
    order = np.lexsort((np.abs(terms), a.row_of))
    last = np.zeros(len(terms), dtype=bool)
    last[order] = np.diff(a.row_of[order], append=-1) != 0  # the largest of each row
    m = len(a.row_lower)
    small = np.where(last, 0.0, terms)
    sums = []
    for each in (small, np.abs(small)):
        total = np.bincount(a.row_of, each, m)[a.row_of]
        sums.append(np.where(last, total, total - each))
    largest = np.bincount(a.row_of, np.where(last, terms, 0.0), m)[a.row_of]
    largest = np.where(last, 0.0, largest)
    return sums[0] + largest, sums[1] + np.abs(largest)


def _products(data: FloatArray, values: FloatArray) -> FloatArray:
    """Products in which nothing times infinity is nothing."""
    out = np.zeros(len(data))
    live = data != 0.0
    out[live] = data[live] * values[live]
    return out
