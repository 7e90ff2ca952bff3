"""The goal and heads side by side: what people are worth, and what something costs, in words."""

from __future__ import annotations

from optimizer.domain.scenario import Measure, Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.numbers import Numbers
from optimizer.i18n import Words, _
from optimizer.results.plan import Plan

SAME = 1e-9
"""Difference between goal and heads, as a share of them, that is nothing but rounding."""


def weighted(scenario: Scenario) -> bool:
    """Whether the goal counts heads otherwise than one by one: weights, discounting, a measure."""
    goal, read = scenario.objective, Numbers(scenario).plain
    weights = [float(read(w)) for w in (*goal.tiers.values(), *goal.channels.values())]
    return (
        goal.measure is not Measure.NET_PEOPLE
        or goal.discount_rate != 0.0
        or any(weight != 1.0 for weight in weights)
    )


def worth_in_goal(plan: Plan) -> Words | None:
    """What the additional people are worth by the goal; None where that is their number."""
    goal, people = plan.totals.objective, plan.totals.net_people
    if abs(goal - people) <= SAME * max(1.0, abs(people)):
        return None
    count, years = digits(goal, 3), plan.scenario.years
    match plan.scenario.objective.measure:
        case Measure.TALENT_YEARS:
            return _("worth {count} person-years by your weights", count=count)
        case Measure.REMAINING:
            last = years.end
            return _("worth {count} still here in {last} by your weights", count=count, last=last)
        case _other:
            return _("worth {count} by your weights", count=count)


def loss(goal: float, people: float) -> Words:
    """What something costs: the goal first, heads beside it, and why where they disagree.

    `goal` and `people` are what is lost (negative: gained). The words stand after a name.
    """
    size, heads = digits(abs(goal), 2), digits(abs(people), 2)
    if abs(people) <= 1e-6 and abs(goal) <= 1e-6:
        return _("costs nothing")
    down = goal > 0
    said = _("costs {size} of the goal", size=size)
    if not down:
        said = _("adds {size} of the goal", size=size)
    if abs(people - goal) <= 1e-6 * max(1.0, abs(goal)):
        return said
    if abs(people) <= 1e-6:
        return _("{said} at the same number of people", said=said)
    if (people > 0) == down:
        if down:
            return _("{said} ({heads} fewer people)", said=said, heads=heads)
        return _("{said} ({heads} more people)", said=said, heads=heads)
    if down:
        return _(
            "{said}, though there are {heads} more people: those added count for less",
            said=said,
            heads=heads,
        )
    return _(
        "{said}, though there are {heads} fewer people: those lost count for less",
        said=said,
        heads=heads,
    )
