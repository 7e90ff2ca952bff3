"""Which limits of a programme a given point breaks, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.lp.certificate import sizes_of_rows
from optimizer.lp.program import FloatArray, Key, LinearProgram


@dataclass(frozen=True)
class BrokenLimit:
    """A row, a bound of a column, or the demand that a column be whole, that a point breaks.

    `actual` is the row's left-hand side or the column's value, `missed_by` its distance to `limit`,
    all in the programme's own units.
    """

    kind: str
    """'row', 'bound' or 'whole'."""
    key: Key
    limit: float
    actual: float
    missed_by: float


def broken_limits(
    program: LinearProgram, x: FloatArray, tolerance: float = 1e-6
) -> tuple[BrokenLimit, ...]:
    """Every limit that `x` (n,) misses: rows, then bounds, then whole numbers.

    A limit counts as kept when it is missed by at most `tolerance` times the largest of 1, the
    limit itself and, for a row, the sum of the sizes of its terms: what solvers call feasible.
    """
    arrays = program.arrays
    rows, columns = [r.key for r in program.rows], [c.key for c in program.columns]
    activity, sizes = arrays.times(x), sizes_of_rows(arrays, x)
    whole = np.where(arrays.integer, np.round(x), x)
    checks = (
        ("row", rows, activity, np.clip(activity, arrays.row_lower, arrays.row_upper), sizes),
        ("bound", columns, x, np.clip(x, arrays.lower, arrays.upper), np.zeros(len(x))),
        ("whole", columns, x, whole, np.zeros(len(x))),
    )
    return tuple(
        BrokenLimit(kind, keys[i], float(limit[i]), float(at[i]), float(abs(at[i] - limit[i])))
        for kind, keys, at, limit, size in checks
        for i in _beyond(at, limit, tolerance * np.maximum(1.0, np.maximum(np.abs(limit), size)))
    )


def _beyond(at: FloatArray, limit: FloatArray, allowed: FloatArray) -> Iterator[int]:
    """Where a value lies further from its limit than is allowed."""
    return (int(i) for i in np.flatnonzero(np.abs(at - limit) > allowed))
