"""Many linear programmes of one sparsity pattern as arrays with a leading axis of draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.program import (
    Arrays,
    Coefficient,
    FloatArray,
    IntArray,
    LinearProgram,
    MalformedProgram,
    Sense,
)


@dataclass(frozen=True, eq=False)
class Stack:
    """D programmes with m rows, n columns and k entries each; see `Arrays` for the meaning.

    `indptr` (m+1,) and `indices` (k,) hold for all draws; `data` (D, k), `row_lower` and
    `row_upper` (D, m), `lower`, `upper` and `gain` (D, n), `constant` (D,), `integer` (n,).
    """

    maximise: bool
    indptr: IntArray
    indices: IntArray
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    lower: FloatArray
    upper: FloatArray
    gain: FloatArray
    constant: FloatArray
    integer: NDArray[np.bool_]

    @property
    def draws(self) -> int:
        """Number of programmes."""
        return len(self.gain)

    @cached_property
    def row_of(self) -> IntArray:
        """Row number of each entry, shape (k,)."""
        return np.repeat(np.arange(len(self.indptr) - 1), np.diff(self.indptr))

    @cached_property
    def _by_column(self) -> tuple[IntArray, IntArray, IntArray]:
        """Entries in the order of columns, where each used column starts, and the used columns."""
        order = np.argsort(self.indices, kind="stable")
        used, starts = np.unique(self.indices[order], return_index=True)
        return order, starts, used

    @cached_property
    def _by_row(self) -> tuple[IntArray, IntArray]:
        """Where each row that has entries starts, and those rows."""
        used = np.flatnonzero(np.diff(self.indptr))
        return self.indptr[used], used

    @cached_property
    def entry_sums(self) -> tuple[Any, Any]:
        """Sparse matrices (m, k) and (n, k) that sum the entries of each row and each column."""
        from scipy.sparse import csr_array

        k = len(self.indices)
        ones, entries, n = np.ones(k), np.arange(k), len(self.integer)
        by_row = csr_array((ones, entries, self.indptr), shape=(len(self.indptr) - 1, k))
        return by_row, csr_array((ones, (self.indices, entries)), shape=(n, k))

    def row_sums(self, entries: FloatArray) -> FloatArray:
        """Sums over the entries (D, k) of each row, shape (D, m)."""
        starts, used = self._by_row
        out = np.zeros((len(entries), len(self.indptr) - 1))
        if len(used):
            out[:, used] = np.add.reduceat(entries, starts, axis=1)
        return out

    def column_sums(self, entries: FloatArray) -> FloatArray:
        """Sums over the entries (D, k) of each column, shape (D, n)."""
        order, starts, used = self._by_column
        out = np.zeros((len(entries), len(self.integer)))
        if len(used):
            out[:, used] = np.add.reduceat(entries[:, order], starts, axis=1)
        return out

    def times(self, x: FloatArray) -> FloatArray:
        """Row activities A·x of each draw, shape (D, m), for x (D, n)."""
        return self.row_sums(self.data * x[:, self.indices])

    def transposed_times(self, y: FloatArray) -> FloatArray:
        """Column sums Aᵀ·y of each draw, shape (D, n), for y (D, m)."""
        return self.column_sums(self.data * y[:, self.row_of])

    def some(self, which: IntArray | slice) -> Stack:
        """The programmes of some draws, by number or as a stretch."""
        return replace(
            self, data=self.data[which], row_lower=self.row_lower[which],
            row_upper=self.row_upper[which], lower=self.lower[which], upper=self.upper[which],
            gain=self.gain[which], constant=self.constant[which],
        )  # fmt: skip

    def one(self, draw: int) -> Arrays:
        """The arrays of one draw."""
        return Arrays(
            self.indptr,
            self.indices,
            self.data[draw],
            self.row_lower[draw],
            self.row_upper[draw],
            self.lower[draw],
            self.upper[draw],
            self.gain[draw],
            self.integer,
        )


def stacked(program: LinearProgram) -> Stack:
    """The draws of a programme as arrays; one draw when its coefficients are plain floats.

    Raises MalformedProgram for an unknown column or a number that is not finite.
    """
    number, draws = program.column_number, program.draws or 1
    indices: list[int] = []
    entries: list[Coefficient] = []
    indptr = [0]
    for row in program.rows:
        for key, coefficient in row.terms.items():
            column = number.get(key)
            if column is None:
                raise MalformedProgram(f"Row {row.key!r} names an unknown column {key!r}.")
            indices.append(column)
            entries.append(coefficient)
        indptr.append(len(indices))
    rhs = _table([r.rhs for r in program.rows], draws)
    sense = np.array([r.sense for r in program.rows], dtype=object)
    stack = Stack(
        program.maximise,
        np.array(indptr, dtype=np.int64),
        np.array(indices, dtype=np.int64),
        _table(entries, draws),
        np.where(sense == Sense.LE, -inf, rhs),
        np.where(sense == Sense.GE, inf, rhs),
        _table([c.lower for c in program.columns], draws),
        _table([c.upper for c in program.columns], draws),
        _table([c.gain for c in program.columns], draws),
        _table([program.constant], draws)[:, 0],
        np.array([c.integer for c in program.columns], dtype=np.bool_),
    )
    bounds = np.isnan(stack.lower).any() or np.isnan(stack.upper).any()
    finite = (stack.data, rhs, stack.gain, stack.constant)
    if bounds or not all(np.isfinite(v).all() for v in finite):
        raise MalformedProgram("A coefficient of some draw is not a finite number.")
    return stack


def _table(values: Sequence[Coefficient], draws: int) -> FloatArray:
    """Numbers and arrays of draws side by side, shape (draws, len(values)); each one's together."""
    table = np.empty((len(values), draws))
    for j, value in enumerate(values):
        table[j] = value
    return table.T
