"""The certificate of many draws at once: the same residuals as for one, in one set of units."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

import numpy as np

from optimizer.lp.certificate import LEAST, ROUNDING, leak, missed
from optimizer.lp.program import FloatArray
from optimizer.lp.scaling import Units
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


def check_draws(stack: Stack, x: FloatArray, prices: FloatArray, units: Units) -> Checked:
    """Check claimed optima: `x` (draws, n), `prices` (draws, m) of the stated objective.

    The formulas are those of `certificate.check`; the natural units are given, because those of
    draws of one programme hardly differ.
    """
    parts = [
        _checked(stack.some(part), x[part], prices[part], units)
        for part in (slice(a, a + TOGETHER) for a in range(0, max(1, stack.draws), TOGETHER))
    ]
    worst, reduced = zip(*parts, strict=True)
    return Checked(np.concatenate(worst), np.concatenate(reduced))


def _checked(
    stack: Stack, x: FloatArray, prices: FloatArray, units: Units
) -> tuple[FloatArray, FloatArray]:
    """The fields of `Checked` for a few draws."""
    sign = -1.0 if stack.maximise else 1.0
    costs, y = sign * stack.gain, sign * prices
    wrong_row = _pointing_nowhere(y, stack.row_lower, stack.row_upper)
    y = np.where(wrong_row > 0, 0.0, y)
    terms = stack.data * y[:, stack.row_of]
    d = costs - stack.column_sums(terms)
    wrong_column = _pointing_nowhere(d, stack.lower, stack.upper)
    row_size = LEAST * units.objective / units.row
    column_size = np.maximum(units.objective / units.column, np.abs(costs))
    column_size = np.maximum(column_size, stack.column_sums(np.abs(terms)))
    dual = np.maximum(_worst(wrong_row / row_size), _worst(wrong_column / column_size))
    entries = stack.data * x[:, stack.indices]
    activity = stack.row_sums(entries)
    row_products = _products(y, activity, stack.row_lower, stack.row_upper)
    products = _products(d - np.sign(d) * wrong_column, x, stack.lower, stack.upper)
    size = np.maximum(np.abs(costs * x).sum(axis=1), LEAST * units.objective)
    total = row_products.sum(axis=1) + products.sum(axis=1)
    lost = 2.0 * (wrong_column * np.abs(x)).sum(axis=1)
    gross = wrong_column > ROUNDING * column_size
    for i in np.flatnonzero(gross.any(axis=1)).tolist():
        lost[i] = leak(stack.one(i), wrong_column[i], x[i], ROUNDING * column_size[i])
    most = np.maximum(_worst(np.abs(row_products)), _worst(np.abs(products)))
    primal = _primal(stack, x, entries, activity, units)
    worst = np.max(np.stack([primal, dual, most / size, (np.abs(total) + lost) / size]), axis=0)
    return np.where(np.isnan(worst), inf, worst), sign * d


def check_rays(stack: Stack, rays: FloatArray) -> FloatArray:
    """By how much each ray (draws, m) contradicts its rows (Farkas), as a share; 0 is no proof."""
    wanted = np.where(rays > 0, stack.row_lower, stack.row_upper)
    needed = np.where(rays != 0.0, rays * np.where(rays != 0.0, wanted, 0.0), 0.0)
    terms = stack.data * rays[:, stack.row_of]
    sums, sizes = stack.column_sums(terms), stack.column_sums(np.abs(terms))
    sums = np.where(np.abs(sums) > 1e-12 * sizes, sums, 0.0)
    best = np.where(sums > 0, stack.upper, stack.lower)
    reach = np.where(sums != 0.0, sums * np.where(sums != 0.0, best, 0.0), 0.0)
    size = np.abs(needed).sum(axis=1) + np.abs(reach).sum(axis=1)
    miss = needed.sum(axis=1) - reach.sum(axis=1)
    proven = np.isfinite(size) & (size > 0.0)
    return np.where(proven, np.maximum(miss, 0.0) / np.where(proven, size, 1.0), 0.0)


def _primal(
    stack: Stack, x: FloatArray, entries: FloatArray, activity: FloatArray, units: Units
) -> FloatArray:
    """Worst violation of a row or a bound of each draw, as a share of its own size."""
    sizes = np.maximum(LEAST * units.row, stack.row_sums(np.abs(entries)))
    rows = missed(activity, stack.row_lower, stack.row_upper, sizes)
    sizes = np.maximum(LEAST * units.column, np.abs(x))
    return np.maximum(_worst(rows), _worst(missed(x, stack.lower, stack.upper, sizes)))


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
