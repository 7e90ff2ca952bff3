"""What cautions look at: a scenario's central numbers, its limits, and how to word them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from optimizer.domain import wording
from optimizer.domain.money_rules import Limit
from optimizer.domain.policy import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue
from optimizer.i18n import EMPTY, Words, pgettext, rendered, verbatim
from optimizer.inputs.checks.subject import Subject


@dataclass(frozen=True)
class Facts:
    """A scenario that has passed all checks, with its central numbers."""

    scenario: Scenario

    @cached_property
    def subject(self) -> Subject:
        """Reads numbers."""
        return Subject(self.scenario, frozenset())

    def plain(self, number: Any) -> float:
        """Central value of a number that is not money."""
        value = self.subject.value(number)
        assert value is not None, "a scenario that has passed its checks refers to known evidence"
        return value

    def money(self, number: Any) -> float:
        """Central value of an amount in the scenario's money unit."""
        unit, value = self.subject.unit(number), self.plain(number)
        if unit is None or unit.currency is None:
            return value
        return value * unit.scale / self.scenario.money.parsed.scale

    def limit(self, rule: Limit) -> float:
        """Money of a floor, a ceiling or an earmark."""
        if rule.amount is not None:
            return self.money(rule.amount)
        budget = self.scenario.budget
        base = budget.total if rule.year is None else budget.by_year[rule.year]
        return self.plain(rule.share) * base

    def there(self, year: int | None) -> float:
        """Money that can be spent in a year at most, or (None) in all years together."""
        budget = self.scenario.budget
        if year is None or year not in budget.by_year:
            return budget.total
        kept, most = 0.0, 0.0
        for y in range(self.scenario.years.first, year + 1):
            most = budget.by_year.get(y, 0.0) + kept
            kept = budget.carry_over * most if y in budget.by_year else 0.0
        return min(most, budget.total)

    def rules(self, *kinds: type[PolicyRule]) -> Iterator[Any]:
        """Active rules of some kinds, in the order of the document."""
        return (r for r in self.scenario.rules if isinstance(r, kinds) and r.active)

    def title(self, programme: str) -> Words:
        """Title of a programme."""
        return self.scenario.programmes[programme].title or verbatim(programme)

    def amount(self, value: float) -> Words:
        """An amount of money in words."""
        unit = self.scenario.money.parsed
        return rendered(wording.money, value, unit)


Caution = Callable[[Facts], Iterator[Issue]]

SMALL = 1e-9
"""Relative difference below which two amounts count as the same."""


def above(one: float, other: float) -> bool:
    """Whether `one` is larger by more than rounding."""
    return one > other + SMALL * max(1.0, abs(other))


def over(year: int | None) -> Words:
    """The scope of a rule: ' in 2026', or nothing for the whole horizon."""
    return EMPTY if year is None else pgettext("scope", " in {year}", year=year)
