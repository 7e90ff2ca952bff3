"""Numbers of a document that a repair may move, as a planner would type them."""

from __future__ import annotations

from itertools import islice

import pytest

from optimizer.studies.conflicts.movable import Movable


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
