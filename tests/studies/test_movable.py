"""Numbers of a document that a repair may move, as a planner would type them."""

from __future__ import annotations

from itertools import islice

import pytest

from optimizer.lp import LinearProgram, program
from optimizer.studies.conflict.movable import Movable, _rise


@pytest.mark.parametrize(
    ("now", "value", "typed"),
    [
        (100.0, 234.5678, [234.6, 234.7, 234.568, 234.569]),
        (300.0, 234.5678, [234.5, 234.4, 234.567, 234.566]),
    ],
)
def test_a_number_is_typed_finer_and_finer_and_never_nearer(
    now: float, value: float, typed: list[float]
) -> None:
    """To each length the next number away from where it stands, and one further."""
    assert list(islice(Movable("rule", "rules.rule.amount", now).typed(value), 4)) == typed


@pytest.mark.parametrize(
    ("high", "rise"),
    [
        (program({"x": 1.0}, {"r": ({"x": 2.0}, "<=", 7.0)}, upper={"x": 9.0}), [3.0]),
        (program({"x": 5.0}, {"r": ({"x": 2.0}, "<=", 4.0)}, upper={"x": 9.0}), [0.0]),
        (program({"x": 1.0}, {"r": ({"x": 3.0}, "<=", 7.0)}, upper={"x": 9.0}), None),
        (program({"x": 1.0}, {"r": ({"x": 2.0}, "<=", 7.0)}, upper={"x": 8.0}), None),
        (program({"x": 1.0}, {"s": ({"x": 2.0}, "<=", 7.0)}, upper={"x": 9.0}), None),
    ],
)
def test_only_right_hand_sides_may_rise(high: LinearProgram, rise: list[float] | None) -> None:
    low = program({"x": 1.0}, {"r": ({"x": 2.0}, "<=", 4.0)}, upper={"x": 9.0})
    found = _rise(low, high)
    assert (None if found is None else found.tolist()) == rise
