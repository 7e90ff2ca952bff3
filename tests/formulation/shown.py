"""Columns and rows of a linear programme as sentences that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

from optimizer.lp.program import Coefficient, Column, Key, LinearProgram


def dump(program: LinearProgram, kind: str) -> str:
    """The rows of one kind: `total_budget: +1 units[visa,case,0,2025] … <= 1000`."""
    return "".join(
        f"{name(row.key)}: {terms(row.terms)} {row.sense} {number(row.rhs)}\n"
        for row in program.rows
        if isinstance(row.key, tuple) and row.key[0] == kind
    )


def dump_columns(program: LinearProgram) -> str:
    """Bounds and gain of every column: `units[visa,case,0,2025] in [0, 20]  gain 0`."""
    return "".join(f"{column_text(c)}\n" for c in program.columns)


def column_text(column: Column) -> str:
    whole = " whole" if column.integer else ""
    high = "∞)" if column.upper == inf else f"{number(column.upper)}]"
    span = f"[{number(column.lower)}, {high}"
    return f"{name(column.key)} in {span}{whole}  gain {number(column.gain)}"


def terms(members: Mapping[Key, Coefficient]) -> str:
    return " ".join(f"{signed(c)} {name(k)}" for k, c in members.items()) or "0"


def name(key: Key) -> str:
    if not isinstance(key, tuple):
        return str(key)
    return f"{key[0]}[{','.join(map(str, key[1:]))}]" if len(key) > 1 else str(key[0])


def number(value: Any) -> str:
    return f"{float(value):.10g}"


def signed(value: Any) -> str:
    return f"{float(value):+.10g}"
