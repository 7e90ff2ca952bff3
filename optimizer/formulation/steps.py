"""Steps of supply curves for many draws at once: each draw's breakpoints at the same slopes.

A place t in (0, 1) stands for the money at which the curve has fallen to the slope s0·(s1/s0)^t,
where s0 is the slope near nought and s1 that of the most money, or nearly flat. The same places
suit all draws of a curve, however its ceiling and costs vary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from optimizer.domain.programme import CurveKind
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.curves import Shape
from optimizer.formulation.payments import ActivityId
from optimizer.lp.program import Coefficient, FloatArray

CellId = tuple[ActivityId, int]
Places = Mapping[CellId, tuple[float, ...]]
"""(activity, year) → places of the inner breakpoints, ascending in (0, 1)."""

FLAT = 1e-9
"""Steps end where the slope has fallen to this share of the first; one more takes all money."""
STRAIGHT = 1e-9
"""A curve whose slope falls by less than this share is stepped evenly in money."""
NEAR_NOUGHT = 1e-4
"""Share of the most money at which a curve counts as just begun."""


@dataclass(frozen=True)
class Reach:
    """A curve's slopes near nought and at the end, and the most money it can get.

    Each is (draws,) or one number, and depends on nothing but its own draw.
    """

    shape: Shape
    first: Coefficient
    last: Coefficient
    most: Coefficient

    def money(self, place: float) -> Coefficient:
        """Money at a place."""
        ratio: Any = np.asarray(self.last) / self.first
        bent = money_at(self.shape, self.first * ratio**place)
        found = np.where(ratio < 1.0 - STRAIGHT, bent, place * np.asarray(self.most))
        return found if found.ndim else float(found)

    def place(self, money: FloatArray) -> FloatArray:
        """Place of an amount of money, within [0, 1]."""
        with np.errstate(divide="ignore", invalid="ignore"):
            fallen = np.log(slope(self.shape, money) / self.first)
            part: FloatArray = fallen / np.log(np.asarray(self.last) / self.first)
        return np.clip(np.nan_to_num(part), 0.0, 1.0)


def reach_of(case: Case, activity: ActivityId) -> Reach:
    """How far an activity's curve is stepped."""
    shape, most = case.curves[activity], case.useful(activity, most_money(case, activity))
    first: Any = slope(shape, 0.0)
    first = np.where(np.isfinite(first), first, slope(shape, NEAR_NOUGHT * most))
    return Reach(shape, first, np.maximum(slope(shape, most), FLAT * first), most)


def most_money(case: Case, activity: ActivityId) -> Any:
    """What `Case.affordable` tells of all draws together, draw by draw; never quite nought."""
    total = case.scenario.budget.total
    money: Any = case.numbers.entry("budget.total", total) if case.most is None else case.most
    levels = [case.price_level(activity[0], y) for y in case.years]
    lowest: Any = np.minimum.reduce(np.broadcast_arrays(*levels))
    return np.maximum(money, 1e-6 * total) * case.schedules[activity].stretch / lowest


def grids_at(case: Case, places: Places) -> Grids:
    """Breakpoints of every curve and year of a case, each a number or an array of draws."""
    grids: dict[CellId, tuple[Coefficient, ...]] = {}
    for activity in case.curves:
        reach = reach_of(case, activity)
        for y in case.years:
            inner = (reach.money(t) for t in places[activity, y])
            grids[activity, y] = (0.0, *inner, reach.most)
    return cast(Grids, grids)


def even(count: int) -> tuple[float, ...]:
    """Places of `count` steps of even size."""
    return tuple(i / count for i in range(1, count))


def slope(shape: Shape, money: Any) -> Any:
    """Units per money at an amount of money; numbers or arrays of draws."""
    top, scale, power = shape.top, shape.scale, shape.shape
    ratio: Any = np.asarray(money) / scale
    with np.errstate(divide="ignore", invalid="ignore"):
        match shape.kind:
            case CurveKind.HILL:
                bent = ratio**power
                return top * power * ratio ** (power - 1.0) / ((1.0 + bent) ** 2 * scale)
            case CurveKind.EXPONENTIAL:
                return top / scale * np.exp(-ratio)
            case CurveKind.LOGARITHMIC:
                return top / (scale + np.asarray(money))
            case CurveKind.POWER:
                return top * power * ratio ** (power - 1.0) / scale


def money_at(shape: Shape, wanted: Any) -> Any:
    """The money at which a concave curve has fallen to the slope `wanted`; 0 above its first."""
    top, scale, power = shape.top, shape.scale, shape.shape
    with np.errstate(divide="ignore", invalid="ignore"):
        match shape.kind:
            case CurveKind.HILL:
                found = _hill(top, scale, power, wanted)
            case CurveKind.EXPONENTIAL:
                found = scale * np.log(top / scale / np.asarray(wanted))
            case CurveKind.LOGARITHMIC:
                found = top / np.asarray(wanted) - scale
            case CurveKind.POWER:
                flat = np.asarray(power) == 1.0
                bend = np.where(flat, 1.0, 1.0 - np.asarray(power))
                found = scale * (top * power / scale / np.asarray(wanted)) ** (1.0 / bend)
                ends = np.where(top / scale >= np.asarray(wanted), np.inf, 0.0)
                found = np.where(flat, ends, found)
    return np.maximum(found, 0.0)


def _hill(top: Any, scale: Any, power: Any, wanted: Any) -> Any:
    """Closed for the plain case; else by bisection on the logarithm of money."""
    if np.all(np.asarray(power) == 1.0):
        return scale * (np.sqrt(top / scale / np.asarray(wanted)) - 1.0)
    shape = Shape(CurveKind.HILL, top, scale, power)
    low = np.log(scale) - 60.0 + np.zeros(np.shape(wanted))
    high = low + 120.0
    for _ in range(64):
        middle = 0.5 * (low + high)
        above = slope(shape, np.exp(middle)) >= wanted
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return np.exp(0.5 * (low + high))


def draws_of(value: Coefficient | Sequence[float], draws: int) -> FloatArray:
    """A number or an array of draws as an array of draws."""
    return np.broadcast_to(np.asarray(value, dtype=np.float64), (draws,))
