"""Which rows are kept by buying nothing and supporting nobody."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.formulation.rules.base import rests
from optimizer.lp.program import Coefficient, Row, Sense


@pytest.mark.parametrize(
    ("sense", "rhs", "kept"),
    [
        (Sense.LE, 5.0, True),
        (Sense.LE, 0.0, True),
        (Sense.LE, -1.0, False),
        (Sense.LE, np.array([3.0, -1.0]), False),
        (Sense.GE, -5.0, True),
        (Sense.GE, 0.0, True),
        (Sense.GE, np.array([-3.0, 1.0]), False),
        (Sense.EQ, 0.0, True),
        (Sense.EQ, 2.0, False),
        (Sense.EQ, -2.0, False),
    ],
)
def test_nothing_at_all_keeps_a_row(sense: Sense, rhs: Coefficient, kept: bool) -> None:
    assert rests(Row("r", {"x": 1.0}, sense, rhs)) is kept
