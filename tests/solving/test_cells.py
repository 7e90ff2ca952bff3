"""The steps of a supply curve in one year: what money buys of them."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from optimizer.formulation.curves import Shape
from optimizer.solving.curves.cells import Cell

CELL = Cell(
    ("p", "a"), 2025, cast(Shape, None), (0.0, 4.0, 10.0, 20.0), np.arange(3),
    np.array([1.0, 2.0, 5.0]), np.array([4.0, 3.0, 2.0]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("money", "units"),
    [
        (0.0, [0.0, 0.0, 0.0]),
        (2.5, [2.5, 0.0, 0.0]),
        (4.0, [4.0, 0.0, 0.0]),
        (7.0, [4.0, 1.5, 0.0]),
        (15.0, [4.0, 3.0, 1.0]),
        (99.0, [4.0, 3.0, 2.0]),
    ],
)
def test_money_buys_steps_in_their_order(money: float, units: list[float]) -> None:
    """4 units at 1, then 3 at 2, then 2 at 5."""
    assert CELL.filled(money).tolist() == pytest.approx(units)
