"""Random linear programmes, small and nasty: degenerate, repeated, free, empty, in any unit."""

from __future__ import annotations

from math import inf

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
