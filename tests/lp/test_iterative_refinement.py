"""Corrections by floats of what rational numbers have found wrong."""

from __future__ import annotations

from math import inf

import pytest
from flint import fmpq

from optimizer.lp.rational.iterative_refinement import _near


@pytest.mark.parametrize(
    ("room", "near"), [(3, 3.0), (10**15, 1e15), (2 * 10**15, inf), (-(10**15), -1e15)]
)
def test_a_limit_out_of_reach_of_a_correction_is_none(room: int, near: float) -> None:
    assert _near(fmpq(room)) == near
