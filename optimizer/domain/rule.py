"""Policy rules as a planner states them: what must hold, who wants it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from optimizer.domain.base import Frozen, Name, Words
from optimizer.domain.quantity import Number


class PolicyRule(Frozen):
    """What every rule carries beside its own terms."""

    id: Name
    """Name of the rule in results."""
    title: Words | None = None
    """Title in both languages; left out it is written from the rule itself."""
    owner: Annotated[str, Field(min_length=1)]
    """Who asks for the rule: an office or a legal basis."""
    reason: Words
    """Why it is there."""
    hard: bool = False
    """True for law, False for policy that may be repaired when rules collide."""
    active: bool = True
    """False keeps the rule in the document without effect."""

    def numbers(self) -> Iterator[tuple[str, Any]]:
        """The numbers of the rule by the name of their entry."""
        for name in ("amount", "share"):
            number = getattr(self, name, None)
            if number is not None:
                yield name, number


class ProgrammeFloor(PolicyRule):
    """A programme gets at least so much money."""

    kind: Literal["programme_floor"]
    """Selects this rule."""
    programme: Name
    """The programme."""
    amount: Number | None = None
    """Money; give either this or `share`."""
    share: Number | None = None
    """Share of the budget (of the year's budget when `year` is given)."""
    year: int | None = None
    """One year; left out the rule holds over the whole horizon."""


class ProgrammeCeiling(PolicyRule):
    """A programme gets at most so much money."""

    kind: Literal["programme_ceiling"]
    """Selects this rule."""
    programme: Name
    """The programme."""
    amount: Number | None = None
    """Money; give either this or `share`."""
    share: Number | None = None
    """Share of the budget (of the year's budget when `year` is given)."""
    year: int | None = None
    """One year; left out the rule holds over the whole horizon."""


Rule = Annotated[ProgrammeFloor | ProgrammeCeiling, Field(discriminator="kind")]
