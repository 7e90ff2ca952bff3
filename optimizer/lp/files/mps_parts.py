"""Rows and columns as an MPS file states them, and the programme they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from optimizer.lp.files.faults import Faults
from optimizer.lp.files.text import limit, sided
from optimizer.lp.program import Column, Key, LinearProgram


@dataclass
class MpsRow:
    """A row of kind N, L, G or E; `span` is its entry under RANGES."""

    kind: str
    terms: dict[Key, float] = field(default_factory=dict)
    rhs: float = 0.0
    span: float | None = None

    @property
    def limits(self) -> tuple[float, float]:
        """Lower and upper limit, the range counted in."""
        rhs = limit(self.rhs)
        lower, upper = (-inf if self.kind == "L" else rhs), (inf if self.kind == "G" else rhs)
        if self.span is not None:
            wide = abs(self.span)
            if self.kind == "L" or (self.kind == "E" and self.span < 0):
                lower = limit(upper - wide)
            else:
                upper = limit(lower + wide)
        return lower, upper


@dataclass
class MpsColumn:
    """A column; `stated` holds the kinds of bounds that were given, in capitals."""

    whole: bool
    gain: float = 0.0
    lower: float = 0.0
    upper: float = inf
    stated: set[str] = field(default_factory=set)

    def bound(self, kind: str, value: float) -> None:
        """Count in one line under BOUNDS."""
        self.stated.add(kind)
        if kind in ("UP", "UI"):
            self.upper = limit(value)
        elif kind in ("LO", "LI"):
            self.lower = limit(value)
        elif kind == "FX":
            self.lower = self.upper = limit(value)
        elif kind == "BV":
            self.lower, self.upper = 0.0, 1.0
        elif kind == "PL":
            self.upper = inf
        else:
            self.lower = -inf
            self.upper = inf if kind == "FR" else self.upper

    def column(self, name: str) -> Column:
        """The column; whole ones without bounds go from 0 to 1."""
        upper = 1.0 if self.whole and not self.stated else self.upper
        whole = self.whole or bool(self.stated & {"LI", "UI", "BV"})
        return Column(name, self.lower, upper, self.gain, whole)


def program_of(
    columns: Mapping[str, MpsColumn],
    rows: Mapping[str, MpsRow],
    maximise: bool,
    constant: float,
    faults: Faults,
) -> LinearProgram:
    """The programme of what a file states; its free rows say nothing. Raises InvalidInput."""
    program = LinearProgram(
        tuple(c.column(name) for name, c in columns.items()),
        tuple(
            row
            for name, r in rows.items()
            if r.kind != "N"
            for row in sided(name, r.terms, *r.limits)
        ),
        maximise,
        constant,
    )
    faults.check(program)
    return program
