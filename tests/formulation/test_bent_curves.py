"""Steps of curves lie on the side they should; S-shaped ones are bought in order."""

from __future__ import annotations

from math import inf, isfinite
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from optimizer.domain.programme import CurveKind
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.curves import Shape, above, bands_of, first_grid
from optimizer.inputs.load import scenario_of
from optimizer.lp.program import Sense

SHAPES = [
    Shape(CurveKind.HILL, 50.0, 40.0, 0.6),
    Shape(CurveKind.HILL, 50.0, 40.0, 1.0),
    Shape(CurveKind.HILL, 50.0, 40.0, 3.0),
    Shape(CurveKind.POWER, 50.0, 40.0, 0.5),
    Shape(CurveKind.POWER, 50.0, 40.0, 1.0),
    Shape(CurveKind.POWER, 50.0, 40.0, 2.0),
    Shape(CurveKind.EXPONENTIAL, 50.0, 40.0, 1.0),
    Shape(CurveKind.LOGARITHMIC, 50.0, 40.0, 1.0),
]
NAMES = [f"{shape.kind} {shape.shape}" for shape in SHAPES]


def units_on(bands: list[Any], money: float) -> float:
    """Units that money buys when bands are filled in order."""
    units = 0.0
    for width, cost in bands:
        part = min(width, money / cost if cost > 0 else inf)
        units, money = units + part, max(0.0, money - part * cost)
    return units


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
@given(ends=st.lists(st.integers(1, 300), max_size=6), money=st.floats(0.0, 300.0))
def test_steps_lie_above_or_below(shape: Shape, ends: list[int], money: float) -> None:
    grid = tuple(sorted({0.0, *map(float, ends), 300.0, min(300.0, shape.turn)}))
    exact, rounding = float(shape.units(money)), 1e-9 * 50.0
    over = units_on(above(shape, grid), money)
    assert over >= exact - rounding
    under = units_on(bands_of(shape, grid), money)
    if money >= shape.turn:
        assert under <= exact + rounding
    for end in grid:
        assert units_on(bands_of(shape, grid), end) == pytest.approx(float(shape.units(end)))


@pytest.mark.parametrize("shape", [s for s in SHAPES if s.concave], ids=str)
@pytest.mark.parametrize("money", [3.0, 40.0, 250.0])
def test_the_money_of_a_slope_leads_back_to_it(shape: Shape, money: float) -> None:
    found = shape.money_at_slope(shape.slope(money), 300.0)
    assert shape.slope(found) == pytest.approx(shape.slope(money))
    assert found == pytest.approx(300.0 if shape.slope(300.0) == shape.slope(0.0) else money)


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_the_turn_is_where_the_slope_is_largest(shape: Shape) -> None:
    money = np.linspace(0.5, 299.5, 2991)
    slopes = [shape.slope(float(m)) for m in money]
    if shape.concave:
        assert shape.turn == 0.0
        assert all(np.diff(slopes) <= 1e-12)
    elif isfinite(shape.turn):
        assert money[int(np.argmax(slopes))] == pytest.approx(shape.turn, abs=0.1)
        assert shape.turn in first_grid(shape, 300.0)
    else:
        assert all(np.diff(slopes) >= -1e-12)


def test_an_underflow_joins_two_steps() -> None:
    steep = Shape(CurveKind.HILL, 50.0, 40.0, 200.0)
    bands = bands_of(steep, (0.0, 0.1, 0.2, 39.0, 50.0))
    assert float(sum(width * cost for width, cost in bands)) == pytest.approx(50.0)
    assert len(bands) == 2


def bent_case(*, outer: bool) -> Case:
    """One S-shaped curve with steps that end at 10, 20, its turn, 60 and the budget of 100."""
    people = {"channel": "attracted", "tier": "A", "bands": [{"net": 1}]}
    supply = {"curve": "hill", "ceiling": 50, "half": 40, "shape": 3}
    scenario = scenario_of(
        {
            "schema": 1,
            "id": "bent",
            "money": {"unit": "KRW"},
            "years": {"first": 2025, "last": 2025},
            "budget": {"total": 100},
            "objective": {"tiers": {"A": 1}, "channels": {"attracted": 1}},
            "capacities": {"post": {}},
            "programmes": {"p": {"activities": {"a": {"delivers": {"post": 1}, "supply": supply}}}},
            "pathways": {"q": {**people, "needs": {"post": {"amount": 1}}}},
        }
    )
    case = case_of(scenario)
    turn = case.bent["p", "a"].turn
    turns = {(("p", "a"), 2025): (0.0, 10.0, 20.0, turn, 60.0, 100.0)}
    return Case(scenario, case.numbers, outer=outer, turns=turns)


@pytest.mark.parametrize("outer", [False, True])
def test_rows_of_an_s_shaped_curve(outer: bool) -> None:
    case = bent_case(outer=outer)
    steps = case.supply["p", "a"][2025]
    assert case.rising(("p", "a"), 2025) == 3
    program = compile_program(case)
    whole = [c.key for c in program.columns if c.integer]
    assert whole == [("full", "units", "p", "a", i, 2025) for i in range(3)]
    rows = {row.key: row for row in program.rows if row.key[0] == "band_order"}
    for i in range(3):
        full = rows["band_order", "units", "p", "a", i, 2025, "full"]
        assert full.sense is (Sense.GE if outer else Sense.EQ)
        assert full.terms == {
            ("units", "p", "a", i, 2025): 1.0,
            ("full", "units", "p", "a", i, 2025): -steps[i].width,
        }
    for k in range(1, len(steps)):
        after = rows["band_order", "units", "p", "a", k, 2025, "after"]
        assert after.sense is Sense.LE
        assert after.terms == {
            ("units", "p", "a", k, 2025): 1.0,
            ("full", "units", "p", "a", min(k, 3) - 1, 2025): -steps[k].width,
        }
    assert len(rows) == 3 + len(steps) - 1
