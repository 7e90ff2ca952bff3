"""How far a column can go: finite limits for rows that switch something off.

Limits come from the widths of bands and from twice the budget, the pool or the capacity. Twice, so
that the same rows stay valid when a study raises what stands on a right-hand side.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import Any

import numpy as np

from optimizer.formulation.case import Case, Step
from optimizer.formulation.payments import ActivityId
from optimizer.lp.program import Coefficient

SPARE = 2.0


def most_units(case: Case, activity: ActivityId, year: int) -> Coefficient:
    """Units that a year can buy at most, bands taken in order."""
    money: Any = SPARE * case.affordable(activity)
    units: Any = 0.0
    for step in case.supply[activity][year]:
        units = units + _bought(step, money)
        money = np.maximum(0.0, money - _cost(step))
    return case.numbers.worked_out(_plain(units))


def most_of_band(case: Case, activity: ActivityId, year: int, band: int) -> Coefficient:
    """Units of one band that a year can buy at most."""
    most = _bought(case.supply[activity][year][band], SPARE * case.affordable(activity))
    return case.numbers.worked_out(most)


def most_committed(
    case: Case, activities: Iterable[ActivityId], year: int | None = None
) -> Coefficient:
    """Money that decisions on these activities can bind at most: of a year, or of all together."""
    chosen = list(activities)
    stretch = max(case.schedules[key].stretch for key in chosen)
    wide: Any = 0.0
    for key in chosen:
        account = case.accounts[key]
        opening = 0.0 if account.opening_cost is None else account.opening_cost
        for y, steps in case.supply[key].items():
            if year not in (None, y):
                continue
            units: Any = sum((_cost(step) for step in steps), inf if key in case.saturated else 0.0)
            wide = wide + (units + opening) * account.levels[y]
    return case.numbers.worked_out(_plain(np.minimum(SPARE * case.most_money * stretch, wide)))


def most_of_yield(case: Case, pathway: str, band: int, year: int) -> Coefficient:
    """Persons in one band of a pathway in a year at most: its width, the pool, the capacities."""
    path, most = case.scenario.pathways[pathway], case.yields[pathway][band].width
    if path.pool is not None:
        size = case.numbers.yearly(case.scenario.pools[path.pool].people_per_year, year)
        most = np.minimum(most, SPARE * size)
    for capacity, need in path.needs.items():
        amount = np.asarray(case.numbers.plain(need.amount))
        with np.errstate(divide="ignore", invalid="ignore"):
            heads = np.where(amount > 0.0, most_capacity(case, capacity, year) / amount, inf)
        most = np.minimum(most, SPARE * heads)
    return case.numbers.worked_out(_plain(most))


def most_capacity(case: Case, capacity: str, year: int) -> Coefficient:
    """Units of a capacity that can be there in a year at most."""
    there: Any = case.numbers.yearly(case.scenario.capacities[capacity].free, year)
    for key, activity in case.activities.items():
        if capacity in activity.delivers:
            each = case.numbers.plain(activity.delivers[capacity])
            for start in case.years:
                if 0 <= year - start - activity.lead_years < activity.life_years:
                    there = there + each * most_units(case, key, start)
    return _plain(there)


def _bought(step: Step, money: Any) -> Coefficient:
    """Units of a band that money buys."""
    cost = np.asarray(step.rate)
    with np.errstate(divide="ignore", invalid="ignore"):
        bought = np.where(cost > 0.0, money / cost, inf)
    return _plain(np.minimum(step.width, bought))


def _cost(step: Step) -> Coefficient:
    """Money that a whole band costs; a band without limit costs without limit unless it is free."""
    free = np.asarray(step.rate) == 0.0
    with np.errstate(invalid="ignore"):
        return _plain(np.where(free, 0.0, np.multiply(step.width, step.rate)))


def _plain(value: Any) -> Coefficient:
    array = np.asarray(value, dtype=np.float64)
    return array if array.ndim else float(array)
