"""Any number of the document made variable: where it is, what it is now, what it may range over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from optimizer.domain.quantity import Product, Quantity, Reference, references
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot, slots
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.number_words import number_title
from optimizer.formulation.numbers import Numbers
from optimizer.i18n import Words, _, verbatim
from optimizer.inputs.load import change_scenario

PLAIN = ("budget.total", "budget.carry_over", "objective.discount_rate")
"""Entries that are always plain values and may vary all the same."""

SMALL = 0.05
"""Share of a number at which its range begins where nought is not allowed."""


@dataclass(frozen=True)
class Variable:
    """A number that may take other values: `name` is what `case_of(instead=…)` calls it."""

    path: str
    """As the planner wrote it."""
    name: str
    now: float
    low: float
    high: float
    title: Words
    slots: tuple[Slot, ...] = ()
    """Places where it stands, with what they allow."""


def variables(scenario: Scenario, paths: Iterable[str]) -> tuple[Scenario, tuple[Variable, ...]]:
    """The scenario with the numbers at `paths` made variable, and what they are.

    A path is what `--set` understands, or an evidence identifier, which moves the number in all of
    its places. Raises InvalidInput for a path that holds no number.
    """
    found: dict[str, Variable] = {}
    issues: list[Issue] = []
    for path in paths:
        name = spelled(path)
        known = _evidence(scenario, path, name) or _plain(scenario, path, name)
        if known is None and name in (places := _places(scenario)):
            scenario = _loosened(scenario, places[name])
            known = _place(scenario, path, name)
        if known is None:
            names = [*scenario.evidence, *_places(scenario), *PLAIN]
            problem = _("There is no number at this place.")
            issues.append(Issue(path, problem, suggest(name, names)))
        else:
            found[path] = known
    if issues:
        raise InvalidInput(issues)
    return scenario, tuple(found.values())


def spelled(path: str) -> str:
    """The path as the formulation spells it: positions of lists in brackets.

    >>> spelled("pathways.a.bands.0.net"), spelled("budget.by_year.2025")
    ('pathways.a.bands[0].net', 'budget.by_year.2025')
    """
    path = re.sub(r"^evidence\.(\w+)\.value$", r"evidence.\1", path.strip())
    return re.sub(r"\b(bands|product)\.(\d+)", r"\1[\2]", path.removesuffix(".value"))


def _evidence(scenario: Scenario, path: str, name: str) -> Variable | None:
    quantity = scenario.evidence.get(name.removeprefix("evidence."))
    if quantity is None:
        return None
    name = name.removeprefix("evidence.")
    places = tuple(_uses(scenario, name))
    return _variable(path, name, quantity, quantity.title or verbatim(path), places)


def _uses(scenario: Scenario, name: str) -> Iterator[Slot]:
    """Places that refer to a row of evidence; of a product only the sign is known."""
    for slot in slots(scenario):
        if name in references(slot.number):
            whole = isinstance(slot.number, Product)
            yield replace(slot, least=0.0, most=inf) if whole else slot


def _plain(scenario: Scenario, path: str, name: str) -> Variable | None:
    budget, rate = scenario.budget, scenario.objective.discount_rate
    places = [
        Slot("budget.total", budget.total, money=True),
        Slot("budget.carry_over", budget.carry_over, most=1.0),
        Slot("objective.discount_rate", rate, most=0.99),
        *(Slot(f"budget.by_year.{y}", m, money=True) for y, m in budget.by_year.items()),
    ]
    slot = next((one for one in places if one.path == name), None)
    if slot is None:
        return None
    title = number_title(scenario, name)
    return _variable(path, name, Quantity(value=float(slot.number)), title, (slot,))


def _places(scenario: Scenario) -> Mapping[str, Slot]:
    """Place of the document → the number there, single factors of products included."""
    found: dict[str, Slot] = {}
    for slot in slots(scenario):
        found[slot.path] = slot
        if isinstance(slot.number, Product):
            for i, factor in enumerate(slot.number.product):
                inner = f"{slot.path}.product[{i}]"
                found[inner] = Slot(inner, factor)
    return found


def _loosened(scenario: Scenario, slot: Slot) -> Scenario:
    """The scenario with a quantity of its own at a place that had anything else."""
    number = slot.number
    if isinstance(number, Quantity):
        return scenario
    document: Any
    if isinstance(number, Reference):
        document = scenario.evidence[number.ref].model_dump(mode="json", exclude_unset=True)
    else:
        read = Numbers(scenario)
        document = {"value": float(read.money(number) if slot.money else read.plain(number))}
    for step in reversed(re.findall(r"[^.\[\]]+", slot.path)):
        document = {step: document}
    return change_scenario(scenario, document)


def _place(scenario: Scenario, path: str, name: str) -> Variable:
    slot = _places(scenario)[name]
    assert isinstance(slot.number, Quantity)
    title = slot.number.title or number_title(scenario, name)
    return _variable(path, name, slot.number, title, (slot,))


def _variable(
    path: str, name: str, quantity: Quantity, title: Words, places: tuple[Slot, ...]
) -> Variable:
    """The range is the quantity's own; without one, nought to twice the value, where allowed."""
    low, high = quantity.ends
    if not quantity.uncertain:
        low, high = sorted((0.0, 2.0 * quantity.value))
        least = [SMALL * quantity.value if s.positive else s.least for s in places]
        low, high = max([low, *least]), min([high, *(s.most for s in places)])
    if low == high:
        low, high = min(low, 0.0), max(high, 1.0)
    return Variable(path, name, quantity.value, low, high, title, places)
