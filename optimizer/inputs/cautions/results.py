"""Cautions on outcomes and choices: targets out of reach, rules that change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import inf

from optimizer.domain.choice_rules import EitherOr
from optimizer.domain.outcome_rules import Linear, OutcomeCeiling, OutcomeFloor, OutcomeRule
from optimizer.domain.scenario import Payment
from optimizer.domain.wording import digits
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.cautions.facts import Caution, Facts, above


def targets_out_of_reach(facts: Facts) -> Iterator[Issue]:
    """A floor of people is not higher than pools and bands allow at any price."""
    for rule in facts.rules(OutcomeFloor):
        target, most = facts.plain(rule.people), _most(facts, rule)
        if above(target, most):
            wanted, there = digits(target), digits(most)
            yield Issue(
                f"rules.{rule.id}",
                _(
                    "{wanted} people are asked for; pools and bands allow at most {there}.",
                    wanted=wanted,
                    there=there,
                ),
                _("Ask for fewer."),
            )


def _most(facts: Facts, rule: OutcomeRule) -> float:
    """More people than this the chosen pathways cannot bring, whatever is spent."""
    years = facts.scenario.years.all if rule.year is None else [rule.year]
    chosen = rule.pathways(facts.scenario.pathways)
    return sum(_best(facts, q, rule.of, y) for q in chosen for y in years)


def _best(facts: Facts, pathway: str, of: str, year: int) -> float:
    path = facts.scenario.pathways[pathway]
    widths = [inf if b.people is None else facts.plain(b.people) for b in path.bands]
    room = sum(widths)
    if path.pool is not None:
        size = facts.scenario.pools[path.pool].people_per_year
        size = size.get(year, 0.0) if isinstance(size, Mapping) else size
        room = min(room, facts.plain(size))
    best = max(facts.plain(b.net) for b in path.bands) if of == "net" else 1.0
    return room * best if best > 0.0 else 0.0


def people_rules_collide(facts: Facts) -> Iterator[Issue]:
    """For the same people, the floor is not above the ceiling, and only the strictest counts."""
    groups: dict[tuple[object, ...], list[OutcomeRule]] = {}
    for rule in facts.rules(OutcomeFloor, OutcomeCeiling):
        chosen = (rule.channel, rule.tier, rule.pathway, rule.tag, rule.of, rule.year)
        groups.setdefault(chosen, []).append(rule)
    for rules in groups.values():
        floors = sorted(_of(rules, OutcomeFloor), key=lambda r: facts.plain(r.people))
        ceilings = sorted(_of(rules, OutcomeCeiling), key=lambda r: -facts.plain(r.people))
        for weak, strict in (*pairwise(floors), *pairwise(ceilings)):
            yield Issue(
                f"rules.{weak.id}",
                _("The rule changes nothing: '{id}' already asks for as much.", id=strict.id),
                _("Drop the weaker rule."),
            )
        if floors and ceilings:
            low, high = facts.plain(floors[-1].people), facts.plain(ceilings[-1].people)
            if above(low, high):
                yield Issue(
                    f"rules.{floors[-1].id}",
                    _(
                        "At least {low} people are asked for, but '{id}' allows {high}.",
                        low=digits(low),
                        id=ceilings[-1].id,
                        high=digits(high),
                    ),
                    _("Lower the floor or raise the ceiling."),
                )


def _of(rules: list[OutcomeRule], kind: type[OutcomeRule]) -> list[OutcomeRule]:
    return [rule for rule in rules if isinstance(rule, kind)]


def choices_without_effect(facts: Facts) -> Iterator[Issue]:
    """A choice leaves something out."""
    for rule in facts.rules(EitherOr):
        idle = rule.count >= len(rule.among) if rule.bound == "at_most" else False
        idle = idle or (rule.bound == "at_least" and rule.count == 0)
        if idle and rule.minimum is None:
            yield Issue(
                f"rules.{rule.id}",
                _(
                    "The choice changes nothing: any of the {count} lines may open.",
                    count=len(rule.among),
                ),
                _("Lower the count or drop the rule."),
            )


def liabilities_that_never_arise(facts: Facts) -> Iterator[Issue]:
    """A rule on liability needs payment by year."""
    if facts.scenario.budget.payment is Payment.YEARLY:
        return
    for rule in facts.rules(Linear):
        if any(term.of == "liability" for term in rule.terms):
            yield Issue(
                f"rules.{rule.id}",
                _("There is no liability: units are paid for when they are commissioned."),
                _("Set budget.payment to yearly, or drop the term."),
            )


CAUTIONS: tuple[Caution, ...] = (
    targets_out_of_reach,
    people_rules_collide,
    choices_without_effect,
    liabilities_that_never_arise,
)
