"""Optima in exact fractions from a method of its own: a full tableau over integers, no solver."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import heappop, heappush
from math import ceil, floor, isfinite, lcm

from optimizer.lp.program import LinearProgram

OPTIMAL, INFEASIBLE, UNBOUNDED = "optimal", "infeasible", "unbounded"
_LARGEST = 4000
"""Parts into which the plans in whole numbers may be divided before the oracle gives up."""


@dataclass(frozen=True)
class Truth:
    """What holds: the status and, for an optimum, its value in the stated direction."""

    status: str
    value: Fraction | None = None


class NoTruth(Exception):
    """The search in whole numbers has become too long."""


@dataclass(frozen=True)
class Stated:
    """A programme in fractions, to be made least; None stands for no bound."""

    costs: list[Fraction]
    rows: list[list[Fraction]]
    limits: list[tuple[Fraction | None, Fraction | None]]
    bounds: list[tuple[Fraction | None, Fraction | None]]
    whole: list[int]


def truths(case: LinearProgram) -> list[Truth]:
    """The answers to `case` with its numbers read as floats and, if that differs, as decimals."""
    numbers = [v for c in case.columns for v in (c.lower, c.upper, c.gain)]
    numbers += [v for r in case.rows for v in (r.rhs, *r.terms.values())]
    finite = [float(v) for v in numbers if isfinite(float(v))]  # type: ignore[arg-type]
    plain = all(as_float(v) == as_decimal(v) for v in finite)
    return [truth(case, number) for number in ((as_float,) if plain else (as_float, as_decimal))]


def as_float(number: object) -> Fraction:
    """The number that a float is."""
    return Fraction(float(number))  # type: ignore[arg-type]


def as_decimal(number: object) -> Fraction:
    """The shortest decimal that gives the same float."""
    return Fraction(repr(float(number)))  # type: ignore[arg-type]


Reading = Callable[[object], Fraction]


def truth(case: LinearProgram, number: Reading = as_float) -> Truth:
    """The answer to `case` with its numbers read in one way."""
    sign = -1 if case.maximise else 1
    stated = _stated(case, sign, number)
    if stated.whole:
        found, value = _whole(stated)
    else:
        found, value, _ = _least(stated, stated.bounds)
    if value is None:
        return Truth(found)
    return Truth(found, sign * value + number(case.constant))


def _stated(case: LinearProgram, sign: int, number: Reading) -> Stated:
    place = {c.key: j for j, c in enumerate(case.columns)}
    rows, limits = [], []
    for row in case.rows:
        line = [Fraction(0)] * len(place)
        for key, value in row.terms.items():
            line[place[key]] += number(value)
        rhs = number(row.rhs)
        rows.append(line)
        limits.append((None if row.sense == "<=" else rhs, None if row.sense == ">=" else rhs))
    return Stated(
        [sign * number(c.gain) for c in case.columns],
        rows,
        limits,
        [(_bound(c.lower, number), _bound(c.upper, number)) for c in case.columns],
        [j for j, c in enumerate(case.columns) if c.integer],
    )


def _bound(value: object, number: Reading) -> Fraction | None:
    return number(value) if isfinite(float(value)) else None  # type: ignore[arg-type]


Bounds = list[tuple[Fraction | None, Fraction | None]]


def _least(stated: Stated, bounds: Bounds) -> tuple[str, Fraction | None, list[Fraction]]:
    """Status, least sum of costs and a plan, without regard to whole numbers.

    Each column becomes one or two of its own that are not negative, each limit an equation with a
    slack; artificial columns start a full tableau of integers (after Edmonds, 1967: all entries
    over one common denominator), Bland's rule ends it.
    """
    if any(low is not None and high is not None and low > high for low, high in bounds):
        return INFEASIBLE, None, []
    made: list[list[tuple[int, int]]] = []  # column j = start + Σ sign · new column
    start: list[Fraction] = []
    wide: list[tuple[int, Fraction]] = []
    count = 0
    for low, high in bounds:
        if low is not None:
            start.append(low)
            made.append([(count, 1)])
            if high is not None:
                wide.append((count, high - low))
            count += 1
        elif high is not None:
            start.append(high)
            made.append([(count, -1)])
            count += 1
        else:
            start.append(Fraction(0))
            made.append([(count, 1), (count + 1, -1)])
            count += 2
    lines: list[tuple[dict[int, Fraction], int, Fraction]] = [
        ({k: Fraction(1)}, 1, width) for k, width in wide
    ]
    for line, (low, high) in zip(stated.rows, stated.limits, strict=True):
        terms: dict[int, Fraction] = {}
        shift = Fraction(0)
        for j, value in enumerate(line):
            if value:
                shift += value * start[j]
                for k, sign in made[j]:
                    terms[k] = sign * value
        if low is not None and low == high:
            lines.append((terms, 0, low - shift))
        else:
            if high is not None:
                lines.append((terms, 1, high - shift))
            if low is not None:
                lines.append((terms, -1, low - shift))
    costs = [Fraction(0)] * count
    base = Fraction(0)
    for j, cost in enumerate(stated.costs):
        base += cost * start[j]
        for k, sign in made[j]:
            costs[k] = sign * cost
    status, value, y = _Tableau(count, lines, costs).solve()
    if status != OPTIMAL:
        return status, None, []
    assert value is not None
    plan = [s + sum(sign * y[k] for k, sign in m) for s, m in zip(start, made, strict=True)]
    return OPTIMAL, value + base, plan


class _Tableau:
    """Rows of integers over one denominator; columns: the given, slacks, artificials, right."""

    def __init__(
        self,
        count: int,
        lines: list[tuple[dict[int, Fraction], int, Fraction]],
        costs: list[Fraction],
    ) -> None:
        self.count, self.denominator = count, 1
        self.real = count + sum(1 for _, slack, _ in lines if slack)
        self.rows: list[list[int]] = []
        self.basis: list[int] = []
        place, more = count, self.real
        for terms, slack, rhs in lines:
            row = [Fraction(0)] * (self.real + 1)
            for k, v in terms.items():
                row[k] = v
            row[-1] = rhs
            whole, _ = _integers([-v for v in row] if rhs < 0 else row)
            basic = -1
            if slack:  # counted in such units that its entry is 1 or -1
                whole[place] = -slack if rhs < 0 else slack
                basic = place if whole[place] == 1 else -1
                place += 1
            if basic < 0:
                basic, more = more, more + 1
            self.rows.append(whole)
            self.basis.append(basic)
        lacking = more - self.real
        for row, basic in zip(self.rows, self.basis, strict=True):
            row[-1:] = [int(basic == k) for k in range(self.real, more)] + [row[-1]]
        goal, self.goal_scale = _integers(costs)
        self.goal = goal + [0] * (more - count + 1)
        self.first = [0] * (more + 1)
        for row, basic in zip(self.rows, self.basis, strict=True):
            if basic >= self.real:
                self.first = [a - b for a, b in zip(self.first, row, strict=True)]
        self.lacking = lacking

    def solve(self) -> tuple[str, Fraction | None, list[Fraction]]:
        """Status, least value and the given columns."""
        if self.lacking:
            self._descend(first=True)
            if self.first[-1] != 0:
                return INFEASIBLE, None, []
            for i, k in enumerate(self.basis):
                if k >= self.real:
                    j = next((j for j in range(self.real) if self.rows[i][j]), None)
                    if j is not None:
                        self._pivot(i, j)
        if not self._descend(first=False):
            return UNBOUNDED, None, []
        y = [Fraction(0)] * self.count
        for i, k in enumerate(self.basis):
            if k < self.count:
                y[k] = Fraction(self.rows[i][-1], self.denominator)
        return OPTIMAL, Fraction(-self.goal[-1], self.denominator * self.goal_scale), y

    def _descend(self, *, first: bool) -> bool:
        """Bland's rule until no slope is negative; False if a column has no end."""
        while True:
            slopes = self.first if first else self.goal
            entering = next((j for j in range(self.real) if slopes[j] < 0), None)
            if entering is None:
                return True
            leaving = None
            for i, row in enumerate(self.rows):
                if row[entering] <= 0:
                    continue
                if leaving is None:
                    leaving = i
                    continue
                other = self.rows[leaving]
                ahead = row[-1] * other[entering] - other[-1] * row[entering]
                if ahead < 0 or (ahead == 0 and self.basis[i] < self.basis[leaving]):
                    leaving = i
            if leaving is None:
                return False
            self._pivot(leaving, entering)

    def _pivot(self, i: int, j: int) -> None:
        if self.rows[i][j] < 0:
            self.rows[i] = [-v for v in self.rows[i]]
        line, pivot, old = self.rows[i], self.rows[i][j], self.denominator
        for k, row in enumerate(self.rows):
            if k != i:
                self.rows[k] = _cleared(row, line, j, old)
        self.goal = _cleared(self.goal, line, j, old)
        self.first = _cleared(self.first, line, j, old)
        self.denominator = pivot
        self.basis[i] = j


def _cleared(row: list[int], line: list[int], j: int, old: int) -> list[int]:
    """The row without column `j`, over the new denominator; the division leaves nothing over."""
    factor, pivot = row[j], line[j]
    if not factor:
        return row if pivot == old else [v * pivot // old for v in row]
    return [(v * pivot - factor * w) // old for v, w in zip(row, line, strict=True)]


def _integers(row: list[Fraction]) -> tuple[list[int], int]:
    scale = lcm(*(v.denominator for v in row)) if row else 1
    return [int(v * scale) for v in row], scale


def _whole(stated: Stated) -> tuple[str, Fraction | None]:
    """Status and least sum of costs in whole numbers: best bound first.

    Without an optimum in fractions there is none in whole numbers: any plan leads on for ever.
    """
    bounds = list(stated.bounds)
    for j in stated.whole:
        low, high = bounds[j]
        bounds[j] = (
            None if low is None else Fraction(ceil(low)),
            None if high is None else Fraction(floor(high)),
        )
    status, value, plan = _least(stated, bounds)
    if status == UNBOUNDED:
        idle = replace(stated, costs=[Fraction(0)] * len(stated.costs), bounds=bounds)
        return (INFEASIBLE if _whole(idle)[0] == INFEASIBLE else UNBOUNDED), None
    if value is None:
        return status, None
    heap = [(value, 0, bounds, plan)]
    for number in range(1, _LARGEST):
        if not heap:
            return INFEASIBLE, None
        value, _, bounds, plan = heappop(heap)
        at = next((j for j in stated.whole if plan[j].denominator != 1), None)
        if at is None:
            return OPTIMAL, value
        low, high = bounds[at]
        for side, half in enumerate(
            ((low, Fraction(floor(plan[at]))), (Fraction(ceil(plan[at])), high))
        ):
            part = [*bounds[:at], half, *bounds[at + 1 :]]
            _, least, there = _least(stated, part)
            if least is not None:
                heappush(heap, (least, 2 * number + side, part, there))
    raise NoTruth
