"""The optimum of a programme, in floats with a certificate or in rational numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from optimizer.i18n import Words, _, figure
from optimizer.lp.program import LinearProgram
from optimizer.lp.rational.branching import nodes
from optimizer.lp.rational.exact_solve import solve_exactly
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import VERSIONS, solve
from optimizer.reports.programmes.page import (
    NAME,
    VALUES,
    Answered,
    certificate_data,
    ended,
    figures,
    finite,
    number,
    said,
    shape,
    table,
)
from optimizer.results.table import Column, Shape, Table

TIGHT = Shape(
    "rows",
    _("Rows that hold the plan back"),
    Column("row", _("Row with a price")),
    Column("limit", _("Limit")),
    *figures(price=_("Price")),
)
EXACT = Shape("values", _("Exact values"), NAME, Column("exact", _("Exact value")))


def solved(program: LinearProgram, *, time_limit: float | None = None) -> Answered:
    """The certified optimum, or the certified reason why there is none."""
    best = solve(program, time_limit=time_limit)
    data = {**shape(program), **solution_data(best), "versions": dict(VERSIONS)}
    if best.x is None:
        return Answered(best.status, data, (ended(best.status),))
    assert best.objective is not None
    value = number(best.objective)
    blocks = [ended(best.status), _("Objective: {value}", value=value)]
    if best.incumbent:
        blocks.append(_("This is the best plan found until then."))
    return Answered(best.status, data, (*blocks, *_tables(data)))


def solution_data(best: Solution) -> dict[str, Any]:
    """A solution as data: columns with values, rows with activities, prices where there are any."""
    data: dict[str, Any] = {
        "objective": finite(best.objective), "bound": finite(best.bound), "gap": finite(best.gap),
        "certificate": certificate_data(best.certificate), "values": [], "activities": [],
    }  # fmt: skip
    if best.x is None:
        return data
    program = best.program
    reduced = [None] * len(program.columns) if best.reduced is None else best.reduced.tolist()
    prices = [None] * len(program.rows) if best.prices is None else best.prices.tolist()
    data["values"] = [
        {"column": said(c.key), "value": x, "reduced_cost": d}
        for c, x, d in zip(program.columns, best.x.tolist(), reduced, strict=True)
    ]
    sums = program.arrays.times(best.x).tolist()
    data["activities"] = [
        {"row": said(r.key), "activity": s, "sense": str(r.sense), "rhs": r.rhs, "price": p}
        for r, s, p in zip(program.rows, sums, prices, strict=True)
    ]
    return data


def _tables(data: dict[str, Any]) -> list[Table]:
    """Columns that are not 0, and rows whose price is not 0."""
    used = [v for v in data["values"] if v["value"]]
    tight = [a for a in data["activities"] if a["price"]]
    rows = [{**a, "limit": f"{a['sense']} {number(a['rhs'])}"} for a in tight]
    return [table(VALUES, used), *([table(TIGHT, rows)] if tight else [])]


def exactly(program: LinearProgram, *, time_limit: float | None = None) -> Answered:
    """The optimum or the reason for none in rational numbers, or that it is not proved."""
    answer = solve_exactly(program, time_limit=time_limit)
    data = {
        **shape(program), "proved": answer.proved, "numbers_read_as": answer.meaning,
        "objective": _fraction(answer.objective),
        "values": [{"column": said(k), **_parts(v)} for k, v in answer.value.items()],
        "prices": [{"row": said(k), **_parts(v)} for k, v in answer.price.items()],
        "ray": [{"column": said(k), **_parts(v)} for k, v in answer.ray.items()],
        "certificate": certificate_data(answer.certificate),
    }  # fmt: skip
    if not answer.proved:
        return Answered(answer.status, data, (_unproved(program, answer.status),))
    blocks = [
        _("Proved in rational numbers, without rounding."),
        ended(answer.status),
    ]
    if answer.status is not Status.OPTIMAL or answer.objective is None:
        return Answered(answer.status, data, tuple(blocks))
    value = _short(answer.objective)
    blocks.append(_("Objective: {value}", value=value))
    used = [{"column": said(k), "exact": _short(v)} for k, v in answer.value.items() if v]
    return Answered(answer.status, data, (*blocks, table(EXACT, used)))


def _unproved(program: LinearProgram, status: Status) -> Words:
    """Why nothing is proved, and what would help."""
    if status is Status.STOPPED:
        return _("Not proved: the time did not suffice. Give a longer --time-limit.")
    if not program.arrays.integer.any():
        return _("Not proved: no way through the rational numbers was found.")
    most = nodes(program)
    return _(
        "Not proved: the search among whole numbers was given up after {most} "
        "parts. State limits of the whole columns, or narrower ones.",
        most=figure(most),
    )


def _fraction(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _parts(value: Fraction) -> dict[str, Any]:
    """An exact number as text, and the float next to it."""
    return {"exact": str(value), "value": finite(_float(value))}


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _short(value: Fraction) -> str:
    """The fraction itself, or its float where it is long."""
    text = str(value)
    return text if len(text) <= 24 else f"≈ {_float(value):.15g}"
