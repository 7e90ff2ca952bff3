"""The certificate of many draws at once: the same residuals as for one."""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

import numpy as np

from optimizer.lp.certificate import (
    ROUNDING,
    TOLERANCE,
    check_arrays,
    leak,
    missed,
    pointing_nowhere,
    share,
)
from optimizer.lp.program import FloatArray
from optimizer.lp.stochastic.stack import Stack

TOGETHER = 250
"""Draws checked at a time: their tables then stay in the processor's cache."""


class Checked(NamedTuple):
    """The check of many answers.

    `worst` (draws,) is the largest of primal and dual residual, complementarity and gap: shares
    without a unit, as in `Certificate`; not-a-number counts as infinite. `reduced` (draws, n) are
    the reduced costs that the prices leave.
    """

    worst: FloatArray
    reduced: FloatArray


def check_draws(stack: Stack, x: FloatArray, prices: FloatArray) -> Checked:
    """Check claimed optima: `x` (draws, n), `prices` (draws, m) of the stated objective.

    The formulas are those of `certificate.check`. Nearly all draws pass by their own terms alone,
    all at once; the others are looked at one by one.
    """
    worst, reduced = np.empty(stack.draws), np.empty(x.shape[::-1]).T
    by_row, by_column = stack.pattern.entry_sums
    for part in (slice(a, a + TOGETHER) for a in range(0, stack.draws, TOGETHER)):
        some = _Side.of(stack, part)
        worst[part], reduced.T[:, part] = _checked(
            some, x.T[:, part], prices.T[:, part], by_row, by_column
        )
    for i in np.flatnonzero((worst > TOLERANCE) & np.isfinite(x).all(axis=1)).tolist():
        one = check_arrays(stack.one(i), stack.maximise, x[i], prices[i])
        residuals = (one.primal_residual, one.dual_residual, one.complementarity, one.gap)
        worst[i] = max(residuals)
    return Checked(worst, reduced)


class _Side(NamedTuple):
    """Some draws of a stack with the draws as last axis, so that sums run over whole rows of them.

    `sign` turns gains into costs; `data` (k, D), row limits (m, D), bounds and `costs` (n, D).
    """

    stack: Stack
    first: int
    sign: float
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    lower: FloatArray
    upper: FloatArray
    costs: FloatArray

    @classmethod
    def of(cls, stack: Stack, part: slice) -> _Side:
        """The draws of one stretch."""
        sign = -1.0 if stack.maximise else 1.0
        tables = (stack.data, stack.row_lower, stack.row_upper, stack.lower, stack.upper)
        data, row_lower, row_upper, lower, upper = (table.T[:, part] for table in tables)
        costs = sign * stack.gain.T[:, part]
        return cls(stack, part.start, sign, data, row_lower, row_upper, lower, upper, costs)


def _checked(
    some: _Side, x: FloatArray, prices: FloatArray, by_row: Any, by_column: Any
) -> tuple[FloatArray, FloatArray]:
    """Worst residual (D,) and reduced costs (n, D) of a few draws, by nothing but own terms."""
    costs, y = some.costs, some.sign * prices
    wrong_row = pointing_nowhere(y, some.row_lower, some.row_upper)
    y = np.where(wrong_row > 0, 0.0, y)
    terms = np.take(y, some.stack.row_of, axis=0)
    terms *= some.data
    d = costs - by_column @ terms
    wrong = pointing_nowhere(d, some.lower, some.upper)
    own = np.maximum(np.abs(costs), by_column @ np.abs(terms, out=terms))
    dual = np.zeros(d.shape[1])
    if wrong.any() or wrong_row.any():
        dual = np.maximum(_worst(share(wrong_row, 0.0), 0), _worst(share(wrong, own), 0))
    far, rounding = np.abs(d), ROUNDING * own
    wrong = np.where(far <= rounding, far, wrong)
    entries = np.take(x, some.stack.indices, axis=0, out=terms, mode="clip")
    entries *= some.data
    activity = by_row @ entries
    row_products = _products(y, activity, some.row_lower, some.row_upper)
    products = _products(np.where(wrong > 0.0, 0.0, d), x, some.lower, some.upper)
    size = np.abs(costs * x).sum(axis=0)
    total = row_products.sum(axis=0) + products.sum(axis=0)
    lost = 2.0 * (wrong * np.abs(x)).sum(axis=0)
    gross = wrong > rounding
    for i in np.flatnonzero(gross.any(axis=0)).tolist():
        arrays = some.stack.one(some.first + i)
        lost[i] = leak(arrays, wrong[:, i], x[:, i], rounding[:, i])
    most = np.maximum(_worst(np.abs(row_products), 0), _worst(np.abs(products), 0))
    gap, most = share(np.abs(total) + lost, size), share(most, size)
    rows = missed(activity, some.row_lower, some.row_upper, by_row @ np.abs(entries, out=entries))
    bounds = np.zeros(d.shape[1])
    kept = (x >= some.lower) & (x <= some.upper)
    beyond = np.flatnonzero(~kept.all(axis=0))
    if len(beyond):
        at, lower, upper = x[:, beyond], some.lower[:, beyond], some.upper[:, beyond]
        bounds[beyond] = _worst(missed(at, lower, upper, np.abs(at)), 0)
    worst = np.max(np.stack([_worst(rows, 0), bounds, dual, most, gap]), axis=0)
    return np.where(np.isnan(worst), inf, worst), some.sign * d


def check_rays(stack: Stack, rays: FloatArray) -> FloatArray:
    """By how much each ray (draws, m) contradicts its rows (Farkas), as a share; 0 is no proof."""
    wanted = np.where(rays > 0, stack.row_lower, stack.row_upper)
    needed = np.where(rays != 0.0, rays * np.where(rays != 0.0, wanted, 0.0), 0.0)
    terms = stack.data * rays[:, stack.row_of]
    sums, sizes = stack.column_sums(terms), stack.column_sums(np.abs(terms))
    best = np.where(sums > 0, stack.upper, stack.lower)
    sums = np.where(np.isfinite(best) | (np.abs(sums) > ROUNDING * sizes), sums, 0.0)
    reach = np.where(sums != 0.0, sums * np.where(sums != 0.0, best, 0.0), 0.0)
    size = np.abs(needed).sum(axis=1) + np.abs(reach).sum(axis=1)
    miss = needed.sum(axis=1) - reach.sum(axis=1)
    proven = np.isfinite(size) & (size > 0.0)
    return np.where(proven, np.maximum(miss, 0.0) / np.where(proven, size, 1.0), 0.0)


def _products(dual: FloatArray, at: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Dual number times distance to the bound it leans on; none may lean where there is no bound.

    In both directions at once: which of them a dual takes is chance, and a branch on it slow.
    """
    low, high = (np.where(np.isinf(bound), 0.0, bound) for bound in (lower, upper))
    np.subtract(at, low, out=low)
    np.subtract(at, high, out=high)
    low *= np.maximum(dual, 0.0)
    high *= np.minimum(dual, 0.0)
    low += high
    return low


def _worst(values: FloatArray, axis: int) -> FloatArray:
    worst = values.max(axis=axis, initial=0.0)
    return np.where(np.isnan(worst), inf, worst)
