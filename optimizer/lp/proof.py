"""Why a linear programme has no optimum: a contradiction among its rows, or an endless ray."""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import NamedTuple

import numpy as np

from optimizer.lp.answer import Answer
from optimizer.lp.certificate import Certificate, check_infeasible, check_unbounded
from optimizer.lp.hot import Hot
from optimizer.lp.own_keys import OwnKeys
from optimizer.lp.program import Column, FloatArray, LinearProgram, Row, Sense
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import Status


class Proof(NamedTuple):
    """The verdict INFEASIBLE or UNBOUNDED, with the check of its proof."""

    status: Status
    certificate: Certificate


def elastic(program: LinearProgram) -> LinearProgram:
    """Least total violation of all rows, each measured in its natural unit.

    Columns keep their keys; `OwnKeys` "less" and "more" of its key stretch a row.
    """
    own, sizes = OwnKeys(program), natural_units(program.arrays).row
    columns = [Column(c.key, c.lower, c.upper) for c in program.columns]
    rows = []
    for row, size in zip(program.rows, sizes.tolist(), strict=True):
        terms = dict(row.terms)
        for name, side, sense in (("less", 1.0, Sense.LE), ("more", -1.0, Sense.GE)):
            if row.sense is not sense:
                key = own(name, row.key)
                columns.append(Column(key, 0.0, inf, 1.0 / size))
                terms[key] = side
        rows.append(Row(row.key, terms, row.sense, row.rhs))
    return LinearProgram(tuple(columns), tuple(rows), maximise=False)


def recession(program: LinearProgram) -> LinearProgram:
    """Fastest endless improvement: the same gains over directions that no row or bound stops."""
    sizes = natural_units(program.arrays).column
    columns = tuple(
        Column(c.key, -size if c.lower == -inf else 0.0, size if c.upper == inf else 0.0, c.gain)
        for c, size in zip(program.columns, sizes.tolist(), strict=True)
    )
    rows = tuple(Row(r.key, r.terms, r.sense, 0.0) for r in program.rows)
    return LinearProgram(columns, rows, program.maximise)


def prove(program: LinearProgram, seconds: float = inf) -> Proof | None:
    """Decide from two programmes that always have an optimum; None if there is one here too.

    None also where so many `seconds` do not suffice.
    """
    until = perf_counter() + seconds
    a = program.arrays
    if (a.lower > a.upper).any():
        certificate = check_infeasible(program, np.zeros(len(program.rows)))
        return Proof(Status.INFEASIBLE, certificate)
    least = _solved(elastic(program), until)
    if not least.found:
        return None
    certificate = check_infeasible(program, _clean(least.prices))
    if certificate.passed:
        return Proof(Status.INFEASIBLE, certificate)
    fastest = _solved(recession(program), until)
    if not fastest.found:
        return None
    plan = least.x[: len(program.columns)]
    certificate = check_unbounded(program, plan, fastest.x)
    return Proof(Status.UNBOUNDED, certificate) if certificate.passed else None


def _solved(program: LinearProgram, until: float) -> Answer:
    hot = Hot(program)
    hot.limit(until - perf_counter())
    return hot.solve()


def _clean(prices: FloatArray) -> FloatArray:
    """Prices without rounding dust."""
    largest = float(np.abs(prices).max(initial=0.0))
    return np.where(np.abs(prices) > 1e-13 * largest, prices, 0.0)
