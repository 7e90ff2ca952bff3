"""What stands beside a number that was moved."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ui.panels.numbers_table import _about
from ui.speech import Speech

SAYS = "The scenario says 1.235."
BEYOND = "This lies beyond its range 0.1235 to 2.346."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, [SAYS]),
        (0.1, [SAYS, BEYOND]),
        (0.123456, [SAYS]),
        (2.34567, [SAYS]),
        (2.4, [SAYS, BEYOND]),
    ],
)
def test_a_value_beyond_its_range_is_told_with_four_digits(value: float, said: list[str]) -> None:
    desk: Any = SimpleNamespace(speech=Speech("en"))
    number: Any = SimpleNamespace(value=1.234567, low=0.123456, high=2.34567, path="p")
    (line,) = _about(desk, number, value)
    assert f">{' '.join(said)}<" in line
    assert ("tbo-warn" in line) is (len(said) > 1)
