"""Steps of equal use are filled in their order, for the same money."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from optimizer.formulation.case import Step
from optimizer.studies.ties import _filled

STEPS = (Step(4.0, 1.0), Step(3.0, 2.0), Step(inf, 5.0))


@pytest.mark.parametrize(
    ("units", "filled"),
    [
        ([0.0, 5.0, 0.0], [4.0, 3.0, 0.0]),
        ([0.0, 0.0, 3.0], [4.0, 3.0, 1.0]),
        ([3.0, 0.5, 0.0], [4.0, 0.0, 0.0]),
        ([4.0, 1.0, 0.0], [4.0, 1.0, 0.0]),
        ([2.5, 0.0, 0.0], [2.5, 0.0, 0.0]),
    ],
)
def test_the_same_money_buys_the_first_steps_first(units: list[float], filled: list[float]) -> None:
    """Money of the first: 10, as 4 units at 1 and 3 at 2; of the others 15, 4, 6 and 2.5."""
    assert _filled(STEPS, np.array(units)).tolist() == pytest.approx(filled)
