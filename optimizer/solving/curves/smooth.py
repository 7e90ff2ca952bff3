"""From steps to the true curves: Newton's method on the conditions of optimality.

A linear programme over steps tells which rows bind and which decisions are free. With that known
the conditions of the curved problem are a square system of equations in the money of each curve,
the other free decisions and the prices (Nocedal and Wright, Numerical Optimization, ch. 18). Its
solution is worth no more than its check: steps are made to end at the money found, and on them
plan and prices have to pass the same certificate as any others.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from optimizer.formulation.case import Case
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.solution import At, Basis
from optimizer.solving.curves.cells import Cell, cells, profits
from optimizer.solving.curves.points import Point

ROUNDS = 30
ENOUGH = 1e-11
"""Change of the unknowns, as a share of the largest, after which one more round is the last."""
MOST_ENTRIES = 4_000_000
"""Entries of a full table above which it would cost more than finer steps do."""


class Optimum(NamedTuple):
    """An optimum of a linear programme: plan (n,), prices (m,) and the basis that keeps them."""

    x: FloatArray
    prices: FloatArray
    basis: Basis


def smooth_point(case: Case, program: LinearProgram, steps: Optimum) -> Point | None:
    """The stationary point beside an optimum over steps; None where the method finds none."""
    known = list(cells(case, program))
    size = len(program.rows) * len(program.columns)
    if size > MOST_ENTRIES or any(len(cell.columns) < 2 for cell in known):
        return None
    with np.errstate(all="ignore"):
        return _Conditions(program, known, steps).solved()


class _Conditions:
    """The conditions of optimality: F free curves, B free other columns, R binding rows.

    Lagrangian of the stated objective; `in_units` and `in_money` (F, R) say what a unit and a unit
    of money of each free curve do in each binding row, `table` (R, B) what the other columns do.
    """

    def __init__(self, program: LinearProgram, known: list[Cell], steps: Optimum) -> None:
        self.program, a = program, program.arrays
        profit = profits(program, steps.prices)
        self.start = {(c.activity, c.year): _start(c, steps.x, profit) for c in known}
        self.cells = [c for c in known if 0.0 < self.start[c.activity, c.year] < c.most]
        basic = steps.basis.columns == At.BASIC
        self.x, self.prices = steps.x.copy(), np.zeros(len(program.rows))
        for cell in known:
            basic[cell.columns], self.x[cell.columns] = False, 0.0
        self.columns = np.flatnonzero(basic)
        self.rows = np.flatnonzero(steps.basis.rows != At.BASIC)
        table = np.zeros((len(program.rows), len(program.columns)))
        table[a.row_of, a.indices] = a.data
        table = table[self.rows]
        self.in_units, self.in_money = self._parts(table)
        self.gain_unit, self.gain_money = (part[:, 0] for part in self._parts(a.gain[None]))
        self.table, self.gain = table[:, self.columns], a.gain[self.columns]
        self.rhs = np.where(np.isfinite(a.row_upper), a.row_upper, a.row_lower)[self.rows]
        resting = np.where(basic, 0.0, self.x)
        for cell in known:
            if cell not in self.cells:
                resting[cell.columns] = cell.filled(self.start[cell.activity, cell.year])
        self.rhs -= table @ resting
        self.unknowns = np.concatenate(
            [
                [self.start[c.activity, c.year] for c in self.cells],
                steps.x[self.columns],
                steps.prices[self.rows],
            ]
        )

    def _parts(self, entries: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Entries (k, n) of the free curves, for a unit and for a unit of money, each (F, k)."""
        parts = [cell.parts(entries) for cell in self.cells]
        shape = (len(self.cells), len(entries))
        return (
            np.array([unit for unit, _ in parts]).reshape(shape),
            np.array([money for _, money in parts]).reshape(shape),
        )

    def _split(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        ends = np.cumsum([len(self.cells), len(self.columns)])
        money, other, prices = np.split(self.unknowns, ends)
        return money, other, prices

    def solved(self) -> Point | None:
        """The solution of the conditions, by damped Newton steps."""
        last = False
        for _ in range(ROUNDS):
            residual, table = self._residual()
            size = 1.0 / np.sqrt(np.abs(table).max(axis=1, initial=0.0))
            try:
                step = np.linalg.solve(table * size * size[:, None], -residual * size)
            except np.linalg.LinAlgError:
                return None
            scaled = self.unknowns / size
            self.unknowns += self._allowed(step * size) * step * size
            if not np.isfinite(self.unknowns).all():
                return None
            if last:
                return self._point()
            last = bool(np.abs(step).max() <= ENOUGH * np.abs(scaled).max())
        return None

    def _residual(self) -> tuple[FloatArray, FloatArray]:
        """What is left of the conditions (F + B + R,), and its derivative."""
        money, other, prices = self._split()
        units, slope, bend = (
            np.array([getattr(c.shape, what)(m) for c, m in zip(self.cells, money, strict=True)])
            for what in ("units", "slope", "bend")
        )
        value = self.gain_unit - self.in_units @ prices
        cost = self.in_money @ prices - self.gain_money
        residual = np.concatenate(
            [
                value * slope - cost,
                self.gain - self.table.T @ prices,
                self.rhs - units @ self.in_units - money @ self.in_money - self.table @ other,
            ]
        )
        rows = np.concatenate([self.in_units * slope[:, None] + self.in_money, self.table.T])
        free = len(rows)
        table = np.zeros((len(residual), len(residual)))
        table[range(len(money)), range(len(money))] = value * slope * bend
        table[:free, free:], table[free:, :free] = -rows, -rows.T
        return residual, table

    def _allowed(self, step: FloatArray) -> float:
        """The largest share of a step, up to 1, that keeps all money between 0 and the most."""
        money = self.unknowns[: len(self.cells)]
        change = step[: len(self.cells)]
        room = np.where(change < 0.0, money, np.array([c.most for c in self.cells]) - money)
        return min(1.0, 0.9 * float(np.min(room / np.abs(change), initial=np.inf)))

    def _point(self) -> Point:
        money, other, prices = self._split()
        spent = {(c.activity, c.year): float(m) for c, m in zip(self.cells, money, strict=True)}
        self.x[self.columns], self.prices[self.rows] = other, prices
        known = dict(zip(self.program.column_number, self.x.tolist(), strict=True))
        return Point({**self.start, **spent}, known, self.prices)


def _start(cell: Cell, x: FloatArray, profit: FloatArray) -> float:
    """Money of a curve in the plan over steps; where it is at an end, what would be best."""
    money = cell.money(x)
    return money if 0.0 < money < cell.most * (1.0 - 1e-12) else cell.best(profit)
