"""Other plans of a programme: those nearly as good, those efficient in two sums; and its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Words, _
from optimizer.lp.files.lp_tokens import Odd, Tokens, sections
from optimizer.lp.files.lp_writer import lp_text
from optimizer.lp.files.mps_writer import mps_text
from optimizer.lp.fronts.alternatives import different, room
from optimizer.lp.fronts.lexicographic import Criterion
from optimizer.lp.fronts.nondominated import efficient_whole
from optimizer.lp.fronts.pareto import efficient
from optimizer.lp.program import Key, LinearProgram, MalformedProgram
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve
from optimizer.reports.programmes.page import (
    NAME,
    VALUES,
    Answered,
    ended,
    figures,
    finite,
    number,
    said,
    shape,
    table,
)
from optimizer.reports.programmes.pricing import found, refuse_unknown
from optimizer.results.page import Block
from optimizer.results.table import Shape

MOST = 60
"""Columns whose room is told when nobody names some."""
STEPS = 20
"""Steps along a front of a programme with whole columns that grows in no known steps."""
REACH = Shape(
    "room",
    _("How far columns may move"),
    NAME,
    *figures(now=_("Now"), least=_("Least"), most=_("Most")),
)
FRONT = Shape(
    "points", _("Efficient points"), *figures(objective=_("Objective"), second=_("Second sum"))
)
_HEAD = re.compile(r"^\s*(max|min)[a-z]*\s*:", re.IGNORECASE)


def roomy(
    program: LinearProgram,
    names: Sequence[str],
    slack: float,
    plans: int,
    *,
    time_limit: float | None = None,
) -> Answered:
    """How far each column may move while the objective loses a share `slack`; other plans."""
    refuse_unknown(names, {said(k) for k in program.column_number}, "--name")
    keys = [k for n in names for k in found(n, program.column_number)]
    if not names and len(program.columns) > MOST:
        raise InvalidInput([Issue(
            "--name",
            _("The programme has {count} columns.", count=len(program.columns)),
            _("Name those whose room is asked."),
        )])  # fmt: skip
    best = solve(program, time_limit=time_limit)
    if not best.found:
        return Answered(best.status, {}, (ended(best.status),))
    expressions = {said(k): {k: 1.0} for k in keys or program.column_number}
    free = room(program, best, expressions, slack)
    others = different(program, best, expressions, slack, plans) if plans else ()
    data = {
        "objective": finite(free.objective), "worst": finite(free.worst), "slack": slack,
        "room": [
            {"column": n, "now": r.now, "least": finite(r.least.value),
             "most": finite(r.most.value)}
            for n, r in free.reach.items()
        ],
        "plans": [
            {"objective": p.objective, "distance": p.distance, "values": dict(p.value)}
            for p in others
        ],
    }  # fmt: skip
    worst = number(free.worst)
    rows = [
        {"column": n, "now": r.now, "least": r.least.value, "most": r.most.value}
        for n, r in free.reach.items()
    ]
    blocks: list[Words | Block] = [
        _("Objective no worse than {worst}.", worst=worst),
        table(REACH, rows),
    ]
    for i, plan in enumerate(others, 1):
        name = _("Plan {i}: {objective}", i=i, objective=number(plan.objective))
        values = [{"column": n, "value": v} for n, v in plan.value.items() if v]
        blocks += [name, replace(table(VALUES, values), name=f"plan_{i}")]
    return Answered(Status.OPTIMAL, data, tuple(blocks))


def fronted(
    program: LinearProgram, second: str | None, *, time_limit: float | None = None
) -> Answered:
    """All efficient points of the objective and a second sum, written as in an LP file."""
    aim = _sum(program, second)
    first = Criterion({c.key: float(c.gain) for c in program.columns if c.gain})
    offset = float(program.constant)
    if program.arrays.integer.any():
        try:
            line = efficient_whole(program, first, aim, time_limit=time_limit)
        except MalformedProgram:
            line = efficient_whole(program, first, aim, steps=STEPS, time_limit=time_limit)
        points = [(p.first + offset, p.second) for p in line.points]
        status, complete = line.status, line.complete
    else:
        ends = efficient(program, first, aim)
        points = [(p.first + offset, p.second) for p in ends.points]
        status, complete = ends.status, True
    data: dict[str, Any] = {
        "points": [{"objective": a, "second": b} for a, b in points], "complete": complete,
    }  # fmt: skip
    if not points:
        return Answered(status, data, (ended(status),))
    blocks = [table(FRONT, data["points"])]
    if not complete:
        note = _("There may be more points between these.")
        return Answered(status, data, (note, *blocks))
    return Answered(status, data, tuple(blocks))


def _sum(program: LinearProgram, text: str | None) -> Criterion:
    """A sum such as "max 3 x + 2 y"; without max or min in the direction of the programme."""
    wrong = _("This is no sum of columns.")
    remedy = _("Write it like 'max 3 x + 2 y'.")
    parts = list(sections(_HEAD.sub(r"\1 ", text or "", count=1)))
    try:
        if len(parts) != 1 or parts[0].name not in ("", "max", "min"):
            raise InvalidInput([Issue("--second", wrong, remedy)])
        tokens = Tokens(parts[0].tokens)
        terms = tokens.sum()
        if not tokens.done or not terms.terms:
            raise InvalidInput([Issue("--second", wrong, remedy)])
    except Odd:
        raise InvalidInput([Issue("--second", wrong, remedy)]) from None
    refuse_unknown(
        [str(k) for k in terms.terms], {said(k) for k in program.column_number}, "--second"
    )
    gains: dict[Key, float] = dict(terms.terms)
    return Criterion(gains, None if not parts[0].name else parts[0].name == "max")


def exported(program: LinearProgram, form: str) -> Answered:
    """The programme as an MPS or LP file that every solver reads."""
    text = mps_text(program) if form == "mps" else lp_text(program)
    return Answered(Status.OPTIMAL, {**shape(program), "format": form, "text": text}, (), text)
