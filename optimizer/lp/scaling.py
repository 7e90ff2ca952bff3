"""Natural units of a linear programme: one size for each row, column and the objective."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.program import Arrays, FloatArray

_ROUNDS = 60
_ENOUGH = 1e-3  # in powers of two: far below the rounding to a whole power that follows
_FAR = 2.0**20
"""A limit so many times the smallest one, both in natural units, is far away."""
_ODD = 2.0**16
"""A limit so many natural units long, or so small a part of one, is no size to work with."""
_WILD = 1e9
"""A limit so many times the smallest one, both in natural units, makes a programme wild."""
_WHOLE = 1e6
"""Whole numbers beyond it are better counted from a place near them."""
_DUST = 1e-9
"""A right-hand side below this share of its row's largest coefficient is no measure of a plan."""


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


def natural_units(arrays: Arrays) -> Units:
    """Units that bring all sizes as near to one as the programme allows; far limits are left out.

    Least squares over the logarithms of all non-zero coefficients, right-hand sides, finite bounds
    and gains (Curtis and Reid, 1972, widened to the borders of the table), solved by conjugate
    gradients. The scaled sizes are the residuals of that fit and hence do not depend on units.
    """
    return _near_and_units(arrays)[1]


def near_limits(arrays: Arrays) -> Arrays:
    """The same programme without its far limits; the very same arrays if it has none.

    A limit is far that lies a million times further out than the smallest one: an upper one above
    nought or a lower one below. Whether a plan reaches it all the same is for the caller to see.
    """
    return _near_and_units(arrays)[0]


def wild(arrays: Arrays) -> bool:
    """Whether limits lie so far apart that floats lose the smaller ones beside the larger.

    Also whether whole numbers may be so large that a millionth of them is no longer small.
    """
    sizes = _sizes(arrays, natural_units(arrays))
    apart = bool(len(sizes)) and bool(sizes.max() > _WILD * sizes.min())
    return apart or (bool(arrays.integer.any()) and _largest_whole(arrays) > _WHOLE)


def _largest_whole(a: Arrays) -> float:
    """How large an integer column may be by its bounds, or by a row alone."""
    least = np.full(len(a.row_lower), inf)
    used = a.integer[a.indices] & (a.data != 0.0)
    np.minimum.at(least, a.row_of[used], np.abs(a.data[used]))
    with np.errstate(invalid="ignore"):  # no limit of a row without whole columns
        sizes = [np.abs(side) / least for side in (a.row_lower, a.row_upper)]
    sizes += [np.abs(bound[a.integer]) for bound in (a.lower, a.upper)]
    every = np.concatenate(sizes)
    return float(every[np.isfinite(every)].max(initial=0.0))


def units_at(arrays: Arrays, x: FloatArray) -> Units:
    """Natural units for judging the plan `x` (n,): of near limits that it reaches or breaks."""
    near, activity = near_limits(arrays), arrays.times(x)
    return _fitted(
        replace(
            near,
            row_lower=np.where(_reached(-activity, -near.row_lower), near.row_lower, -inf),
            row_upper=np.where(_reached(activity, near.row_upper), near.row_upper, inf),
            lower=np.where(_reached(-x, -near.lower), near.lower, -inf),
            upper=np.where(_reached(x, near.upper), near.upper, inf),
        )
    )


def _reached(at: FloatArray, limit: FloatArray) -> NDArray[np.bool_]:
    finite = np.where(np.isfinite(limit), limit, 0.0)
    return np.isfinite(limit) & (at >= finite - 1e-6 * np.abs(finite))


@lru_cache(maxsize=8)
def _near_and_units(arrays: Arrays) -> tuple[Arrays, Units]:
    units = _fitted(arrays)
    sizes = _sizes(arrays, units)
    if not len(sizes) or sizes.max() <= _FAR * sizes.min():
        return arrays, units
    if sizes.max() <= _ODD and sizes.min() >= 1.0 / _ODD:
        return arrays, units
    largest = np.zeros(len(arrays.row_lower))
    np.maximum.at(largest, arrays.row_of, np.abs(arrays.data))
    least = _FAR * float(_sizes(arrays, units, _DUST * largest).min(initial=inf))
    even, held = arrays.row_lower == arrays.row_upper, arrays.lower == arrays.upper
    near = replace(
        arrays,
        row_lower=_nearer(arrays.row_lower, -least * units.row, even),
        row_upper=_nearer(arrays.row_upper, least * units.row, even),
        lower=_nearer(arrays.lower, -least * units.column, held),
        upper=_nearer(arrays.upper, least * units.column, held),
    )
    return (arrays, units) if same_limits(near, arrays) else (near, _fitted(near))


def _nearer(limits: FloatArray, furthest: FloatArray, kept: NDArray[np.bool_]) -> FloatArray:
    """The limits without those beyond the furthest, which lies on the same side of nought."""
    sign = np.sign(furthest)
    return np.where((sign * limits > sign * furthest) & ~kept, sign * inf, limits)


def same_limits(one: Arrays, other: Arrays) -> bool:
    """Whether two programmes have the same limits of rows and bounds of columns."""
    sides = ("row_lower", "row_upper", "lower", "upper")
    return all(np.array_equal(getattr(one, side), getattr(other, side)) for side in sides)


def _sizes(a: Arrays, units: Units, dust: FloatArray | float = 0.0) -> FloatArray:
    """The sizes of all limits in natural units but those of nought and of rows' dust (m,)."""
    rows = [
        np.where(np.abs(side) > dust, np.abs(side), 0.0) / units.row
        for side in (a.row_lower, a.row_upper)
    ]
    columns = [np.abs(bound) / units.column for bound in (a.lower, a.upper)]
    every = np.concatenate(rows + columns)
    return every[(every > 0.0) & (every < inf)]


def _fitted(arrays: Arrays) -> Units:
    """The fit itself, over all that is finite and not nought."""
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
