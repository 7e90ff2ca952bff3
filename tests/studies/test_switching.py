"""Values at which the lead changes: all brackets are closed in on together."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from optimizer.studies.insight import switching
from optimizer.studies.insight.switching import Bracket


def test_each_bracket_is_closed_in_on_along_its_own_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The lead changes where the first number passes 7, and where the second passes 130."""
    monkeypatch.setattr(switching, "best_of_draws", lambda job, values: values)
    monkeypatch.setattr(
        switching, "leaders", lambda at: 2 * (at[:, 0] > 7.0) + (at[:, 1] > 130.0).astype(int)
    )
    job: Any = None
    known: Any = [SimpleNamespace(now=5.0), SimpleNamespace(now=120.0)]
    brackets = [Bracket(0, 0.0, 10.0, 0, 2), Bracket(1, 100.0, 200.0, 0, 1)]
    for border, was, now in zip(
        (7.0, 130.0), brackets, switching._closer(job, known, brackets), strict=True
    ):
        assert now.low <= border < now.high
        assert now.high - now.low == pytest.approx((was.high - was.low) / (switching.POINTS - 1))
        assert np.array_equal(
            [now.variable, now.leader_low, now.leader_high],
            [was.variable, was.leader_low, was.leader_high],
        )
