"""Conflicts and repairs in the words of a planner."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.policy import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.case import Case
from optimizer.formulation.rules import rule_words
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.stated_words import joined
from optimizer.i18n import EMPTY, SOURCE, Words, _, pgettext, rendered, verbatim
from optimizer.results.conflict import Change, Member, Outcome

SIGNIFICANT = 6
"""Digits that a typed number is shown with; it is told as it is typed."""


def amount_words(scenario: Scenario, value: float, *, is_money: bool, share: bool) -> Words:
    """A number of the document in words."""
    if is_money:
        return rendered(money, value, scenario.money.parsed, significant=SIGNIFICANT)
    text = percent(value, SIGNIFICANT) if share else digits(value, SIGNIFICANT)
    return verbatim(text)


def rule_title(case: Case, rule: PolicyRule) -> Words:
    """The rule's title, or its words."""
    return rule_words(case, rule)


def place_title(case: Case, path: str) -> Words:
    """What a place of the document is called: a rule, a budget, or a limit."""
    part, *names = path.split(".")
    scenario = case.scenario
    if part == "rules":
        return rule_title(case, next(r for r in scenario.rules if r.id == names[0]))
    if part == "budget":
        if names[0] == "total":
            return _("the total budget")
        return _("the budget of {names}", names=names[1])
    if part == "programmes":
        title = title_of(scenario.programmes[names[0]].activities, names[2])
        return _("the supply of “{title}”", title=title)
    if part == "capacities":
        return _("the capacity “{title}”", title=title_of(scenario.capacities, names[0]))
    if part == "pools":
        return _("the pool “{title}”", title=title_of(scenario.pools, names[0]))
    return _("the room on “{title}”", title=title_of(scenario.pathways, names[0]))


def conflict_sentence(members: Sequence[Member], limits: Sequence[Words]) -> Words:
    """Which rules cannot hold together, and what stands behind it."""
    rules = joined(map(_quoted, members), _(" and "))
    given = _(", given {limits}", limits=joined(limits, _(" and "))) if limits else EMPTY
    if not members:
        return _("Even without rules and budgets nothing is possible{given}.", given=given)
    if len(members) == 1:
        return _("This cannot hold: {rules}{given}.", rules=rules, given=given)
    return _("These rules cannot hold together: {rules}{given}.", rules=rules, given=given)


def _quoted(member: Member) -> Words:
    said = member.states
    if member.rule is None:
        return _("{title} ({said})", title=member.title, said=said)
    now = _(" (now {said})", said=said) if said.in_(SOURCE) else EMPTY
    law = _(" [law]") if member.hard else EMPTY
    return _("“{title}”{now}{law}", title=member.title, now=now, law=law)


def repair_sentence(changes: Sequence[Change], said: Sequence[Words], outcome: Outcome) -> Words:
    """What to change, and what the plan then brings: the goal, and heads."""
    goal, people = digits(outcome.objective, 3), digits(outcome.net_people, 3)
    parts = joined((_part(c, s) for c, s in zip(changes, said, strict=True)), _(" and "))
    return _(
        "{changes}: the goal is then {goal}, with {people} net people.",
        changes=rendered(_begun, parts, big=True),
        goal=goal,
        people=people,
    )


def keeping_sentence(kept: Words, sentence: Words) -> Words:
    """A repair with the rule that it leaves as it is named first."""
    return _("Keep “{kept}”; {rest}", kept=kept, rest=rendered(_begun, sentence, big=False))


def _begun(words: str, *, language: str, big: bool) -> str:
    """The words with a large or a small first letter; other languages know none or keep theirs."""
    first = words[0].upper() if big else words[0].lower()
    return first + words[1:] if language == SOURCE else words


def _part(change: Change, said: Words) -> Words:
    budget = change.path.startswith("budget.")
    name = change.title if budget else _("“{title}”", title=change.title)
    if change.now is None or change.to is None:
        return _("drop {name}", name=name)
    if change.to < change.now:
        return _("lower {name} {said}", name=name, said=said)
    if budget:
        return pgettext("budget", "raise {name} {said}", name=name, said=said)
    return _("raise {name} {said}", name=name, said=said)


def from_to(now: Words, to: Words) -> Words:
    """'from … to …'."""
    return _("from {now} to {to}", now=now, to=to)
