"""Plan and prices of a basis once more, to the last digit that floats can hold."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from optimizer.lp.program import Arrays, FloatArray, IntArray, LinearProgram
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import At, Basis

_ROUNDS = 3
"""Corrections of a solve, each with its miss counted in longer numbers."""


def polished(program: LinearProgram, basis: Basis) -> tuple[FloatArray, FloatArray] | None:
    """Plan (n,) and prices (m,) of a basis in stated units; None where the basis is singular.

    A solver's numbers carry the rounding of all its steps. Here the equations of the basis alone
    are solved, and what the solution misses, summed in extended precision, is solved for again.
    """
    arrays = program.arrays
    units = natural_units(arrays)
    a = units.scaled(arrays)
    tight = np.flatnonzero(basis.rows != At.BASIC)
    inside = np.flatnonzero(basis.columns == At.BASIC)
    if len(tight) != len(inside):
        return None
    x = _at_bounds(basis.columns, a.lower, a.upper)
    x[inside] = 0.0
    sides = _at_bounds(basis.rows, a.row_lower, a.row_upper)[tight]
    if not (np.isfinite(x).all() and np.isfinite(sides).all()):
        return None
    y: FloatArray = np.zeros(len(a.row_lower))
    if len(tight):
        solver = _solver(a, tight, inside)
        if solver is None:
            return None
        plan = solver.solve(sides - a.times(x)[tight])
        prices = solver.solve(a.gain[inside], transposed=True)
        if plan is None or prices is None:
            return None
        x[inside], y[tight] = plan, prices
    return x * units.column + 0.0, y * units.objective / units.row + 0.0


def _at_bounds(places: np.ndarray[Any, Any], lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Where a basis keeps each column or row; the finite side where it does not say."""
    at = np.where(places == At.UPPER, upper, lower)
    loose = (places == At.NONBASIC) & ~np.isfinite(at)
    at = np.where(loose, upper, at)
    return np.where(places == At.FREE, 0.0, at)


class _Square:
    """The equations of a basis, factored once."""

    def __init__(self, matrix: Any, factors: Any) -> None:
        self._factors = factors
        self._ways = {False: _Rows(matrix.tocsr()), True: _Rows(matrix.T.tocsr())}

    def solve(self, right: FloatArray, *, transposed: bool = False) -> FloatArray | None:
        """The solution (k,) for `right` (k,), or None where it does not settle."""
        way, trans = self._ways[transposed], "T" if transposed else "N"
        found = np.zeros(len(right), dtype=np.longdouble)
        miss = right.astype(np.longdouble)
        for _ in range(_ROUNDS):
            found += self._factors.solve(miss.astype(np.float64), trans=trans)
            miss = right - way.times(found)
        settled = found.astype(np.float64)
        return settled if np.isfinite(settled).all() else None


class _Rows:
    """A matrix whose products are summed in extended precision."""

    def __init__(self, matrix: Any) -> None:
        self._data = matrix.data.astype(np.longdouble)
        self._indices, filled = matrix.indices, np.flatnonzero(np.diff(matrix.indptr))
        self._filled, self._starts = filled, matrix.indptr[filled]
        self._size = matrix.shape[0]

    def times(self, x: Any) -> Any:
        """The product with x (k,) of long floats."""
        out = np.zeros(self._size, dtype=np.longdouble)
        out[self._filled] = np.add.reduceat(self._data * x[self._indices], self._starts)
        return out


def _solver(a: Arrays, tight: IntArray, inside: IntArray) -> _Square | None:
    """The factored equations; None where they are singular."""
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import MatrixRankWarning, splu

    shape = (len(a.row_lower), len(a.gain))
    matrix = csr_array((a.data, a.indices, a.indptr), shape=shape)[tight][:, inside].tocsc()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", MatrixRankWarning)
            return _Square(matrix, splu(matrix))
    except (RuntimeError, MatrixRankWarning):
        return None
