"""Checks of numbers: references, ranges, and who stands behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite, prod

from optimizer.domain.evidence import Grade
from optimizer.domain.quantity import Product, Quantity, Reference, references
from optimizer.domain.slots import Slot
from optimizer.errors import Issue, suggest
from optimizer.i18n import Message, _
from optimizer.inputs.checks.subject import Check, Subject
from optimizer.inputs.messages import share_remedy


def references_known(s: Subject) -> Iterator[Issue]:
    """Every `ref` names a row of evidence that has a number."""
    own = s.scenario.evidence
    if not s.given("evidence"):
        return
    for slot in s.slots:
        for name in references(slot.number):
            if name in own or not s.given(f"evidence.{name}"):
                continue
            if name in s.without_number:
                problem = _("The evidence '{name}' tells a direction but no number.", name=name)
                remedy = _("Refer to a row with a value, or write your own number with grade X.")
            else:
                problem = _("There is no evidence called '{name}'.", name=name)
                remedy = suggest(name, set(own) | s.evidence - s.without_number)
            yield Issue(slot.path, problem, remedy)


def numbers_in_range(s: Subject) -> Iterator[Issue]:
    """No negative widths, costs, yields or weights; shares between 0 and 1; nothing infinite."""
    for slot in s.slots:
        value = s.value(slot.number)
        if value is None or not s.sound(slot.path):
            continue
        found = out_of_range(slot, value)
        if found is not None:
            yield Issue(slot.path, *found)
            continue
        for end, limit in _ends(s, slot):
            found = out_of_range(slot, limit)
            if found is not None:
                yield Issue(slot.path, end + found[0], found[1])


def out_of_range(slot: Slot, value: float) -> tuple[Message, Message] | None:
    """What is wrong with a value in its place, and what to do."""
    if not isfinite(value):
        return _TOO_LARGE
    outside = _("{value} is out of range.", value=f"{value:g}")
    if slot.positive and value <= 0:
        return outside, _("Give more than 0.")
    if value < slot.least:
        return outside, _("Give {least} or more.", least=f"{slot.least:g}")
    if value > slot.most:
        most = f"{slot.most:g}"
        problem = _("{value} is more than {most}.", value=f"{value:g}", most=most)
        return problem, share_remedy(value, slot.most)
    return None


_TOO_LARGE = (
    _("The number is too large."),
    _("State it in a larger unit."),
)
_LOW = _("The low end of the range: ")
_HIGH = _("The high end of the range: ")


def _ends(s: Subject, slot: Slot) -> Iterator[tuple[Message, float]]:
    """The ends of a range, where one is stated.

    Of a product, with all its factors at theirs, and only where nought would not do.
    """
    factors = slot.number.product if isinstance(slot.number, Product) else [slot.number]
    if len(factors) > 1 and not slot.positive:
        return
    known = [s.quantity(f.ref) if isinstance(f, Reference) else f for f in factors]
    for said, end in ((_LOW, "low"), (_HIGH, "high")):
        stated = [getattr(one, end, None) for one in known]
        values = [
            s.value(factor) if limit is None else float(limit)
            for factor, limit in zip(factors, stated, strict=True)
        ]
        sure = [value for value in values if value is not None]
        if any(limit is not None for limit in stated) and len(sure) == len(values):
            yield said, prod(sure)


def evidence_graded(s: Subject) -> Iterator[Issue]:
    """A graded number names a source, and a source that is named exists."""
    quantities = [(f"evidence.{name}", q) for name, q in s.scenario.evidence.items()]
    quantities += [found for slot in s.slots for found in written(slot)]
    for where, q in quantities:
        if not s.given(f"{where}.grade", f"{where}.source"):
            continue
        if q.grade is not Grade.X and q.source is None:
            problem = _("A number of grade {grade} needs a source.", grade=q.grade)
            remedy = _("Name a source of data/sources.csv, or use grade X for an assumption.")
            yield Issue(f"{where}.source", problem, remedy)
        if q.source is not None and q.source not in s.sources:
            problem = _("There is no source called '{source}'.", source=q.source)
            yield Issue(f"{where}.source", problem, suggest(q.source, s.sources))


def written(slot: Slot) -> Iterator[tuple[str, Quantity]]:
    """The quantities written out in a place, factors of products included."""
    if isinstance(slot.number, Quantity):
        yield slot.path, slot.number
    elif isinstance(slot.number, Product):
        for i, factor in enumerate(slot.number.product):
            yield from written(Slot(f"{slot.path}.product[{i}]", factor))


CHECKS: tuple[Check, ...] = (references_known, numbers_in_range, evidence_graded)
