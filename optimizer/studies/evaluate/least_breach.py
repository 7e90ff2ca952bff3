"""The use of given money that breaks rules as little as can be, where it cannot keep them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from optimizer.solving.curves.refine import Refined, refined
from optimizer.solving.two_stage import money_terms
from optimizer.solving.variants import is_policy

HAIR = 1e-7
"""Share of a limit by which it gives way besides, so that rounding cannot close the door."""
SMALL = 0.01
"""Share of the budget that a breach in money is measured by, where the limit itself is smaller."""


def with_least_breach(
    scenario: Scenario, make: Callable[[Case], LinearProgram], *, most: float
) -> Refined:
    """The best plan among those that break the policy rules in `make` as little as possible.

    Breaches add up, each as a share of its limit. Rules over the money of programmes and years are
    left out: the money given keeps or breaks them, however it is used. Not found only where even
    without policy rules there is no plan.
    """

    def free(case: Case) -> LinearProgram:
        program = make(case)
        return replace(program, rows=tuple(r for r in program.rows if not _of_money(case, r)))

    least = refined(scenario, lambda case: _elastic(case, free(case)), most=most)
    if not least.solution.found:
        return least
    value = least.solution.value

    def relaxed(case: Case) -> LinearProgram:
        program = free(case)
        return replace(program, rows=tuple(_given_way(case, program, value)))

    best = refined(scenario, relaxed, most=most, grids=least.case.grids)
    return best if best.solution.found else least


def _of_money(case: Case, row: Row) -> bool:
    return is_policy(row, case.scenario) and money_terms(case, row) is not None


def _elastic(case: Case, program: LinearProgram) -> LinearProgram:
    """The programme in which policy rules may be broken, and breaches are made small."""
    columns = [replace(c, gain=0.0) for c in program.columns]
    rows: list[Row] = []
    for row in program.rows:
        if not is_policy(row, case.scenario):
            rows.append(row)
            continue
        terms = dict(row.terms)
        for key, sign in _sides(row):
            columns.append(Column(key, 0.0, gain=1.0 / _size(case, row)))
            terms[key] = sign
        rows.append(replace(row, terms=terms))
    return replace(program, columns=tuple(columns), rows=tuple(rows), maximise=False)


def _sides(row: Row) -> Iterator[tuple[Key, float]]:
    """Columns that hold what a row falls short of, or goes beyond, its limit."""
    assert isinstance(row.key, tuple)
    if row.sense is not Sense.LE:
        yield ("short", *row.key), 1.0
    if row.sense is not Sense.GE:
        yield ("beyond_limit", *row.key), -1.0


def _size(case: Case, row: Row) -> float:
    """What a breach is measured by: the limit, at least one head or a small part of the budget."""
    assert isinstance(row.key, tuple)
    in_money = RULE_OF[str(row.key[0])].per is MONEY
    least = SMALL * case.most_money if in_money else 1.0
    return max(abs(float(row.rhs)), least) or 1.0


def _given_way(case: Case, program: LinearProgram, value: Mapping[Key, float]) -> Iterator[Row]:
    """The rows of a programme, the broken ones moved to where they are kept."""
    for row in program.rows:
        broken = is_policy(row, case.scenario) and [(k, value[k]) for k, _ in _sides(row)]
        missed = max((v for _, v in broken or ()), default=0.0)
        hair = HAIR * _size(case, row) if broken else 0.0
        if not broken or missed <= 0.0:
            yield row
        elif row.sense is Sense.LE:
            yield replace(row, rhs=float(row.rhs) + missed + hair)
        elif row.sense is Sense.GE:
            yield replace(row, rhs=float(row.rhs) - missed - hair)
        else:
            short, beyond = (v for _, v in broken)
            yield replace(row, rhs=float(row.rhs) - short + beyond)
