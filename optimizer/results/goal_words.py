"""The goal and heads side by side: what people are worth, and what something costs, in words."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.domain.scenario import Measure, Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.numbers import Numbers
from optimizer.i18n import Words, _, pgettext
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
            en, ko = f"{count} person-years", f"{count}인년"
        case Measure.REMAINING:
            en, ko = f"{count} still here in {years.last}", f"{years.last}년 잔류 {count}명"
        case _other:
            en, ko = count, f"{count}명"
    return Text(en=f"worth {en} by your weights", ko=f"가중 {ko}")


def loss(goal: float, people: float) -> Words:
    """What something costs: the goal first, heads beside it, and why where they disagree.

    `goal` and `people` are what is lost (negative: gained). The words stand after a name in
    English, after a name and '규칙으로' or the like in Korean.
    """
    size, heads = digits(abs(goal), 2), digits(abs(people), 2)
    if abs(people) <= 1e-6 and abs(goal) <= 1e-6:
        return _("costs nothing")
    down = goal > 0
    said = _("{text} {size} of the goal", text=(_("costs") if down else _("adds")), size=size)
    if abs(people - goal) <= 1e-6 * max(1.0, abs(goal)):
        return said
    if abs(people) <= 1e-6:
        return _("{said} at the same number of people", said=said)
    if (people > 0) == down:
        more = "fewer" if down else "more"
        return Text(
            en=f"{said.en} ({heads} {more} people)",
            ko=f"{said.ko}(순증 인원 {heads}명 {'감소' if down else '증가'})",
        )
    return _(
        "{said}, though there are {heads} {pgettext} people: those {part} count for less",
        said=said,
        heads=heads,
        pgettext=(pgettext("results.goal_words", "more") if down else _("fewer")),
        part="added" if down else "lost",
    )
