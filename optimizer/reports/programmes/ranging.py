"""Other plans of a programme: those nearly as good, those efficient in two sums; and its files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from optimizer.domain.base import Text
from optimizer.errors import InvalidInput, Issue, Said
from optimizer.lp.alternatives import different, room
from optimizer.lp.lexicographic import Criterion
from optimizer.lp.lp_file import lp_text
from optimizer.lp.lp_tokens import Odd, Tokens, sections
from optimizer.lp.mps import mps_text
from optimizer.lp.nondominated import efficient_whole
from optimizer.lp.pareto import efficient
from optimizer.lp.program import Key, LinearProgram, MalformedProgram
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve
from optimizer.reports.programmes.page import (
    Answered,
    Table,
    both,
    ended,
    finite,
    number,
    said,
    shape,
)
from optimizer.reports.programmes.pricing import found, refuse_unknown

MOST = 60
"""Columns whose room is told when nobody names some."""
STEPS = 20
"""Steps along a front of a programme with whole columns that grows in no known steps."""
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
            Said(f"The programme has {len(program.columns)} columns.",
                 f"변수가 {len(program.columns)}개임."),
            Said("Name those whose room is asked.", "여유를 알아볼 변수를 지정."),
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
    head = (
        both("Column", "변수"),
        both("Now", "현재"),
        both("Least", "최소"),
        both("Most", "최대"),
    )
    rows = [
        [n, number(r.now), number(r.least.value), number(r.most.value)]
        for n, r in free.reach.items()
    ]
    blocks: list[Text | Table] = [
        both(f"Objective no worse than {worst}.", f"목적값을 {worst}까지 양보할 때."),
        Table(head, rows),
    ]
    for i, plan in enumerate(others, 1):
        name = both(f"Plan {i}: {number(plan.objective)}", f"대안 {i}: {number(plan.objective)}")
        values = [[n, number(v)] for n, v in plan.value.items() if v]
        blocks += [name, Table((both("Column", "변수"), both("Value", "값")), values)]
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
    data = {
        "points": [{"objective": a, "second": b} for a, b in points], "complete": complete,
    }  # fmt: skip
    if not points:
        return Answered(status, data, (ended(status),))
    head = (both("Objective", "목적값"), both("Second sum", "두 번째 합"))
    blocks = [Table(head, [[number(a), number(b)] for a, b in points])]
    if not complete:
        note = both("There may be more points between these.", "사이에 점이 더 있을 수 있음.")
        return Answered(status, data, (note, *blocks))
    return Answered(status, data, tuple(blocks))


def _sum(program: LinearProgram, text: str | None) -> Criterion:
    """A sum such as "max 3 x + 2 y"; without max or min in the direction of the programme."""
    wrong = Said("This is no sum of columns.", "변수의 1차 합이 아님.")
    remedy = Said("Write it like 'max 3 x + 2 y'.", "'max 3 x + 2 y' 형식으로 입력.")
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
