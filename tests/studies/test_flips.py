"""Where a number at an end of its range gives the lead to another programme."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from optimizer.domain.base import Text
from optimizer.studies.flips.study import _Look, _Searcher


@pytest.mark.parametrize("names", [("first", "second"), ("second", "first")])
def test_a_lead_is_lost_to_any_other_programme(names: tuple[str, str]) -> None:
    """The second of the names takes the lead above 7.5; the number stands at 5 of 0 to 10."""

    def look(instead: dict[str, float]) -> _Look:
        above = instead.get("n", 5.0) > 7.5
        return _Look(dict(zip(names, (1.0, 2.0 if above else 0.5), strict=True)))

    searcher: Any = object.__new__(_Searcher)
    searcher.look, searcher.central = look, look({})
    quantity = SimpleNamespace(value=5.0, low=0.0, high=10.0, grade="A", unit=None)
    number: Any = SimpleNamespace(name="n", quantity=quantity, title=Text(en="n", ko="n"))
    (row,) = searcher.rows(number)
    assert (row["leader"], row["leader_then"]) == names
    assert row["switch"] == pytest.approx(7.5, abs=0.05)
