"""Ratio tests on an optimal basis: how far one limit or one gain may move before it changes."""

from __future__ import annotations

from math import inf

import numpy as np

from optimizer.lp.program import FloatArray
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import At, Solution

_NOTHING = 1e-11
"""An entry of the table below this, in natural units, counts as zero."""


_LARGEST = 4_000_000
"""Most entries of a table that is worth holding; beyond it linear programmes do the work."""


def ratio_of(solution: Solution) -> Ratio | None:
    """The table of an optimum; None if it is too large or its basis singular."""
    m, n = len(solution.program.rows), len(solution.program.columns)
    if m * (n + m) > _LARGEST:
        return None
    try:
        return Ratio(solution)
    except np.linalg.LinAlgError:
        return None


class Ratio:
    """The simplex table of one basis: what each basic member does when a non-basic one moves.

    Members are the columns 0…n-1 and, behind them, one slack a row with A·x - s = 0. The tests are
    exact where neither plan nor prices are degenerate; the caller sees to that.
    """

    def __init__(self, solution: Solution) -> None:
        """Raises LinAlgError if the basis is singular in floating point."""
        program, x, basis = solution.program, solution.x, solution.basis
        assert x is not None
        assert basis is not None
        assert solution.reduced is not None
        assert solution.prices is not None
        d = np.concatenate([solution.reduced, solution.prices])
        units = natural_units(program.arrays)
        a = units.scaled(program.arrays)
        m, n = len(a.row_lower), len(a.gain)
        basic = np.concatenate([basis.columns, basis.rows]) == At.BASIC
        self.basic, self.arrays = np.flatnonzero(basic), a
        table = np.zeros((m, n + m))
        np.add.at(table, (a.row_of, a.indices), a.data)
        table[:, n:] = -np.eye(m)
        self.inverse = np.linalg.inv(table[:, self.basic])
        self.entries: tuple[FloatArray, FloatArray] = table[:, :n], table[:, n:]
        self.unit = np.concatenate([units.column, units.row])
        self.objective_unit = units.objective
        at = np.concatenate([x / units.column, a.times(x / units.column)])
        low = np.concatenate([a.lower, a.row_lower])
        high = np.concatenate([a.upper, a.row_upper])
        self.to_low = np.maximum((at - low)[self.basic], 0.0)
        self.to_high = np.maximum((high - at)[self.basic], 0.0)
        self.movable = ~basic & (low < high)
        self.d = d * self.unit / units.objective

    def reach(self, member: int, side: int) -> float:
        """How far a non-basic member may be pushed up (`side` 1) or down (-1), in stated units."""
        n = len(self.arrays.gain)
        table = self.entries[0][:, member] if member < n else self.entries[1][:, member - n]
        move = _clean(-side * (self.inverse @ table))
        room = np.where(move > 0, self.to_high, self.to_low)
        return _least(room, np.abs(move)) * float(self.unit[member])

    def gain_reach(self, member: int, side: int) -> float:
        """How far the gain of a basic column may rise (`side` 1) or fall (-1), in stated units.

        A reduced cost d changes by `move` for each unit of gain and may not cross zero.
        """
        row = self.inverse[np.searchsorted(self.basic, member)]
        move = _clean(side * np.concatenate([-self.arrays.transposed_times(row), row]))
        crossing = self.movable & (np.sign(move) == -np.sign(self.d))
        least = _least(np.abs(self.d[crossing]), np.abs(move[crossing]))
        return least * self.objective_unit / float(self.unit[member])


def _clean(move: FloatArray) -> FloatArray:
    return np.where(np.abs(move) <= _NOTHING, 0.0, move)


def _least(room: FloatArray, speed: FloatArray) -> float:
    moving = speed > 0
    return float((room[moving] / speed[moving]).min(initial=inf))
