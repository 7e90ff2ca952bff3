"""A scenario in two stages: money by programme and year now, units and people after the draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules.base import rests
from optimizer.formulation.terms import Terms
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import Column, FloatArray, Key, LinearProgram, Row, Sense
from optimizer.lp.stochastic.two_stage import TwoStage, at
from optimizer.solving.draws.runs import Job
from optimizer.solving.variants import is_budget, is_policy

MONEY = "money"
"""Kind of the columns that hold the money of a programme in a year."""
_SAME = 1e-9


def money_first(job: Job, values: FloatArray, *, everywhere: bool = False) -> TwoStage:
    """The scenario's rows in every draw, `values` (draws, names), money being decided first.

    Units, capacities and people adapt to the draw within the money. Budgets and rules over money
    bind the money that is set aside. Rules over units or people bind in every draw where doing
    nothing keeps them; those that ask for something, which no money can promise in every draw, bind
    at the central values: such a scenario carries the central case as a last draw of probability 0.
    With `everywhere` they too bind in every draw.
    """
    draws = len(values)
    case = job.case(values)
    program = compile_program(case)
    asks = [row for row in program.rows if _chosen(case, row) and not rests(row)]
    central = not everywhere and any(money_terms(case, row) is None for row in asks)
    if central:
        case = job.case(np.vstack([values, central_values(job)]))
        program = compile_program(case)
    count = draws + central
    last = np.arange(count) == draws if central else np.ones(count, dtype=np.bool_)
    rows = [_row(case, row, last) for row in program.rows]
    most = case.most_money
    columns = [Column((MONEY, p, y), 0.0, most) for p, y in _cells(case)]
    carried = [c.key for c in program.columns if isinstance(c.key, tuple) and c.key[0] == "carry"]
    whole = LinearProgram(
        (*columns, *program.columns), (*rows, *_given(case)), program.maximise, program.constant
    )
    chance = np.where(np.arange(count) < draws, 1.0 / draws, 0.0)
    return TwoStage(whole, [*(c.key for c in columns), *carried], chance)


def central_values(job: Job) -> FloatArray:
    """The central values of the numbers that vary, (names,)."""
    known = uncertain_numbers(job.scenario)
    return np.array([known[name].quantity.value for name in job.names], dtype=np.float64)


def adapts(case: Case, row: Row) -> bool:
    """Whether a rule is over units or people and kept by doing nothing, so that use can keep it."""
    return is_policy(row, case.scenario) and rests(row) and money_terms(case, row) is None


def money_of(first: Mapping[Key, float]) -> Allocation:
    """The money of a first stage by programme and year."""
    return {
        (str(key[1]), int(key[2])): max(0.0, float(value))
        for key, value in first.items()
        if isinstance(key, tuple) and key[0] == MONEY
    }


def first_of(stages: TwoStage, plan: Allocation) -> dict[Key, float]:
    """A plan as a first stage; money carried over is left at nought."""
    return {
        key: plan.get((str(key[1]), int(key[2])), 0.0) if key[0] == MONEY else 0.0
        for key in stages.first
        if isinstance(key, tuple)
    }


def _cells(case: Case) -> Iterator[tuple[str, int]]:
    for p in sorted(case.scenario.programmes):
        for y in case.years:
            yield p, y


def _given(case: Case) -> Iterator[Row]:
    """Spending of a programme in a year stays within its money."""
    for p, y in _cells(case):
        terms: Terms = {**case.spending([p], [y]), (MONEY, p, y): -1.0}
        yield Row(("given", p, y), terms, Sense.LE, 0.0)


def _chosen(case: Case, row: Row) -> bool:
    return is_budget(row) or is_policy(row, case.scenario)


def _row(case: Case, row: Row, last: NDArray[np.bool_]) -> Row:
    """The row as it stands; over money if it is one of money; else only in the last draw."""
    if not _chosen(case, row):
        return row
    terms = money_terms(case, row)
    if terms is not None:
        return Row(row.key, terms, row.sense, row.rhs)
    if last.all() or rests(row):
        return row
    only = {key: np.where(last, value, 0.0) for key, value in row.terms.items()}
    return Row(row.key, only, row.sense, np.where(last, row.rhs, 0.0))


def money_terms(case: Case, row: Row) -> Terms | None:
    """The row over money by programme and year; None if it is over something else too.

    Such a row weighs the spending of programmes and years, with the same weights in every draw.
    """
    cells = list(_cells(case))
    spending = [case.spending([p], [y]) for p, y in cells]
    known = list(dict.fromkeys(key for terms in spending for key in terms))
    if not known:  # all is paid after the last year
        return None
    rest = {k: v for k, v in row.terms.items() if k not in set(known)}
    if any(not isinstance(k, tuple) or k[0] != "carry" for k in rest):
        return None
    weights: list[FloatArray] = []
    numbers = [*row.terms.values(), *(v for terms in spending for v in terms.values())]
    draws = max((len(v) for v in numbers if isinstance(v, np.ndarray) and v.ndim), default=1)
    for i in dict.fromkeys((0, draws // 2, draws - 1)):
        table = np.array([[at(terms.get(k, 0.0), i) for terms in spending] for k in known])
        wanted = np.array([at(row.terms.get(k, 0.0), i) for k in known])
        size = np.maximum(np.abs(table).max(axis=1), 1e-300)
        found = np.linalg.lstsq(table / size[:, None], wanted / size, rcond=None)[0]
        if not np.allclose(table @ found, wanted, rtol=0.0, atol=_SAME * float(size.max())):
            return None
        weights.append(np.asarray(np.round(found, 12), dtype=np.float64))
    if any(not np.allclose(w, weights[0], rtol=0.0, atol=_SAME) for w in weights):
        return None
    chosen: Terms = {
        (MONEY, p, y): float(w)
        for (p, y), w in zip(cells, weights[0], strict=True)
        if abs(w) > _SAME
    }
    return {**chosen, **rest}
