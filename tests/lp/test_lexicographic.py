"""The best of one sum among the rows of a programme."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.lp import program
from optimizer.lp.fronts.lexicographic import Lexicographic


@pytest.mark.parametrize("gains", [(0.3, 0.7), (0.7, 0.3), (5.0, -2.0), (-1.0, -0.4)])
def test_the_proven_limit_of_a_sum_is_the_most_it_reaches(gains: tuple[float, float]) -> None:
    """Corners: (0, 0), (4, 0), (2, 2) and (0, 3)."""
    rows = {"a": ({"x": 1.0, "y": 1.0}, "<=", 4.0), "b": ({"x": 1.0, "y": 2.0}, "<=", 6.0)}
    case = program({"x": 0.0, "y": 0.0}, rows)
    corners = np.array([(0.0, 0.0), (4.0, 0.0), (2.0, 2.0), (0.0, 3.0)])
    most = Lexicographic(case).at_most(np.array(gains))
    assert most == pytest.approx((corners @ gains).max(), abs=1e-9)
