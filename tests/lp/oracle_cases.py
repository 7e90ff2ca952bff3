"""Random programmes with bounds and limits of 1e6 to 1e30, each the same for the same seed."""

from __future__ import annotations

from math import inf

import numpy as np

from optimizer.lp.program import Column, LinearProgram, Row, Sense

Draw = np.random.Generator


def linear_case(seed: int) -> LinearProgram:
    """Dense and sparse, with equations, free columns, repeated rows, contradictions and rays."""
    rng = np.random.default_rng([seed, 1])
    kind = rng.integers(0, 10)
    if kind == 0:
        return _packing(rng, int(rng.integers(2, 13)))
    n, m = int(rng.integers(1, 7)), int(rng.integers(0, 7))
    shape = _Shape(rng, n)
    columns = tuple(
        Column(j, *shape.bounds(j), float(rng.integers(-9, 10)) * (rng.random() < 0.9))
        for j in range(n)
    )
    return LinearProgram(columns, shape.rows(m), bool(rng.random() < 0.5), shape.constant())


def whole_case(seed: int) -> LinearProgram:
    """The same with whole numbers: fractional bounds, empty boxes, rays, huge bounds."""
    rng = np.random.default_rng([seed, 2])
    n, m = int(rng.integers(1, 5)), int(rng.integers(0, 5))
    shape = _Shape(rng, n)
    columns = []
    for j in range(n):
        integer = bool(j == 0 or rng.random() < 0.6)
        low, high = shape.bounds(j)
        if integer and rng.random() < 0.6:
            low += float(rng.choice([0.0, 0.5, 0.25, 0.2]))
            high += float(rng.choice([0.0, 0.5, 0.75, -0.2]))
        if integer and rng.random() < 0.03:
            low, high = 2.2, 2.8
        columns.append(Column(j, low, high, float(rng.integers(-9, 10)), integer))
    rows = shape.rows(m)
    return LinearProgram(tuple(columns), rows, bool(rng.random() < 0.5), shape.constant())


def _packing(rng: Draw, n: int) -> LinearProgram:
    """As many rows as columns, all numbers positive, every upper bound out of reach."""
    table = rng.integers(1, 10, (n, n)).astype(float)
    high = _huge(rng)
    columns = tuple(Column(j, 0.0, high, float(rng.integers(1, 20))) for j in range(n))
    rows = tuple(
        Row(i, dict(enumerate(line)), Sense.LE, float(rng.integers(20, 200)))
        for i, line in enumerate(table.tolist())
    )
    return LinearProgram(columns, rows)


def _huge(rng: Draw) -> float:
    """1e6 to 1e30."""
    return float(rng.choice([1.0, 1.0, 2.0, 5.0])) * 10.0 ** float(rng.integers(6, 31))


class _Shape:
    """The kind of one programme: how dense, with how many huge limits, around which point."""

    def __init__(self, rng: Draw, n: int) -> None:
        self.rng, self.n = rng, n
        self.density = float(rng.choice([0.3, 0.7, 1.0]))
        self.positive = bool(rng.random() < 0.4)
        self.huge = float(rng.choice([0.2, 0.5, 1.0]))
        self.huge_rows = float(rng.choice([0.0, 0.0, 0.1, 0.4]))
        self.feasible = bool(rng.random() < 0.7)
        self.one = _huge(rng) if rng.random() < 0.5 else None
        self.point = rng.integers(0, 6, n).astype(float)

    def far(self) -> float:
        """A huge number: the same for the whole programme, or another each time."""
        return _huge(self.rng) if self.one is None else self.one

    def bounds(self, j: int) -> tuple[float, float]:
        rng, at = self.rng, float(self.point[j])
        low = float(rng.choice([0.0, 0.0, 0.0, 0.0, at, -3.0, -inf, -self.far()]))
        if rng.random() < self.huge:
            return low, self.far()
        return low, float(rng.choice([inf, at, at + 1.0, at + 7.0, at + 40.0]))

    def rows(self, count: int) -> tuple[Row, ...]:
        rng, rows = self.rng, []
        for i in range(count):
            values = rng.integers(1 if self.positive else -9, 10, self.n).astype(float)
            values[rng.random(self.n) > self.density] = 0.0
            sense = Sense(str(rng.choice(["<=", "<=", "<=", ">=", "=="])))
            slack = float(rng.choice([0.0, 0.0, 1.0, 3.0, 20.0]))
            meets = float(values @ self.point)
            rhs = meets + {Sense.LE: slack, Sense.GE: -slack, Sense.EQ: 0.0}[sense]
            if not self.feasible:
                rhs = float(rng.integers(-20, 60))
            if rng.random() < self.huge_rows:
                idle = {Sense.LE: 1.0, Sense.GE: -1.0, Sense.EQ: 1.0}[sense]
                rhs = self.far() * (idle if rng.random() < 0.85 else -idle)
            terms = {j: v for j, v in enumerate(values.tolist()) if v}
            rows.append(Row(i, terms, sense, rhs))
            if rng.random() < 0.08:
                twice = {j: 2.0 * v for j, v in terms.items()}
                rows.append(Row(("again", i), twice, sense, 2.0 * rhs))
        return tuple(rows)

    def constant(self) -> float:
        return float(self.rng.choice([0.0, 0.0, 0.0, 7.0]))
