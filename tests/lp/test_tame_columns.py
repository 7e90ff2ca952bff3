"""Columns with enormous coefficients are counted in smaller units; nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.lp.files.tame_columns import tame_factors, tamed
from optimizer.lp.program import program
from optimizer.lp.solver import solve

WILD = program(
    {"x": 3.0, "step": 2.0, "n": 1.0},
    {
        "money": ({"x": 5.0, "step": 2.0**50, "n": 2.0**30}, "<=", 2.0**31),
        "all": ({"step": 1.0}, ">=", 0.0),
    },
    upper={"x": 4.0, "step": 2.0**-10},
    integer=["n"],
)


def test_only_wild_columns_get_a_factor_and_whole_ones_never() -> None:
    assert tame_factors(WILD).tolist() == [1.0, 2.0**-25, 1.0]
    mild = program({"x": 3.0, "nowhere": 1.0}, {"r": ({"x": 1e4}, "<=", 1e4)})
    assert tamed(mild, tame_factors(mild)) is mild


def test_the_tame_programme_is_the_same_one() -> None:
    factors = tame_factors(WILD)
    tame = tamed(WILD, factors)
    assert np.abs(tame.arrays.data[[0, 1]]).max() == 2.0**25
    assert tame.columns[1].upper == 2.0**15
    stated, found = solve(WILD), solve(tame)
    assert found.objective == pytest.approx(stated.objective, rel=1e-9)
    x = found.x * factors
    assert WILD.arrays.gain @ x == pytest.approx(stated.objective, rel=1e-9)
    assert np.array_equal(WILD.arrays.times(x), tame.arrays.times(found.x))
