"""The picture of a map of decisions: where its fields, borders and names lie."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from optimizer.api import desk as api
from ui.panels import decision_map

KOREA = api.load_scenario("korea-2025")
FIRST, SECOND = list(KOREA.programmes)[:2]


def found(x: float = 10.0, y: float = 20.0) -> Any:
    """Three by two points; the second programme leads right of 14 below, and right of 13 above."""
    return SimpleNamespace(
        scenario=KOREA,
        programmes=(FIRST, SECOND, "nowhere"),
        x=SimpleNamespace(now=x, path="a"),
        y=SimpleNamespace(now=y, path=decision_map.BUDGET),
        xs=np.array([10.0, 12.0, 14.5]),
        ys=np.array([20.0, 26.0]),
        leader=np.array([[0, 0, 1], [0, 1, 1]]),
        people=np.ones((2, 3)),
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


def picture(found: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ...]:
    """Fields, points, borders, names, today and heads as they are handed to the chart."""
    monkeypatch.setattr(decision_map, "map_chart", lambda *parts, **_: parts)
    said = {
        "say": lambda key: key,
        "title": lambda _, p: p,
        "people": str,
        "digits": str,
        "language": "en",
    }
    desk: Any = SimpleNamespace(speech=SimpleNamespace(**said), dark=False)
    return decision_map._picture(desk, found, ("a", "budget"))  # type: ignore[return-value]


def test_borders_are_drawn_in_the_unit_of_the_axis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Budgets of 20 and 26 million won, in billions."""
    borders = picture(found(), monkeypatch)[2]
    assert borders == [(14.0, pytest.approx(0.020)), (11.0, pytest.approx(0.026))]


@pytest.mark.parametrize(
    ("x", "y", "here"),
    [
        (10.0, 20.0, True), (14.5, 26.0, True), (12.3, 21.0, True), (9.9, 20.0, False),
        (14.6, 26.0, False), (12.0, 19.9, False), (12.0, 26.1, False),
    ],
)  # fmt: skip
def test_today_is_marked_on_the_map_up_to_its_edges(
    x: float, y: float, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (picture(found(x, y), monkeypatch)[4] is not None) is here


def test_only_numbers_with_a_range_and_the_budget_can_be_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second number is stated as it is, and the last one is no number of the evidence."""
    names = ["coef_ate_add", "gpu_rented_by_state", "a number of the document"]
    assert [KOREA.evidence[name].uncertain for name in names[:2]] == [True, False]
    rows = pd.DataFrame({"evidence": names, "people_share": [0.5, 0.4, 0.3]})
    explained = SimpleNamespace(evidence=rows)
    monkeypatch.setattr(decision_map.cache, "explained", lambda plan: explained)
    monkeypatch.setattr(decision_map, "_title", lambda desk, scenario, name: name)
    desk: Any = SimpleNamespace(speech=SimpleNamespace(say=str))
    plan: Any = SimpleNamespace(scenario=KOREA)
    assert list(decision_map._numbers(desk, plan)) == [names[0], decision_map.BUDGET]


def test_every_programme_that_leads_anywhere_has_its_name_there() -> None:
    named = {name: (x, y) for name, x, y in decision_map._middles(found())}
    assert set(named) == {FIRST, SECOND}
    assert named[FIRST] in {(10.0, 20.0), (12.0, 20.0), (10.0, 26.0)}
    assert named[SECOND] in {(14.5, 20.0), (12.0, 26.0), (14.5, 26.0)}
