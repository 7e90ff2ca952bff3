"""S-shaped supply: whole-number decisions find the best plan on the true curve, and prove it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.solving.curves.refine import Refined, refined

FLOOR = {"kind": "programme_floor", "owner": "Ministry", "reason": "Upkeep"}


def document(curves: dict[str, dict[str, Any]], budget: float, **parts: Any) -> dict[str, Any]:
    """Each curve brings one kind of person, one for each unit, in a single year."""
    people = {"channel": "attracted", "tier": "A", "bands": [{"net": 1}]}
    return {
        "schema": 1,
        "id": "bent",
        "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2025},
        "budget": {"total": budget},
        "objective": {"tiers": {"A": 1}, "channels": {"attracted": 1}},
        "capacities": {name: {} for name in curves},
        "programmes": {
            name: {"activities": {"unit": {"delivers": {name: 1}, "supply": curve}}}
            for name, curve in curves.items()
        },
        "pathways": {name: {**people, "needs": {name: {"amount": 1}}} for name in curves},
        **parts,
    }


def hill(ceiling: float, half: float, shape: float) -> dict[str, Any]:
    return {"curve": "hill", "ceiling": ceiling, "half": half, "shape": shape}


def power(amount: float, scale: float, shape: float) -> dict[str, Any]:
    return {"curve": "power", "amount": amount, "scale": scale, "shape": shape}


def units(curve: dict[str, Any], money: Any) -> Any:
    """Units that money buys, written out from the definition of the curve."""
    if curve["curve"] == "hill":
        bent = money ** curve["shape"]
        return curve["ceiling"] * bent / (curve["half"] ** curve["shape"] + bent)
    return curve["amount"] * (money / curve["scale"]) ** curve["shape"]


def by_search(one: dict[str, Any], two: dict[str, Any], budget: float) -> float:
    """The best split of a budget between two curves, by trying a million of them."""
    money = np.linspace(0.0, budget, 1_000_001)
    return float(np.max(units(one, money) + units(two, budget - money)))


def best(curves: dict[str, dict[str, Any]], budget: float, **parts: Any) -> Refined:
    return refined(scenario_of(document(curves, budget, **parts)))


@pytest.mark.parametrize("shape", [1.2, 2, 4])
@pytest.mark.parametrize("budget", [5, 30, 60, 100, 400])
def test_two_s_shaped_curves_share_a_budget(shape: float, budget: float) -> None:
    one, two = hill(50, 40, shape), hill(60, 70, 2.5)
    found = best({"one": one, "two": two}, budget)
    assert found.solution.found
    assert found.solution.objective == pytest.approx(by_search(one, two, budget), rel=2e-6)
    assert found.gap <= 1e-6 * found.solution.objective


@given(
    ceilings=st.tuples(st.integers(5, 80), st.integers(5, 80)),
    halves=st.tuples(st.integers(5, 90), st.integers(5, 90)),
    shapes=st.tuples(st.sampled_from([0.7, 1, 1.5, 3]), st.sampled_from([1.5, 2, 5])),
    budget=st.integers(1, 300),
)
@settings(max_examples=25)
def test_any_two_curves(
    ceilings: tuple[int, int], halves: tuple[int, int], shapes: tuple[float, float], budget: int
) -> None:
    one, two = (hill(*numbers) for numbers in zip(ceilings, halves, shapes, strict=True))
    found = best({"one": one, "two": two}, budget)
    assert found.solution.objective == pytest.approx(by_search(one, two, budget), rel=1e-5)


def test_a_convex_curve_takes_all_or_nothing() -> None:
    one, two = power(10, 100, 2), power(12, 100, 1)
    assert best({"one": one, "two": two}, 100).solution.objective == pytest.approx(12)
    assert best({"one": one, "two": two}, 200).solution.objective == pytest.approx(40, rel=1e-6)


def test_what_is_bought_lies_on_the_curve() -> None:
    curves = {"one": hill(50, 40, 3), "two": hill(60, 70, 2.5)}
    found = best(curves, 60)
    for name, curve in curves.items():
        key = (name, "unit")
        costs = found.case.accounts[key].commissioned(2025)
        money = sum(float(c) * found.solution.value[k] for k, c in costs.items())
        bought = sum(found.solution.value[k] for k in costs)
        assert bought <= units(curve, money) * (1 + 1e-9) + 1e-9
        assert bought == pytest.approx(units(curve, money), rel=1e-5, abs=1e-6)


def test_a_floor_may_hold_a_curve_where_it_is_steepening() -> None:
    curves = {"one": hill(50, 40, 3), "two": hill(60, 20, 1)}
    floor = {"id": "floor", "programme": "one", "amount": 13, **FLOOR}
    found = best(curves, 30, rules=[floor])
    money = np.linspace(13.0, 30.0, 1_000_001)
    expected = np.max(units(curves["one"], money) + units(curves["two"], 30 - money))
    assert found.solution.objective == pytest.approx(float(expected), rel=1e-5)


def test_a_commitment_between_two_steps_can_be_kept() -> None:
    curves = {"one": hill(50, 40, 3), "two": hill(60, 20, 1)}
    signed = {"id": "signed", "kind": "commitment", "programme": "one", "year": 2025,
              "amount": 12.345, "owner": "Ministry", "reason": "Signed"}  # fmt: skip
    found = best(curves, 30, rules=[signed])
    expected = units(curves["one"], 12.345) + units(curves["two"], 30 - 12.345)
    assert found.solution.objective == pytest.approx(expected, rel=1e-6)


def test_a_concave_curve_needs_no_whole_numbers() -> None:
    scenario = scenario_of(document({"one": hill(50, 40, 1)}, 60))
    assert not any(c.integer for c in compile_program(case_of(scenario)).columns)
