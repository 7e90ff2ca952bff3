"""Where the steps of a supply curve are put for many draws."""

from __future__ import annotations

import pytest

from optimizer.solving.draws.steps import NARROWEST, _finer

CELL = (("programme", "activity"), 2025)


@pytest.mark.parametrize(
    ("places", "losses", "after"),
    [
        ((0.5,), (1.0, 0.0), (0.25, 0.5)),
        ((0.5,), (0.0, 1.0), (0.5, 0.75)),
        ((0.5, 0.5 + 1.5 * NARROWEST), (0.0, 1.0, 0.0), (0.5, 0.5 + 1.5 * NARROWEST)),
        ((0.5,), (0.1, 0.1), (0.5,)),
    ],
)
def test_the_interval_that_loses_most_is_halved_unless_it_is_too_narrow(
    places: tuple[float, ...], losses: tuple[float, ...], after: tuple[float, ...]
) -> None:
    """Halving leaves a quarter of the loss; 0.7 of the tolerance of 0.5 is allowed."""
    lost = {(CELL, i): loss for i, loss in enumerate(losses)}
    assert _finer({CELL: places}, lost, 0.5)[CELL] == pytest.approx(after)
