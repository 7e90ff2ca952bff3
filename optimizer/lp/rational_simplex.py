"""The simplex method in rational numbers, for small programmes that rounding would decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite

from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import At, Basis, Status

_NOUGHT = Fraction(0)
Limits = list[Fraction | None]


def rational(number: float, meaning: str = "decimal") -> Fraction:
    """The fraction meant by a float: its shortest decimal, or its own binary value."""
    return Fraction(repr(float(number))) if meaning == "decimal" else Fraction(float(number))


@dataclass(frozen=True)
class Outcome:
    """What holds without any rounding, in the stated direction.

    OPTIMAL: `x` (n) and `prices` (m), with the `objective` without the constant. INFEASIBLE: the
    rows weighted by `prices` ask for what no point between the bounds can meet; `miss` is by how
    much, as a share of the sizes in that sum. UNBOUNDED: `x` is a plan and `ray` (n) the direction
    of endless improvement. `places` say where the last basis keeps columns and then rows, as in
    `Basis`.
    """

    status: Status
    x: list[Fraction]
    prices: list[Fraction]
    ray: list[Fraction]
    places: list[At]
    objective: Fraction
    miss: Fraction


def settle(
    program: LinearProgram, basis: Basis | None, meaning: str, effort: int
) -> Outcome | None:
    """Solve exactly, from `basis` on; None if that takes more than `effort` multiplications.

    Bland's rule, by which the search ends. Integrality is left out of account.
    """
    a = program.arrays
    if (a.lower > a.upper).any():
        return None
    return _Dictionary(program, meaning, effort).run(basis)


class _Dictionary:
    """Basic members as sums of the non-basic: x_i = Σ table[i][j]·x_j.

    Members are the columns and, after them, the activities of the rows; to be minimised.
    """

    def __init__(self, program: LinearProgram, meaning: str, effort: int) -> None:
        a = program.arrays
        self.m, self.n, self.effort = len(program.rows), len(program.columns), effort
        self.sign = -1 if program.maximise else 1
        self.cost = [self.sign * rational(g, meaning) for g in a.gain.tolist()]
        self.cost += [_NOUGHT] * self.m
        self.table: dict[int, dict[int, Fraction]] = {self.n + i: {} for i in range(self.m)}
        for i, j, v in zip(a.row_of.tolist(), a.indices.tolist(), a.data.tolist(), strict=True):
            if v != 0:
                self.table[self.n + i][j] = rational(v, meaning)
        self.lower: Limits = [
            rational(v, meaning) if isfinite(v) else None for v in (*a.lower, *a.row_lower)
        ]
        self.upper: Limits = [
            rational(v, meaning) if isfinite(v) else None for v in (*a.upper, *a.row_upper)
        ]
        self.at = {j: self._nearest(j) for j in range(self.n)}

    def _nearest(self, k: int, place: int = At.LOWER) -> Fraction:
        """Where a non-basic member rests."""
        low, high = self.lower[k], self.upper[k]
        first, second = (high, low) if place == At.UPPER else (low, high)
        return first if first is not None else second if second is not None else _NOUGHT

    def run(self, basis: Basis | None) -> Outcome | None:
        """Pivot until there is nothing to gain, first in violations, then in the objective."""
        if basis is not None and not self._start(basis):
            return None
        while self.effort > 0:
            value = self.values()
            faults = {i: side for i in self.table if (side := self._side(i, value[i]))}
            slopes = self._slopes(faults)
            entering = next((j for j in sorted(self.at) if self._improves(j, slopes[j])), None)
            if entering is None:
                status = Status.INFEASIBLE if faults else Status.OPTIMAL
                against = {i: Fraction(-side) for i, side in faults.items()}
                return self._outcome(status, value, {**slopes, **against}, {})
            up = 1 if slopes[entering] < 0 else -1
            step, leaving = self._longest(entering, up, value, faults)
            if step is None:
                ray = {i: up * line.get(entering, _NOUGHT) for i, line in self.table.items()}
                ray[entering] = Fraction(up)
                return self._outcome(Status.UNBOUNDED, value, slopes, ray)
            if leaving is None:
                self.at[entering] += up * step
            else:
                bound = value[leaving] + up * step * self.table[leaving][entering]
                self._swap(leaving, entering)
                self.at[leaving] = bound
        return None

    def _start(self, basis: Basis) -> bool:
        """Take up a basis as far as it is one; False if time runs out."""
        places = [*basis.columns.tolist(), *basis.rows.tolist()]
        wanted = {k for k, place in enumerate(places) if place == At.BASIC}
        for i in sorted(self.table, key=lambda i: (len(self.table[i]), i)):
            if self.effort <= 0:
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
            factor = other.pop(entering, _NOUGHT)
            if factor:
                self.effort -= len(fresh)
                for j, v in fresh.items():
                    new = other.get(j, _NOUGHT) + factor * v
                    if new:
                        other[j] = new
                    else:
                        del other[j]
        self.table[entering] = fresh
        del self.at[entering]
        self.at[leaving] = self._nearest(leaving)

    def values(self) -> dict[int, Fraction]:
        """The value of each basic member."""
        self.effort -= sum(map(len, self.table.values()))
        return {
            i: sum((v * self.at[j] for j, v in line.items() if self.at[j]), _NOUGHT)
            for i, line in self.table.items()
        }

    def _side(self, k: int, value: Fraction) -> int:
        """-1 below the lower limit, 1 above the upper one, otherwise 0."""
        low, high = self.lower[k], self.upper[k]
        if low is not None and value < low:
            return -1
        return 1 if high is not None and value > high else 0

    def _slopes(self, faults: dict[int, int]) -> dict[int, Fraction]:
        """What one more unit of each non-basic member adds to the violations or to the cost."""
        weights: Mapping[int, Fraction | int] = faults or {
            i: self.cost[i] for i in self.table if self.cost[i]
        }
        slopes = {j: _NOUGHT if faults else self.cost[j] for j in self.at}
        for i, weight in weights.items():
            for j, v in self.table[i].items():
                slopes[j] += weight * v
        return slopes

    def _improves(self, j: int, slope: Fraction) -> bool:
        limit = self.upper[j] if slope < 0 else self.lower[j]
        return bool(slope) and (limit is None or self.at[j] != limit)

    def _longest(
        self, entering: int, up: int, value: dict[int, Fraction], faults: dict[int, int]
    ) -> tuple[Fraction | None, int | None]:
        """How far a member may go, and the first basic member to reach a limit on the way."""
        low, high = self.lower[entering], self.upper[entering]
        step = None if low is None or high is None else high - low
        leaving = None
        for i in sorted(self.table):
            speed = up * self.table[i].get(entering, _NOUGHT)
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
        value: dict[int, Fraction],
        slopes: dict[int, Fraction],
        ray: dict[int, Fraction],
    ) -> Outcome:
        full = {**self.at, **value}
        x = [full[j] for j in range(self.n)]
        infeasible = status is Status.INFEASIBLE
        sign = 1 if infeasible else self.sign
        return Outcome(
            status,
            x,
            [sign * slopes.get(self.n + i, _NOUGHT) for i in range(self.m)],
            [ray.get(j, _NOUGHT) for j in range(self.n)],
            [self._place(k) for k in range(self.n + self.m)],
            self.sign * sum((c * v for c, v in zip(self.cost, x, strict=False)), _NOUGHT),
            self._miss(slopes) if infeasible else _NOUGHT,
        )

    def _miss(self, weights: dict[int, Fraction]) -> Fraction:
        """By how much weighted limits contradict each other, as a share of their sizes."""
        parts = []
        for k, weight in weights.items():
            limit = self.lower[k] if weight > 0 else self.upper[k]
            if weight and limit is not None:
                parts.append(weight * limit)
        return sum(parts, _NOUGHT) / sum(map(abs, parts), _NOUGHT)

    def _place(self, k: int) -> At:
        if k in self.table:
            return At.BASIC
        if self.at[k] == self.lower[k]:
            return At.LOWER
        return At.UPPER if self.at[k] == self.upper[k] else At.FREE
