"""Linear programme → CPLEX LP text, the format that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from optimizer.lp.files.ascii_names import CONSTANT, OBJECTIVE, Names, names_of
from optimizer.lp.files.mps_writer import WIDEST, ascii_line, ends, number
from optimizer.lp.program import LinearProgram, Sense

_SENSES = {Sense.LE: "<=", Sense.GE: ">=", Sense.EQ: "="}


def lp_text(
    program: LinearProgram, names: Names | None = None, *, comments: Iterable[str] = ()
) -> str:
    """The programme in its stated direction (ASCII), columns in its order.

    Every column stands in the objective, those without a gain too, so that solvers which answer by
    number count them as the programme does. Numbers as in `mps_text`. Raises MalformedProgram for
    draws.
    """
    names = names_of(program) if names is None else names
    lines = [f"\\ {ascii_line(line)}" for line in comments]
    lines += ["Maximize" if program.maximise else "Minimize", *_objective(program, names)]
    lines += ["Subject To", *_rows(program, names), "Bounds", *_bounds(program, names)]
    whole = [n for n, c in zip(names.columns, program.columns, strict=True) if c.integer]
    if whole:
        lines += ["General", *(f" {name}" for name in whole)]
    return "\n".join([*lines, "End"]) + "\n"


def _objective(program: LinearProgram, names: Names) -> Iterator[str]:
    gains = list(zip(program.arrays.gain.tolist(), names.columns, strict=True))
    if float(program.constant) != 0.0 or not names.columns:
        gains.append((float(program.constant), CONSTANT))
    return _wrapped(f" {OBJECTIVE}:", [_term(gain, name) for gain, name in gains])


def _rows(program: LinearProgram, names: Names) -> Iterator[str]:
    arrays, starts = program.arrays, program.arrays.indptr.tolist()
    nothing = _term(0.0, (*names.columns, CONSTANT)[0])  # a row needs some term
    for i, (row, name) in enumerate(zip(program.rows, names.rows, strict=True)):
        entries = range(starts[i], starts[i + 1])
        terms = [
            _term(float(arrays.data[e]), names.columns[arrays.indices[e]])
            for e in entries
            if arrays.data[e] != 0.0
        ]
        limit = f"{_SENSES[row.sense]} {number(float(row.rhs))}"
        yield from _wrapped(f" {name}:", [*(terms or [nothing]), limit])


def _bounds(program: LinearProgram, names: Names) -> Iterator[str]:
    """Bounds other than 0 and up."""
    for column, name in zip(program.columns, names.columns, strict=True):
        lower, upper = ends(column)
        if lower == upper:
            yield f" {name} = {number(lower)}"
        elif lower == -inf and upper == inf:
            yield f" {name} free"
        elif upper < inf:
            yield f" {'-inf' if lower == -inf else number(lower)} <= {name} <= {number(upper)}"
        elif lower != 0.0:
            yield f" {name} >= {number(lower)}"
    if float(program.constant) != 0.0 or not names.columns:
        yield f" {CONSTANT} = 1"


def _term(factor: float, name: str) -> str:
    return f"{'-' if factor < 0 else '+'} {number(abs(factor))} {name}"


def _wrapped(head: str, parts: Iterable[str]) -> Iterator[str]:
    line = head
    for part in parts:
        if len(line) + 1 + len(part) > WIDEST:
            yield line
            line = "   "
        line = f"{line} {part}"
    yield line
