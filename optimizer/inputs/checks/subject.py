"""What the checks look at: a scenario, and which places of its document could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot, slots
from optimizer.domain.units import PLAIN, Unit, parse_unit
from optimizer.errors import Issue
from optimizer.i18n import Message, _, verbatim
from optimizer.inputs.layout import UNKNOWN
from optimizer.inputs.tree import inside


@dataclass(frozen=True)
class Subject:
    """A scenario under check, and what its document alone does not tell."""

    scenario: Scenario
    sources: frozenset[str]
    """Identifiers of the known sources."""
    evidence: frozenset[str] = frozenset()
    """Identifiers of evidence that a document may refer to, beside its own."""
    without_number: frozenset[str] = frozenset()
    """Those among them that tell only a direction."""
    unread: frozenset[str] = frozenset()
    """Places of the document that could not be read; stand-ins fill them."""

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All numbers of the scenario in their places."""
        return tuple(slots(self.scenario))

    def given(self, *places: str) -> bool:
        """Whether each place was read, though perhaps not everything in it."""
        return not self.unread or not any(inside(p, u) for p in places for u in self.unread)

    def sound(self, *places: str) -> bool:
        """Whether each place and everything in it was read."""
        return not self.unread or (
            self.given(*places) and not any(inside(u, p) for p in places for u in self.unread)
        )

    def stands_in(self, issue: Issue) -> bool:
        """Whether the issue is about a name that stands in for one that could not be read."""
        return bool(self.unread) and UNKNOWN in f"{issue.where} {issue.problem}"

    def quantity(self, name: str) -> Quantity | None:
        """A row of evidence, None when it is unknown or could not be read."""
        return self.scenario.evidence.get(name) if self.sound(f"evidence.{name}") else None

    def value(self, number: Any) -> float | None:
        """Central value, None when a reference is unknown."""
        if isinstance(number, Reference):
            found = self.quantity(number.ref)
            return None if found is None else found.value
        if isinstance(number, Product):
            parts = [self.value(factor) for factor in number.product]
            known = [part for part in parts if part is not None]
            return prod(known) if len(known) == len(parts) else None
        return number.value if isinstance(number, Quantity) else float(number)

    def unit(self, number: Any) -> Unit | None:
        """Unit of a number, None when a reference is unknown."""
        if isinstance(number, Reference):
            found = self.quantity(number.ref)
            return None if found is None else parse_unit(found.unit)
        if isinstance(number, Product):
            unit = PLAIN
            for factor in number.product:
                one = self.unit(factor)
                if one is None:
                    return None
                unit = unit * one
            return unit
        return parse_unit(number.unit) if isinstance(number, Quantity) else PLAIN


Check = Callable[[Subject], Iterator[Issue]]


def in_words(names: Iterable[object]) -> Message:
    """Names in a row, e.g. "'ceiling' and 'half'"."""
    *others, last = (f"'{name}'" for name in names)
    if not others:
        return verbatim(last)
    return _("{others} and {last}", others=", ".join(others), last=last)
