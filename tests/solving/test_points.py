"""Grids of supply curves that end a step at the money of a plan."""

from __future__ import annotations

import pytest

from optimizer.solving.curves.points import DUST, _ending_in

GRID = (2.0, 5.0, 10.0)


@pytest.mark.parametrize(
    ("money", "grid"),
    [
        (3.0, (2.0, 3.0, 5.0, 10.0)),
        (5.0 + 5.0 * DUST, GRID),
        (5.0 * DUST, GRID),
        (12.0, GRID),
        (10.0, GRID),
    ],
)
def test_a_step_ends_at_the_money_unless_one_does_already(
    money: float, grid: tuple[float, ...]
) -> None:
    assert _ending_in(GRID, money) == grid
