"""Cautions on money: floors, ceilings and commitments that collide or change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from optimizer.domain.money_rules import Commitment, ProgrammeCeiling, ProgrammeFloor
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.cautions.facts import Caution, Facts, above, over


@dataclass(frozen=True)
class Claim:
    """What one rule says about the spending of a programme, in a year or over all of them."""

    rule: str
    programme: str
    year: int | None
    low: float = 0.0
    high: float = inf
    activity: str | None = None
    """The only activity that `low` speaks of, and which gets exactly that."""


def claims(facts: Facts) -> list[Claim]:
    """Every rule that bounds the spending of one programme."""
    found = []
    for rule in facts.rules(ProgrammeFloor, ProgrammeCeiling, Commitment):
        if isinstance(rule, ProgrammeFloor):
            claim = Claim(rule.id, rule.programme, rule.year, low=facts.limit(rule))
        elif isinstance(rule, ProgrammeCeiling):
            claim = Claim(rule.id, rule.programme, rule.year, high=facts.limit(rule))
        else:
            amount = facts.money(rule.amount)
            high = amount if rule.activity is None else inf
            claim = Claim(rule.id, rule.programme, rule.year, amount, high, rule.activity)
        found.append(claim)
    return found


def least(known: list[Claim], programme: str, year: int | None) -> float:
    """What a programme must get in a year, or over all years."""
    mine = [c for c in known if c.programme == programme]
    direct = max((c.low for c in mine if c.year == year), default=0.0)
    if year is not None:
        return direct
    years = {c.year for c in mine if c.year is not None}
    return max(direct, sum(least(known, programme, y) for y in years))


def floors_above_the_budget(facts: Facts) -> Iterator[Issue]:
    """All programmes' floors and commitments together fit the money of each year and of all."""
    known = claims(facts)
    for year in (None, *facts.scenario.years.all):
        needed = sum(least(known, p, year) for p in facts.scenario.programmes)
        there = facts.there(year)
        if not above(needed, there):
            continue
        wanted, money, gap = (facts.amount(v) for v in (needed, there, needed - there))
        when = over(year)
        yield Issue(
            "rules",
            _(
                "Floors and commitments{when} add up to {wanted}; there is {money}.",
                when=when,
                wanted=wanted,
                money=money,
            ),
            _("Lower them by {gap} together, or raise the budget.", gap=gap),
        )


def floor_above_ceiling(facts: Facts) -> Iterator[Issue]:
    """No programme must get more than it may."""
    known = claims(facts)
    for claim in known:
        needed = least([c for c in known if c is not claim], claim.programme, claim.year)
        if claim.high < inf and above(needed, claim.high):
            title, when = facts.title(claim.programme), over(claim.year)
            most, wanted = facts.amount(claim.high), facts.amount(needed)
            yield Issue(
                f"rules.{claim.rule}",
                _(
                    "{title} may get {most}{when}; other rules ask for {wanted}.",
                    title=title,
                    most=most,
                    when=when,
                    wanted=wanted,
                ),
                _("Raise the limit, or lower what is demanded."),
            )


def no_effect(facts: Facts) -> Iterator[Issue]:
    """A ceiling lies below the money there is; a floor above nothing."""
    for claim in claims(facts):
        there, when = facts.there(claim.year), over(claim.year)
        money = facts.amount(there)
        if claim.high < inf and not above(there, claim.high) and claim.low == 0.0:
            yield Issue(
                f"rules.{claim.rule}",
                _(
                    "The ceiling changes nothing: there is only {money}{when}.",
                    money=money,
                    when=when,
                ),
                _("Lower the ceiling or drop the rule."),
            )
        if claim.high == inf and claim.low == 0.0 and claim.activity is None:
            yield Issue(
                f"rules.{claim.rule}",
                _("A floor of nothing changes nothing."),
                _("Raise the floor or drop the rule."),
            )


def implied(facts: Facts) -> Iterator[Issue]:
    """No floor or ceiling follows from a stricter one."""
    known = claims(facts)
    for i, claim in enumerate(known):
        mine = [c for j, c in enumerate(known) if c.programme == claim.programme and j != i]
        if claim.high == inf and claim.low > 0.0 and claim.activity is None:
            earlier = [c for c in known[:i] if c in mine]
            names = _floors_that_imply(claim, mine, earlier)
        elif claim.high < inf and claim.low == 0.0:
            names = _ceilings_that_imply(claim, mine)
        else:
            continue
        if names:
            others = ", ".join(f"'{name}'" for name in names)
            yield Issue(
                f"rules.{claim.rule}",
                _("The rule changes nothing: {others} already asks for as much.", others=others),
                _("Drop the weaker rule."),
            )


def _floors_that_imply(claim: Claim, mine: list[Claim], earlier: list[Claim]) -> list[str]:
    same = [c for c in mine if c.year == claim.year and c.low >= claim.low]
    stricter = [c for c in same if c.low > claim.low or c in earlier]
    if stricter:
        return [stricter[0].rule]
    yearly = [c for c in mine if c.year is not None and c.low > 0.0]
    together = sum(least(yearly, claim.programme, y) for y in {c.year for c in yearly})
    return [c.rule for c in yearly] if claim.year is None and together >= claim.low else []


def _ceilings_that_imply(claim: Claim, mine: list[Claim]) -> list[str]:
    wider = (claim.year, None)
    return [c.rule for c in mine if c.year in wider and c.high < claim.high and c.low == 0.0][:1]


CAUTIONS: tuple[Caution, ...] = (floors_above_the_budget, floor_above_ceiling, no_effect, implied)
