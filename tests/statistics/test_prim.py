"""Boxes of few limits: how well they tell cases from others."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.statistics.prim import Box


@pytest.mark.parametrize(
    ("density", "coverage", "balance"), [(0.5, 1.0, 2 / 3), (0.8, 0.8, 0.8), (0.0, 0.0, 0.0)]
)
def test_density_and_coverage_are_balanced_by_their_harmonic_mean(
    density: float, coverage: float, balance: float
) -> None:
    ends = np.array([1.0])
    assert Box(-ends, ends, density, coverage, 0.1).balance == pytest.approx(balance)
