"""One warm HiGHS instance for many closely related linear programmes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf

import numpy as np

from optimizer.lp.answer import Answer, basis_of
from optimizer.lp.highs import STATUS, new_solver, raw_basis, run
from optimizer.lp.program import Arrays, FloatArray, Key, LinearProgram
from optimizer.lp.scaling import Units, natural_units
from optimizer.lp.solution import Basis, NoSolution, Status

__all__ = ["Answer", "Hot", "basis_of"]


class Hot:
    """A linear programme kept warm: change numbers, solve again from the last basis.

    The scaling, if no `units` are given, is chosen once, from `program`. Integrality is left out of
    account. Results of an optimum that is not unique may depend on what was solved before;
    `reset()` forgets it.
    """

    def __init__(
        self, program: LinearProgram, *, basis: Basis | None = None, units: Units | None = None
    ) -> None:
        self.program = program
        self.arrays = program.arrays
        self.maximise = program.maximise
        self.constant = float(program.constant)
        self.units = natural_units(program.arrays) if units is None else units
        self._sign = -1.0 if program.maximise else 1.0
        # plan and prices in stated units are these factors times what HiGHS returns
        self._price_unit = self._sign * self.units.objective / self.units.row
        self._gain_unit = self._sign * self.units.objective / self.units.column
        self._now = self.units.scaled(program.arrays)
        self._solver = new_solver()
        self._all_columns = np.arange(len(self._now.gain), dtype=np.int32)
        self._reference = None if basis is None else raw_basis(basis)
        self._pass(self._now)
        if self._reference is not None:
            self._solver.setBasis(self._reference)

    def _pass(self, a: Arrays) -> None:
        n, m = len(a.gain), len(a.row_lower)
        self._costs = self._sign * a.gain
        self._lower, self._upper = a.lower.copy(), a.upper.copy()
        self._row_lower, self._row_upper = a.row_lower.copy(), a.row_upper.copy()
        by_rows, minimise, constant = 2, 1, 0.0
        self._solver.passModel(
            *(n, m, len(a.data), by_rows, minimise, constant),
            self._costs,
            self._lower,
            self._upper,
            self._row_lower,
            self._row_upper,
            a.indptr.astype(np.int32),
            a.indices.astype(np.int32),
            a.data,
            np.zeros(n, dtype=np.int32),
        )

    # --- changes, in stated units ---------------------------------------------------------------
    def set_row(self, row: Key, lower: float, upper: float) -> None:
        """Let the activity of `row` lie between `lower` and `upper` (±inf for an open side)."""
        i = self.program.row_number[row]
        self._row_lower[i] = lower / self.units.row[i]
        self._row_upper[i] = upper / self.units.row[i]
        self._solver.changeRowBounds(i, float(self._row_lower[i]), float(self._row_upper[i]))

    def set_rhs(self, row: Key, rhs: float) -> None:
        """Replace the right-hand side of `row`; its direction stays."""
        arrays, i = self.program.arrays, self.program.row_number[row]
        lower = rhs if arrays.row_lower[i] > -inf else -inf
        self.set_row(row, lower, rhs if arrays.row_upper[i] < inf else inf)

    def row_limits(self, i: int) -> tuple[float, float]:
        """The limits that now hold for row number `i`."""
        unit = self.units.row[i]
        return float(self._row_lower[i] * unit), float(self._row_upper[i] * unit)

    def column_limits(self, j: int) -> tuple[float, float]:
        """The bounds that now hold for column number `j`."""
        unit = self.units.column[j]
        return float(self._lower[j] * unit), float(self._upper[j] * unit)

    def free_row(self, row: Key) -> None:
        """Take the limits off `row`."""
        self.set_row(row, -inf, inf)

    def set_rows(self, lower: FloatArray, upper: FloatArray) -> None:
        """Replace the limits of all rows, each (m,)."""
        lower, upper = lower / self.units.row, upper / self.units.row
        changed = (lower != self._row_lower) | (upper != self._row_upper)
        for i in np.flatnonzero(changed).tolist():
            self._solver.changeRowBounds(i, float(lower[i]), float(upper[i]))
        self._row_lower, self._row_upper = lower, upper

    def set_bounds(self, column: Key, lower: float, upper: float) -> None:
        """Replace the bounds of `column`."""
        j = self.program.column_number[column]
        self._lower[j] = lower / self.units.column[j]
        self._upper[j] = upper / self.units.column[j]
        self._solver.changeColBounds(j, float(self._lower[j]), float(self._upper[j]))

    def set_columns(self, lower: FloatArray, upper: FloatArray) -> None:
        """Replace the bounds of all columns, each (n,)."""
        self._lower, self._upper = lower / self.units.column, upper / self.units.column
        if len(lower):
            self._solver.changeColsBounds(len(lower), self._all_columns, self._lower, self._upper)

    def set_gain(self, column: Key, gain: float) -> None:
        """Replace what one unit of `column` adds to the objective."""
        j = self.program.column_number[column]
        self._costs[j] = gain / self._gain_unit[j]
        self._solver.changeColCost(j, float(self._costs[j]))

    def set_gains(self, gains: FloatArray) -> None:
        """Replace all gains (n,); the direction stays."""
        self._costs = gains / self._gain_unit
        if len(gains):
            self._solver.changeColsCost(len(gains), self._all_columns, self._costs)

    def set_coefficient(self, row: Key, column: Key, value: float) -> None:
        """Replace one entry of the table."""
        i, j = self.program.row_number[row], self.program.column_number[column]
        scaled = value * self.units.column[j] / self.units.row[i]
        self._solver.changeCoeff(i, j, float(scaled))

    @contextmanager
    def within(self, far: float) -> Iterator[None]:
        """For a while no column goes further than `far` times its natural unit from nought."""
        lower, upper = self._lower, self._upper
        unit = self.units.column
        self.set_columns(np.maximum(lower, -far) * unit, np.minimum(upper, far) * unit)
        try:
            yield
        finally:
            self.set_columns(lower * unit, upper * unit)

    # --- solving --------------------------------------------------------------------------------
    def start_from(self, basis: Basis) -> None:
        """Start the next solve from `basis`."""
        self._solver.setBasis(raw_basis(basis))

    def reset(self) -> None:
        """Forget what was solved before: start from the reference basis, or cold if there is none.

        Together with the numbers then set this makes the next answer independent of history.
        """
        if self._reference is None:
            self._solver.clearSolver()
        else:
            self._solver.setBasis(self._reference)

    def keep(self) -> None:
        """Make the present basis the reference that `reset` returns to."""
        self._reference = self._solver.getBasis()

    def prefer_primal(self, primal: bool) -> None:
        """Use the primal simplex method, which keeps a plan that is feasible already."""
        self._solver.setOptionValue("simplex_strategy", 4 if primal else 1)

    def limit(self, seconds: float) -> None:
        """Let all solves from now on take at most so many seconds together."""
        if seconds < inf:
            self._solver.setOptionValue("time_limit", self._solver.getRunTime() + max(seconds, 0.0))

    def solve(self) -> Answer:
        """Solve as the numbers now stand."""
        if self._crossed():
            return self._nothing(Status.INFEASIBLE)
        if not len(self._costs):
            return self._without_columns()
        status = self._run()
        if status is not Status.OPTIMAL:
            return self._nothing(status)
        found = self._solver.getSolution()
        between = np.clip(found.col_value, self._lower, self._upper)  # it may miss by rounding
        x = between * self.units.column + 0.0
        prices = np.array(found.row_dual, dtype=np.float64) * self._price_unit + 0.0
        reduced = np.array(found.col_dual) * self._gain_unit + 0.0
        return Answer(status, self._value(), x, prices, reduced, self._solver.getBasis())

    def best(self) -> float:
        """The optimum alone: the worst infinity if infeasible, the best one if unbounded."""
        if (self._lower > self._upper).any() or not len(self._costs):
            status, value = (answer := self.solve()).status, answer.objective
        else:
            status, value = self._run(), self._value()
        if status is Status.INFEASIBLE:
            return self._sign * inf
        if status is Status.UNBOUNDED:
            return -self._sign * inf
        if status is not Status.OPTIMAL:
            raise NoSolution(f"The solver gave no verdict: {status}.")
        return value + 0.0

    def line(self, row: Key) -> tuple[float, float]:
        """The optimum and the price of one row; neither is a number if there is no optimum."""
        i = self.program.row_number[row]
        if self._crossed() or not len(self._costs):
            answer = self.solve()
            return answer.objective, float(answer.prices[i])
        if self._run() is not Status.OPTIMAL:
            return float("nan"), float("nan")
        price = self._solver.getSolution().row_dual[i] * self._price_unit[i]
        return self._value(), float(price) + 0.0

    def _value(self) -> float:
        """The objective, in stated units, where the solver came to its end."""
        value = self._solver.getInfo().objective_function_value * self._sign * self.units.objective
        return float(value + self.constant)

    def _crossed(self) -> bool:
        """Whether some lower limit lies above its upper one."""
        beyond = (self._lower > self._upper).any() or (self._row_lower > self._row_upper).any()
        return bool(beyond)

    def _run(self) -> Status:
        status = run(self._solver)
        if status is Status.UNBOUNDED and not self._feasible():
            return Status.INFEASIBLE
        return status

    def _feasible(self) -> bool:
        """Whether any plan keeps all rows; the gains are set aside for this question."""
        zeros = np.zeros(len(self._costs))
        self._solver.changeColsCost(len(zeros), self._all_columns, zeros)
        self._solver.run()
        feasible = STATUS.get(self._solver.getModelStatus()) is Status.OPTIMAL
        self._solver.changeColsCost(len(zeros), self._all_columns, self._costs)
        return feasible

    def _without_columns(self) -> Answer:
        """The empty plan: HiGHS does not solve a programme that has no columns."""
        nought, m = np.zeros(0), len(self._row_lower)
        if (self._row_lower > 0).any() or (self._row_upper < 0).any():
            return self._nothing(Status.INFEASIBLE)
        raw = raw_basis(Basis(np.zeros(0, np.int8), np.ones(m, np.int8)))
        return Answer(Status.OPTIMAL, self.constant, nought, np.zeros(m), nought, raw)

    def _nothing(self, status: Status) -> Answer:
        n, m = len(self._costs), len(self._row_lower)
        nan = float("nan")
        return Answer(status, nan, np.full(n, nan), np.full(m, nan), np.full(n, nan))
