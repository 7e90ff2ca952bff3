"""A point of a share in the direction in which its row lets more through."""

from __future__ import annotations

import pytest

from optimizer.formulation.rules.base import OwnNumber
from optimizer.lp.program import Row, Sense
from optimizer.studies.prices.study import SHARE_POINT, _looser


@pytest.mark.parametrize(
    ("sense", "adds", "value", "by"),
    [
        (Sense.GE, 1.0, 0.3, SHARE_POINT),
        (Sense.LE, -1.0, 0.3, SHARE_POINT),
        (Sense.GE, -1.0, 0.3, -SHARE_POINT),
        (Sense.LE, 1.0, 0.3, -SHARE_POINT),
        (Sense.LE, 1.0, 0.25 * SHARE_POINT, -0.25 * SHARE_POINT),
    ],
)
def test_more_on_the_left_helps_a_floor_and_harms_a_ceiling(
    sense: Sense, adds: float, value: float, by: float
) -> None:
    row = Row("r", {"x": 1.0}, sense, 0.0)
    assert _looser(row, OwnNumber(value, {"x": adds})) == pytest.approx(by)
