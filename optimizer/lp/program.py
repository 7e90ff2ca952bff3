"""A linear programme as plain data: columns, rows and a direction; no solver lives here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.errors import OptimizerError

Key = Hashable
"""Name of a column or row: a string or a tuple; compared, never parsed."""

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
Coefficient = float | FloatArray
"""One number, or an array of shape (draws,) with one number for each draw."""


class Sense(StrEnum):
    """Direction of a row."""

    LE = "<="
    GE = ">="
    EQ = "=="


class MalformedProgram(OptimizerError):
    """The data do not describe a linear programme (unknown column, repeated key, not a number)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One decision: `lower` ≤ value ≤ `upper`; each unit adds `gain` to the objective."""

    key: Key
    lower: Coefficient = 0.0
    upper: Coefficient = inf
    gain: Coefficient = 0.0
    integer: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement: Σ terms[column] · value(column)  `sense`  `rhs`."""

    key: Key
    terms: Mapping[Key, Coefficient]
    sense: Sense
    rhs: Coefficient


@dataclass(frozen=True, eq=False)
class Arrays:
    """A programme of plain floats in compressed sparse rows; m rows, n columns, k entries.

    `indptr` (m+1,), `indices` (k,), `data` (k,), `row_lower`/`row_upper` (m,) with ±inf for an
    open side, `lower`/`upper`/`gain` (n,) with `gain` of the stated direction, `integer` (n,) bool.
    """

    indptr: IntArray
    indices: IntArray
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    lower: FloatArray
    upper: FloatArray
    gain: FloatArray
    integer: NDArray[np.bool_]

    @cached_property
    def row_of(self) -> IntArray:
        """Row number of each entry, shape (k,)."""
        return np.repeat(np.arange(len(self.indptr) - 1), np.diff(self.indptr))

    def with_gain(self, gain: FloatArray) -> Arrays:
        """The same rows and bounds with other gains (n,)."""
        return replace(self, gain=gain)

    def with_rows(self, kept: NDArray[np.bool_]) -> Arrays:
        """The rows `kept` (m,) alone."""
        entries = kept[self.row_of]
        sizes = np.diff(self.indptr)[kept]
        return replace(
            self,
            indptr=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            indices=self.indices[entries],
            data=self.data[entries],
            row_lower=self.row_lower[kept],
            row_upper=self.row_upper[kept],
        )

    def times(self, x: FloatArray) -> FloatArray:
        """Row activities A·x, shape (m,)."""
        sums = np.bincount(self.row_of, self.data * x[self.indices], len(self.indptr) - 1)
        return sums.astype(np.float64)

    def transposed_times(self, y: FloatArray) -> FloatArray:
        """Column sums Aᵀ·y, shape (n,)."""
        sums = np.bincount(self.indices, self.data * y[self.row_of], len(self.gain))
        return sums.astype(np.float64)


@dataclass(frozen=True)
class LinearProgram:
    """Optimise Σ gain·value + `constant` over `columns` subject to `rows`.

    Coefficients may be arrays of draws; then `draws` tells how many, and `at(i)` is draw i.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    maximise: bool = True
    constant: Coefficient = 0.0

    def __post_init__(self) -> None:
        self._settle_types()
        for what, members in (("column", self.columns), ("row", self.rows)):
            keys = {m.key for m in members}
            if len(keys) < len(members):
                seen: set[Key] = set()
                twice = [m.key for m in members if m.key in seen or seen.add(m.key)]  # type: ignore[func-returns-value]
                raise MalformedProgram(f"The {what} {twice[0]!r} is given twice.")

    def _settle_types(self) -> None:
        """Tuples, a truth and senses proper: "<=" alone would not be taken for `Sense.LE`."""
        if not isinstance(self.maximise, (bool, np.bool_)):
            raise MalformedProgram(f"`maximise` is {self.maximise!r}: True or False is needed.")
        columns, rows = tuple(self.columns), tuple(self.rows)
        if any(type(row.sense) is not Sense for row in rows):
            rows = tuple(replace(row, sense=_sense(row)) for row in rows)
        if columns is not self.columns or rows is not self.rows:
            object.__setattr__(self, "columns", columns)
            object.__setattr__(self, "rows", rows)

    @cached_property
    def column_number(self) -> Mapping[Key, int]:
        """Position of each column by key."""
        return {c.key: j for j, c in enumerate(self.columns)}

    @cached_property
    def row_number(self) -> Mapping[Key, int]:
        """Position of each row by key."""
        return {r.key: i for i, r in enumerate(self.rows)}

    @cached_property
    def draws(self) -> int | None:
        """Number of draws, or None when every coefficient is one number."""
        others = [v for v in self._coefficients() if type(v) is not float]
        arrays = [v for v in others if isinstance(v, np.ndarray) and v.ndim]
        if any(v.ndim > 1 for v in arrays):
            raise MalformedProgram("A coefficient is a table: one number a draw is needed.")
        sizes = {len(v) for v in arrays}
        if len(sizes) > 1:
            raise MalformedProgram(
                f"Coefficients have different numbers of draws: {sorted(sizes)}."
            )
        return sizes.pop() if sizes else None

    def _coefficients(self) -> Iterable[Coefficient]:
        of_columns = ((c.lower, c.upper, c.gain) for c in self.columns)
        of_rows = (r.terms.values() for r in self.rows)
        return chain([self.constant], *of_columns, *of_rows, (r.rhs for r in self.rows))

    def with_gains(self, gains: FloatArray) -> LinearProgram:
        """The same rows and bounds with other gains (n,)."""
        columns = (
            Column(c.key, c.lower, c.upper, gain, c.integer)
            for c, gain in zip(self.columns, gains.tolist(), strict=True)
        )
        return replace(self, columns=tuple(columns))

    def at(self, draw: int) -> LinearProgram:
        """The programme of one draw, all coefficients plain floats."""

        def pick(v: Coefficient) -> float:
            return float(v[draw]) if isinstance(v, np.ndarray) and v.ndim else float(v)

        return LinearProgram(
            tuple(
                Column(c.key, pick(c.lower), pick(c.upper), pick(c.gain), c.integer)
                for c in self.columns
            ),
            tuple(
                Row(r.key, {k: pick(v) for k, v in r.terms.items()}, r.sense, pick(r.rhs))
                for r in self.rows
            ),
            self.maximise,
            pick(self.constant),
        )

    @cached_property
    def arrays(self) -> Arrays:
        """The programme as NumPy arrays. Raises MalformedProgram for draws or bad numbers."""
        if self.draws is not None:
            raise MalformedProgram("This programme holds draws; take one of them with at(draw).")
        number = self.column_number
        indices: list[int] = []
        data: list[Coefficient] = []
        indptr = [0]
        for row in self.rows:
            try:
                indices.extend(number[key] for key in row.terms)
            except KeyError as unknown:
                said = f"Row {row.key!r} names an unknown column {unknown.args[0]!r}."
                raise MalformedProgram(said) from None
            data.extend(row.terms.values())
            indptr.append(len(indices))
        rhs = _floats(r.rhs for r in self.rows)
        sense = [r.sense for r in self.rows]
        arrays = Arrays(
            np.array(indptr, dtype=np.int64),
            np.array(indices, dtype=np.int64),
            _floats(data),
            np.where([s is Sense.LE for s in sense], -inf, rhs),
            np.where([s is Sense.GE for s in sense], inf, rhs),
            _floats(c.lower for c in self.columns),
            _floats(c.upper for c in self.columns),
            _floats(c.gain for c in self.columns),
            np.array([c.integer for c in self.columns], dtype=np.bool_),
        )
        self._refuse_bad_numbers(arrays, rhs)
        return arrays

    def _refuse_bad_numbers(self, a: Arrays, rhs: FloatArray) -> None:
        finite, known = (a.data, rhs, a.gain, _floats([self.constant])), (a.lower, a.upper)
        if not all(np.isfinite(v).all() for v in finite) or any(np.isnan(v).any() for v in known):
            raise MalformedProgram("A coefficient is not a finite number.")
        if (a.lower == inf).any() or (a.upper == -inf).any():
            raise MalformedProgram("A lower bound is +infinity or an upper bound -infinity.")


def _floats(values: Iterable[Any]) -> FloatArray:
    try:
        numbers = np.array(list(values), dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        numbers = None
    if numbers is None or numbers.ndim != 1:
        raise MalformedProgram("A coefficient is not a finite number.")
    return numbers


def _sense(row: Row) -> Sense:
    try:
        return Sense(row.sense)
    except ValueError:
        said = f"Row {row.key!r} has the sense {row.sense!r}: one of <=, >=, == is needed."
        raise MalformedProgram(said) from None


def program(
    gain: Mapping[Any, Coefficient],
    rows: Mapping[Any, tuple[Mapping[Any, Coefficient], str, Coefficient]],
    *,
    maximise: bool = True,
    upper: Mapping[Any, Coefficient] | None = None,
    lower: Mapping[Any, Coefficient] | None = None,
    integer: Iterable[Any] = (),
) -> LinearProgram:
    """A programme written as in a textbook; every column not bounded otherwise is ≥ 0.

    >>> wyndor = program({"x": 3, "y": 5}, {"b": ({"y": 2}, "<=", 12)}, upper={"x": 4})
    >>> [c.key for c in wyndor.columns]
    ['x', 'y']
    """
    upper, lower, whole = upper or {}, lower or {}, set(integer)
    keys = list(gain)
    for terms, _, _ in rows.values():
        keys += [k for k in terms if k not in gain]
    columns = tuple(
        Column(k, lower.get(k, 0.0), upper.get(k, inf), gain.get(k, 0.0), k in whole)
        for k in dict.fromkeys(keys)
    )
    unknown = [k for k in (*upper, *lower, *whole) if k not in {c.key for c in columns}]
    if unknown:
        raise MalformedProgram(f"A bound names an unknown column {unknown[0]!r}.")
    return LinearProgram(
        columns, tuple(Row(k, t, Sense(s), b) for k, (t, s, b) in rows.items()), maximise
    )
