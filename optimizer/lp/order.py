"""One order of names and of a programme's parts, whatever order they were written in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.lp.program import Key, LinearProgram, Row


def place(name: Key) -> tuple[Any, ...]:
    """Where a name comes in order: numbers, then words, then anything else; tuples part by part.

    >>> sorted([("b", 10), ("b", 9), "a"], key=place)
    ['a', ('b', 9), ('b', 10)]
    """
    if isinstance(name, tuple):
        return (3, tuple(place(part) for part in name))
    if isinstance(name, int | float):
        return (0, name)
    return (1, name) if isinstance(name, str) else (2, repr(name))


def in_order(names: Iterable[Key]) -> list[Key]:
    """The names in their one order."""
    return sorted(names, key=place)


def ordered(program: LinearProgram) -> LinearProgram:
    """The same programme with columns, rows and terms in the order of their names."""
    columns = tuple(sorted(program.columns, key=lambda c: place(c.key)))
    rows = tuple(
        Row(r.key, {k: r.terms[k] for k in in_order(r.terms)}, r.sense, r.rhs)
        for r in sorted(program.rows, key=lambda r: place(r.key))
    )
    return LinearProgram(columns, rows, program.maximise, program.constant)
