"""Solution → Plan: the columns of the linear programme read back into a planner's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import nan

from optimizer.formulation.case import Case
from optimizer.formulation.rules.capacity import delivered, used, used_years
from optimizer.lp.program import Key
from optimizer.lp.solution import Solution
from optimizer.results.baseline import Baseline, baseline, baseline_in
from optimizer.results.evidence_used import evidence_rows
from optimizer.results.plan import (
    ACTIVITIES,
    ALLOCATION,
    BINDING,
    CAPACITIES,
    EVIDENCE,
    PEOPLE,
    RULES_TABLE,
    Plan,
)
from optimizer.results.totals import Totals, amount as amount, people_rows, totals_of

SAME = 1e-6
"""Share of the goal by which two plans without money differ through rounding."""


def build_plan(case: Case, solution: Solution, *, curve_gap: float = 0.0) -> Plan:
    """The plan of a solution without its explanations; empty when none was found."""
    value: Mapping[Key, float] = solution.value if solution.found else {}
    activities, people = list(_activities(case, value)), list(people_rows(case, value))
    bought = ACTIVITIES.frame(activities)
    spent = float(bought["spending"].sum())
    found, everyone = solution.found, totals_of(case, value, people)
    before = _baseline(case, value, everyone) if found else None
    nothing = everyone if before is None else before.totals
    return Plan(
        scenario=case.scenario,
        case=case,
        solution=solution,
        allocation=ALLOCATION.frame(_allocation(case, value, spent) if found else []),
        activities=bought,
        capacities=CAPACITIES.frame(_capacities(case, solution) if found else []),
        people=PEOPLE.frame(people),
        binding=BINDING.frame([]),
        rules=RULES_TABLE.frame([]),
        evidence=EVIDENCE.frame(evidence_rows(case, activities, people) if found else []),
        totals=everyone.beyond(nothing, spent),
        everyone=everyone,
        baseline=before,
        spent=spent,
        curve_gap=curve_gap,
        liability=amount(case.liability, value) if found else 0.0,
    )


def _baseline(case: Case, value: Mapping[Key, float], everyone: Totals) -> Baseline:
    """The baseline of a plan; of a best plan without money the plan itself, ties and all."""
    found = baseline(case.scenario)
    idle = case.scenario.budget.total == 0.0
    same = abs(found.objective - everyone.objective) <= SAME * max(1.0, abs(found.objective))
    return baseline_in(case, value) if idle and same else found


def _activities(case: Case, value: Mapping[Key, float]) -> Iterator[dict[str, object]]:
    if not value:
        return
    for p, programme in case.scenario.programmes.items():
        for a in programme.activities:
            for y in case.years:
                costs = case.accounts[p, a].commissioned(y)
                units = amount(case.units((p, a), y), value)
                first = float(next(iter(costs.values()), 0.0))
                yield {
                    "programme": p, "activity": a, "year": y, "units": units,
                    "unit_cost": amount(costs, value) / units if units > 0 else first,
                    "spending": amount(case.spent_on([(p, a)], [y]), value),
                }  # fmt: skip


def _allocation(
    case: Case, value: Mapping[Key, float], spent: float
) -> Iterator[dict[str, object]]:
    for p in case.scenario.programmes:
        for y in case.years:
            spending = amount(case.spending([p], [y]), value)
            share = spending / spent if spent > 0 else 0.0
            yield {"programme": p, "year": y, "spending": spending, "share": share}


def _capacities(case: Case, solution: Solution) -> Iterator[dict[str, object]]:
    for r, capacity in case.scenario.capacities.items():
        for y in used_years(case, r):
            free = float(case.numbers.yearly(capacity.free, y))
            price = nan if solution.prices is None else solution.price["capacity", r, y]
            yield {
                "capacity": r, "year": y,
                "available": free + amount(delivered(case, r, y), solution.value),
                "used": amount(used(case, r, y), solution.value), "price": price,
            }  # fmt: skip
