"""Checks of money: the scenario's unit, and money where money belongs and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.slots import Slot
from optimizer.domain.units import AMOUNTS, PLAIN, SCALES, Unit
from optimizer.errors import Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.checks.subject import Check, Subject


def money_unit_known(s: Subject) -> Iterator[Issue]:
    """The money unit is a currency, with a scale before it or not."""
    words = s.scenario.money.unit
    if s.sound("money.unit") and words not in AMOUNTS:
        scales = ", ".join(scale for scale in SCALES if scale)
        remedy = _(
            "Write a currency code, after one of these if wanted: {scales}; 'million KRW'.",
            scales=scales,
        )
        spelled = {amount.lower(): amount for amount in AMOUNTS}
        near = get_close_matches(words.lower(), spelled, 1, 0.8)
        if near:
            remedy = suggest(spelled[near[0]], [spelled[near[0]]])
        problem = _("'{words}' is not a unit of money.", words=words)
        yield Issue("money.unit", problem, remedy)


def units_fit(s: Subject) -> Iterator[Issue]:
    """Money stands where money belongs, in the scenario's currency, and nowhere else."""
    currency = s.scenario.money.parsed.currency
    for slot in s.slots:
        unit = s.unit(slot.number)
        if unit is None or not s.sound(slot.path):
            continue
        words = _words(s, slot.number)
        if slot.money:
            yield from _money_expected(slot, unit, words, currency)
        elif unit.money:
            problem = _("This number is money ('{words}') but none is expected here.", words=words)
            remedy = _("Refer to a number of people, of units, or a share.")
            yield Issue(slot.path, problem, remedy)


def _money_expected(slot: Slot, unit: Unit, words: str, currency: str | None) -> Iterator[Issue]:
    if unit == PLAIN and not words:
        return
    if unit.currency is None:
        problem = _("An amount of money is expected; this number is in '{words}'.", words=words)
        remedy = _("Refer to a cost, or write the amount without a unit, in the scenario's money.")
        yield Issue(slot.path, problem, remedy)
    elif currency is not None and unit.currency != currency:
        problem = _(
            "The number is in '{words}', the scenario in {currency}.",
            words=words,
            currency=currency,
        )
        remedy = _("Multiply it by a rate of exchange: {product: [{ref: …}, {ref: fx_…}]}.")
        yield Issue(slot.path, problem, remedy)


def _words(s: Subject, number: Any) -> str:
    """The units of a number as its documents write them."""
    if isinstance(number, Reference):
        found = s.quantity(number.ref)
        return (found.unit or "") if found is not None else ""
    if isinstance(number, Product):
        return " × ".join(w for factor in number.product if (w := _words(s, factor)))
    return (number.unit or "") if isinstance(number, Quantity) else ""


CHECKS: tuple[Check, ...] = (money_unit_known, units_fit)
