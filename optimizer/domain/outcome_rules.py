"""Rules on what comes out: people, shares of groups, and free linear requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from optimizer.domain.ask import LABELS, SHARE, Ask
from optimizer.domain.base import Name
from optimizer.domain.policy import NO_LIMIT, Checked, PolicyRule, RuleNumber
from optimizer.domain.quantity import Number
from optimizer.domain.selection import PathwayFilter, Selection
from optimizer.errors import Issue
from optimizer.i18n import _, pgettext

People = Literal["net", "supported"]
Counted = Literal["net", "supported", "spending"]


class OutcomeRule(PolicyRule, PathwayFilter):
    """A rule on how many people the chosen pathways bring."""

    form: ClassVar[tuple[str, ...]] = ("people", "of", "channel", "tier", "year")
    people: Annotated[Number, Ask(pgettext("form", "People"), counted=True)]
    """Number of people."""
    of: People = "net"
    """net: net people, after deadweight; supported: everybody supported."""
    year: int | None = None
    """Year in which their support starts; left out all years count."""


class OutcomeFloor(OutcomeRule):
    """The chosen pathways bring at least so many people."""

    kind: Literal["outcome_floor"]
    """Selects this rule."""


class OutcomeCeiling(OutcomeRule):
    """The chosen pathways bring at most so many people."""

    kind: Literal["outcome_ceiling"]
    """Selects this rule."""


class Balance(PolicyRule):
    """One selection makes up at least, or at most, a share of another."""

    kind: Literal["balance"]
    """Selects this rule."""
    of: Counted = "net"
    """What is counted: net people, people supported, or spending."""
    part: Annotated[Selection, Ask(pgettext("form", "Of which group"))]
    """The part, e.g. {channel: attracted}; pathways for people, activities for spending."""
    whole: Annotated[Selection, Ask(_("As a part of"))] = Selection()
    """What it is a part of; left out everything."""
    at_least: Annotated[Number | None, replace(SHARE, label=pgettext("form", "At least"))] = None
    """Least share of the part in the whole."""
    at_most: Annotated[Number | None, replace(SHARE, label=pgettext("form", "At most"))] = None
    """Largest share of the part in the whole."""
    year: int | None = None
    """One year; left out all years together."""

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """It limits one way or both, and both can hold."""
        if self.at_least is None and self.at_most is None:
            yield Issue(self.place, NO_LIMIT, _("Give 'at_least', 'at_most' or both."))
            return
        if not self.active:
            return
        least = None if self.at_least is None else checked.value(self.at_least)
        most = None if self.at_most is None else checked.value(self.at_most)
        if least is not None and most is not None and least > most:
            problem = _(
                "At least {least} and at most {most} cannot both hold.",
                least=f"{least:g}",
                most=f"{most:g}",
            )
            yield Issue(self.place, problem, _("Swap the two numbers."))


class Group(Selection):
    """A group that is compared with others, by head where it has a size."""

    size: Number = 1.0
    """What the group's result is divided by, e.g. its inhabitants."""


class Equity(PolicyRule):
    """No group falls far behind another."""

    kind: Literal["equity"]
    """Selects this rule."""
    of: Counted = "net"
    """What is compared: net people, people supported, or spending."""
    groups: Annotated[Mapping[Name, Group], Field(min_length=2), Ask(_("Groups (two or more)"))]
    """The groups by name."""
    share: Annotated[Number, replace(SHARE, label=_("Least share of any other group's result"))]
    """Each group's result per size is at least this share of every other group's."""

    def stated(self) -> Iterator[RuleNumber]:
        """The share and the sizes."""
        yield from super().stated()
        for name, group in self.groups.items():
            yield RuleNumber(f"groups.{name}.size", group.size, positive=True)


class Term(Selection):
    """One sum in a free linear rule."""

    of: Annotated[
        Literal["spending", "liability", "units", "people", "net"],
        Ask(LABELS["of"], _("What is counted with it"), options=("spending", "people", "net")),
    ]
    """spending and liability in money, units commissioned, people supported, or net people."""
    year: int | None = None
    """One year (of payment, commissioning or start of support); left out all years."""
    coefficient: Annotated[
        Number, Ask(pgettext("form", "Times"), _("Times (the other)"), least=-inf)
    ] = 1.0
    """Factor of the sum; money per head or unit when the rule also counts money."""

    @property
    def money(self) -> bool:
        """Whether the sum is money."""
        return self.of in ("spending", "liability")


class Linear(PolicyRule):
    """Any linear requirement: Σ coefficient · sum `sense` rhs."""

    kind: Literal["linear"]
    """Selects this rule."""
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """The sums."""
    sense: Literal["<=", ">=", "=="]
    """Direction."""
    rhs: Annotated[Number, Ask(_("Limit (people; spending in {money})"), least=-inf)]
    """Right-hand side; money when any of the sums is money."""

    @property
    def money(self) -> bool:
        """Whether the rule is stated in money."""
        return any(term.money for term in self.terms)

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """Liability is what is left after the last year; it has no year of its own."""
        for i, term in enumerate(self.terms):
            if term.of == "liability" and term.year is not None:
                problem = _("Liability is what is left to pay after the last year.")
                yield Issue(f"{self.place}.terms[{i}].year", problem, _("Leave the year out."))

    def stated(self) -> Iterator[RuleNumber]:
        """The right-hand side and the coefficients, of any sign."""
        yield RuleNumber("rhs", self.rhs, self.money, -inf, counted=not self.money)
        for i, term in enumerate(self.terms):
            priced = self.money and not term.money
            yield RuleNumber(f"terms[{i}].coefficient", term.coefficient, priced, -inf)
