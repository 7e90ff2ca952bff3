"""What every rule of the formulation offers: its rows, its formula and its words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor, inf, isfinite, isinf, log10
from typing import ClassVar, Generic, NamedTuple, TypeVar

import numpy as np

from optimizer.domain.base import Text
from optimizer.domain.money_rules import Limit
from optimizer.domain.policy import PolicyRule
from optimizer.domain.selection import Line
from optimizer.domain.units import Unit
from optimizer.domain.wording import apart, digits, money
from optimizer.formulation.case import Case
from optimizer.formulation.terms import Terms
from optimizer.i18n import EMPTY, Message, Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.lp.program import Coefficient, Column, Key, Row, Sense

NO_WORDS = EMPTY
Index = tuple[str | int, ...]
ZERO = 1e-9
"""A price below this is none."""


@dataclass(frozen=True, slots=True)
class Price:
    """What a row is worth: change of the objective per unit of right-hand side.

    `up` holds when the right-hand side grows, until `holds_to`; `down` when it shrinks, until
    `holds_from`; `rhs` is where it stands now.
    """

    rhs: float
    up: float
    down: float
    holds_from: float = -inf
    holds_to: float = inf

    @property
    def felt(self) -> bool:
        """Whether a step to either side changes the objective; an impossible one does not count."""
        return any(isfinite(side) and abs(side) > ZERO for side in (self.up, self.down))


MONEY = _("money")
PERSONS = _("people")
SHARE = _("share")
SWITCH = _("0 or 1")
"""Units of limits, the last that of rows which state none; any other is a name of a unit."""


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A share that a rule states: its value, and what a unit more of it adds to the row's left."""

    value: float
    terms: Terms


class Movable(NamedTuple):
    """The limit that a rule states: what it is now, its unit, and what moves with it.

    `sides` holds the sign in which the right-hand side of each such row moves.
    """

    value: float
    unit: Words
    sides: Mapping[Key, float]


class RowRule(ABC):
    """One kind of row: from the scenario to rows, and from a row's price to words."""

    key: ClassVar[str]
    """Name in row keys and results."""
    title: ClassVar[Words]
    """Name for a reader."""
    formula: ClassVar[str]
    """The row as mathematics, in the symbols of the method page."""
    per: ClassVar[Words]
    """Unit of the right-hand side, so of what the price is paid for."""
    signed: ClassVar[bool] = False
    """Whether a right-hand side below nought means something."""

    def columns(self, case: Case) -> Iterator[Column]:
        """Columns that only rows of this kind use; most kinds have none."""
        return iter(())

    @abstractmethod
    def rows(self, case: Case) -> Iterator[Row]:
        """All rows of this kind; none when the rule does not apply."""

    @abstractmethod
    def name(self, case: Case, index: Index) -> Words:
        """What one of the rows is called."""

    def unit(self, case: Case, index: Index) -> Words:
        """What the limit of one of the rows is measured in; MONEY, PERSONS and SHARE among them."""
        return self.per

    def states_limit(self, index: Index) -> bool:
        """Whether a row states a limit; one that ties money to a switch has nothing to move."""
        return True

    def own(self, case: Case, index: Index) -> OwnNumber | None:
        """The number a row states, where its right-hand side is nought whatever that is."""
        return None

    def explain(self, case: Case, index: Index, price: Price) -> Words:
        """What the price of one of the rows means."""
        unit = self.unit(case, index)
        if unit == MONEY:
            purse = case.scenario.money.parsed
            return worth(case, price, amount=money_step(case), unit=purse, signed=self.signed)
        return worth(case, price, amount=1.0, unit=unit)


Policy = TypeVar("Policy", bound=PolicyRule)


class PolicyRows(RowRule, Generic[Policy]):
    """Rows of one kind of policy rule; a key is (kind, id of the rule, what else tells apart)."""

    kind: type[Policy]
    """The rule as the document states it."""
    per = MONEY

    def active(self, case: Case) -> list[Policy]:
        """The rules of this kind that are in force, in the order of their ids."""
        rules = (r for r in case.scenario.rules if isinstance(r, self.kind) and r.active)
        return sorted(rules, key=lambda r: r.id)

    def rows(self, case: Case) -> Iterator[Row]:
        """The rows of every rule in force."""
        for rule in self.active(case):
            yield from self.rows_of(case, rule)

    @abstractmethod
    def rows_of(self, case: Case, rule: Policy) -> Iterator[Row]:
        """The rows of one rule."""

    @abstractmethod
    def words(self, case: Case, rule: Policy) -> Words:
        """The rule in a few words, for a rule without a title."""

    def limit(self, case: Case, rule: Policy, rows: Sequence[Row]) -> Movable | None:
        """The limit of a rule that has these rows; None where it is a share of decisions."""
        assert isinstance(rows[0].key, tuple)
        index = rows[0].key[1:]
        if self.own(case, index) is not None:
            return None
        sides = {row.key: 1.0 for row in rows}
        return Movable(float(rows[0].rhs), self.unit(case, index), sides)

    def rule_of(self, case: Case, index: Index) -> Policy:
        """The rule that a row stands for."""
        return next(r for r in case.scenario.rules if isinstance(r, self.kind) and r.id == index[0])

    def name(self, case: Case, index: Index) -> Words:
        """The rule's title, or its words; what else stands in the index follows."""
        rule = self.rule_of(case, index)
        title = rule.title or self.words(case, rule)
        rest = ", ".join(map(str, index[1:]))
        return _("{title} ({rest})", title=title, rest=rest) if rest else title


def money_limit(case: Case, rule: Limit) -> Coefficient:
    """Money of a rule: its amount, or its share of the budget (of the year's budget)."""
    if rule.amount is not None:
        return case.numbers.money(rule.amount)
    budget = case.scenario.budget
    if rule.year is None:
        base = case.numbers.entry("budget.total", budget.total)
    else:
        base = case.numbers.entry(f"budget.by_year.{rule.year}", budget.by_year[rule.year])
    return case.numbers.plain(rule.share) * base


def rests(row: Row) -> bool:
    """Whether a row is kept in every draw by buying nothing and supporting nobody."""
    least, most = float(np.min(row.rhs)), float(np.max(row.rhs))
    return (row.sense is Sense.GE or least >= 0.0) and (row.sense is Sense.LE or most <= 0.0)


def title_of(entries: Mapping[str, object], name: str | int) -> Words:
    """Title of a named entry of the document, its identifier where it has none."""
    title = getattr(entries.get(str(name)), "title", None)
    return title if isinstance(title, Text | Message) else verbatim(str(name))


def unit_counted(case: Case, index: Index) -> Words:
    """What is counted of an activity (programme, activity, …) or pathway ('people', …)."""
    what, *name = index
    if what == "people":
        return PERSONS
    programme, activity = (name if what == "units" else index)[:2]
    activities = case.scenario.programmes[str(programme)].activities
    return activities[str(activity)].unit or _("units")


def line_title(case: Case, line: Line) -> Words:
    """Title of a programme, or of one of its activities."""
    if line.activity is None:
        return title_of(case.scenario.programmes, line.programme)
    return title_of(case.scenario.programmes[line.programme].activities, line.activity)


def worth(
    case: Case, price: Price, *, amount: float, unit: Unit | Words, signed: bool = True
) -> Words:
    """What a step up and a step down of a limit do to the objective.

    `amount` is the step that is spoken of, in the unit of the right-hand side; money that may not
    be `signed` is not taken from nothing.
    """
    up = _side(price.up * amount, price.holds_to, unit, more=True, amount=amount, rhs=price.rhs)
    down = _side(
        -price.down * amount, price.holds_from, unit, more=False, amount=amount, rhs=price.rhs
    )
    if price.rhs <= 0 and (not (signed and isinstance(unit, Unit)) or isinf(price.down)):
        down = None  # there is none to take away
    said = [part for part in (up, down) if part is not None]
    if not said:
        return _("A small change makes no difference.")
    return _("{effects}.", effects=in_a_row(said, pgettext("effects", "; ")))


def _side(
    change: float, end: float, unit: Unit | Words, *, more: bool, amount: float, rhs: float
) -> Words | None:
    """One direction in words; None where it changes nothing."""
    if isinstance(unit, Unit):
        step = rendered(money, amount, unit)
        reach = [rhs, end] if isfinite(end) else [rhs]
        ended = rendered(_end_apart, reach, unit)
        move = _("{step} {text}", step=step, text=(_("more") if more else _("less")))
        until = _(" (until {end})", end=ended)
    else:
        move = _("one more", unit=unit) if more else pgettext("unit", "one less", unit=unit)
        count = digits(abs(end - rhs), 2)
        until = (
            _(" (for the next {count})", count=count, unit=unit)
            if more
            else pgettext("down", " (for the next {count})", count=count, unit=unit)
        )
    return _effect(move, change, NO_WORDS if isinf(end) else until)


def _end_apart(reach: Sequence[float], unit: Unit, language: str) -> str:
    """The last of some amounts, in digits that tell it from the others."""
    return apart(reach, unit, language)[-1]


def worth_of_points(up: float, down: float) -> Words:
    """What a percentage point more and one less of a share do to the objective."""
    more = _effect(_("one percentage point more"), up)
    fewer = _effect(_("one less"), down)
    said = [part for part in (more, fewer) if part is not None]
    if not said:
        return _("A percentage point makes no difference.")
    return _("{effects}.", effects=in_a_row(said, pgettext("effects", "; ")))


def _effect(move: Words, change: float, until: Words = NO_WORDS) -> Words | None:
    """What a move does; None where it changes nothing."""
    if isinf(change):
        return _("{move} cannot be done under the other rules", move=move)
    if abs(change) <= 1e-9:
        return None
    verb = "adds" if change > 0 else "costs"
    sign = "+" if change > 0 else "−"
    size = digits(abs(change), 2)
    return _(
        "{move} {verb} {size} weighted people{until}",
        move=move,
        verb=verb,
        size=size,
        until=until,
        sign=sign,
    )


def money_step(case: Case) -> float:
    """A round step of money to speak of: the power of ten next below a hundredth of the budget."""
    scale = case.scenario.money.parsed.scale
    whole = case.scenario.budget.total * scale
    return float(10.0 ** floor(log10(whole / 100.0)) / scale) if whole > 0 else 1.0
