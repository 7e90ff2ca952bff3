"""A supply curve in one year as it stands in a programme: its steps and what they are worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.formulation.case import Case
from optimizer.formulation.curves import Shape
from optimizer.formulation.payments import ActivityId
from optimizer.lp.program import FloatArray, IntArray, LinearProgram


@dataclass(frozen=True)
class Cell:
    """One curve in one year; `columns`, `rates` and `widths` of its steps, each (steps,).

    Everywhere in a programme the entry of a step is linear in its unit cost: so much for each
    unit, and so much for each unit of money.
    """

    activity: ActivityId
    year: int
    shape: Shape
    grid: tuple[float, ...]
    columns: IntArray
    rates: FloatArray
    widths: FloatArray

    @property
    def most(self) -> float:
        """Money at which the last step ends."""
        return self.grid[-1]

    def money(self, x: FloatArray) -> float:
        """Money of a plan, (n,), in this cell; less than rounding is nothing."""
        money = float(self.rates @ x[self.columns])
        return money if money > 1e-12 * float(self.shape.scale) else 0.0

    def parts(self, entries: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Entries of all columns, (…, n), split into those of a unit and of a unit of money."""
        first, last = entries[..., self.columns[0]], entries[..., self.columns[-1]]
        spread = float(self.rates[-1] - self.rates[0])
        straight = spread <= 1e-12 * float(self.rates[-1])  # a unit costs the same everywhere
        of_money = 0.0 * first if straight else (last - first) / spread
        return first - self.rates[0] * of_money, of_money

    def best(self, profit: FloatArray) -> float:
        """The best money on the true curve for the profits of all columns, (n,)."""
        unit, money = (float(part) for part in self.parts(profit))
        return self.shape.money_at_slope(max(0.0, -money) / unit, self.most) if unit > 0 else 0.0

    def beyond(self, profit: FloatArray, best: float) -> float:
        """What the true curve earns with its best money beyond what its steps earn at most."""
        unit, money = (float(part) for part in self.parts(profit))
        cost = max(0.0, -money)
        stepped = float(np.maximum(0.0, unit - cost * self.rates) @ self.widths)
        return max(0.0, unit * float(self.shape.units(best)) - cost * best - stepped)

    def filled(self, money: float) -> FloatArray:
        """Units of each step when the steps are filled in order with `money`, (steps,)."""
        starts = np.concatenate(([0.0], np.cumsum(self.widths * self.rates)[:-1]))
        left = money - starts
        left[np.abs(left) <= 1e-12 * money] = 0.0
        units = np.clip(left / self.rates, 0.0, self.widths)
        return np.where(np.abs(units - self.widths) <= 1e-12 * self.widths, self.widths, units)


def cells(case: Case, program: LinearProgram) -> Iterator[Cell]:
    """Every supply curve in every year; a curve of a single step has no columns."""
    number = program.column_number
    for (p, a), shape in case.curves.items():
        for y, steps in case.supply[p, a].items():
            yield Cell(
                (p, a), y, shape, case.grid((p, a), y),
                np.array([number[key] for key in case.columns[(p, a), y]], dtype=np.int64),
                np.array([float(s.rate) for s in steps]),
                np.array([float(s.width) for s in steps]),
            )  # fmt: skip


def profits(program: LinearProgram, prices: FloatArray) -> FloatArray:
    """What a unit of each column is worth at these prices, (n,); more is better."""
    left = program.arrays.gain - program.arrays.transposed_times(prices)
    return left if program.maximise else -left
