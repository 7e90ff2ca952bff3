"""How far a column can go: the limits that switch rows off."""

from __future__ import annotations

import pytest

from optimizer.formulation.big_m import most_committed
from optimizer.formulation.compile import case_of
from optimizer.inputs.load import scenario_of
from tests.formulation.every_option import DOCUMENT


@pytest.mark.parametrize("year", [None, 2025, 2027])
def test_money_without_end_of_supply_reaches_twice_the_budget(year: int | None) -> None:
    """The last band of `visa.case` has no end, so that only the 300 of the document count."""
    case = case_of(scenario_of(DOCUMENT))
    assert most_committed(case, [("visa", "case")], year) == pytest.approx(600.0, rel=1e-12)
