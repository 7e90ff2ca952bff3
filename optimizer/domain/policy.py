"""What every policy rule carries: who wants it, why, and the numbers it states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from optimizer.domain.ask import Ask, Question, form_of, numbers_of
from optimizer.domain.base import Frozen, Name, Stated, Title
from optimizer.errors import Issue
from optimizer.i18n import _

if TYPE_CHECKING:
    from optimizer.domain.scenario import Scenario


class Checked(Protocol):
    """A scenario under check, as far as a kind of rule asks about it."""

    @property
    def scenario(self) -> Scenario:
        """The scenario; stand-ins fill what could not be read."""

    def value(self, number: Any) -> float | None:
        """Central value, None when a reference is unknown."""

    def sound(self, *places: str) -> bool:
        """Whether each place of the document and everything in it was read."""


NO_LIMIT = _("The rule limits nothing.")


class RuleNumber(NamedTuple):
    """A number that a rule states: its entry, whether it is money, its range, whether 0 is out.

    `counted` tells whether it is a number of units or people that limits others.
    """

    name: str
    number: Any
    money: bool = False
    least: float = 0.0
    most: float = inf
    positive: bool = False
    counted: bool = False


class PolicyRule(Frozen):
    """What every rule carries beside its own terms.

    A kind of rule is a class with a `kind`, in a module beside this one whose name ends in
    '_rules'; its rows stand in a module of `optimizer.formulation.rules`.
    """

    form: ClassVar[tuple[str, ...]] = ()
    """The fields a form asks for, in its order; left out, all of them in theirs."""
    if TYPE_CHECKING:
        kind: str
    id: Name
    """Name of the rule in results."""
    title: Title | None = None
    """Title by language; left out it is written from the rule itself."""
    owner: Stated
    """Who asks for the rule: an office or a legal basis."""
    reason: Title
    """Why it is there."""
    hard: bool = False
    """True for law, False for policy that may be repaired when rules collide."""
    active: bool = True
    """False keeps the rule in the document without effect."""

    def stated(self) -> Iterator[RuleNumber]:
        """Every number the kind of rule may state, given or not."""
        for name, ask in _numbers(type(self)).items():
            limits = (ask.money, ask.least, ask.most, ask.positive, ask.counted)
            yield RuleNumber(name, getattr(self, name), *limits)

    @property
    def has_to_be_spent(self) -> bool:
        """Whether the rule has its amount spent at least."""
        return False

    @property
    def place(self) -> str:
        """Where it stands in the document."""
        return f"rules.{self.id}"

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """What is wrong with a rule of this kind, beyond what holds for every kind."""
        return iter(())

    def numbers(self) -> Iterator[RuleNumber]:
        """The numbers that the rule states."""
        return (n for n in self.stated() if n.number is not None)

    @classmethod
    def questions(cls) -> tuple[Question, ...]:
        """What a form asks for when a rule of this kind is added, in its order."""
        return form_of(cls, frozenset({*PolicyRule.model_fields, "kind"}))


@cache
def _numbers(kind: type[PolicyRule]) -> dict[str, Ask]:
    return numbers_of(kind)
