"""What the columns come to that nobody types: switches, whole numbers and money handed on.

A column of a rule's own has no cell. A row tells what it has to be, and is kept by that: `x ≤ M z`
that the switch z is on where there is any x; `x = z` that z is x made whole; a row with a spare
amount that this is what is left. A switch that has but rows `x ≥ m z` is on where x comes to m.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from optimizer.formulation.traced import is_negative
from optimizer.lp.program import Column, Key, Row, Sense
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.formulas import Settled, number, place, sides, total

OPEN = "1E-6"
"""Above it there is something."""


def settled_columns(
    draft: Draft, columns: Iterable[Column], rows: Sequence[Row]
) -> tuple[Settled, list[Row]]:
    """The formulas of columns without a cell, and the rows that are left to be checked."""
    settled: dict[Key, str] = {}
    kept: dict[Key, Row] = {row.key: row for row in rows}
    for column in columns:
        if place(column.key)[1] in draft.rows:
            continue
        sign = column.integer
        mine = [
            r for r in rows if column.key in r.terms and is_negative(r.terms[column.key]) == sign
        ]
        by_sense = {sense: [row for row in mine if row.sense is sense] for sense in Sense}
        if not column.integer:
            [row] = mine
            kept[row.key] = own = _without(row, column.key)
            left, right = sides(draft, own.terms, own.rhs, settled)
            settled[column.key] = f"MAX(0,{right}-({left}))"
            continue
        settled[column.key] = _switch(draft, column.key, by_sense, settled)
        if not by_sense[Sense.EQ]:
            for row in by_sense[Sense.LE] or by_sense[Sense.GE][:1]:
                kept.pop(row.key)
    return settled, list(kept.values())


def _switch(draft: Draft, key: Key, rows: Mapping[Sense, Sequence[Row]], settled: Settled) -> str:
    """What a whole number or a switch comes to."""
    some = {
        sense: [total(draft, _without(row, key).terms, settled) for row in rows[sense]]
        for sense in Sense
    }
    if some[Sense.EQ]:
        return f"ROUND({some[Sense.EQ][0]},0)"
    if some[Sense.LE]:
        return f"IF({'+'.join(some[Sense.LE])}>{OPEN},1,0)"
    least = number(draft, -rows[Sense.GE][0].terms[key])
    return f"IF({some[Sense.GE][0]}>={least}-{OPEN},1,0)"


def _without(row: Row, key: Key) -> Row:
    return replace(row, terms={k: c for k, c in row.terms.items() if k != key})
