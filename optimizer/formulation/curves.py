"""Smooth supply curves: their formula, their slope, and the bands that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, isfinite, log
from typing import Any

import numpy as np

from optimizer.domain.programme import Curve, CurveKind
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.traced import Traced
from optimizer.lp.program import Coefficient

AROUND = np.geomspace(0.01, 30.0, 12)
"""First breakpoints, as multiples of a curve's scale."""
FLAT = 1e-12
"""Below this share of its first slope a curve counts as level."""
NARROW, SLIGHT = 1e-6, 1e-7
"""How far a narrow step reaches to either side of money: share of it, or of the curve's scale."""
FULL = 1e-9
"""Share of a curve's ceiling that is left out: more money has no effect where so little is left."""


@dataclass(frozen=True)
class Shape:
    """A curve with its numbers in place; each number may be an array of draws."""

    kind: CurveKind
    top: Coefficient
    scale: Coefficient
    shape: Coefficient

    def reach(self, money: float) -> float:
        """How far a narrow step reaches to either side of money: there chord and curve are one."""
        return max(NARROW * money, SLIGHT * float(np.max(self.scale)))

    def narrow(self, low: float, high: float) -> bool:
        """Whether the step between two money breakpoints is a narrow one."""
        return high - low <= 4.0 * self.reach(high)

    def units(self, money: float) -> Coefficient:
        """Units a year that `money` buys."""
        ratio: Any = money / self.scale
        match self.kind:
            case CurveKind.HILL:
                power: Any = ratio**self.shape
                value: Any = self.top * power / (1.0 + power)
            case CurveKind.EXPONENTIAL:
                value = self.top * -np.expm1(-ratio)
            case CurveKind.LOGARITHMIC:
                value = self.top * np.log1p(ratio)
            case CurveKind.POWER:
                value = self.top * ratio**self.shape
        return value if isinstance(value, np.ndarray | Traced) else float(value)

    def slope(self, money: float) -> float:
        """Units per money at `money`; infinite at 0 where the curve starts vertically."""
        top, scale, shape = float(self.top), float(self.scale), float(self.shape)
        ratio = money / scale
        match self.kind:
            case CurveKind.EXPONENTIAL:
                return top / scale * exp(-ratio)
            case CurveKind.LOGARITHMIC:
                return top / (scale + money)
        if ratio == 0.0:
            return inf if shape < 1.0 else top / scale if shape == 1.0 else 0.0
        rising = float(top * shape * ratio ** (shape - 1.0) / scale)
        return rising if self.kind is CurveKind.POWER else rising / (1.0 + ratio**shape) ** 2

    def bend(self, money: float) -> float:
        """Relative change of the slope with money, above 0: its derivative over itself."""
        scale, shape = float(self.scale), float(self.shape)
        match self.kind:
            case CurveKind.HILL:
                power = (money / scale) ** shape
                return float((shape - 1.0 - 2.0 * shape * power / (1.0 + power)) / money)
            case CurveKind.EXPONENTIAL:
                return -1.0 / scale
            case CurveKind.LOGARITHMIC:
                return -1.0 / (scale + money)
            case CurveKind.POWER:
                return (shape - 1.0) / money

    def money_at_slope(self, slope: float, most: float) -> float:
        """The money in [0, most] up to which one more unit of money buys at least `slope` units."""
        if self.slope(most) >= slope:
            return most
        if self.slope(0.0) <= slope:
            return 0.0
        top, scale, shape = float(self.top), float(self.scale), float(self.shape)
        match self.kind:
            case CurveKind.EXPONENTIAL:
                return scale * log(top / scale / slope)
            case CurveKind.LOGARITHMIC:
                return top / slope - scale
            case CurveKind.POWER:
                return float(scale * (top * shape / scale / slope) ** (1.0 / (1.0 - shape)))
            case CurveKind.HILL:
                return self._between(slope, most)

    def _between(self, slope: float, most: float) -> float:
        """The same by bisection, for a curve whose slope is not inverted in closed form."""
        low, high = 0.0, most
        while low < (middle := 0.5 * (low + high)) < high:
            low, high = (middle, high) if self.slope(middle) >= slope else (low, middle)
        return low

    @property
    def level(self) -> Coefficient:
        """Money beyond which all that is left to buy is a share FULL of the curve's ceiling."""
        match self.kind:
            case CurveKind.EXPONENTIAL:
                return self.scale * -log(FULL)
            case CurveKind.HILL:
                return self.scale * np.exp(np.minimum(600.0, -log(FULL) / self.shape))
            case _:
                return inf

    @property
    def concave(self) -> bool:
        """Whether each further unit of money buys no more than the one before."""
        bends = self.kind in (CurveKind.HILL, CurveKind.POWER)
        return not bends or bool(np.all(np.asarray(self.shape) <= 1.0))

    @property
    def turn(self) -> float:
        """Money up to which each further unit of money buys more than the one before.

        Beyond it each buys less; 0 for a concave curve, infinite for a convex one. With draws the
        largest of theirs.
        """
        if self.concave:
            return 0.0
        if self.kind is CurveKind.POWER:
            return inf
        shape = np.maximum(self.shape, 1.0)
        return float(np.max(self.scale * ((shape - 1.0) / (shape + 1.0)) ** (1.0 / shape)))


def shape_of(curve: Curve, numbers: Numbers) -> Shape:
    """The curve with its numbers read."""
    top = curve.ceiling if curve.ceiling is not None else curve.amount
    scale = curve.half if curve.half is not None else curve.scale
    return Shape(curve.curve, numbers.plain(top), numbers.money(scale), numbers.plain(curve.shape))


def first_grid(shape: Shape, most: float) -> tuple[float, ...]:
    """Money breakpoints to begin with, in equal ratios around the scale; from 0 to `most`."""
    if not isfinite(most) or most <= 0:
        return (0.0,)
    around = (float(np.mean(shape.scale)) * AROUND).tolist()
    # at least two steps, for one alone does not tell what a unit is worth
    inner = {m for m in (*around, shape.turn) if 0.0 < m < most} or {0.5 * most}
    return (0.0, *sorted(inner), float(most))


def bands_of(shape: Shape, grid: Sequence[float]) -> list[tuple[Coefficient, Coefficient]]:
    """Chords of the curve between money breakpoints: (width in units, money per unit) of each."""
    at: list[Any] = [shape.units(m) for m in grid]
    bands: list[tuple[Coefficient, Coefficient]] = []
    low, before = grid[0], at[0]
    for high, after in zip(grid[1:], at[1:], strict=True):
        width = after - before
        if width > 0.0 if isinstance(width, float) else np.all(width > 0.0):
            bands.append((width, (high - low) / width))
            low, before = high, after
    return bands


def above(shape: Shape, grid: Sequence[float]) -> list[tuple[Coefficient, Coefficient]]:
    """Bands that lie on or above the curve: chords up to its turn, tangents beyond."""
    turn = min(shape.turn, grid[-1])
    rising = [m for m in grid if m < turn] if turn > 0.0 else []
    falling = [m for m in grid if m > turn]
    return [*bands_of(shape, [*rising, turn]), *tangents_of(shape, [turn, *falling])]


def tangents_of(shape: Shape, grid: Sequence[float]) -> list[tuple[Coefficient, Coefficient]]:
    """Tangents at money breakpoints from which on the curve is concave, cut where they meet."""
    if len(grid) < 2:
        return []
    lines: list[tuple[float, float]] = []
    for money in grid:
        slope = shape.slope(money)
        steep = FLAT * lines[0][0] < slope < lines[-1][0] if lines else isfinite(slope)
        if steep:
            lines.append((slope, float(shape.units(money)) - slope * money))
    lines.append((FLAT * lines[0][0], float(shape.units(grid[-1]))))
    start = grid[0]
    free = lines[0][0] * start + lines[0][1] - float(shape.units(start))
    bands: list[tuple[Coefficient, Coefficient]] = []
    if free > FLAT * abs(lines[0][1]):  # the curve starts vertically: the line begins above it
        bands.append((free, 0.0))
    for (slope, height), (lower, higher) in zip(lines, [*lines[1:], (0.0, inf)], strict=True):
        end = min((higher - height) / (slope - lower), float(grid[-1]))
        if end > start:
            bands.append((slope * (end - start), 1.0 / slope))
            start = end
    return bands
