"""Many linear programmes of one sparsity pattern as arrays with a leading axis of draws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
class Pattern:
    """Where the k entries of m rows and n columns stand, in all draws: see `Arrays`.

    `indptr` (m+1,), `indices` (k,), `integer` (n,).
    """

    indptr: IntArray
    indices: IntArray
    integer: NDArray[np.bool_]

    @cached_property
    def row_of(self) -> IntArray:
        """Row number of each entry, shape (k,)."""
        return np.repeat(np.arange(len(self.indptr) - 1), np.diff(self.indptr))

    @cached_property
    def by_column(self) -> tuple[IntArray, IntArray, IntArray]:
        """Entries in the order of columns, where each used column starts, and the used columns."""
        order = np.argsort(self.indices, kind="stable")
        used, starts = np.unique(self.indices[order], return_index=True)
        return order, starts, used

    @cached_property
    def by_row(self) -> tuple[IntArray, IntArray]:
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


@dataclass(frozen=True, eq=False)
class Stack:
    """D programmes of one pattern, with m rows, n columns and k entries each; see `Arrays`.

    `data` (D, k), `row_lower` and `row_upper` (D, m), `lower`, `upper` and `gain` (D, n),
    `constant` (D,).
    """

    maximise: bool
    pattern: Pattern
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    lower: FloatArray
    upper: FloatArray
    gain: FloatArray
    constant: FloatArray

    @property
    def draws(self) -> int:
        """Number of programmes."""
        return len(self.gain)

    @property
    def indptr(self) -> IntArray:
        """Where the entries of each row start, shape (m+1,)."""
        return self.pattern.indptr

    @property
    def indices(self) -> IntArray:
        """Column number of each entry, shape (k,)."""
        return self.pattern.indices

    @property
    def integer(self) -> NDArray[np.bool_]:
        """Which columns are whole numbers, shape (n,)."""
        return self.pattern.integer

    @property
    def row_of(self) -> IntArray:
        """Row number of each entry, shape (k,)."""
        return self.pattern.row_of

    def row_sums(self, entries: FloatArray) -> FloatArray:
        """Sums over the entries (D, k) of each row, shape (D, m)."""
        starts, used = self.pattern.by_row
        out = np.zeros((len(entries), len(self.indptr) - 1))
        if len(used):
            out[:, used] = np.add.reduceat(entries, starts, axis=1)
        return out

    def column_sums(self, entries: FloatArray) -> FloatArray:
        """Sums over the entries (D, k) of each column, shape (D, n)."""
        order, starts, used = self.pattern.by_column
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


class Stacking:
    """The draws of a programme, ready to be stacked a few at a time; the pattern is found once.

    Raises MalformedProgram for an unknown column or a number that is not finite.
    """

    def __init__(self, program: LinearProgram) -> None:
        self.draws = program.draws or 1
        self.maximise = program.maximise
        self.pattern = _pattern(program)
        columns, rows, numbers = program.columns, program.rows, _Numbers()
        entries = numbers.places(v for row in rows for v in row.terms.values())
        rhs = numbers.places(r.rhs for r in rows)
        gain = numbers.places(c.gain for c in columns)
        constant = numbers.places([program.constant])
        bounds = [
            numbers.places(v) for v in ((c.lower for c in columns), (c.upper for c in columns))
        ]
        below, above = numbers.places([-inf, inf]).tolist()
        row_lower = np.where([r.sense is Sense.LE for r in rows], below, rhs)
        row_upper = np.where([r.sense is Sense.GE for r in rows], above, rhs)
        self._places = (entries, row_lower, row_upper, *bounds, gain, constant)
        self._table = numbers.table(self.draws)
        finite = np.all(np.isfinite(self._table), axis=1)
        unknown = np.any(np.isnan(self._table), axis=1)
        wanted = (entries, rhs, gain, constant)
        if any(unknown[at].any() for at in bounds) or not all(finite[at].all() for at in wanted):
            raise MalformedProgram("A coefficient of some draw is not a finite number.")

    def of(self, which: IntArray | slice) -> Stack:
        """The programmes of some draws, by number or as a stretch."""
        some = np.ascontiguousarray(self._table[:, which])
        tables: list[Any] = [np.take(some, at, axis=0).T for at in self._places]
        tables[-1] = tables[-1][:, 0]
        return Stack(self.maximise, self.pattern, *tables)


def stacked(program: LinearProgram) -> Stack:
    """The draws of a programme as arrays; one draw when its coefficients are plain floats.

    Raises MalformedProgram as `Stacking` does.
    """
    return Stacking(program).of(slice(None))


def _pattern(program: LinearProgram) -> Pattern:
    number = program.column_number
    indices: list[int] = []
    indptr = [0]
    for row in program.rows:
        for key in row.terms:
            column = number.get(key)
            if column is None:
                raise MalformedProgram(f"Row {row.key!r} names an unknown column {key!r}.")
            indices.append(column)
        indptr.append(len(indices))
    return Pattern(
        np.array(indptr, dtype=np.int64),
        np.array(indices, dtype=np.int64),
        np.array([c.integer for c in program.columns], dtype=np.bool_),
    )


class _Numbers:
    """The numbers of a programme, each of them once however often it stands there."""

    def __init__(self) -> None:
        self._drawn: dict[int, int] = {}
        self._same: dict[float, int] = {}
        self._values: list[Coefficient] = []

    def places(self, values: Iterable[Coefficient]) -> IntArray:
        """Rows of the table in which the numbers stand."""
        return np.array([self._place(value) for value in values], dtype=np.int64)

    def _place(self, value: Coefficient) -> int:
        new = len(self._values)
        if isinstance(value, np.ndarray) and value.ndim:
            place = self._drawn.setdefault(id(value), new)
        else:
            place = self._same.setdefault(float(value), new)
        if place == new:
            self._values.append(value)
        return place

    def table(self, draws: int) -> FloatArray:
        """All numbers, shape (numbers, draws)."""
        table = np.empty((len(self._values), draws))
        for row, value in zip(table, self._values, strict=True):
            row[:] = value
        return table
