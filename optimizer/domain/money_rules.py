"""Rules on spending: floors, ceilings, earmarks, commitments and ramp limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from typing import Annotated, ClassVar, Literal

from optimizer.domain.ask import SHARE, Ask
from optimizer.domain.base import Frozen, Name
from optimizer.domain.policy import NO_LIMIT, Checked, PolicyRule, RuleNumber
from optimizer.domain.programme import Programme
from optimizer.domain.quantity import Number
from optimizer.domain.selection import Line, tags_of
from optimizer.errors import Issue
from optimizer.i18n import _, pgettext

AMOUNT = Ask(pgettext("form", "Amount"), money=True)


class Limit(PolicyRule):
    """A rule that states one limit of money: an amount or a share of the budget."""

    form: ClassVar[tuple[str, ...]] = ("programme", "share", "amount", "year")
    amount: Annotated[Number | None, AMOUNT] = None
    """Money; give either this or `share`."""
    share: Annotated[Number | None, replace(SHARE, label=_("Share of the budget"))] = None
    """Share of the budget (of the year's budget when `year` is given)."""
    year: int | None = None
    """One year; left out the rule holds over the whole horizon."""


class ProgrammeFloor(Limit):
    """A programme gets at least so much money."""

    kind: Literal["programme_floor"]
    """Selects this rule."""
    programme: Name
    """The programme."""

    @property
    def has_to_be_spent(self) -> bool:
        """It has."""
        return True


class ProgrammeCeiling(Limit):
    """A programme gets at most so much money."""

    kind: Literal["programme_ceiling"]
    """Selects this rule."""
    programme: Name
    """The programme."""


class Earmark(Limit):
    """A group of activities gets at least, or at most, so much money."""

    form: ClassVar[tuple[str, ...]] = ("programmes", "tags", "bound", "share", "amount", "year")
    kind: Literal["earmark"]
    """Selects this rule."""
    programmes: tuple[Name, ...] = ()
    """All activities of these programmes belong to the group."""
    tags: tuple[Name, ...] = ()
    """Every activity that carries one of these tags, or whose programme does, belongs as well."""
    bound: Literal["floor", "ceiling"] = "floor"
    """floor: at least so much; ceiling: at most."""

    @property
    def has_to_be_spent(self) -> bool:
        """As a floor it has."""
        return self.bound == "floor"

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """It names somebody."""
        if not self.programmes and not self.tags:
            problem = _("The group is empty.")
            yield Issue(self.place, problem, _("Name its 'programmes' or 'tags'."))

    def activities(self, known: Mapping[str, Programme]) -> list[tuple[str, str]]:
        """The activities of the group as (programme, activity), in the order of names."""
        return [
            (p, a)
            for p in sorted(known)
            for a in sorted(known[p].activities)
            if p in self.programmes or tags_of(known[p], a) & set(self.tags)
        ]


class Commitment(PolicyRule):
    """Spending in one year is fixed by contracts that are already signed."""

    form: ClassVar[tuple[str, ...]] = ("programme", "year", "amount")
    kind: Literal["commitment"]
    """Selects this rule."""
    programme: Name
    """The programme."""
    activity: Name | None = None
    """One of its activities; left out the whole programme is meant."""
    year: int
    """The year of the spending."""
    amount: Annotated[Number, AMOUNT]
    """Money: exactly so much is spent."""

    @property
    def has_to_be_spent(self) -> bool:
        """It has."""
        return True

    @property
    def line(self) -> Line:
        """The programme or activity."""
        return Line(programme=self.programme, activity=self.activity)


class Change(Frozen):
    """A change from one year to the next, as money or as a share of the earlier year."""

    amount: Annotated[Number | None, AMOUNT] = None
    """Money; give either this or `share`."""
    share: Annotated[Number | None, Ask(share=True)] = None
    """Share of the earlier year's spending; 0.2 is a fifth of it."""


class RampLimit(PolicyRule):
    """Spending of a programme rises and falls only so fast."""

    form: ClassVar[tuple[str, ...]] = ("programme", "up.share", "down.share", "baseline")
    kind: Literal["ramp_limit"]
    """Selects this rule."""
    programme: Name
    """The programme."""
    up: Annotated[Change | None, Ask(_("Largest rise from year to year"))] = None
    """Largest rise from one year to the next; left out it may rise freely."""
    down: Annotated[Change | None, Ask(_("Largest fall from year to year"), most=1.0)] = None
    """Largest fall from one year to the next; left out it may fall freely."""
    baseline: Annotated[Number | None, Ask(_("Money of the year before"), money=True)] = None
    """Spending in the year before the first; left out the first year is free."""

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """It limits one way or both."""
        if self.up is None and self.down is None:
            yield Issue(self.place, NO_LIMIT, _("Give 'up', 'down' or both."))

    def stated(self) -> Iterator[RuleNumber]:
        """The rise, the fall and the baseline."""
        for name, change, most in (("up", self.up, inf), ("down", self.down, 1.0)):
            if change is not None:
                yield RuleNumber(f"{name}.amount", change.amount, money=True)
                yield RuleNumber(f"{name}.share", change.share, most=most)
        yield RuleNumber("baseline", self.baseline, money=True)
