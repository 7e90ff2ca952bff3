"""What limits of a programme are worth on both sides, and the curve of the optimum over one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import EMPTY, _
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.sensitivity.parametric import curve
from optimizer.lp.sensitivity.prices import LimitPrice, prices
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve
from optimizer.reports.programmes.page import (
    NAME,
    Answered,
    ended,
    figures,
    finite,
    number,
    said,
    table,
)
from optimizer.results.table import Column, Shape

NOWHERE = 10.0
"""How far a curve runs to either side of a right-hand side of 0 when nobody says."""
LIMITS = Shape(
    "rows",
    _("What limits are worth"),
    Column("row", _("Row")),
    *figures(
        limit=_("Limit"), down=_("Worth of less"), up=_("Worth of more"),
        holds_from=_("Holds from"), holds_to=_("Holds to"),
    ),
)  # fmt: skip
GAINS = Shape(
    "columns",
    _("How far gains may move"),
    NAME,
    *figures(value=_("Value"), gain=_("Gain"), gain_from=_("Stays from"), gain_to=_("Stays to")),
)
CURVE = Shape(
    "points",
    _("The optimum as the limit moves"),
    *figures(at=_("Limit"), objective=_("Objective"), slope=_("Slope behind it")),
)


def priced(
    program: LinearProgram, names: Sequence[str], *, time_limit: float | None = None
) -> Answered:
    """Two-sided prices with ranges of the rows and columns named, or of all of them."""
    refuse_whole(program, "prices")
    rows = [k for n in names for k in found(n, program.row_number)]
    columns = [k for n in names for k in found(n, program.column_number)]
    refuse_unknown(names, {*map(said, (*program.row_number, *program.column_number))}, "--name")
    best = solve(program, time_limit=time_limit)
    if not best.found:
        return Answered(best.status, {}, (ended(best.status),))
    report = prices(best, rows if names else None, columns if names else None)
    data = {
        "objective": finite(best.objective),
        "rows": [
            {"row": said(k), "price": p.price, "activity": p.activity, "slack": p.slack,
             "binding": p.binding, **_limit(p)}
            for k, p in report.rows.items()
        ],
        "columns": [
            {"column": said(k), "value": p.value, "reduced_cost": p.reduced_cost, "gain": p.gain,
             "gain_from": finite(p.gain_from), "gain_to": finite(p.gain_to),
             "upper": None if p.ceiling is None else _limit(p.ceiling),
             "lower": None if p.floor is None else _limit(p.floor)}
            for k, p in report.columns.items()
        ],
    }  # fmt: skip
    blocks = (ended(best.status), _("Objective: {value}", value=number(best.objective)))
    binding = [{"row": said(k), **vars(p)} for k, p in report.rows.items() if p.binding or names]
    values = [{"column": said(k), **vars(p)} for k, p in report.columns.items() if p.value or names]
    tables = [table(s, rows) for s, rows in ((LIMITS, binding), (GAINS, values)) if rows]
    return Answered(Status.OPTIMAL, data, (*blocks, *tables))


def _limit(price: LimitPrice) -> dict[str, Any]:
    return {
        "limit": price.limit, "price_down": finite(price.down), "price_up": finite(price.up),
        "holds_from": finite(price.holds_from), "holds_to": finite(price.holds_to),
    }  # fmt: skip


def curved(
    program: LinearProgram, name: str | None, start: float | None, stop: float | None
) -> Answered:
    """The optimum as the right-hand side of one row moves, with every breakpoint."""
    refuse_whole(program, "curve")
    names = [said(k) for k in program.row_number]
    refuse_unknown([""] if name is None else [name], set(names), "--name")
    row = found(name or "", program.row_number)[0]
    rhs = float(program.rows[program.row_number[row]].rhs)
    wide = abs(rhs) or NOWHERE
    start, stop = rhs - wide if start is None else start, rhs + wide if stop is None else stop
    if not start <= stop:
        raise InvalidInput([Issue(
            "--from", _("{start} lies above {stop}.", start=start, stop=stop),
            _("Turn them round."),
        )])  # fmt: skip
    line = curve(program, row=row, start=start, stop=stop)
    data = {
        "row": said(row), "limit": rhs, "start": start, "stop": stop,
        "points": [{"at": p.at, "objective": p.objective} for p in line.points],
        "slopes": list(line.slopes),
        "infeasible": [list(i) for i in line.infeasible],
        "unbounded": [list(i) for i in line.unbounded],
    }  # fmt: skip
    points = [
        {"at": p.at, "objective": p.objective, "slope": slope}
        for p, slope in zip(line.points, (*line.slopes, EMPTY), strict=False)
    ]
    gaps = [
        *(
            _("No plan between {low} and {high}.", low=number(a), high=number(b))
            for a, b in line.infeasible
        ),
        *(
            _("Unbounded between {low} and {high}.", low=number(a), high=number(b))
            for a, b in line.unbounded
        ),
    ]
    if line.points:
        return Answered(
            Status.OPTIMAL,
            data,
            (*gaps, table(CURVE, points, _("Limit of {said}", said=said(row)))),
        )
    return Answered(Status.UNBOUNDED if line.unbounded else Status.INFEASIBLE, data, tuple(gaps))


def found(name: str, known: dict[Key, int] | Any) -> list[Key]:
    """The rows or columns called so; both sides of a row that has two."""
    return [k for k in known if said(k) == name or (isinstance(k, tuple) and said(k[:1]) == name)]


def refuse_unknown(names: Sequence[str], known: set[str], option: str) -> None:
    """Raise InvalidInput for names that no row or column has."""
    sides = {n.removesuffix(" >=").removesuffix(" <=") for n in known}
    issues = [
        Issue(
            option, _("There is no '{n}' in the programme.", n=n),
            suggest(n, sorted(known)[:2000]),
        )
        for n in names
        if n not in known | sides
    ]  # fmt: skip
    if issues:
        raise InvalidInput(issues)


def refuse_whole(program: LinearProgram, question: str) -> None:
    """Raise InvalidInput for a question that whole columns have no answer to."""
    if program.arrays.integer.any():
        raise InvalidInput([Issue(
            question,
            _("The programme has whole columns, whose optimum has no derivative."),
            _("Ask solve, exact, conflict, room or front."),
        )])  # fmt: skip
