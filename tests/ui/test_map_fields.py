"""The picture of a map of decisions: where its fields, borders and names lie."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from optimizer import api
from ui.panels import decision_map

KOREA = api.load_scenario("korea-2025")
FIRST, SECOND = list(KOREA.programmes)[:2]


def found(x: float = 10.0, y: float = 20.0) -> Any:
    """Three by two points; the second programme leads right of 14 below, and right of 13 above."""
    return SimpleNamespace(
        scenario=KOREA,
        programmes=(FIRST, SECOND, "nowhere"),
        x=SimpleNamespace(now=x),
        y=SimpleNamespace(now=y),
        xs=np.array([10.0, 12.0, 14.5]),
        ys=np.array([20.0, 26.0]),
        leader=np.array([[0, 0, 1], [0, 1, 1]]),
        borders=pd.DataFrame({"x": [14.0, 11.0], "y": [20.0, 26.0]}),
    )


def test_fields_reach_half_a_step_beyond_the_grid_and_meet_at_borders() -> None:
    fields = [(f.x, f.x2, f.y, f.y2) for f in decision_map._fields(found(), (1.0, 10.0))]
    assert fields == [
        (9.0, 14.0, 1.7, 2.3),
        (14.0, 15.5, 1.7, 2.3),
        (9.0, 11.0, 2.3, 2.9),
        (11.0, 15.5, 2.3, 2.9),
    ]


def test_borders_are_told_in_the_units_of_the_axes() -> None:
    assert list(decision_map._borders(found(), (2.0, 4.0))) == [(7.0, 5.0), (5.5, 6.5)]


@pytest.mark.parametrize(
    ("x", "y", "here"),
    [
        (10.0, 20.0, True), (14.5, 26.0, True), (12.3, 21.0, True), (9.9, 20.0, False),
        (14.6, 26.0, False), (12.0, 19.9, False), (12.0, 26.1, False),
    ],
)  # fmt: skip
def test_today_lies_on_the_map_up_to_its_edges(x: float, y: float, here: bool) -> None:
    assert decision_map._here(found(x, y)) is here


def test_every_programme_that_leads_anywhere_has_its_name_there() -> None:
    named = {name: (x, y) for name, x, y in decision_map._middles(found())}
    assert set(named) == {FIRST, SECOND}
    assert named[FIRST] in {(10.0, 20.0), (12.0, 20.0), (10.0, 26.0)}
    assert named[SECOND] in {(14.5, 20.0), (12.0, 26.0), (14.5, 26.0)}
