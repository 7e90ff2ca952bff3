"""The simplex method in rational numbers, for small programmes that rounding would decide."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from fractions import Fraction

from flint import fmpq

from optimizer.lp.allowance import Allowance
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import LinearProgram
from optimizer.lp.rational.numbers import NOUGHT, finite, fraction, number
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import At, Basis, Status

Limits = list[fmpq | None]
PATIENT = 30
"""Steps in a row without progress after which Bland's rule takes over: it goes in no circles."""


def settle(
    program: LinearProgram, basis: Basis | None, meaning: str, allowance: Allowance
) -> Outcome | None:
    """Solve exactly, from `basis` on; None if that takes more than the `allowance`.

    The steepest way first, Bland's rule where that leads no further: the search ends. Integrality
    is left out of account.
    """
    a = program.arrays
    if (a.lower > a.upper).any():
        return Outcome(
            Status.INFEASIBLE, prices=[Fraction(0)] * len(program.rows), miss=Fraction(1)
        )
    return Dictionary(program, meaning, allowance).run(basis)


class Dictionary:
    """Basic members as sums of the non-basic: x_i = Σ table[i][j]·x_j.

    Members are the columns and, after them, the activities of the rows; to be minimised.
    """

    def __init__(self, program: LinearProgram, meaning: str, allowance: Allowance) -> None:
        a = program.arrays
        self.m, self.n, self.allowance = len(program.rows), len(program.columns), allowance
        self.sign = -1 if program.maximise else 1
        self.cost = [self.sign * number(g, meaning) for g in a.gain.tolist()]
        self.cost += [NOUGHT] * self.m
        self.table: dict[int, dict[int, fmpq]] = {self.n + i: {} for i in range(self.m)}
        for i, j, v in zip(a.row_of.tolist(), a.indices.tolist(), a.data.tolist(), strict=True):
            if v != 0:
                self.table[self.n + i][j] = number(v, meaning)
        lower, upper = (
            (*a.lower.tolist(), *a.row_lower.tolist()),
            (*a.upper.tolist(), *a.row_upper.tolist()),
        )
        self.lower: Limits = [finite(v, meaning) for v in lower]
        self.upper: Limits = [finite(v, meaning) for v in upper]
        self.at = {j: self._nearest(j) for j in range(self.n)}
        units = natural_units(a)
        self.size = [number(v, "binary") for v in (*units.column.tolist(), *units.row.tolist())]
        self.stuck = 0  # steps in a row that changed nothing but the basis

    def between(self, limits: Mapping[int, tuple[fmpq | None, fmpq | None]]) -> Dictionary:
        """A copy, as far as the search has come, in which some columns have narrower limits."""
        other = copy(self)
        other.table = {i: dict(line) for i, line in self.table.items()}
        other.lower, other.upper, other.at = [*self.lower], [*self.upper], dict(self.at)
        for k, (low, high) in limits.items():
            other.lower[k], other.upper[k] = low, high
            at = other.at.get(k)
            if at is not None and low is not None and at < low:
                other.at[k] = low
            elif at is not None and high is not None and at > high:
                other.at[k] = high
        return other

    def _nearest(self, k: int, place: int = At.LOWER) -> fmpq:
        """Where a non-basic member rests."""
        low, high = self.lower[k], self.upper[k]
        first, second = (high, low) if place == At.UPPER else (low, high)
        return first if first is not None else second if second is not None else NOUGHT

    def run(self, basis: Basis | None = None) -> Outcome | None:
        """Pivot until there is nothing to gain, first in violations, then in the objective."""
        if basis is not None and not self._start(basis):
            return None
        while not self.allowance.over:
            value = self.values()
            faults = {i: side for i in self.table if (side := self._side(i, value[i]))}
            slopes = self._slopes({})
            if faults and not any(self._improves(j, slopes[j]) for j in self.at):
                row = self._worst(faults, value)
                entering = self._cheapest(row, faults[row], slopes)
                if entering is None:
                    return self._contradiction({row: faults[row]}, value)
                self._note(slopes[entering])
                self._swap(row, entering)
                self.at[row] = self._nearest(row, At.LOWER if faults[row] < 0 else At.UPPER)
                continue
            slopes = self._slopes(faults) if faults else slopes
            entering = self._entering(slopes)
            if entering is None and faults:
                return self._contradiction(faults, value)
            if entering is None:
                return self._outcome(Status.OPTIMAL, value, slopes, {})
            up = 1 if slopes[entering] < 0 else -1
            step, leaving = self._longest(entering, up, value, faults)
            if step is None:
                return self._endless(entering, up, value)
            self._move(entering, leaving, up * step, value)
        return None

    def _move(self, entering: int, leaving: int | None, step: fmpq, value: dict[int, fmpq]) -> None:
        """Let a non-basic member go as far as the first basic one, or its own limit, allows."""
        self._note(step)
        if leaving is None:
            self.at[entering] += step
            return
        bound = value[leaving] + step * self.table[leaving][entering]
        self._swap(leaving, entering)
        self.at[leaving] = bound

    def _note(self, progress: fmpq) -> None:
        self.stuck = 0 if progress else self.stuck + 1

    def _contradiction(self, faults: dict[int, int], value: dict[int, fmpq]) -> Outcome:
        """No way to move the faulty members together towards their limits."""
        against = {i: fmpq(-side) for i, side in faults.items()}
        return self._outcome(Status.INFEASIBLE, value, {**self._slopes(faults), **against}, {})

    def _endless(self, entering: int, up: int, value: dict[int, fmpq]) -> Outcome:
        ray = {i: up * line.get(entering, NOUGHT) for i, line in self.table.items()}
        ray[entering] = fmpq(up)
        return self._outcome(Status.UNBOUNDED, value, {}, ray)

    def _worst(self, faults: dict[int, int], value: dict[int, fmpq]) -> int:
        """The faulty member furthest from its limit in natural units, or the first where stuck."""
        if self.stuck > PATIENT:
            return min(faults)

        def distance(i: int) -> fmpq:
            limit = self._nearest(i, At.LOWER if faults[i] < 0 else At.UPPER)
            return abs(value[i] - limit) / self.size[i]

        return max(sorted(faults), key=distance)

    def _cheapest(self, row: int, side: int, slopes: dict[int, fmpq]) -> int | None:
        """The non-basic member that moves a faulty one to its limit at the least cost per unit."""
        best, least = None, NOUGHT
        for j in sorted(self.table[row]):
            factor = self.table[row][j]
            if self._improves(j, side * factor):
                cost = abs(slopes[j] / factor)
                if best is None or cost < least:
                    best, least = j, cost
        return best

    def _start(self, basis: Basis) -> bool:
        """Take up a basis as far as it is one; False if time runs out."""
        places = [*basis.columns.tolist(), *basis.rows.tolist()]
        wanted = {k for k, place in enumerate(places) if place == At.BASIC}
        for i in sorted(self.table, key=lambda i: (len(self.table[i]), i)):
            if self.allowance.over:
                return False
            if i not in wanted:
                there = [j for j in self.table[i] if j in wanted]
                if there:
                    self._swap(i, min(there))
        for k in self.at:
            self.at[k] = self._nearest(k, places[k])
        return True

    def _swap(self, leaving: int, entering: int) -> None:
        """Exchange a basic and a non-basic member."""
        line = self.table.pop(leaving)
        pivot = line.pop(entering)
        fresh = {j: -v / pivot for j, v in line.items()}
        fresh[leaving] = 1 / pivot
        for other in self.table.values():
            factor = other.pop(entering, NOUGHT)
            if factor:
                self.allowance.spend(len(fresh))
                for j, v in fresh.items():
                    new = other.get(j, NOUGHT) + factor * v
                    if new:
                        other[j] = new
                    else:
                        del other[j]
        self.table[entering] = fresh
        del self.at[entering]
        self.at[leaving] = self._nearest(leaving)

    def values(self) -> dict[int, fmpq]:
        """The value of each basic member."""
        self.allowance.spend(sum(map(len, self.table.values())))
        return {
            i: sum((v * self.at[j] for j, v in line.items() if self.at[j]), NOUGHT)
            for i, line in self.table.items()
        }

    def _side(self, k: int, value: fmpq) -> int:
        """-1 below the lower limit, 1 above the upper one, otherwise 0."""
        low, high = self.lower[k], self.upper[k]
        if low is not None and value < low:
            return -1
        return 1 if high is not None and value > high else 0

    def _slopes(self, faults: dict[int, int]) -> dict[int, fmpq]:
        """What one more unit of each non-basic member adds to the violations or to the cost."""
        weights: Mapping[int, fmpq | int] = faults or {
            i: self.cost[i] for i in self.table if self.cost[i]
        }
        slopes = {j: NOUGHT if faults else self.cost[j] for j in self.at}
        for i, weight in weights.items():
            for j, v in self.table[i].items():
                slopes[j] += weight * v
        return slopes

    def _entering(self, slopes: dict[int, fmpq]) -> int | None:
        """The non-basic member that improves most per natural unit, or the first where stuck."""
        better = [j for j in sorted(self.at) if self._improves(j, slopes[j])]
        if not better or self.stuck > PATIENT:
            return better[0] if better else None
        return max(better, key=lambda j: abs(slopes[j]) * self.size[j])

    def _improves(self, j: int, slope: fmpq) -> bool:
        limit = self.upper[j] if slope < 0 else self.lower[j]
        return bool(slope) and (limit is None or self.at[j] != limit)

    def _longest(
        self, entering: int, up: int, value: dict[int, fmpq], faults: dict[int, int]
    ) -> tuple[fmpq | None, int | None]:
        """How far a member may go, and the first basic member to reach a limit on the way."""
        low, high = self.lower[entering], self.upper[entering]
        step = None if low is None or high is None else high - low
        leaving = None
        for i in sorted(self.table):
            speed = up * self.table[i].get(entering, NOUGHT)
            if not speed:
                continue
            side = faults.get(i, 0)
            if side:
                limit = (self.lower if side < 0 else self.upper)[i] if speed * side < 0 else None
            else:
                limit = (self.upper if speed > 0 else self.lower)[i]
            if limit is not None and (step is None or (limit - value[i]) / speed < step):
                step, leaving = (limit - value[i]) / speed, i
        return step, leaving

    def _outcome(
        self,
        status: Status,
        value: dict[int, fmpq],
        slopes: dict[int, fmpq],
        ray: dict[int, fmpq],
    ) -> Outcome:
        full = {**self.at, **value}
        x = [full[j] for j in range(self.n)]
        infeasible = status is Status.INFEASIBLE
        sign = 1 if infeasible else self.sign
        prices = [sign * slopes.get(self.n + i, NOUGHT) for i in range(self.m)]
        least = sum((c * v for c, v in zip(self.cost, x, strict=False)), NOUGHT)
        return Outcome(
            status,
            [*map(fraction, x)],
            [*map(fraction, prices)],
            [fraction(ray.get(j, NOUGHT)) for j in range(self.n)],
            [self._place(k) for k in range(self.n + self.m)],
            fraction(self.sign * least),
            fraction(self._miss(slopes) if infeasible else NOUGHT),
        )

    def _miss(self, weights: dict[int, fmpq]) -> fmpq:
        """By how much weighted limits contradict each other, as a share of their sizes."""
        parts = []
        for k, weight in weights.items():
            limit = self.lower[k] if weight > 0 else self.upper[k]
            if weight and limit is not None:
                parts.append(weight * limit)
        return sum(parts, NOUGHT) / sum(map(abs, parts), NOUGHT)

    def _place(self, k: int) -> At:
        if k in self.table:
            return At.BASIC
        if self.at[k] == self.lower[k]:
            return At.LOWER
        return At.UPPER if self.at[k] == self.upper[k] else At.FREE
