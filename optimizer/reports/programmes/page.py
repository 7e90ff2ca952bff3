"""An answer about the programme of a file: sentences and tables, names, and what it may not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from optimizer.i18n import Words, _
from optimizer.long_names import LONGEST, apart
from optimizer.lp.certificate import Certificate
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.solution import Status
from optimizer.reports.render.text import columns

SHOWN = 40
"""Lines of a table in the text; the data hold all of them."""


@dataclass(frozen=True)
class Table:
    """A table of the text: its head in every language, and rows of cells."""

    head: tuple[Words, ...]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Answered:
    """The answer to one question: how it ended, plain data, and blocks of text.

    `content` is a file that the question asked for in place of a text, `short` what stands for
    names too long for a line.
    """

    status: Status
    data: dict[str, Any] = field(default_factory=dict)
    blocks: tuple[Words | Table, ...] = ()
    content: str | None = None
    short: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The page in one language, or the file that was asked for."""
        if self.content is not None:
            return self.content.removesuffix("\n")
        lines: list[str] = []
        for block in self.blocks:
            if not isinstance(block, Table):
                lines.append(self._clipped(block.in_(language)))
                continue
            head = [self._clipped(h.in_(language)) for h in block.head]
            rows = [[self.short.get(cell, cell) for cell in row] for row in block.rows[:SHOWN]]
            shown = [head, *rows]
            lines += ["", *columns(shown)]
            more = len(block.rows) - SHOWN
            if more > 0:
                lines.append(_("… and {more} more (--json has all).", more=more).in_(language))
        return "\n".join(lines)

    def _clipped(self, line: str) -> str:
        """A sentence with the short forms of the names in it, the longest first."""
        if len(line) > LONGEST:
            for name in sorted(self.short, key=len, reverse=True):
                line = line.replace(name, self.short[name])
        return line


def said(key: Key) -> str:
    """The name of a row or column on one line; nothing in it moves a terminal."""
    words = [str(part) for part in key] if isinstance(key, tuple) else [str(key)]
    return "".join(c if c.isprintable() else "?" for c in " ".join(words))


def long_names(program: LinearProgram) -> dict[str, str]:
    """Names too long for a line, and what stands for them: no two of the programme read alike."""
    names = [said(k) for k in (*program.column_number, *program.row_number)]
    return apart([name for name in names if len(name) > LONGEST])


def number(value: float | None) -> str:
    """A number of up to eight digits; infinities as signs."""
    if value is None:
        return "–"
    if not isfinite(value):
        return "∞" if value > 0 else "-∞"
    return f"{value + 0.0:.8g}"


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
