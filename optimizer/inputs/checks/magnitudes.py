"""Checks of size: no number beyond what money, units, people and rates can sensibly be."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from optimizer.domain.limits import (
    LARGEST_COUNT,
    LARGEST_MONEY,
    LARGEST_RATE,
    MOST_DECISIONS,
    SMALLEST,
)
from optimizer.domain.programme import Bands
from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot
from optimizer.domain.units import Unit
from optimizer.domain.wording import money as money_words
from optimizer.errors import Issue
from optimizer.i18n import Message, _, figure, rendered
from optimizer.inputs.checks.subject import Check, Subject

Fault = tuple[Message, Message]
"""Problem and remedy."""


def money_fault(value: float, unit: Unit) -> Fault | None:
    """What is wrong with the size of an amount of money in a unit."""
    return _fault(value, LARGEST_MONEY / unit.scale, _largest(unit))


def amount_fault(value: float, scenario: Scenario) -> Fault | None:
    """The same for an amount in the scenario's own unit of money."""
    return money_fault(value, scenario.money.parsed)


def count_fault(value: float) -> Fault | None:
    """What is wrong with the size of a number of units or people."""
    return _fault(value, LARGEST_COUNT, _plain(LARGEST_COUNT))


def slot_fault(
    slot: Slot, value: float, scenario: Scenario, unit: Unit | None = None
) -> Fault | None:
    """What is wrong with the size of a value in its place; `unit` is the number's own."""
    if slot.money:
        own = unit is not None and unit.currency is not None
        return money_fault(value, unit if unit is not None and own else scenario.money.parsed)
    return count_fault(value) if slot.counted else _fault(value, LARGEST_RATE, _plain(LARGEST_RATE))


def _fault(value: float, most: float, remedy: Message) -> Fault | None:
    if abs(value) > most * (1.0 + 1e-9):
        return _("{value} is too large.", value=f"{value:g}"), remedy
    if 0.0 < abs(value) < SMALLEST:
        problem = _("{value} is too small beside 0.", value=f"{value:g}")
        return problem, _NOUGHT
    return None


_NOUGHT = _("Write 0, or state it in a smaller unit.")


def _plain(most: float) -> Message:
    return _("Give at most {most}.", most=f"{most:.15g}")


def _largest(unit: Unit) -> Message:
    most = LARGEST_MONEY / unit.scale
    if unit.currency is None:
        return _plain(most)
    amount = rendered(money_words, most, unit)
    return _(
        "Give at most {most} ({amount}), and check the unit of money.",
        most=f"{most:.15g}",
        amount=amount,
    )


def budget_bounded(s: Subject) -> Iterator[Issue]:
    """The money there is can be that of some state."""
    budget, money = s.scenario.budget, s.scenario.money
    stated = {"budget.total": budget.total}
    stated |= {f"budget.by_year.{year}": amount for year, amount in budget.by_year.items()}
    for where, value in stated.items():
        found = amount_fault(value, s.scenario) if s.sound(where, "money") else None
        if found is not None:
            yield Issue(where, *found)
    if money.per_usd is not None and s.sound("money.per_usd"):
        found = _fault(money.per_usd, LARGEST_RATE, _plain(LARGEST_RATE))
        if found is not None:
            yield Issue("money.per_usd", *found)


def numbers_bounded(s: Subject) -> Iterator[Issue]:
    """Every number in its place, its range and outcomes included, is of a sensible size."""
    for slot in s.slots:
        if not s.sound(slot.path, "money"):
            continue
        unit, values = s.unit(slot.number), list(_values(s, slot.number))
        for value in values if all(map(isfinite, values)) else ():
            found = slot_fault(slot, value, s.scenario, unit)
            if found is not None:
                yield Issue(slot.path, *found)
                break


def _values(s: Subject, number: Any) -> Iterator[float]:
    """The central value, and the ends and outcomes of a range."""
    value = s.value(number)
    if value is not None:
        yield value
    if isinstance(number, Product):
        for factor in number.product:
            yield from _values(s, factor)
        return
    found = s.quantity(number.ref) if isinstance(number, Reference) else number
    if isinstance(found, Quantity):
        yield from found.ends


def decisions_bounded(s: Subject) -> Iterator[Issue]:
    """The decisions of all years can be worked out on one machine."""
    years = s.scenario.years
    if not s.sound("years", "programmes", "pathways"):
        return
    lines = [len(pathway.bands) for pathway in s.scenario.pathways.values()]
    for programme in s.scenario.programmes.values():
        for activity in programme.activities.values():
            supply = activity.supply
            lines.append(len(supply.bands) if isinstance(supply, Bands) else 1)
    count = sum(lines) * len(years.outcomes)
    if count > MOST_DECISIONS:
        problem = _(
            "The document asks for {count} decisions; {most_decisions} can be worked out.",
            count=figure(count),
            most_decisions=figure(MOST_DECISIONS),
        )
        remedy = _("Shorten the horizon, or join programmes, bands or pathways.")
        yield Issue("programmes", problem, remedy)


CHECKS: tuple[Check, ...] = (budget_bounded, numbers_bounded, decisions_bounded)
