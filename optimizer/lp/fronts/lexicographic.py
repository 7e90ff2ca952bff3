"""Several sums made as large as possible one after the other, over the rows of one programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from optimizer.lp.allowance import Allowance
from optimizer.lp.answer import Answer
from optimizer.lp.certificate import Certificate, check_arrays, check_plan, proven_limit
from optimizer.lp.hot import Hot
from optimizer.lp.program import (
    Arrays,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve

_FREE = 1e-9
"""A price or reduced cost below this, in natural units, leaves its row or column free."""


@dataclass(frozen=True)
class Criterion:
    """A linear sum to make large, or small; where `maximise` is None, as the programme does."""

    gains: Mapping[Key, float]
    maximise: bool | None = None

    def sign(self, program: LinearProgram) -> float:
        """1 if the sum is to be large, -1 if small."""
        large = program.maximise if self.maximise is None else self.maximise
        return 1.0 if large else -1.0


Aim = Criterion | Mapping[Key, float]
"""A criterion; plain gains go in the direction of the programme."""


def criterion(aim: Aim) -> Criterion:
    """The aim as a criterion."""
    return aim if isinstance(aim, Criterion) else Criterion(aim)


def vector(program: LinearProgram, gains: Mapping[Key, float], what: str) -> FloatArray:
    """The gains as an array (n,). Raises MalformedProgram for an unknown column or a bad number."""
    numbers = np.zeros(len(program.columns))
    for key, gain in gains.items():
        at = program.column_number.get(key)
        if at is None:
            raise MalformedProgram(f"{what} names an unknown column {key!r}.")
        numbers[at] = gain
    if not np.isfinite(numbers).all():
        raise MalformedProgram(f"{what} has a gain that is not a finite number.")
    return numbers


def at_whole_numbers(program: LinearProgram, x: FloatArray) -> LinearProgram:
    """The programme with its integer columns fixed where the plan `x` (n,) has them."""
    fixed = tuple(
        replace(c, lower=v, upper=v, integer=False) if c.integer else c
        for c, v in zip(program.columns, x.tolist(), strict=True)
    )
    return replace(program, columns=fixed)


@dataclass(frozen=True, eq=False)
class Best:
    """The plan that makes the sums large in their order; `x` (n,) is None unless OPTIMAL.

    `certificate` checks the first sum: that no plan makes it larger (for a mixed-integer
    programme: that the plan keeps all rows; `gap` is then the largest relative gap left open).
    `level` is the number of sums that have an optimum.
    """

    status: Status
    level: int = 0
    x: FloatArray | None = None
    prices: FloatArray | None = None
    certificate: Certificate | None = None
    gap: float = 0.0

    @property
    def found(self) -> bool:
        """Whether there is such a plan."""
        return self.status is Status.OPTIMAL


class Lexicographic:
    """The rows of one programme kept warm, to ask for the best of one sum, then of the next.

    The programme's own gains are set aside. With integer columns every question is solved afresh.
    """

    def __init__(self, program: LinearProgram, *, time_limit: float | None = None) -> None:
        idle = program.with_gains(np.zeros(len(program.columns)))
        self.program = LinearProgram(idle.columns, program.rows)
        self.arrays: Arrays = self.program.arrays
        self.whole = bool(self.arrays.integer.any())
        self.time_limit = time_limit
        self._hot = Hot(self.program)

    def best(self, *gains: FloatArray) -> Best:
        """The plan with the most of gains[0]; of all such plans most of gains[1]; and so on."""
        if self.whole:
            return self._best_whole(gains)
        self._widen()
        first = self._certified(gains[0])
        return first if len(gains) == 1 or not first.found else self._then(first, gains)

    def at_most(self, gains: FloatArray) -> float:
        """A proven limit of Σ gains·value from one quick solve; infinite if that fails."""
        self._widen()
        self._hot.prefer_primal(True)  # other gains leave the plan at hand feasible
        size = self.typical(gains)
        self._hot.set_gains(gains / size)
        answer = self._solved()
        self._hot.prefer_primal(False)
        return proven_limit(self.arrays, gains, answer.prices * size) if answer.found else inf

    def _widen(self) -> None:
        """Back to the limits of the programme."""
        self._hot.set_columns(self.arrays.lower, self.arrays.upper)
        self._hot.set_rows(self.arrays.row_lower, self.arrays.row_upper)

    def with_gains(self, gains: FloatArray) -> LinearProgram:
        """The same rows, maximising Σ gains·value."""
        return self.program.with_gains(gains)

    def check(self, gains: FloatArray, x: FloatArray, prices: FloatArray) -> Certificate:
        """Whether `x` makes Σ gains·value as large as these rows allow, by its `prices`."""
        arrays = replace(self.arrays, gain=gains)
        return check_arrays(arrays, True, x, prices)

    def typical(self, gains: FloatArray) -> float:
        """Size of the gains in natural units of the columns; 1 where all are zero."""
        sizes = np.abs(gains * self._hot.units.column)
        return float(np.exp(np.log(sizes[sizes > 0]).mean())) if sizes.any() else 1.0

    def _solved(self) -> Answer:
        """The warm solve, within the limit of time."""
        self._hot.limit(inf if self.time_limit is None else self.time_limit)
        return self._hot.solve()

    # --- without integer columns -----------------------------------------------------------------
    def _then(self, first: Best, gains: Sequence[FloatArray]) -> Best:
        """The sums after the first, each among the plans that the ones before leave."""
        a, hot = self.arrays, self._hot
        assert first.x is not None
        assert first.prices is not None
        x, prices, before = first.x, first.prices, gains[0]
        limits: tuple[FloatArray, ...] = (a.lower, a.upper, a.row_lower, a.row_upper)
        level = 1
        for then in gains[1:]:
            limits = self._narrowed(limits, before, prices)
            hot.set_columns(*limits[:2])
            hot.set_rows(*limits[2:])
            size = self.typical(then)
            hot.set_gains(then / size)
            answer = self._solved()
            if answer.status is Status.UNBOUNDED:
                return Best(Status.UNBOUNDED, level)
            if not answer.found:
                break  # nothing but rounding: keep the plan of the sums before
            x, prices, before, level = answer.x, answer.prices * size, then, level + 1
        certificate = self.check(gains[0], x, first.prices)
        if not certificate.passed:
            return replace(first, level=1)
        return replace(first, level=level, x=x, certificate=certificate)

    def _certified(self, gains: FloatArray) -> Best:
        """The first sum: warm where the check passes, by the careful solver where it does not."""
        allowance, size = Allowance(seconds=self.time_limit), self.typical(gains)
        self._hot.set_gains(gains / size)
        answer = self._solved()
        if answer.found:
            prices = answer.prices * size
            certificate = self.check(gains, answer.x, prices)
            if certificate.passed:
                return Best(Status.OPTIMAL, 1, answer.x, prices, certificate)
        solution = solve(self.with_gains(gains), time_limit=allowance.limit)
        if not solution.found:
            return Best(solution.status, certificate=solution.certificate)
        return Best(Status.OPTIMAL, 1, solution.x, solution.prices, solution.certificate)

    def _narrowed(
        self, limits: tuple[FloatArray, ...], gains: FloatArray, prices: FloatArray
    ) -> tuple[FloatArray, ...]:
        """Limits that leave only the plans complementary to `prices` of a maximum.

        Rows with a price hold as equalities, columns with a reduced cost stay at their bound.
        """
        lower, upper, row_lower, row_upper = limits
        size, units = self.typical(gains), self._hot.units
        d = (gains - self.arrays.transposed_times(prices)) * units.column / size
        y = prices * units.row / size
        up = np.where((d < -_FREE) & (lower > -np.inf), lower, upper)
        low = np.where((d > _FREE) & (upper < np.inf), upper, lower)
        row_up = np.where((y < -_FREE) & (row_lower > -np.inf), row_lower, row_upper)
        row_low = np.where((y > _FREE) & (row_upper < np.inf), row_upper, row_lower)
        return low, up, row_low, row_up

    # --- with integer columns --------------------------------------------------------------------
    def _best_whole(self, gains: Sequence[FloatArray]) -> Best:
        found, rows, gap = None, list(self.program.rows), 0.0
        keys = list(self.program.column_number)
        for level, sums in enumerate(gains):
            program = replace(self.with_gains(sums), rows=tuple(rows))
            solution = solve(program, time_limit=self.time_limit)
            if not solution.found and found is None:
                return Best(solution.status, level, certificate=solution.certificate)
            if solution.status is Status.UNBOUNDED:
                return Best(Status.UNBOUNDED, level)
            if not solution.found:
                break
            assert solution.x is not None
            found, gap = solution, max(gap, solution.gap or 0.0)
            value = float(sums @ solution.x)
            hair = 1e-9 * max(abs(value), float(np.abs(sums * solution.x).sum()))
            terms = {k: g for k, g in zip(keys, sums.tolist(), strict=True) if g}
            rows.append(Row(object(), terms, Sense.GE, value - hair))
        assert found is not None
        assert found.x is not None
        x = self._settled(gains, found.x)
        return Best(
            Status.OPTIMAL,
            len(rows) - len(self.program.rows),
            x,
            None,
            check_plan(self.program, x, gap),
            gap,
        )

    def _settled(self, gains: Sequence[FloatArray], x: FloatArray) -> FloatArray:
        """The same whole numbers, with the other columns best in order without any hair."""
        best = Lexicographic(at_whole_numbers(self.program, x)).best(*gains)
        return x if best.x is None else best.x
