"""A mix of programmes as a plan: when its money is best spent, and the nearest plan that obeys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.terms import Terms
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan
from optimizer.solving.curves.refine import refined
from optimizer.solving.variants import is_budget, physical, with_gains, with_rows
from optimizer.studies.countries.money_in_years import Mix

HAIR = 1e-9
"""Share of the budget by which the second step of a search may fall short of the first."""


def placed(scenario: Scenario, mix: Mix) -> Allocation:
    """The mix year by year, timed for the most people within the budgets; rules do not count.

    Money that helps nobody is given all the same, in a year that has room for it.
    """
    rest: dict[Key, float] = {
        ("unplaced", p): 1.0 for p, share in mix.shares.items() if share > 0
    }  # money that no year has room for, first kept as small as can be

    def first(case: Case) -> LinearProgram:
        return replace(with_gains(_given_in_years(case, mix), rest), maximise=False)

    least = refined(scenario, first)
    assert least.solution.found  # giving nothing is always possible
    lost = sum(least.solution.value[key] for key in rest) + HAIR * scenario.budget.total

    def then(case: Case) -> LinearProgram:
        row = Row(("lost",), dict(rest), Sense.LE, lost)
        return with_rows(_given_in_years(case, mix), [row])

    value = refined(scenario, then, grids=least.case.grids).solution.value
    case = least.case
    return {(p, y): max(0.0, value["given", p, y]) for p in mix.shares for y in case.years}


def _given_in_years(case: Case, mix: Mix) -> LinearProgram:
    """Spending within money given by programme and year, which the mix and the budgets limit."""
    whole, free = compile_program(case), physical(case)
    pairs = [(p, y) for p in mix.shares for y in case.years]
    columns = [Column(("given", *pair), 0.0) for pair in pairs]
    columns += [Column(("unplaced", p), 0.0) for p in mix.shares]
    rows = [
        Row(("within", p, y), case.spending([p], [y]) | {("given", p, y): -1.0}, Sense.LE, 0.0)
        for p, y in pairs
    ]
    for p, share in mix.shares.items():
        terms: dict[Key, float] = {("given", p, y): 1.0 for y in case.years}
        money = share * case.scenario.budget.total
        rows.append(Row(("mix", p), {**terms, ("unplaced", p): 1.0}, Sense.EQ, money))
    rows += [_of_money_given(row, pairs) for row in whole.rows if is_budget(row)]
    return with_rows(replace(free, columns=(*free.columns, *columns)), rows)


def _of_money_given(row: Row, pairs: Sequence[tuple[str, int]]) -> Row:
    """A budget's row with the money given in place of the money spent; money kept stays."""
    assert isinstance(row.key, tuple)
    years = {y for _, y in pairs} if row.key[0] == "total_budget" else {row.key[1]}
    terms: Terms = {("given", p, y): 1.0 for p, y in pairs if y in years}
    terms |= {k: c for k, c in row.terms.items() if isinstance(k, tuple) and k[0] == "carry"}
    return replace(row, terms=terms)


def nearest_plan(scenario: Scenario, mix: Mix) -> Plan | None:
    """The best of the plans that keep every rule and move the least money away from the mix."""
    off: dict[Key, float] = {("off", p): 1.0 for p in mix.shares}

    def near(case: Case) -> LinearProgram:
        return replace(with_gains(_off_the_mix(case, mix), off), maximise=False)

    first = refined(scenario, near)
    if not first.solution.found:
        return None
    least = sum(first.solution.value[key] for key in off) + HAIR * scenario.budget.total

    def best(case: Case) -> LinearProgram:
        return with_rows(_off_the_mix(case, mix), [Row(("near",), off, Sense.LE, least)])

    found = refined(scenario, best)
    return build_plan(found.case, found.solution, curve_gap=found.gap)


def _off_the_mix(case: Case, mix: Mix) -> LinearProgram:
    """The whole programme with columns that measure how far spending is off the mix."""
    whole, budget = compile_program(case), case.scenario.budget.total
    columns = [Column(("off", p), 0.0) for p in mix.shares]
    rows: list[Row] = []
    for p, share in mix.shares.items():
        terms, money = case.spending([p]), share * budget
        rows.append(Row(("above", p), {**terms, ("off", p): -1.0}, Sense.LE, money))
        rows.append(Row(("below", p), {**terms, ("off", p): 1.0}, Sense.GE, money))
    return with_rows(replace(whole, columns=(*whole.columns, *columns)), rows)
