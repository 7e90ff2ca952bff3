"""How a limit reads: money in words, people, units and shares each in their own unit."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.units import Unit
from optimizer.domain.wording import apart, digits, money, percent
from optimizer.formulation.rules.base import MONEY, SHARE
from optimizer.i18n import Words, pgettext, rendered, verbatim


def limit_words(value: float, unit: Words, purse: Unit, significant: int = 3) -> Words:
    """A limit with its unit; `unit` as rules name it, `purse` the scenario's unit of money.

    >>> from optimizer.formulation.rules.base import PERSONS
    >>> str(limit_words(22.4, PERSONS, Unit(1e6, (("KRW", 1),))))
    '22.4 people'
    """
    named = unit.in_("en")  # a unit read back from a table is equal by its words alone
    if named == MONEY.in_("en"):
        return rendered(money, value, purse, significant=significant)
    if named == SHARE.in_("en"):
        return verbatim(percent(value, significant))
    return pgettext("limit", "{count} {unit}", count=digits(value, significant), unit=unit)


def amounts_apart(values: Sequence[float], purse: Unit) -> tuple[Words, ...]:
    """Amounts of money set against each other: those that differ read differently."""
    return tuple(rendered(_one_apart, k, tuple(values), purse) for k in range(len(values)))


def _one_apart(k: int, values: Sequence[float], purse: Unit, *, language: str) -> str:
    return apart(values, purse, language)[k]
