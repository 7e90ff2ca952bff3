"""From a basis that floats call best to one that is best in rational numbers.

After Gleixner, Steffy and Wolter, Iterative refinement for linear programming (INFORMS Journal on
Computing 28, 2016): floats solve how plan and prices have to change, each violation enlarged until
floats can see it.
"""

from __future__ import annotations

from math import inf

import numpy as np
from flint import fmpq

from optimizer.lp.allowance import Allowance
from optimizer.lp.hot import Hot
from optimizer.lp.program import Column, LinearProgram, Row, Sense
from optimizer.lp.rational.numbers import NOUGHT, number, to_float
from optimizer.lp.rational.table import Corner, Table, corner
from optimizer.lp.scaling import Units, natural_units
from optimizer.lp.solution import Basis, NoSolution

ROUNDS = 12
"""Corrections after which the search gives up."""
_CLOSER = fmpq(2**30)
"""How much further than before a correction enlarges violations at most."""
_FAR = 1e15
"""Limits of a correction beyond it are none; its plan moves by about 1."""


def refined(
    program: LinearProgram, table: Table, basis: Basis, allowance: Allowance
) -> Corner | None:
    """The exact optimum near a basis; None if floats do not lead there.

    Raises Spent if the allowance is too small.
    """
    return _Search(program, table, allowance).run(basis)


class _Search:
    """Corrections of one programme, in its natural units."""

    def __init__(self, program: LinearProgram, table: Table, allowance: Allowance) -> None:
        units = natural_units(program.arrays)
        self.program, self.table, self.allowance = program, table, allowance
        both = np.concatenate([units.column, units.row])
        self.units = Units(units.row, both, units.objective)
        self.sizes = [number(v, "binary") for v in both.tolist()]
        self.objective = number(units.objective, "binary")
        self.primal = self.dual = fmpq(1)  # how many times violations are enlarged

    def run(self, basis: Basis) -> Corner | None:
        places = [*basis.columns.tolist(), *basis.rows.tolist()]
        for _ in range(ROUNDS):
            self.allowance.need(0.0)
            try:
                here = corner(self.table, places, self.allowance)
            except NoSolution:
                return None
            if here.optimal():
                return here
            self.primal = self._enlarged(self.primal, self._violation(here))
            self.dual = self._enlarged(self.dual, self._leak(here))
            found = self._correct(here)
            if found is None:
                return None
            places = found
        return None

    @staticmethod
    def _enlarged(before: fmpq, violation: fmpq) -> fmpq:
        """Enough to make a violation about 1, and more than before if there still is one."""
        if not violation:
            return before
        return max(min(1 / violation, before * _CLOSER), before * 16)

    def _violation(self, here: Corner) -> fmpq:
        """The worst violation of a limit in natural units."""
        lower, upper, worst = self.table.lower, self.table.upper, NOUGHT
        for k, v in enumerate(here.x):
            low, high = lower[k], upper[k]
            over = low - v if low is not None and v < low else NOUGHT
            over = v - high if high is not None and v > high else over
            if over:
                worst = max(worst, over / self.sizes[k])
        return worst

    def _leak(self, here: Corner) -> fmpq:
        """The largest slope that does not lean on the limit where its member stays."""
        return max(
            (
                abs(d) * self.sizes[k] / self.objective
                for k, d in enumerate(here.slopes)
                if d and here.x[k] != (self.table.lower if d > 0 else self.table.upper)[k]
            ),
            default=NOUGHT,
        )

    def _correct(self, here: Corner) -> list[int] | None:
        """The places of the best correction of plan and prices, as floats find it."""
        n, table = self.table.n, self.table
        power = number(float(np.exp2(np.round(np.log2(to_float(self.primal))))), "binary")
        columns = tuple(
            Column(
                k,
                -inf if low is None else -_near(power * (here.x[k] - low)),
                inf if high is None else _near(power * (high - here.x[k])),
                to_float(self.dual * here.slopes[k]),
            )
            for k, (low, high) in enumerate(zip(table.lower, table.upper, strict=True))
        )
        number_of = self.program.column_number
        rows = tuple(
            Row(i, {**{number_of[k]: v for k, v in r.terms.items()}, n + i: -1.0}, Sense.EQ, 0.0)
            for i, r in enumerate(self.program.rows)
        )
        fixed = np.zeros(len(rows), dtype=np.int8)
        basis = Basis(np.array(here.places, dtype=np.int8), fixed)
        hot = Hot(LinearProgram(columns, rows, maximise=False), basis=basis, units=self.units)
        hot.limit(self.allowance.patience(len(self.program.arrays.data)))
        answer = hot.solve()
        if not answer.found:
            self.allowance.need(0.0)
            return None
        return [int(p) for p in answer.basis.columns]


def _near(room: fmpq) -> float:
    """The room up to a limit as a float, infinite where the limit is out of reach."""
    near = to_float(room)
    return inf if near > _FAR else max(near, -_FAR)
