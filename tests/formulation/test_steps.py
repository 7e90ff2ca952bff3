"""Steps of supply curves for many draws: the same places, each draw's own money."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.domain.programme import CurveKind
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of
from optimizer.formulation.curves import Shape
from optimizer.formulation.draws import draw
from optimizer.formulation.steps import grids_at, money_at, reach_of, slope
from tests.studies.unsure import unsure

ACTIVITY = ("institutes", "post")
SHAPES = st.builds(
    Shape,
    st.sampled_from(list(CurveKind)),
    st.floats(0.5, 50),
    st.floats(1, 500),
    st.floats(0.3, 1.0),
)


@given(shape=SHAPES, money=st.floats(0.01, 2000))
@settings(max_examples=100)
def test_the_slope_is_that_of_a_single_curve(shape: Shape, money: float) -> None:
    assert float(slope(shape, money)) == pytest.approx(shape.slope(money), rel=1e-12)
    near = (float(shape.units(1.0001 * money)) - float(shape.units(money))) / (1e-4 * money)
    assert float(slope(shape, money)) == pytest.approx(near, rel=1e-2)


@given(shape=SHAPES, money=st.floats(0.01, 2000))
@settings(max_examples=100)
def test_the_money_of_a_slope_leads_back_to_it(shape: Shape, money: float) -> None:
    bent = shape.kind not in (CurveKind.POWER, CurveKind.HILL) or float(shape.shape) < 0.97
    there = float(slope(shape, money))
    if bent and there > 1e-9 * float(slope(shape, 0.01)):
        assert float(money_at(shape, there)) == pytest.approx(money, rel=1e-5)


def test_a_straight_curve_takes_all_money_or_none() -> None:
    line = Shape(CurveKind.POWER, 10.0, 100.0, 1.0)
    assert float(money_at(line, 0.05)) == np.inf
    assert float(money_at(line, 0.2)) == 0.0


def stepped(places: tuple[float, ...], instead: dict[str, np.ndarray] | None = None) -> Case:
    case = case_of(unsure(), instead=instead)
    return case_of(
        unsure(), instead=instead, grids=grids_at(case, {(ACTIVITY, y): places for y in case.years})
    )


def test_each_draw_has_the_steps_it_would_have_alone() -> None:
    drawn = draw(unsure(), 9).instead()
    many = stepped((0.2, 0.7), dict(drawn)).supply[ACTIVITY][2025]
    for i in range(9):
        alone = {name: np.array([values[i]]) for name, values in drawn.items()}
        one = stepped((0.2, 0.7), alone).supply[ACTIVITY][2025]
        assert [s.rate[i] for s in many] == [s.rate[0] for s in one]  # type: ignore[index]
        assert [s.width[i] for s in many] == [s.width[0] for s in one]  # type: ignore[index]


def test_places_go_there_and_back() -> None:
    reach = reach_of(case_of(unsure(), instead=dict(draw(unsure(), 5).instead())), ACTIVITY)
    for place in (0.01, 0.5, 0.99):
        money = np.asarray(reach.money(place))
        assert (money > 0).all()
        assert (money < reach.most).all()
        assert reach.place(money) == pytest.approx(place)


def test_all_money_finds_a_step_even_where_the_curve_is_flat() -> None:
    cheap = {"cost_post": np.array([1.0, 30.0])}
    steps = stepped((0.5, 0.9), cheap).supply[ACTIVITY][2025]
    spent = sum(np.asarray(s.width) * np.asarray(s.rate) for s in steps)
    assert spent == pytest.approx([1000.0, 1000.0])


def test_a_budget_that_varies_bounds_each_draw_by_its_own() -> None:
    case = stepped((0.5,), {"budget.total": np.array([10.0, 1000.0, 0.0])})
    spent = sum(np.asarray(s.width) * np.asarray(s.rate) for s in case.supply[ACTIVITY][2025])
    assert spent == pytest.approx([10.0, 1000.0, 1e-3])
