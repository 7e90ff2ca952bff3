"""Solution → Plan: the columns of the linear programme read back into a planner's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import nan

from optimizer.formulation.case import Case
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.rules.capacity import delivered, used, used_years
from optimizer.lp.program import Coefficient, Key
from optimizer.lp.solution import Solution
from optimizer.results.evidence_used import evidence_rows, weakest_grade
from optimizer.results.plan import (
    ACTIVITIES,
    ALLOCATION,
    BINDING,
    CAPACITIES,
    EVIDENCE,
    PEOPLE,
    RULES_TABLE,
    Plan,
    Totals,
    table,
)


def build_plan(case: Case, solution: Solution, *, curve_gap: float = 0.0) -> Plan:
    """The plan of a solution without its explanations; empty when none was found."""
    value: Mapping[Key, float] = solution.value if solution.found else {}
    activities, people = list(_activities(case, value)), list(_people(case, value))
    bought = table(activities, ACTIVITIES)
    spent = float(bought["spending"].sum())
    found = solution.found
    return Plan(
        scenario=case.scenario,
        case=case,
        solution=solution,
        allocation=table(_allocation(case, value, spent) if found else [], ALLOCATION),
        activities=bought,
        capacities=table(_capacities(case, solution) if found else [], CAPACITIES),
        people=table(people, PEOPLE),
        binding=table([], BINDING),
        rules=table([], RULES_TABLE),
        evidence=table(evidence_rows(case, activities, people) if found else [], EVIDENCE),
        totals=_totals(case, value, people, spent),
        spent=spent,
        curve_gap=curve_gap,
        liability=amount(case.liability, value) if found else 0.0,
    )


def amount(terms: Mapping[Key, Coefficient], value: Mapping[Key, float]) -> float:
    """What a linear expression comes to in a solution."""
    return float(sum(float(c) * value[k] for k, c in terms.items()))


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


def _people(case: Case, value: Mapping[Key, float]) -> Iterator[dict[str, object]]:
    if not value:
        return
    for q, pathway in case.scenario.pathways.items():
        for y in case.years:
            supported = sum(value["people", q, j, y] for j in range(len(case.yields[q])))
            yield {
                "pathway": q, "channel": pathway.channel, "tier": pathway.tier, "year": y,
                "supported": supported, "net": amount(case.net(q, y), value),
            }  # fmt: skip


def _totals(
    case: Case, value: Mapping[Key, float], people: Iterable[Mapping[str, object]], spent: float
) -> Totals:
    objective = case.scenario.objective
    channels = dict.fromkeys(objective.channels, 0.0)
    tiers = dict.fromkeys(objective.tiers, 0.0)
    grades = dict.fromkeys("ABCX", 0.0)
    supported = 0.0
    for row in people:
        net = float(str(row["net"]))
        supported += float(str(row["supported"]))
        channels[str(row["channel"])] += net
        tiers[str(row["tier"])] += net
        grades[weakest_grade(case, str(row["pathway"]))] += net
    everyone = sum(channels.values())
    return Totals(
        objective=amount(outcome(case, "objective"), value) if value else 0.0,
        net_people=everyone,
        supported=supported,
        by_channel=channels,
        by_tier=tiers,
        by_grade=grades,
        cost_per_net_person=spent / everyone if everyone > 1e-9 else None,
    )
