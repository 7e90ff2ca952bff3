"""Bands of whole units are filled in order by switches."""

from __future__ import annotations

from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from tests.tiny import tiny


def test_a_switch_is_off_or_on() -> None:
    document = tiny(whole=True)
    supply = document["programmes"]["p"]["activities"]["a"]["supply"]
    supply["bands"] = [{"units": 5, "unit_cost": 2}, {"units": 3, "unit_cost": 1}]
    columns = compile_program(case_of(scenario_of(document))).columns
    switches = [c for c in columns if isinstance(c.key, tuple) and c.key[0] == "full"]
    assert [c.key for c in switches] == [("full", "units", "p", "a", 0, y) for y in (2025, 2026)]
    assert {(c.lower, c.upper, c.integer) for c in switches} == {(0.0, 1.0, True)}
