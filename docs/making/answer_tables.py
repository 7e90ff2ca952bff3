"""The reference of the tables in answers: columns, kinds and heads, from their declarations."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import optimizer.api.desk as _  # noqa: F401  # loads every study, and with it every declaration
from docs.making.markdown import code, heading, pages, plain, table
from optimizer.results.table import Column, Kind, Shape

HOLDS = {
    Kind.TEXT: "name or text",
    Kind.WORDS: "words, a column for each language",
    Kind.MONEY: "money in the scenario's unit",
    Kind.CHANGE: "change of money, in the scenario's unit",
    Kind.LIMIT: "figure in the unit that the row names",
    Kind.GOAL: "goal: weighted, discounted people",
    Kind.SHARE: "share, 0 to 1",
}
"""What the columns of a kind hold, where the kind's own word does not say it."""


def shapes() -> list[tuple[str, Shape]]:
    """Every declared table with a title, by the module that declares it; each once.

    Those of memos and of files of programmes are to be read; their data have names of their own.
    """
    found: dict[int, tuple[str, Shape]] = {}
    read = ("optimizer.reports.memo.", "optimizer.reports.programmes.")
    known = (n for n in sys.modules if n.startswith("optimizer.") and not n.startswith(read))
    for name in sorted(known):
        for shape in vars(sys.modules[name]).values():
            if isinstance(shape, Shape) and str(shape.title):
                found.setdefault(id(shape), (name, shape))
    return sorted(found.values(), key=lambda one: (one[1].name, str(one[1].title)))


def _holds(column: Column) -> str:
    if isinstance(column.unit, str):
        return f"{HOLDS.get(column.kind, column.kind)} ({code(column.unit)})"
    return HOLDS.get(column.kind, str(column.kind))


def _sections() -> Iterator[str]:
    for number, (_name, shape) in enumerate(shapes()):
        yield heading(3, f"{plain(str(shape.title))} ({code(shape.name)})", f"answer-{number}")
        yield table(
            ("column", "holds", "head"),
            (
                (code(c.name), _holds(c), "" if c.title is None else plain(str(c.title)))
                for c in shape.columns
            ),
        )


def text() -> str:
    """Every table of an answer with its columns."""
    return pages(_sections())
