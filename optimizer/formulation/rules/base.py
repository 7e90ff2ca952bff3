"""What every rule of the formulation offers: its rows, its formula and its words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isinf
from typing import ClassVar, TypeVar

from optimizer.domain.base import Text
from optimizer.domain.rule import PolicyRule
from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money
from optimizer.formulation.case import Case
from optimizer.lp.program import Coefficient, Column, Key, Row

Terms = dict[Key, Coefficient]
Index = tuple[str | int, ...]


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


class RowRule(ABC):
    """One kind of row: from the scenario to rows, and from a row's price to words."""

    key: ClassVar[str]
    """Name in row keys and results."""
    title: ClassVar[Text]
    """Name for a reader."""
    formula: ClassVar[str]
    """The row as mathematics, in the symbols of the method page."""
    per: ClassVar[Text]
    """Unit of the right-hand side, so of what the price is paid for."""

    def columns(self, case: Case) -> Iterator[Column]:
        """Columns that only rows of this kind use; most kinds have none."""
        return iter(())

    @abstractmethod
    def rows(self, case: Case) -> Iterator[Row]:
        """All rows of this kind; none when the rule does not apply."""

    @abstractmethod
    def name(self, case: Case, index: Index) -> Text:
        """What one of the rows is called."""

    @abstractmethod
    def explain(self, case: Case, index: Index, price: Price) -> Text:
        """What the price of one of the rows means."""


Policy = TypeVar("Policy", bound=PolicyRule)


def active(case: Case, kind: type[Policy]) -> list[Policy]:
    """The policy rules of a kind that are in force, in the order of their ids."""
    rules = (r for r in case.scenario.rules if isinstance(r, kind) and r.active)
    return sorted(rules, key=lambda r: r.id)


def rule_of(case: Case, index: Index) -> PolicyRule:
    """The policy rule that a row stands for: the first part of its index is the rule's id."""
    return next(r for r in case.scenario.rules if r.id == index[0])


def title_of(entries: Mapping[str, object], name: str | int) -> Text:
    """Title of a named entry of the document, its identifier where it has none."""
    title = getattr(entries.get(str(name)), "title", None)
    return title if isinstance(title, Text) else Text(en=str(name), ko=str(name))


def worth(case: Case, price: Price, *, amount: float, unit: Unit | Text) -> Text:
    """'One more … is worth … up to …; one less costs … down to …' in both languages.

    `amount` is the step that is spoken of, in the unit of the right-hand side.
    """
    said: list[tuple[str, str]] = []
    gain, loss = price.up * amount, price.down * amount
    step = _say(amount, unit)
    if abs(gain) > 1e-12 and not isinf(gain):
        to = _say(price.holds_to, unit)
        until = ("", "") if isinf(price.holds_to) else (f", up to {to.en}", f" ({to.ko}까지)")
        said.append(
            (
                f"{step.en} more changes the goal by {_signed(gain)}{until[0]}",
                f"{step.ko} 늘리면 목표값 {_signed(gain)}{until[1]}",
            )
        )
    if abs(loss) > 1e-12 and not isinf(loss):
        to = _say(price.holds_from, unit)
        until = ("", "") if isinf(price.holds_from) else (f", down to {to.en}", f" ({to.ko}까지)")
        said.append(
            (
                f"{step.en} less changes it by {_signed(-loss)}{until[0]}",
                f"{step.ko} 줄이면 {_signed(-loss)}{until[1]}",
            )
        )
    if isinf(gain) or isinf(loss):
        said.append(
            ("beyond that the rules cannot hold together", "그 이상은 규칙들이 함께 성립하지 않음")
        )
    if not said:
        return Text(en="A small change makes no difference.", ko="소폭 변경은 영향 없음.")
    return Text(en="; ".join(s[0] for s in said) + ".", ko="; ".join(s[1] for s in said) + ".")


def _say(amount: float, unit: Unit | Text) -> Text:
    if isinstance(unit, Unit):
        return Text(en=money(amount, unit, "en"), ko=money(amount, unit, "ko"))
    return Text(en=f"{digits(amount)} {unit.en}", ko=f"{digits(amount)} {unit.ko}")


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + digits(value, 2)


def money_step(case: Case) -> float:
    """A round step of money to speak of: 1억 (100 million won), 100,000 of other currencies."""
    unit = case.scenario.money.parsed
    return 1e8 / unit.scale if unit.currency == "KRW" else 1e5 / unit.scale
