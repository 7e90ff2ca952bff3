"""Which answers are worked out a second time, in rational numbers."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.lp import confirm, program, solve
from optimizer.lp.outcome import Outcome


@pytest.mark.parametrize(("ratio", "again"), [(9_999.5, False), (10_000.5, True)])
def test_numbers_ten_thousand_times_apart_are_reason_enough(
    ratio: float, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In natural units, powers of two, this programme's numbers are as far apart as the ratio."""
    looks: list[str] = []

    def looked(_: Any, meaning: str, *__: Any) -> Outcome | None:
        looks.append(meaning)
        return None

    monkeypatch.setattr(confirm, "outcome_as", looked)
    far = 64.0 * ratio
    rows = {"a": ({"x": 1.0, "y": 1.0}, "<=", 1.0), "b": ({"x": 1.0, "y": far}, "<=", far)}
    assert solve(program({"x": 1.0, "y": 1.0}, rows)).objective == pytest.approx(1.0)
    assert bool(looks) is again
