"""The certificate of many draws at once: the same residuals as for one."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

import numpy as np

from optimizer.lp.certificate import ROUNDING, TOLERANCE, check_arrays, leak, missed, share
from optimizer.lp.program import FloatArray
from optimizer.lp.stack import Stack

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
    parts = [
        _checked(stack.some(part), x[part], prices[part])
        for part in (slice(a, a + TOGETHER) for a in range(0, max(1, stack.draws), TOGETHER))
    ]
    found = zip(*parts, strict=True)
    worst, reduced = (np.concatenate(part) for part in found)
    for i in np.flatnonzero((worst > TOLERANCE) & np.isfinite(x).all(axis=1)).tolist():
        one = check_arrays(stack.one(i), stack.maximise, x[i], prices[i])
        residuals = (one.primal_residual, one.dual_residual, one.complementarity, one.gap)
        worst[i] = max(residuals)
    return Checked(worst, reduced)


def _checked(stack: Stack, x: FloatArray, prices: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The fields of `Checked` for a few draws, by nothing but own terms."""
    sign = -1.0 if stack.maximise else 1.0
    costs, y = sign * stack.gain, sign * prices
    wrong_row = _pointing_nowhere(y, stack.row_lower, stack.row_upper)
    y = np.where(wrong_row > 0, 0.0, y)
    terms = stack.data * y[:, stack.row_of]
    d = costs - stack.column_sums(terms)
    wrong = _pointing_nowhere(d, stack.lower, stack.upper)
    own = np.maximum(np.abs(costs), stack.column_sums(np.abs(terms)))
    dual = np.maximum(_worst(share(wrong_row, 0.0)), _worst(share(wrong, own)))
    wrong = np.where(np.abs(d) <= ROUNDING * own, np.abs(d), wrong)
    entries = stack.data * x[:, stack.indices]
    activity = stack.row_sums(entries)
    row_products = _products(y, activity, stack.row_lower, stack.row_upper)
    products = _products(d - np.sign(d) * wrong, x, stack.lower, stack.upper)
    size = np.abs(costs * x).sum(axis=1)
    total = row_products.sum(axis=1) + products.sum(axis=1)
    lost = 2.0 * (wrong * np.abs(x)).sum(axis=1)
    gross = wrong > ROUNDING * own
    for i in np.flatnonzero(gross.any(axis=1)).tolist():
        lost[i] = leak(stack.one(i), wrong[i], x[i], ROUNDING * own[i])
    most = np.maximum(_worst(np.abs(row_products)), _worst(np.abs(products)))
    gap, most = share(np.abs(total) + lost, size), share(most, size)
    worst = np.max(np.stack([_primal(stack, x, entries, activity), dual, most, gap]), axis=0)
    return np.where(np.isnan(worst), inf, worst), sign * d


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


def _primal(stack: Stack, x: FloatArray, entries: FloatArray, activity: FloatArray) -> FloatArray:
    """Worst violation of a row or a bound of each draw, as a share of its own size."""
    sizes = stack.row_sums(np.abs(entries))
    rows = missed(activity, stack.row_lower, stack.row_upper, sizes)
    return np.maximum(_worst(rows), _worst(missed(x, stack.lower, stack.upper, np.abs(x))))


def _pointing_nowhere(dual: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    wrong = ((dual > 0) & (lower == -inf)) | ((dual < 0) & (upper == inf))
    return np.where(wrong, np.abs(dual), 0.0)


def _products(dual: FloatArray, at: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Dual number times distance to the bound it leans on."""
    bound = np.where(dual > 0, lower, upper)
    return dual * (at - np.where(dual != 0.0, bound, at))


def _worst(values: FloatArray) -> FloatArray:
    worst = values.max(axis=1, initial=0.0)
    return np.where(np.isnan(worst), inf, worst)
