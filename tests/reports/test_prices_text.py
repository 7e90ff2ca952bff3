"""The page of prices: what there is nothing to say about has no empty heading or table."""

from __future__ import annotations

from optimizer.api import desk as api
from tests.tiny import tiny


def test_a_document_without_ranges_says_so_instead_of_an_empty_table() -> None:
    scenario = api.scenario_of(tiny())
    report, switching = api.price_report(scenario), api.switching_points(scenario)
    said = api.prices_text(report, switching)
    assert "No number of the document has a range." in said
    assert "Switch at" not in said
    assert "범위가 있는 수치 없음." in api.prices_text(report, switching, "ko")
