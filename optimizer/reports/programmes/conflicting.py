"""Which rows and bounds of a programme cannot hold together, and the least that mends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isfinite
from typing import Any

from optimizer.i18n import Words, _
from optimizer.lp.conflicts.conflict import Conflict, conflicts
from optimizer.lp.conflicts.repair import Repair, repairs
from optimizer.lp.order import in_order
from optimizer.lp.program import Key, LinearProgram, Row, Sense
from optimizer.lp.solution import Status
from optimizer.reports.programmes.page import Answered, certificate_data, number, said

MOST = 5
"""Conflicts that are looked for."""
NAMED = 2000
"""Rows and bounds up to which bounds are named in a conflict even where rows alone make one."""


@dataclass(frozen=True)
class Bound:
    """Key of a row that stands for a bound of a column."""

    column: Key
    sense: Sense

    def __repr__(self) -> str:
        return f"{said(self.column)} {self.sense}"

    __str__ = __repr__


def conflicting(program: LinearProgram, *, time_limit: float | None = None) -> Answered:
    """The smallest sets of rows and bounds that contradict each other, and the ways out."""
    answer = conflicts(program, most=MOST, time_limit=time_limit)
    wide = _with_bounds_as_rows(program) if answer.sets else program
    if answer.background or len(program.rows) < len(wide.rows) <= NAMED:
        program = wide
        answer = conflicts(program, most=MOST, time_limit=time_limit)
    data: dict[str, Any] = {
        "conflicts": [
            {"members": [_member(program, k) for k in c.members],
             "certificate": certificate_data(c.certificate)}
            for c in answer.sets
        ],
        "removals": [[said(k) for k in way] for way in answer.removals],
        "complete": answer.complete, "repairs": [],
    }  # fmt: skip
    if not answer.sets:
        status = Status.OPTIMAL if answer.complete else Status.STOPPED
        fine = _("All rows can hold together.")
        late = _("The time did not suffice to tell.")
        return Answered(status, data, (fine if answer.complete else late,))
    blocks = [b for c in answer.sets for b in _conflict(program, c)]
    soft = in_order({k for c in answer.sets for k in c.members})
    if answer.complete:
        mended = repairs(program, soft=soft)
        ways = {None: mended.together, **mended.alone}
        data["repairs"] = [_repair(k, r) for k, r in ways.items() if r is not None]
        blocks += [b for k, r in ways.items() if r is not None for b in _way(program, k, r)]
    if not answer.complete:
        blocks.append(_("There may be more conflicts than these."))
    return Answered(Status.INFEASIBLE, data, tuple(blocks))


def _with_bounds_as_rows(program: LinearProgram) -> LinearProgram:
    """The same programme whose bounds are rows that can be named; a lower bound of 0 stays one."""
    rows = list(program.rows)
    columns = []
    for c in program.columns:
        lower = float(c.lower)
        if isfinite(lower) and lower != 0.0:
            rows.append(Row(Bound(c.key, Sense.GE), {c.key: 1.0}, Sense.GE, lower))
        if isfinite(upper := float(c.upper)):
            rows.append(Row(Bound(c.key, Sense.LE), {c.key: 1.0}, Sense.LE, upper))
        columns.append(replace(c, lower=0.0 if lower == 0.0 else -inf, upper=inf))
    return LinearProgram(tuple(columns), tuple(rows), program.maximise, program.constant)


def _member(program: LinearProgram, key: Key) -> dict[str, Any]:
    row = program.rows[program.row_number[key]]
    kind = "bound" if isinstance(key, Bound) else "row"
    name = said(key.column) if isinstance(key, Bound) else said(key)
    return {"kind": kind, "name": name, "sense": str(row.sense), "limit": float(row.rhs)}


def _conflict(program: LinearProgram, conflict: Conflict) -> list[Words]:
    members = [_member(program, k) for k in conflict.members]
    parts = [f"{m['name']} {m['sense']} {number(m['limit'])}" for m in members]
    return [
        _("These cannot hold together:"),
        *(_("  - {part}", part=part) for part in parts),
    ]


def _repair(alone: Key, repair: Repair) -> dict[str, Any]:
    return {
        "alone": None if alone is None else said(alone), "total": repair.total,
        "limits": [{"name": said(k), "limit": v} for k, v in repair.rhs.items()],
        "certificate": certificate_data(repair.certificate),
    }  # fmt: skip


def _way(program: LinearProgram, alone: Key, repair: Repair) -> list[Words]:
    changes = [
        f"{said(k)}: {number(float(program.rows[program.row_number[k]].rhs))} → {number(v)}"
        for k, v in repair.rhs.items()
    ]
    if alone is None:
        head = _("The least that mends it:")
    else:
        head = _("Or {alone} alone:", alone=said(alone))
    return [head, *(_("  - {c}", c=c) for c in changes)]
