"""Cautions on money: floors, ceilings and commitments that collide or change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from optimizer.domain.base import Text
from optimizer.domain.money_rules import Commitment, ProgrammeCeiling, ProgrammeFloor
from optimizer.inputs.cautions.facts import Caution, Facts, Notice, above, over


@dataclass(frozen=True)
class Claim:
    """What one rule says about the spending of a programme, in a year or over all of them."""

    rule: str
    programme: str
    year: int | None
    low: float = 0.0
    high: float = inf
    activity: str | None = None
    """The only activity that `low` speaks of."""


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


def floors_above_the_budget(facts: Facts) -> Iterator[Notice]:
    """All programmes' floors and commitments together fit the money of each year and of all."""
    known = claims(facts)
    for year in (None, *facts.scenario.years.all):
        needed = sum(least(known, p, year) for p in facts.scenario.programmes)
        there = facts.there(year)
        if not above(needed, there):
            continue
        wanted, money, gap = (facts.amount(v) for v in (needed, there, needed - there))
        when = over(year)
        yield Notice(
            "rules",
            Text(
                en=f"Floors and commitments{when.en} add up to {wanted.en}; there is {money.en}.",
                ko=f"하한과 기약정의{when.ko} 합계는 {wanted.ko}인데 예산은 {money.ko}임.",
            ),
            Text(
                en=f"Lower them by {gap.en} together, or raise the budget.",
                ko=f"합계 {gap.ko}만큼 낮추거나 예산을 늘릴 것.",
            ),
        )


def floor_above_ceiling(facts: Facts) -> Iterator[Notice]:
    """No programme must get more than it may."""
    known = claims(facts)
    for claim in known:
        needed = least([c for c in known if c is not claim], claim.programme, claim.year)
        if claim.high < inf and above(needed, claim.high):
            title, when = facts.title(claim.programme), over(claim.year)
            most, wanted = facts.amount(claim.high), facts.amount(needed)
            yield Notice(
                f"rules.{claim.rule}",
                Text(
                    en=f"{title.en} may get {most.en}{when.en}; other rules ask for {wanted.en}.",
                    ko=f"{title.ko}{when.ko} 한도는 {most.ko}, 다른 규칙의 요구는 {wanted.ko}임.",
                ),
                Text(
                    en="Raise the limit, or lower what is demanded.",
                    ko="한도를 올리거나 요구 금액을 낮출 것.",
                ),
            )


def no_effect(facts: Facts) -> Iterator[Notice]:
    """A ceiling lies below the money there is; a floor above nothing."""
    for claim in claims(facts):
        there, when = facts.there(claim.year), over(claim.year)
        money = facts.amount(there)
        if claim.high < inf and not above(there, claim.high) and claim.low == 0.0:
            yield Notice(
                f"rules.{claim.rule}",
                Text(
                    en=f"The ceiling changes nothing: there is only {money.en}{when.en}.",
                    ko=f"효과 없는 상한:{when.ko} 예산이 {money.ko}뿐임.",
                ),
                Text(
                    en="Lower the ceiling or drop the rule.", ko="상한을 낮추거나 규칙을 삭제할 것."
                ),
            )
        if claim.high == inf and claim.low == 0.0:
            yield Notice(
                f"rules.{claim.rule}",
                Text(en="A floor of nothing changes nothing.", ko="0인 하한은 효과 없음."),
                Text(
                    en="Raise the floor or drop the rule.", ko="하한을 올리거나 규칙을 삭제할 것."
                ),
            )


def implied(facts: Facts) -> Iterator[Notice]:
    """No floor or ceiling follows from a stricter one."""
    known = claims(facts)
    for i, claim in enumerate(known):
        mine = [c for j, c in enumerate(known) if c.programme == claim.programme and j != i]
        if claim.high == inf and claim.low > 0.0:
            earlier = [c for c in known[:i] if c in mine]
            names = _floors_that_imply(claim, mine, earlier)
        elif claim.high < inf and claim.low == 0.0:
            names = _ceilings_that_imply(claim, mine)
        else:
            continue
        if names:
            others = ", ".join(f"'{name}'" for name in names)
            yield Notice(
                f"rules.{claim.rule}",
                Text(
                    en=f"The rule changes nothing: {others} already asks for as much.",
                    ko=f"효과 없는 규칙: {others}에 이미 포함됨.",
                ),
                Text(en="Drop the weaker rule.", ko="느슨한 규칙을 삭제할 것."),
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
