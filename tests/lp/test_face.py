"""The plans that share an optimum's prices: which limits hold, and which keep their room."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from optimizer.lp import program
from optimizer.lp.face import Face, limits
from optimizer.lp.scaling import plain_units


@pytest.mark.parametrize("maximise", [True, False])
def test_a_price_holds_a_column_only_at_an_end_it_has(maximise: bool) -> None:
    """Each gain of 1 or -1 is a reduced cost; `free` has no end that it could lean on."""
    case = program(
        {"at 2": 1.0, "at 5": -1.0, "free": 1.0, "unpriced": 0.0},
        {"r": ({"at 2": 1.0}, "<=", 9.0)},
        lower={"at 2": 2.0, "at 5": 2.0, "free": -inf},
        upper={"at 2": 5.0, "at 5": 5.0, "free": inf},
        maximise=maximise,
    )
    low, up, _, row_up = limits(case.arrays, plain_units(case.arrays), maximise, np.zeros(1))
    first, second = ([5.0, 5.0], [2.0, 2.0]) if maximise else ([2.0, 2.0], [5.0, 5.0])
    assert np.column_stack([low, up]).tolist() == [first, second, [-inf, inf], [0.0, inf]]
    assert row_up.tolist() == [9.0]


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
def test_the_furthest_is_found_in_any_unit(size: float) -> None:
    """Half of x + y ≤ 4 decides nothing: x reaches 3, whatever unit it is measured in."""
    case = program(
        {"x": 0.0, "y": 0.0},
        {"all": ({"x": 1.0 / size, "y": 1.0}, "<=", 4.0), "x": ({"x": 1.0}, "<=", 3.0 * size)},
    )
    face = Face(case, None).at(np.zeros(2))
    assert face.furthest_column(0, 1, ceiling=True) == pytest.approx(3.0 * size)
    assert face.furthest_row(1, 1) == pytest.approx(4.0 * size)
