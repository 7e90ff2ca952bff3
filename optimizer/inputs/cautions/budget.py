"""Cautions on the budget: a thousandfold slip of its unit, and more money than anything costs."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from optimizer.domain import wording
from optimizer.domain.programme import Activity, Bands
from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue
from optimizer.i18n import _, rendered
from optimizer.inputs.cautions.facts import Caution, Facts, above

FAR = 500.0
"""Times that a budget is larger or smaller than before, from which on its unit is in doubt."""


def budget_moved(scenario: Scenario, before: Scenario) -> Iterator[Issue]:
    """The budget is of the size it was in the document that was changed, in the same currency."""
    unit, old = scenario.money.parsed, before.money.parsed
    now, then = scenario.budget.total * unit.scale, before.budget.total * old.scale
    if unit.currency != old.currency or not now or not then or 1 / FAR < now / then < FAR:
        return
    problem = _(
        "The budget was {before} and is {now}.",
        before=rendered(wording.money, before.budget.total, old),
        now=rendered(wording.money, scenario.budget.total, unit),
    )
    remedy = _("Check the unit: amounts are stated in {unit}.", unit=scenario.money.unit)
    yield Issue("budget.total", problem, remedy)


def more_than_anything_costs(facts: Facts) -> Iterator[Issue]:
    """The budget could be spent: where every unit is counted and has its price, that is certain."""
    scenario = facts.scenario
    most = sum(
        _all_units(facts, activity, programme.indexation)
        for programme in scenario.programmes.values()
        for activity in programme.activities.values()
    )
    if not above(scenario.budget.total, most):
        return
    there, cost = facts.amount(scenario.budget.total), facts.amount(most)
    problem = _("All units together cost {cost}; the budget is {there}.", cost=cost, there=there)
    remedy = _("Check the unit of money, or let more units be bought.")
    yield Issue("budget.total", problem, remedy)


def _all_units(facts: Facts, activity: Activity, indexation: object) -> float:
    """Money for every unit of every year; without end where units or a curve have none."""
    if not isinstance(activity.supply, Bands):
        return inf
    years, growth = facts.scenario.years, 1.0 + facts.plain(indexation)
    opening = 0.0 if activity.opening_cost is None else facts.money(activity.opening_cost)
    each = opening
    for band in activity.supply.bands:
        if band.units is None:
            return inf
        each += facts.plain(band.units) * facts.money(band.unit_cost)
    return sum(each * growth ** (y - years.first) for y in years.all)


CAUTIONS: tuple[Caution, ...] = (more_than_anything_costs,)
"""The caution of this kind that a document gives rise to by itself."""
