"""Limits read in their own unit, also where the unit comes back from a table as plain words."""

from __future__ import annotations

import pytest

from optimizer.domain.base import Text
from optimizer.domain.units import parse_unit
from optimizer.formulation.limit_words import limit_words

PURSE = parse_unit("million KRW")


@pytest.mark.parametrize(
    ("unit", "value", "en", "ko"),
    [
        (Text(en="money", ko="금액"), 360.0, "360 million won", "3.6억 원"),
        (Text(en="share", ko="비율"), 0.25, "25%", "25%"),
    ],
)
def test_units_read_back_from_a_table_are_known(unit: Text, value: float, en: str, ko: str) -> None:
    said = limit_words(value, unit, PURSE)
    assert (said.in_("en"), said.in_("ko")) == (en, ko)
