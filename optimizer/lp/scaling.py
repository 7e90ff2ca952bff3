"""Natural units of a linear programme: one size for each row, column and the objective."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from optimizer.lp.program import Arrays, FloatArray

_ROUNDS = 60
_ENOUGH = 1e-3  # in powers of two: far below the rounding to a whole power that follows


@dataclass(frozen=True)
class Units:
    """The programme measured in its own units: x = `column`·x', row i divided by `row`[i].

    `row` (m,) and `column` (n,) hold powers of two, `objective` is one too, so that scaling never
    changes a digit. Stating money in won, million or billion won moves these units along with it
    and leaves the scaled numbers as they are, up to the rounding to powers of two.
    Integer columns have the unit 1.
    """

    row: FloatArray
    column: FloatArray
    objective: float

    def scaled(self, arrays: Arrays) -> Arrays:
        """The same programme in natural units."""
        return Arrays(
            arrays.indptr,
            arrays.indices,
            arrays.data * self.column[arrays.indices] / self.row[arrays.row_of],
            arrays.row_lower / self.row,
            arrays.row_upper / self.row,
            arrays.lower / self.column,
            arrays.upper / self.column,
            arrays.gain * self.column / self.objective,
            arrays.integer,
        )


def plain_units(arrays: Arrays) -> Units:
    """Units of one: the programme as it stands."""
    return Units(np.ones(len(arrays.row_lower)), np.ones(len(arrays.gain)), 1.0)


@lru_cache(maxsize=8)
def natural_units(arrays: Arrays) -> Units:
    """Units that bring all sizes as near to one as the programme allows.

    Least squares over the logarithms of all non-zero coefficients, right-hand sides, finite bounds
    and gains (Curtis and Reid, 1972, widened to the borders of the table), solved by conjugate
    gradients. The scaled sizes are the residuals of that fit and hence do not depend on units.
    """
    m, n = len(arrays.row_lower), len(arrays.gain)
    first, second, sign, size = _terms(arrays)
    if not len(size):
        return plain_units(arrays)
    unknowns = m + n + 2  # rows, columns, the objective, and a corner that stays at zero
    fixed = np.zeros(unknowns, dtype=np.bool_)
    fixed[-1] = True
    fixed[m : m + n] = arrays.integer
    logs = np.log2(size)

    def gather(residual: FloatArray) -> FloatArray:
        total: FloatArray = np.bincount(first, residual, unknowns).astype(np.float64)
        total += np.bincount(second, sign * residual, unknowns)
        total[fixed] = 0.0
        return total

    weight = np.maximum(np.bincount(first, None, unknowns) + np.bincount(second, None, unknowns), 1)
    z = np.zeros(unknowns)
    slope = -gather(logs)
    step = slope / weight
    power = float(slope @ step)
    for _ in range(_ROUNDS):
        if power <= _ENOUGH**2:
            break
        image = gather(step[first] + sign * step[second])
        length = power / float(step @ image)
        z += length * step
        slope -= length * image
        new = slope / weight
        renewed = float(slope @ new)
        step = new + renewed / power * step
        power = renewed
    rounded = np.exp2(np.clip(np.round(z), -400, 400))
    return Units(1.0 / rounded[:m], rounded[m : m + n], float(1.0 / rounded[m + n]))


def _terms(
    a: Arrays,
) -> tuple[np.ndarray, np.ndarray, FloatArray, FloatArray]:
    """Each non-zero size and the two unknowns it hangs on: log size + z[first] ± z[second]."""
    m, n = len(a.row_lower), len(a.gain)
    corner = m + n + 1
    columns = np.arange(m, m + n)
    rows = np.arange(m)
    parts = [(a.data, a.row_of, m + a.indices, 1.0)]
    for side in (a.row_lower, np.where(a.row_upper == a.row_lower, 0.0, a.row_upper)):
        parts.append((side, rows, np.full(m, corner), 1.0))
    for bound in (a.lower, np.where(a.upper == a.lower, 0.0, a.upper)):
        parts.append((bound, np.full(n, corner), columns, -1.0))
    parts.append((a.gain, columns, np.full(n, m + n), 1.0))
    first, second, sign, size = [], [], [], []
    for values, one, other, factor in parts:
        real = np.isfinite(values) & (values != 0.0)
        first.append(one[real])
        second.append(other[real])
        sign.append(np.full(int(real.sum()), factor))
        size.append(np.abs(values[real]))
    return (
        np.concatenate(first),
        np.concatenate(second),
        np.concatenate(sign),
        np.concatenate(size),
    )
