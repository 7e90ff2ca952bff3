"""What stands beside a number that was moved."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ui.panels.numbers_table import _about


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, ["scenario_says 1.235"]),
        (0.1, ["scenario_says 1.235", "beyond_range 0.1235 2.346"]),
        (0.123456, ["scenario_says 1.235"]),
        (2.34567, ["scenario_says 1.235"]),
        (2.4, ["scenario_says 1.235", "beyond_range 0.1235 2.346"]),
    ],
)
def test_a_value_beyond_its_range_is_told_with_four_digits(value: float, said: list[str]) -> None:
    def say(key: str, values: dict[str, str]) -> str:
        return " ".join([key, *values.values()])

    desk: Any = SimpleNamespace(speech=SimpleNamespace(say=say))
    number: Any = SimpleNamespace(value=1.234567, low=0.123456, high=2.34567, path="p")
    (line,) = _about(desk, number, value)
    assert f">{' '.join(said)}<" in line
    assert ("tbo-warn" in line) is (len(said) > 1)
