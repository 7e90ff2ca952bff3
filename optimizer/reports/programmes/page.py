"""An answer about the programme of a file: sentences and tables, names, and what it may not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from optimizer.i18n import Words, _, rendered
from optimizer.lp.certificate import Certificate
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.solution import Status
from optimizer.results.page import Block, Page, Paragraph, page
from optimizer.results.table import Column, Kind, Shape, Table
from optimizer.text.shortening import LONGEST, apart

SHOWN = 40
"""Rows of a table on the terminal; files and data hold all of them."""


def number(value: float | None) -> str:
    """A number of up to eight digits; infinities as signs."""
    if value is None:
        return "–"
    if not isfinite(value):
        return "∞" if value > 0 else "-∞"
    return f"{value + 0.0:.8g}"


def figures(**titles: Words) -> tuple[Column, ...]:
    """Columns of numbers, by name with their titles."""
    return tuple(Column(name, title, Kind.NUMBER, reads=number) for name, title in titles.items())


NAME = Column("column", _("Column"))
VALUES = Shape("values", _("Columns that are not 0"), NAME, *figures(value=_("Value")))


def table(shape: Shape, rows: Sequence[Mapping[str, Any]], head: Words | None = None) -> Table:
    """The table with these rows; `head` is another title of its first column."""
    more = len(rows) - SHOWN
    rest = _("… and {more} more (--json has all).", more=more) if more > 0 else None
    heads = {} if head is None else {shape.columns[0].name: head}
    return replace(shape.of(rows, heads=heads, most=SHOWN), rest=rest)


@dataclass(frozen=True)
class Answered:
    """The answer to one question: how it ended, plain data, and sentences and tables to read.

    `content` is a file that the question asked for in place of a text.
    """

    status: Status
    data: dict[str, Any] = field(default_factory=dict)
    blocks: tuple[Words | Block, ...] = ()
    content: str | None = None

    @property
    def page(self) -> Page:
        """The answer laid out."""
        return page(b if isinstance(b, Block) else Paragraph(b) for b in self.blocks)

    def clipped(self, short: Mapping[str, str]) -> Answered:
        """The answer to read with `short` in place of names too long for a line."""
        return replace(self, blocks=tuple(_clipped(b, short) for b in self.blocks))


def _clipped(block: Words | Block, short: Mapping[str, str]) -> Words | Block:
    """A sentence or a table with the short forms of names in it."""
    if isinstance(block, Table):
        rows = [{name: short.get(value, value) for name, value in row.items()} for row in block]
        heads = (
            replace(c, title=c.title and rendered(_with_short, c.title, short))
            for c in block.columns
        )
        return replace(block, rows=rows, columns=tuple(heads))
    return block if isinstance(block, Block) else rendered(_with_short, block, short)


def _with_short(line: str, short: Mapping[str, str], *, language: str) -> str:
    """A line with the short forms of the names in it, the longest first."""
    if len(line) > LONGEST:
        for name in sorted(short, key=len, reverse=True):
            line = line.replace(name, short[name])
    return line


def said(key: Key) -> str:
    """The name of a row or column on one line; nothing in it moves a terminal."""
    words = [str(part) for part in key] if isinstance(key, tuple) else [str(key)]
    return "".join(c if c.isprintable() else "?" for c in " ".join(words))


def long_names(program: LinearProgram) -> dict[str, str]:
    """Names too long for a line, and what stands for them: no two of the programme read alike."""
    names = [said(k) for k in (*program.column_number, *program.row_number)]
    return apart([name for name in names if len(name) > LONGEST])


def finite(value: float | None) -> float | None:
    """The number for JSON: None where there is no finite one."""
    return None if value is None or not isfinite(value) else value + 0.0


def shape(program: LinearProgram) -> dict[str, Any]:
    """What the programme is, as data."""
    return {
        "direction": "max" if program.maximise else "min",
        "columns": len(program.columns),
        "rows": len(program.rows),
        "whole_columns": int(program.arrays.integer.sum()),
    }


def certificate_data(certificate: Certificate | None) -> dict[str, Any] | None:
    """The check of an answer as data."""
    if certificate is None:
        return None
    return {
        "proves": certificate.kind,
        "primal_residual": finite(certificate.primal_residual),
        "dual_residual": finite(certificate.dual_residual),
        "gap": finite(certificate.gap),
        "integrality": finite(certificate.integrality),
        "passed": certificate.passed,
    }


_ENDED = {
    Status.OPTIMAL: _("Optimal, certified."),
    Status.INFEASIBLE: _("No plan keeps all rows and bounds."),
    Status.UNBOUNDED: _("Unbounded: the objective improves for ever."),
    Status.STOPPED: _("Stopped before a verdict: the time did not suffice."),
    Status.FAILED: _("The solver gave no verdict."),
}


def ended(status: Status) -> Words:
    """How a solve ended, as a sentence."""
    return _ENDED[status]
