"""Figures of scenarios beside each other are told in the scenario's own unit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ui.panels.scenario_comparison import _worded


@pytest.mark.parametrize("unit", ["million KRW", "million USD", "thousand USD"])
def test_money_is_told_by_a_scenario_of_its_unit(unit: str) -> None:
    def scenario(own: str) -> Any:
        return SimpleNamespace(money=SimpleNamespace(unit=own))

    units = ("thousand USD", "million USD", "million KRW")
    found: Any = SimpleNamespace(plans=[SimpleNamespace(scenario=scenario(u)) for u in units])
    speech = SimpleNamespace(money=lambda value, told: (value, told.money.unit))
    desk: Any = SimpleNamespace(speech=speech)
    value = SimpleNamespace(kind="money", unit=unit, value=3.0)
    assert _worded(desk, found, value) == (3.0, unit)
