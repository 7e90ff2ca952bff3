"""Cautions on what money can buy: too little supply, capacity that nobody needs, late delivery."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from optimizer.domain.programme import Activity, Curve
from optimizer.domain.scenario import Payment
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.cautions.facts import Caution, Facts, above, over
from optimizer.inputs.cautions.spending import Claim, claims, least


def demands_beyond_supply(facts: Facts) -> Iterator[Issue]:
    """What a programme must spend can be spent: its bands are wide enough."""
    if facts.scenario.budget.payment is Payment.YEARLY:
        return
    known = claims(facts)
    for claim in known:
        if claim.low == 0.0:
            continue
        years = facts.scenario.years.all if claim.year is None else [claim.year]
        room = sum(_room(facts, claim, y) for y in years)
        if above(claim.low, room):
            title, when = facts.title(claim.programme), over(claim.year)
            wanted, most = facts.amount(claim.low), facts.amount(room)
            yield Issue(
                f"rules.{claim.rule}",
                _(
                    "{wanted} is to be spent{when}, but all that {title} offers costs {most}.",
                    wanted=wanted,
                    when=when,
                    title=title,
                    most=most,
                ),
                _("Ask for less, or widen the bands of its activities."),
            )


def _room(facts: Facts, claim: Claim, year: int) -> float:
    """Money that everything costs which a year offers to a rule."""
    known = facts.scenario.programmes[claim.programme]
    growth = (1.0 + facts.plain(known.indexation)) ** (year - facts.scenario.years.first)
    chosen = [known.activities[a] for a in known.activities if claim.activity in (None, a)]
    return sum(_cost(facts, activity) for activity in chosen) * growth


def _cost(facts: Facts, activity: Activity) -> float:
    """Cost of all bands of an activity; infinite for a curve or a band without limit."""
    supply = activity.supply
    if isinstance(supply, Curve) or supply.bands[-1].units is None:
        return inf
    opening = 0.0 if activity.opening_cost is None else facts.money(activity.opening_cost)
    return opening + sum(facts.plain(b.units) * facts.money(b.unit_cost) for b in supply.bands)


def floors_of_the_useless(facts: Facts) -> Iterator[Issue]:
    """A programme that must get money delivers something that a pathway needs."""
    needed = {r for pathway in facts.scenario.pathways.values() for r in pathway.needs}
    known = claims(facts)
    for p, programme in facts.scenario.programmes.items():
        delivered = {r for activity in programme.activities.values() for r in activity.delivers}
        if delivered & needed or least(known, p, None) == 0.0:
            continue
        rules = ", ".join(f"'{c.rule}'" for c in known if c.programme == p and c.low > 0.0)
        title = facts.title(p)
        yield Issue(
            f"programmes.{p}",
            _(
                "{rules} gives money to {title}, but no pathway needs what it delivers.",
                rules=rules,
                title=title,
            ),
            _("Let a pathway need it, or drop the rule."),
        )


def delivered_too_late(facts: Facts) -> Iterator[Issue]:
    """Every activity delivers something within the horizon."""
    years = facts.scenario.years
    for p, programme in facts.scenario.programmes.items():
        for a, activity in programme.activities.items():
            first = years.first + activity.lead_years
            if first > years.end:
                yield Issue(
                    f"programmes.{p}.activities.{a}.lead_years",
                    _(
                        "The first delivery is in {first}, after the last year {last}.",
                        first=first,
                        last=years.end,
                    ),
                    _("Shorten the lead time or add years."),
                )


CAUTIONS: tuple[Caution, ...] = (
    demands_beyond_supply,
    floors_of_the_useless,
    delivered_too_late,
)
