"""An independent check of what a solver claims, from the programme's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np

from optimizer.lp.boxes import ROUNDING as ROUNDING, implied_bounds, whole_bounds
from optimizer.lp.program import Arrays, FloatArray, LinearProgram
from optimizer.lp.scaling import units_at

TOLERANCE = 1e-8
"""Largest residual a certificate accepts, as a share of the natural size of what is compared."""

LEAST = 1e-3
"""What is compared counts as at least this share of its natural unit where own terms alone fail:
a sum of nothing has noise, but no size of its own."""

INTEGER_TOLERANCE = 1e-6
"""Largest distance of an integer column from a whole number."""


@dataclass(frozen=True)
class Certificate:
    """How far a claimed answer is from fulfilling the conditions that prove it.

    All residuals are shares without a unit. A row's violation is divided by the larger of the
    limit it breaks and the sum of its terms' sizes, a bound's likewise by the bound or the value;
    a column's dual violation by the sizes in its own sum; `complementarity` and `gap` by the sum
    of the objective's terms. Where the plan leaves less than that, `LEAST` natural units stand for
    it (`scaling.units_at`): residuals are the same in won and in billion won, and a limit that
    the plan does not reach never makes them smaller.

    `gap` counts what reduced costs without a bound to lean on could still gain (`leak`). A
    `tolerance` of zero marks a proof in rational numbers, which the stated ones are rounded from.

    `kind` says what is proved: "optimal" (primal and dual feasible, no gap), "feasible" (a plan of
    a mixed-integer programme; `gap` is the solver's own bound, not proved here), "infeasible"
    (Farkas: `gap` is the proven contradiction) or "unbounded" (a plan and a ray).
    """

    kind: str
    primal_residual: float = 0.0
    dual_residual: float = 0.0
    complementarity: float = 0.0
    gap: float = 0.0
    integrality: float = 0.0
    tolerance: float = TOLERANCE

    @property
    def passed(self) -> bool:
        """Whether every residual keeps within `tolerance`.

        Weights or rays that lean on no bound by more than rounding prove nothing: what they miss
        grows with the distance, and there is no end to that.
        """
        rounding = min(self.tolerance, ROUNDING)
        if self.kind == "infeasible":
            return self.gap > self.tolerance and self.dual_residual <= rounding
        if self.kind == "unbounded" and self.dual_residual > rounding:
            return False
        worst = max(self.primal_residual, self.dual_residual, self.complementarity)
        closed = self.kind != "optimal" or self.gap <= self.tolerance
        return worst <= self.tolerance and closed and self.integrality <= INTEGER_TOLERANCE


class Least(NamedTuple):
    """The least sizes that count: of rows (m,) and gains (n,); bounds and prices have none."""

    row: FloatArray | float = 0.0
    gain: FloatArray | float = 0.0
    objective: float = 0.0


def least_sizes(arrays: Arrays, x: FloatArray) -> Least:
    """`LEAST` natural units each, of the limits that the plan `x` (n,) reaches and no other."""
    units = units_at(arrays, x)
    row, objective = LEAST * units.row, LEAST * units.objective
    gain = units.objective / units.column  # whole: rounding alone is measured by it
    return Least(row, gain, objective)


def check(program: LinearProgram, x: FloatArray, prices: FloatArray) -> Certificate:
    """Check a claimed optimum: `x` (n,), and `prices` (m,) of the stated objective."""
    return check_arrays(program.arrays, program.maximise, x, prices)


def check_arrays(arrays: Arrays, maximise: bool, x: FloatArray, prices: FloatArray) -> Certificate:
    """The same for bare numbers."""
    strict = _check_optimum(arrays, maximise, x, prices, Least())
    if strict.passed:
        return strict
    return _check_optimum(arrays, maximise, x, prices, least_sizes(arrays, x))


def _check_optimum(
    arrays: Arrays, maximise: bool, x: FloatArray, prices: FloatArray, least: Least
) -> Certificate:
    sign = -1.0 if maximise else 1.0
    costs, y = sign * arrays.gain, sign * prices
    wrong_row = pointing_nowhere(y, arrays.row_lower, arrays.row_upper)
    y = np.where(wrong_row > 0, 0.0, y)
    d = costs - arrays.transposed_times(y)
    own = np.maximum(np.abs(costs), sizes_of_columns(arrays, y))
    wrong = pointing_nowhere(d, arrays.lower, arrays.upper)
    # a price that leans on no limit is measured in the sums of the columns that it enters
    terms = np.abs(arrays.data * wrong_row[arrays.row_of])
    dual_residual = max(
        _worst(share(terms, np.maximum(own[arrays.indices], terms))),
        _worst(share(wrong, np.maximum(own, least.gain))),
    )
    # by rounding alone no plan goes as far as a far bound
    wrong = np.where(np.abs(d) <= ROUNDING * own, np.abs(d), wrong)
    activity = arrays.times(x)
    row_products = _products(y, activity, arrays.row_lower, arrays.row_upper)
    products = _products(d - np.sign(d) * wrong, x, arrays.lower, arrays.upper)
    # the gap is what the sum of all products amounts to: primal - dual = Σ y·slack + Σ d·distance
    total = float(row_products.sum() + products.sum())
    lost = leak(arrays, wrong, x, ROUNDING * np.maximum(own, least.gain))
    most = max(_worst(np.abs(row_products)), _worst(np.abs(products)))
    size = max(float(np.abs(costs * x).sum()), least.objective)
    complementarity, gap = share(np.array([most, abs(total) + lost]), size).tolist()
    primal = _primal(arrays, x, activity, least)
    return Certificate("optimal", primal, dual_residual, complementarity, gap)


def share(part: FloatArray, whole: FloatArray | float) -> FloatArray:
    """The part as a share of the whole; nothing is no share of nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(part == 0.0, 0.0, part / whole)


def leak(arrays: Arrays, wrong: FloatArray, x: FloatArray, rounding: FloatArray) -> float:
    """The most that reduced costs leaning on no bound (n,) can take from the proven bound.

    A column may go as far as any row lets it, not only as far as the plan goes; one that no row
    stops proves nothing. Reduced costs within the `rounding` (n,) of their own sum are let pass.
    """
    furthest = np.abs(x)
    gross = wrong > rounding
    if gross.any():
        lower, upper = implied_bounds(arrays)
        furthest = np.where(gross, np.maximum(np.abs(lower), np.abs(upper)), furthest)
    live = wrong > 0
    return float(wrong[live] @ (furthest[live] + np.abs(x[live])))


def proven_limit(arrays: Arrays, gains: FloatArray, prices: FloatArray) -> float:
    """No plan makes Σ gains·value larger than this, whatever the `prices` (m,) are.

    Weak duality: what the rows are worth, and what each column earns beyond that at its better
    bound. Infinite where a column earns something and no row bounds it.
    """
    y = np.where(pointing_nowhere(-prices, arrays.row_lower, arrays.row_upper) > 0, 0.0, prices)
    d = gains - arrays.transposed_times(y)
    endless = pointing_nowhere(-d, arrays.lower, arrays.upper).any()
    bounds = implied_bounds(arrays) if endless else (arrays.lower, arrays.upper)
    rows = _earned(y, arrays.row_lower, arrays.row_upper)
    return float(rows.sum() + _earned(d, *bounds).sum())


def check_plan(program: LinearProgram, x: FloatArray, gap: float) -> Certificate:
    """Check that a plan of a mixed-integer programme keeps all rows and is whole where it must."""
    arrays = program.arrays
    whole = x[arrays.integer]
    integrality = _worst(np.abs(whole - np.round(whole)))
    residual = _residual_of_plan(arrays, x)
    return Certificate("feasible", residual, gap=gap, integrality=integrality)


def check_infeasible(program: LinearProgram, ray: FloatArray) -> Certificate:
    """Check that `ray` (m,) proves the rows contradictory (Farkas).

    The rows weighted by `ray` sum to one requirement which no point between the columns' bounds
    can meet; `gap` is by how much it is missed, as a share of the sizes in the sum.
    """
    arrays = program.arrays
    if np.greater(*whole_bounds(arrays)).any():
        return Certificate("infeasible", gap=inf)
    wanted = np.where(ray > 0, arrays.row_lower, arrays.row_upper)
    used = ray != 0.0
    needed = np.zeros(len(ray))
    needed[used] = ray[used] * wanted[used]
    sums = arrays.transposed_times(ray)
    sizes = sizes_of_columns(arrays, ray)
    best = np.where(sums > 0, arrays.upper, arrays.lower)
    stray = ~np.isfinite(best) & (sums != 0.0)
    if (stray & (np.abs(sums) > ROUNDING * sizes)).any():
        best = np.where(sums > 0, *reversed(implied_bounds(arrays)))
        stray = ~np.isfinite(best) & (sums != 0.0)
    reach = np.zeros(len(sums))
    live = (sums != 0.0) & ~stray
    reach[live] = sums[live] * best[live]
    size = float(np.abs(needed).sum() + np.abs(reach).sum())
    if not np.isfinite(size) or size == 0.0:
        return Certificate("infeasible", dual_residual=inf)
    leak = _worst(np.abs(sums[stray]) / np.where(sizes[stray] > 0, sizes[stray], 1.0))
    miss = float(needed.sum() - reach.sum())
    return Certificate("infeasible", dual_residual=leak, gap=max(miss, 0.0) / size)


LEAK = 1e-5
"""Share of a ray's longest step from which on a step of it is measured by its own length."""


def check_unbounded(program: LinearProgram, x: FloatArray, ray: FloatArray) -> Certificate:
    """Check that `x` is a plan and that the objective improves for ever along `ray` (n,)."""
    arrays = program.arrays
    gain = (1.0 if program.maximise else -1.0) * float(arrays.gain @ ray)
    travel = arrays.times(ray)
    sizes = np.maximum(sizes_of_rows(arrays, ray), 1e-300)
    over = _leaving(travel, arrays.row_lower, arrays.row_upper) / sizes
    length = np.abs(ray)
    own = np.maximum(length, max(LEAK * _worst(length), 1e-300))
    beyond = _leaving(ray, arrays.lower, arrays.upper) / own
    improves = gain > TOLERANCE * float(np.abs(arrays.gain * ray).sum())
    return Certificate(
        "unbounded",
        _residual_of_plan(arrays, x),
        max(_worst(over), _worst(beyond)) if improves else inf,
    )


def keeps_own_terms(program: LinearProgram, x: FloatArray) -> bool:
    """Whether a plan (n,) keeps every row and bound as measured by that row's own terms alone."""
    arrays = program.arrays
    return _primal(arrays, x, arrays.times(x), Least()) <= TOLERANCE


def _residual_of_plan(arrays: Arrays, x: FloatArray) -> float:
    activity = arrays.times(x)
    strict = _primal(arrays, x, activity, Least())
    return strict if strict <= TOLERANCE else _primal(arrays, x, activity, least_sizes(arrays, x))


def _primal(arrays: Arrays, x: FloatArray, activity: FloatArray, least: Least) -> float:
    """Worst violation of a row or a bound, each as a share of its own size."""
    sizes = np.maximum(least.row, sizes_of_rows(arrays, x))
    rows = missed(activity, arrays.row_lower, arrays.row_upper, sizes)
    return max(_worst(rows), _worst(missed(x, arrays.lower, arrays.upper, np.abs(x))))


def sizes_of_columns(arrays: Arrays, y: FloatArray) -> FloatArray:
    """Sum of the sizes of the terms in each column of Aᵀ·y, shape (n,)."""
    terms = np.abs(arrays.data * y[arrays.row_of])
    return np.bincount(arrays.indices, terms, len(arrays.gain)).astype(np.float64)


def sizes_of_rows(arrays: Arrays, x: FloatArray) -> FloatArray:
    """Sum of the sizes of the terms in each row of A·x, shape (m,)."""
    terms = np.abs(arrays.data * x[arrays.indices])
    return np.bincount(arrays.row_of, terms, len(arrays.row_lower)).astype(np.float64)


def missed(at: FloatArray, lower: FloatArray, upper: FloatArray, sizes: FloatArray) -> FloatArray:
    """Distance to the limit that is broken, as a share of that limit or, if larger, of `sizes`."""
    limit = np.where(at < lower, lower, upper)
    out = np.maximum(np.maximum(lower - at, at - upper), 0.0)
    return share(out, np.maximum(sizes, np.where(np.isfinite(limit), np.abs(limit), 0.0)))


def pointing_nowhere(dual: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Size of each dual number that leans on a side where there is no bound."""
    wrong = ((dual > 0) & (lower == -inf)) | ((dual < 0) & (upper == inf))
    return np.where(wrong, np.abs(dual), 0.0)


def _leaving(travel: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """How fast a ray crosses a finite bound."""
    down = np.where(np.isfinite(lower), np.maximum(-travel, 0.0), 0.0)
    return np.maximum(down, np.where(np.isfinite(upper), np.maximum(travel, 0.0), 0.0))


def _products(dual: FloatArray, at: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Dual number times distance to the bound it leans on."""
    bound = np.where(dual > 0, lower, upper)
    live = dual != 0.0
    out = np.zeros(len(dual))
    out[live] = dual[live] * (at[live] - bound[live])
    return out


def _earned(dual: FloatArray, lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Dual number times the limit that makes the most of it."""
    live = dual != 0.0
    out = np.zeros(len(dual))
    out[live] = dual[live] * np.where(dual > 0, upper, lower)[live]
    return out


def _worst(values: FloatArray) -> float:
    """Largest entry; not-a-number counts as infinitely bad."""
    if not len(values):
        return 0.0
    worst = float(values.max())
    return worst if worst == worst else inf
