"""Linear programme → free MPS, the format that every solver reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, floor, inf

import numpy as np

from optimizer.lp.files.ascii_names import CONSTANT, OBJECTIVE, Names, latin, names_of
from optimizer.lp.program import Column, LinearProgram, Sense

NEARLY = 1e-9
"""Distance from a whole number that does not count."""
WIDEST = 240
"""Letters of the longest line; some readers stop at 255."""
_SENSES = {Sense.LE: "L", Sense.GE: "G", Sense.EQ: "E"}


def mps_text(
    program: LinearProgram,
    names: Names | None = None,
    *,
    title: str = "programme",
    comments: Iterable[str] = (),
) -> str:
    """The programme as a minimisation in free MPS (ASCII).

    MPS knows no direction that all solvers read (GLPK refuses OBJSENSE, CBC may pass over it), so
    that a maximisation is written with the signs of its gains turned: its best value is minus the
    solver's. Numbers have as many digits as reading them back exactly takes, 17 at most. Raises
    MalformedProgram for draws.
    """
    names = names_of(program) if names is None else names
    lines = [f"* {ascii_line(line)}" for line in comments]
    lines += [f"NAME {latin(title) or 'programme'} FREE", "ROWS", f" N {OBJECTIVE}"]
    senses = (_SENSES[r.sense] for r in program.rows)
    lines += [f" {sense} {name}" for sense, name in zip(senses, names.rows, strict=True)]
    lines += ["COLUMNS", *_columns(program, names), "RHS"]
    lines += [
        f" RHS {name} {number(float(row.rhs))}"
        for name, row in zip(names.rows, program.rows, strict=True)
        if float(row.rhs) != 0.0
    ]
    lines += ["BOUNDS", *_bounds(program, names), "ENDATA"]
    return "\n".join(lines) + "\n"


def number(value: float) -> str:
    """The shortest writing that reads back as exactly this number; 17 significant digits at most.

    >>> number(18000.0), number(0.1 + 0.2), number(-0.0)
    ('18000', '0.30000000000000004', '0')
    """
    return "0" if value == 0.0 else repr(float(value)).removesuffix(".0")


def ascii_line(text: str) -> str:
    """A comment no reader stumbles over: one line of ASCII, other letters escaped, not too long."""
    line = " ".join(text.split()).encode("ascii", "backslashreplace").decode("ascii")
    return line if len(line) <= WIDEST else line[: WIDEST - 3] + "..."


def ends(column: Column) -> tuple[float, float]:
    """Lower and upper bound; those of a whole column as whole numbers, which GLPK insists on."""
    lower, upper = float(column.lower), float(column.upper)
    if column.integer:
        lower = float(ceil(lower - NEARLY)) if lower > -inf else lower
        upper = float(floor(upper + NEARLY)) if upper < inf else upper
    return lower, upper


def _columns(program: LinearProgram, names: Names) -> Iterator[str]:
    """Entries column by column; whole columns stand between markers."""
    arrays = program.arrays
    order = np.argsort(arrays.indices, kind="stable")
    starts = np.searchsorted(arrays.indices[order], np.arange(len(names.columns) + 1))
    sign, marked = -1.0 if program.maximise else 1.0, False
    for j, (column, name) in enumerate(zip(program.columns, names.columns, strict=True)):
        if column.integer is not marked:
            marked = column.integer
            yield f" MARKER 'MARKER' '{'INTORG' if marked else 'INTEND'}'"
        yield f" {name} {OBJECTIVE} {number(sign * float(arrays.gain[j]))}"
        for entry in order[starts[j] : starts[j + 1]]:
            if arrays.data[entry] != 0.0:
                row = names.rows[arrays.row_of[entry]]
                yield f" {name} {row} {number(float(arrays.data[entry]))}"
    if marked:
        yield " MARKER 'MARKER' 'INTEND'"
    if float(program.constant) != 0.0 or not names.columns:
        yield f" {CONSTANT} {OBJECTIVE} {number(sign * float(program.constant))}"


def _bounds(program: LinearProgram, names: Names) -> Iterator[str]:
    """Bounds other than 0 and up; an upper bound first, since below 0 it may move the lower one."""
    for column, name in zip(program.columns, names.columns, strict=True):
        lower, upper = ends(column)
        if lower == upper:
            yield f" FX BOUND {name} {number(lower)}"
        elif lower == -inf and upper == inf:
            yield f" FR BOUND {name}"
        elif lower == -inf:
            yield f" MI BOUND {name}"
            yield f" UP BOUND {name} {number(upper)}"
        elif upper < inf:
            yield f" UP BOUND {name} {number(upper)}"
            yield f" LO BOUND {name} {number(lower)}"
        elif column.integer or lower != 0.0:
            yield f" PL BOUND {name}"
            yield f" LO BOUND {name} {number(lower)}"
    if float(program.constant) != 0.0 or not names.columns:
        yield f" FX BOUND {CONSTANT} 1"
