"""The scenario's numbers in the scenario's units: plain floats, or arrays of draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.units import PLAIN, Unit, parse_unit
from optimizer.lp.program import Coefficient


class Numbers:
    """Reads numbers of one scenario: centrally, or with some of them replaced.

    `instead` maps names of uncertain numbers to a value or an array of shape (draws,): the name is
    the evidence identifier for a reference, the path in the document for a number written there.
    """

    def __init__(
        self, scenario: Scenario, instead: Mapping[str, Coefficient] | None = None
    ) -> None:
        self._evidence = scenario.evidence
        self._money = scenario.money.parsed
        self._instead = instead or {}
        self._paths = _known_paths(scenario) if instead else {}

    @property
    def replaced(self) -> bool:
        """Whether some numbers are not the document's own."""
        return bool(self._instead)

    def plain(self, number: Any) -> Coefficient:
        """A number that is not money."""
        if isinstance(number, (float, int)):
            return float(number)
        if isinstance(number, Reference):
            return self._instead.get(number.ref, self._evidence[number.ref].value)
        if isinstance(number, Product):
            value: Coefficient = 1.0
            for factor in number.product:
                value = value * self.plain(factor)
            return value
        if isinstance(number, Quantity):
            return self._instead.get(self._paths.get(id(number), ""), number.value)
        return float(number)

    def money(self, number: Any) -> Coefficient:
        """An amount in the scenario's money unit; a number without a unit is taken as is."""
        value, unit = self.plain(number), self._unit(number)
        if unit.currency is None or unit.scale == self._money.scale:
            return value
        return value * (unit.scale / self._money.scale)

    def yearly(self, number: Any, year: int) -> Coefficient:
        """The value in a year of a constant, or of a mapping from year to number (else 0)."""
        return self.plain(number.get(year, 0.0) if isinstance(number, Mapping) else number)

    def entry(self, path: str, value: float) -> Coefficient:
        """An entry of the document that is always a plain value, such as 'budget.total'."""
        return self._instead.get(path, float(value))

    def worked_out(self, value: Coefficient) -> Coefficient:
        """A number that stands nowhere in the document: the most that other rows allow."""
        return value

    def counts(self, value: Coefficient) -> bool:
        """Whether a number changes anything: whether it is nought in every draw."""
        return bool(np.any(value))

    def _unit(self, number: Any) -> Unit:
        if isinstance(number, Reference):
            return parse_unit(self._evidence[number.ref].unit)
        if isinstance(number, Product):
            unit = PLAIN
            for factor in number.product:
                unit = unit * self._unit(factor)
            return unit
        return parse_unit(number.unit) if isinstance(number, Quantity) else PLAIN


_last: list[tuple[Scenario, dict[int, str]]] = []
"""The scenario whose paths were asked for last, and they: many draws are read of one scenario."""


def _known_paths(scenario: Scenario) -> dict[int, str]:
    """The same as `paths_of_quantities`, walked once for the draws of one scenario."""
    for known, paths in _last:
        if known is scenario:
            return paths
    paths = paths_of_quantities(scenario)
    _last[:] = [(scenario, paths)]
    return paths


def paths_of_quantities(scenario: Scenario) -> dict[int, str]:
    """Identity of each quantity written in the document → its path there."""
    found: dict[int, str] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, Quantity):
            found[id(value)] = path
        elif isinstance(value, Mapping):
            for key, part in value.items():
                walk(part, f"{path}.{key}")
        elif isinstance(value, tuple):
            for i, part in enumerate(value):
                name = getattr(part, "id", None)
                walk(part, f"{path}[{i}]" if name is None else f"{path}.{name}")
        elif hasattr(type(value), "model_fields"):
            for name in type(value).model_fields:
                if name != "evidence":
                    walk(getattr(value, name), f"{path}.{name}" if path else name)

    walk(scenario, "")
    return found
