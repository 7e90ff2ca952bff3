"""Random linear programmes, small and nasty: degenerate, repeated, free, empty, in any unit."""

from __future__ import annotations

from math import inf

import numpy as np
from hypothesis import strategies as st

from optimizer.lp.program import Column, LinearProgram, Row, Sense

_SMALL = st.integers(-3, 3).map(float)
_UNITS = st.sampled_from([1.0, 1.0, 2.0**-20, 2.0**20, 2.0**10])


@st.composite
def programs(
    draw: st.DrawFn, *, bounded: bool = False, units: bool = True, most: int = 6
) -> LinearProgram:
    """Any programme of up to `most` rows and columns; with an optimum if `bounded`.

    A bounded one has finite bounds and rows that hold for some whole point between them.
    """
    n = draw(st.integers(1 if bounded else 0, most))
    m = draw(st.integers(0, most))
    size = [draw(_UNITS) if units else 1.0 for _ in range(n)]
    columns, point = [], []
    for j in range(n):
        low = draw(st.sampled_from([0.0, 0.0, -2.0, 1.0] + ([] if bounded else [-inf])))
        width = draw(st.sampled_from([0.0, 1.0, 3.0, 5.0] + ([] if bounded else [inf, inf])))
        high = inf if inf in (width, -low) else low + width
        point.append(draw(st.integers(0, int(width))) + low if bounded else draw(_SMALL))
        gain = draw(_SMALL) * size[j]
        columns.append(Column(("x", j), low / size[j], high / size[j], gain))
    rows: list[Row] = []
    for i in range(m):
        scale = draw(_UNITS) if units else 1.0
        factors = [draw(_SMALL) for _ in range(n)]
        sense = draw(st.sampled_from(list(Sense)))
        meets = sum(f * p for f, p in zip(factors, point, strict=True))
        loose = draw(st.sampled_from([0.0, 0.0, 1.0, 2.0]))
        rhs = meets + {Sense.LE: loose, Sense.GE: -loose, Sense.EQ: 0.0}[sense]
        if not bounded and draw(st.booleans()):
            rhs = draw(_SMALL)
        terms = {("x", j): f * size[j] * scale for j, f in enumerate(factors) if f}
        rows.append(Row(("row", i), terms, sense, rhs * scale))
        if draw(st.integers(0, 9)) == 0:
            rows.append(Row(("again", i), terms, sense, rhs * scale))
    return LinearProgram(tuple(columns), tuple(rows), draw(st.booleans()))


def with_rhs(program: LinearProgram, number: int, rhs: float) -> LinearProgram:
    """The same programme with another right-hand side in one row."""
    rows = list(program.rows)
    rows[number] = Row(rows[number].key, rows[number].terms, rows[number].sense, rhs)
    return LinearProgram(program.columns, tuple(rows), program.maximise, program.constant)


@st.composite
def nasty_programs(draw: st.DrawFn, *, whole: bool = False, most: int = 6) -> LinearProgram:
    """Numbers of rounding size beside ordinary and huge ones, free columns, rows almost alike.

    With `whole` some columns are integer, and those have bounds.
    """
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))
    columns = []
    for j in range(n):
        integer = whole and bool(rng.random() < 0.6)
        low = float(rng.choice([0.0, 0.0, 1.0, -2.0] + ([] if integer else [0.0, -inf])))
        width = float(rng.choice([0.0, 1.0, 3.0] + ([5.0] if integer else [inf, inf, inf])))
        high = inf if -inf in (low, -width) else low + width
        columns.append(Column(("x", j), low, high, _odd(rng), integer))
    point = [max(c.lower, 0.0) + float(rng.integers(0, 2)) for c in columns]  # type: ignore[call-overload]
    rows = []
    for i in range(m):
        factors = [_odd(rng) if rng.random() < 0.7 else 0.0 for _ in range(n)]
        sense = Sense(str(rng.choice(["<=", "<=", ">=", "=="])))
        meets = sum(f * p for f, p in zip(factors, point, strict=True))
        loose = float(rng.choice([0.0, 1.0, 2.0, 1e-9])) * {"<=": 1, ">=": -1, "==": 0}[sense]
        rhs = meets + loose if rng.random() < 0.85 else _odd(rng)
        terms = {("x", j): f for j, f in enumerate(factors)}
        rows.append(Row(("row", i), terms, sense, rhs))
        if rng.random() < 0.1:
            almost = {k: v * (1.0 + float(rng.choice([0.0, 1e-10]))) for k, v in terms.items()}
            other = {Sense.LE: Sense.GE, Sense.GE: Sense.LE}.get(sense, sense)
            rows.append(Row(("almost", i), almost, other, rhs))
    return LinearProgram(tuple(columns), tuple(rows), draw(st.booleans()))


def _odd(rng: np.random.Generator) -> float:
    """A small whole number, as it is, of rounding size, huge, or with rounding size beside it."""
    value, kind = float(rng.integers(-3, 4)), rng.random()
    tiny = 10.0 ** float(rng.integers(-12, -8))
    if kind < 0.2:
        return value * tiny
    if kind < 0.25:
        return value * 10.0 ** float(rng.integers(3, 7))
    return value + float(rng.integers(-2, 3)) * tiny if kind < 0.3 else value
