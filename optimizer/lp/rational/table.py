"""A linear programme in rational numbers, and the exact plan and prices of one of its bases."""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm

from flint import fmpq, fmpz

from optimizer.lp.allowance import Allowance
from optimizer.lp.program import LinearProgram
from optimizer.lp.rational.algebra import Line, System, common
from optimizer.lp.rational.numbers import NOUGHT, finite, number
from optimizer.lp.solution import At, NoSolution

Limits = list[fmpq | None]


class Table:
    """A minimisation of `cost`·x; `lower` and `upper` limit x and then the activities of the rows.

    Entry (i, j) is the whole number `columns`[j][i] divided by `scale`[j]. n columns, m rows.
    """

    def __init__(self, program: LinearProgram, meaning: str) -> None:
        a = program.arrays
        self.m, self.n = len(program.rows), len(program.columns)
        self.sign = -1 if program.maximise else 1
        self.cost = [self.sign * number(g, meaning) for g in a.gain.tolist()]
        entries: list[dict[int, fmpq]] = [{} for _ in range(self.n)]
        for i, j, v in zip(a.row_of.tolist(), a.indices.tolist(), a.data.tolist(), strict=True):
            if v != 0:
                entries[j][i] = number(v, meaning)
        self.scale = [lcm(*(int(v.q) for v in column.values())) for column in entries]
        self.columns: list[Line] = [
            {i: int(v.p) * (scale // int(v.q)) for i, v in column.items()}
            for column, scale in zip(entries, self.scale, strict=True)
        ]
        lower, upper = [*a.lower.tolist(), *a.row_lower.tolist()], a.upper.tolist()
        self.lower: Limits = [finite(v, meaning) for v in lower]
        self.upper: Limits = [finite(v, meaning) for v in (*upper, *a.row_upper.tolist())]

    def activities(self, x: list[fmpq]) -> list[fmpq]:
        """A·x, shape (m,), for x (n,)."""
        parts, denominator = common([v / s for v, s in zip(x, self.scale, strict=True)])
        sums: list[fmpz] = [fmpz(0)] * self.m
        for column, part in zip(self.columns, parts, strict=True):
            if part:
                for i, v in column.items():
                    sums[i] += v * part
        return [fmpq(v, denominator) for v in sums]

    def column_sums(self, y: list[fmpq]) -> list[fmpq]:
        """y·A, shape (n,), for y (m,)."""
        parts, denominator = common(y)
        live = {i: v for i, v in enumerate(parts) if v}
        sums = [
            sum((v * live[i] for i, v in column.items() if i in live), fmpz(0))
            for column in self.columns
        ]
        return [fmpq(v, denominator * s) for v, s in zip(sums, self.scale, strict=True)]

    def rest(self, k: int, place: int) -> fmpq:
        """Where the non-basic column or activity `k` stays."""
        low, high = self.lower[k], self.upper[k]
        first, second = (high, low) if place == At.UPPER else (low, high)
        return first if first is not None else second if second is not None else NOUGHT


@dataclass(frozen=True)
class Corner:
    """The basic plan and prices of a basis: `x` (n + m) with the activities, `slopes` (n + m).

    A slope is the change of the cost per unit by which a column, or the activity of a row, leaves
    where it stays: its reduced cost, or the price of the row. Those of the basis are zero.
    """

    table: Table
    places: list[int]
    x: list[fmpq]
    slopes: list[fmpq]

    def cost(self) -> fmpq:
        """What the plan costs."""
        return sum((c * v for c, v in zip(self.table.cost, self.x, strict=False)), NOUGHT)

    def primal_violation(self) -> fmpq:
        """By how much the plan leaves its limits at most."""
        worst = NOUGHT
        for v, low, high in zip(self.x, self.table.lower, self.table.upper, strict=True):
            if low is not None and low - v > worst:
                worst = low - v
            if high is not None and v - high > worst:
                worst = v - high
        return worst

    def dual_violation(self) -> fmpq:
        """The largest slope that leans on a limit that is none."""
        return max((abs(d) for k, d in enumerate(self.slopes) if self._endless(k)), default=NOUGHT)

    def gap(self) -> fmpq:
        """What the plan costs above the bound that the prices prove."""
        total = NOUGHT
        for k, d in enumerate(self.slopes):
            limit = self._leans_on(k)
            if limit is not None:
                total += d * (self.x[k] - limit)
        return total

    def optimal(self) -> bool:
        """Whether plan and prices prove each other."""
        at_limits = all(not d or self.x[k] == self._leans_on(k) for k, d in enumerate(self.slopes))
        return at_limits and not self.primal_violation()

    def _leans_on(self, k: int) -> fmpq | None:
        slope = self.slopes[k]
        return (self.table.lower if slope > 0 else self.table.upper)[k] if slope else None

    def _endless(self, k: int) -> bool:
        return bool(self.slopes[k]) and self._leans_on(k) is None


def corner(table: Table, places: list[int], allowance: Allowance) -> Corner:
    """Solve for the plan and the prices of a basis, an `At` for each column and then each row.

    Raises NoSolution for a basis that is none or singular, Spent if the allowance is too small.
    """
    allowance.need(0.0)
    n, m = table.n, table.m
    rows = [i for i in range(m) if places[n + i] != At.BASIC]
    columns = [j for j in range(n) if places[j] == At.BASIC]
    if len(rows) != len(columns):
        raise NoSolution("The basis does not have one member for each row.")
    where = {i: p for p, i in enumerate(rows)}
    lines: list[Line] = [{} for _ in rows]
    for q, j in enumerate(columns):
        for i, v in table.columns[j].items():
            if i in where:
                lines[where[i]][q] = v
    system = System(lines, allowance)
    x = [NOUGHT if p == At.BASIC else table.rest(j, p) for j, p in enumerate(places[:n])]
    start = table.activities(x)
    targets = [table.rest(n + i, places[n + i]) for i in rows]
    moves = [target - start[i] for i, target in zip(rows, targets, strict=True)]
    for j, value in zip(columns, system.solve(moves), strict=True):
        x[j] = value * table.scale[j]
    prices: list[fmpq] = [NOUGHT] * m
    needed = [table.cost[j] * table.scale[j] for j in columns]
    for i, price in zip(rows, system.solve_transposed(needed), strict=True):
        prices[i] = price
    allowance.need(0.0)
    sums = table.column_sums(prices)
    slopes = [c - s for c, s in zip(table.cost, sums, strict=True)]
    return Corner(table, places, x + table.activities(x), slopes + prices)
