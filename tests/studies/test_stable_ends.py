"""Draws are enough once the ends of every interval are known."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from optimizer.studies.uncertainty.precision import interval_of
from optimizer.studies.uncertainty.study import _Solved

STEADY = np.tile(np.linspace(9.0, 11.0, 200), 20)
TORN = np.concatenate([np.linspace(k, 40.0 * k, 200) for k in range(1, 21)])


def test_one_kind_of_draws_has_known_ends_and_the_other_has_not() -> None:
    for draws, known in ((STEADY, True), (TORN, False)):
        one = interval_of(draws)
        assert one is not None
        assert one.stable is known


@pytest.mark.parametrize(
    ("best", "later", "kept", "stable"),
    [
        (STEADY, STEADY, STEADY, True),
        (STEADY, TORN, STEADY, True),
        (TORN, STEADY, STEADY, False),
        (STEADY, STEADY, TORN, False),
    ],
)
def test_people_of_the_best_and_of_the_kept_plan_count(
    best: Any, later: Any, kept: Any, stable: bool
) -> None:
    """The first column is everybody by the end; others, such as supported people, do not count."""
    solved: Any = _Solved.__new__(_Solved)
    outcomes = SimpleNamespace(people=np.column_stack([best, later]))
    solved.answer = lambda: (outcomes, None, kept[:, None], None)
    assert solved.stable is stable
