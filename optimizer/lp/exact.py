"""Proof of an optimum in exact rational numbers, from the final basis alone."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite

from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.rational_numbers import rational as rational
from optimizer.lp.solution import At, NoSolution, Solution

_NOUGHT = Fraction(0)
Sparse = dict[int, Fraction]


@dataclass(frozen=True)
class Exact:
    """The basic plan and prices solved without rounding, and what they leave unproved.

    `primal_violation` and `dual_violation` are the largest violations in stated units, `gap` the
    difference between the plan's objective and the bound that the prices prove. All are zero
    exactly when the optimum is `proved`. `meaning` tells how numbers were read: "decimal", the
    shortest decimal that gives the same float (0.1 is 1/10, as its author wrote), or "binary", the
    float itself. The second is tried when the first proves nothing: numbers that come from a
    computation often fit together only as they are stored.
    """

    objective: Fraction
    value: dict[Key, Fraction]
    price: dict[Key, Fraction]
    primal_violation: Fraction
    dual_violation: Fraction
    gap: Fraction
    meaning: str

    @property
    def proved(self) -> bool:
        """Whether the basis is optimal beyond any rounding."""
        return self.primal_violation == self.dual_violation == self.gap == 0


def exact(solution: Solution) -> Exact:
    """Verify a certified optimum in rationals; for small programmes (some hundred rows).

    Raises NoSolution if there is no optimum with a basis, or if the basis is singular.
    """
    if not solution.found or solution.basis is None:
        raise NoSolution("An exact proof needs an optimum with a basis.")
    first = _verify(solution, "decimal")
    if first.proved:
        return first
    second = _verify(solution, "binary")
    return second if second.proved else first


def _verify(solution: Solution, meaning: str) -> Exact:
    table = _Table(solution, meaning)
    return _verdict(solution.program, table, table.plan(), table.prices())


class _Table:
    """The programme in rationals as a minimisation with one slack per row: A·x - s = 0."""

    def __init__(self, solution: Solution, meaning: str) -> None:
        assert solution.basis is not None
        program, basis, self.meaning = solution.program, solution.basis, meaning
        a = program.arrays
        self.m, self.n = len(program.rows), len(program.columns)
        self.columns: list[Sparse] = [{} for _ in range(self.n)]
        for i, j, v in zip(a.row_of.tolist(), a.indices.tolist(), a.data.tolist(), strict=True):
            if v != 0:
                self.columns[j][i] = rational(v, meaning)
        sign = -1 if program.maximise else 1
        self.cost = [sign * rational(g, meaning) for g in a.gain.tolist()]
        self.cost += [_NOUGHT] * self.m
        self.columns += [{i: Fraction(-1)} for i in range(self.m)]
        self.lower = [self._limit(v) for v in (*a.lower.tolist(), *a.row_lower.tolist())]
        self.upper = [self._limit(v) for v in (*a.upper.tolist(), *a.row_upper.tolist())]
        places = [*basis.columns.tolist(), *basis.rows.tolist()]
        self.basic = [k for k, place in enumerate(places) if place == At.BASIC]
        self.places = places
        if len(self.basic) != self.m:
            raise NoSolution("The basis does not have one member for each row.")

    def _limit(self, value: float) -> Fraction | None:
        return rational(value, self.meaning) if isfinite(value) else None

    def rest(self, k: int) -> Fraction:
        """Where the non-basic column or slack `k` stays."""
        low, high = self.lower[k], self.upper[k]
        if self.places[k] == At.UPPER and high is not None:
            return high
        return low if low is not None else high if high is not None else _NOUGHT

    def plan(self) -> list[Fraction]:
        """Columns and slacks: the non-basic at their bounds, the basic from B·x = -N·x."""
        x = [_NOUGHT] * (self.n + self.m)
        rhs: Sparse = {}
        basic = set(self.basic)
        for k in range(self.n + self.m):
            if k in basic:
                continue
            x[k] = self.rest(k)
            if x[k]:
                for i, v in self.columns[k].items():
                    rhs[i] = rhs.get(i, _NOUGHT) - v * x[k]
        rows: list[Sparse] = [{} for _ in range(self.m)]
        for p, k in enumerate(self.basic):
            for i, v in self.columns[k].items():
                rows[i][p] = v
        for p, v in enumerate(eliminate(rows, [rhs.get(i, _NOUGHT) for i in range(self.m)])):
            x[self.basic[p]] = v
        return x

    def prices(self) -> list[Fraction]:
        """Solve y·B = c of the basic columns."""
        rows = [dict(self.columns[k]) for k in self.basic]
        return eliminate(rows, [self.cost[k] for k in self.basic])


def eliminate(rows: list[Sparse], rhs: list[Fraction]) -> list[Fraction]:
    """Solve a square sparse system exactly; pivots on the shortest row and column first.

    Raises NoSolution for a singular system.
    """
    rows = [dict(r) for r in rows]
    rhs = list(rhs)
    where: dict[int, set[int]] = {}
    for i, row in enumerate(rows):
        for j in row:
            where.setdefault(j, set()).add(i)
    open_rows, order = set(range(len(rows))), []
    while open_rows:
        i = min(open_rows, key=lambda r: (len(rows[r]), r))
        if not rows[i]:
            raise NoSolution("The basis is singular in exact numbers.")
        j = min(rows[i], key=lambda c: (len(where[c]), c))
        open_rows.remove(i)
        order.append((i, j))
        _clear(rows, rhs, where, (i, j))
    x = [_NOUGHT] * len(rows)
    for i, j in reversed(order):
        known = sum((v * x[k] for k, v in rows[i].items() if k != j), _NOUGHT)
        x[j] = (rhs[i] - known) / rows[i][j]
    return x


def _clear(
    rows: list[Sparse], rhs: list[Fraction], where: dict[int, set[int]], pivot: tuple[int, int]
) -> None:
    """Take the pivot's column out of all rows still open, and its row out of the count."""
    i, j = pivot
    for k in rows[i]:
        where[k].discard(i)
    for other in sorted(where[j]):
        factor = rows[other].pop(j) / rows[i][j]
        rhs[other] -= factor * rhs[i]
        for k, v in rows[i].items():
            if k == j:
                continue
            new = rows[other].get(k, _NOUGHT) - factor * v
            if new:
                rows[other][k] = new
                where[k].add(other)
            else:
                rows[other].pop(k, None)
                where[k].discard(other)
    where[j] = set()


def _verdict(program: LinearProgram, table: _Table, x: list[Fraction], y: list[Fraction]) -> Exact:
    """Violations and gap of an exact plan and exact prices, as a minimisation."""
    primal = dual = bound = _NOUGHT
    for k, v in enumerate(x):
        low, high = table.lower[k], table.upper[k]
        primal = max(primal, _NOUGHT if low is None else low - v)
        primal = max(primal, _NOUGHT if high is None else v - high)
        d = table.cost[k] - sum((a * y[i] for i, a in table.columns[k].items()), _NOUGHT)
        leans = low if d > 0 else high
        if d and leans is None:
            dual = max(dual, abs(d))
        elif d and leans is not None:
            bound += d * leans
    least = sum((c * v for c, v in zip(table.cost, x, strict=True)), _NOUGHT)
    sign = -1 if program.maximise else 1
    return Exact(
        sign * least + rational(float(program.constant), table.meaning),
        {c.key: v for c, v in zip(program.columns, x, strict=False)},
        {r.key: sign * v for r, v in zip(program.rows, y, strict=True)},
        primal,
        dual,
        abs(least - bound),
        table.meaning,
    )
