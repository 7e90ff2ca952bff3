"""The same decision whatever unit the document states money in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from tests.studies.documents import plan_of, restated, small_documents

UNITS = {"KRW": 1e6, "hundred million KRW": 1e-2, "billion KRW": 1e-3}


def korea() -> dict[str, Any]:
    return dict(api.load_scenario("korea-2025").document)


def assert_same(plan: api.Plan, other: api.Plan, factor: float) -> None:
    """Tables agree entry by entry to a millionth of the largest entry, totals more closely."""
    assert plan.found
    assert other.found
    assert other.objective == pytest.approx(plan.objective, rel=1e-9, abs=1e-12)
    assert other.spent == pytest.approx(plan.spent * factor, rel=1e-6)
    for name, column, scale in (
        ("allocation", "spending", factor),
        ("activities", "units", 1.0),
        ("people", "net", 1.0),
        ("people", "supported", 1.0),
    ):
        one = getattr(plan, name)[column].to_numpy() * scale
        two = getattr(other, name)[column].to_numpy()
        assert two == pytest.approx(one, rel=1e-6, abs=1e-9 * max(1e-9, abs(one).max()))


@pytest.mark.parametrize("unit", UNITS)
def test_korea(unit: str) -> None:
    document = korea()
    assert_same(plan_of(document), plan_of(restated(document, unit, UNITS[unit])), UNITS[unit])


def test_restating_changes_the_money_and_nothing_else() -> None:
    other = restated(korea(), "KRW", 1e6)
    assert other["budget"] == {"total": 18e9, "by_year": {"2025": 6.5e9}}
    unchanged = set(other) - {"budget", "money"}
    assert {k: other[k] for k in unchanged} == {k: korea()[k] for k in unchanged}


@settings(max_examples=12)
@given(small_documents())
def test_small_scenarios(document: dict[str, Any]) -> None:
    plan = plan_of(document)
    assume(plan.found)
    for unit, factor in (("KRW", 1e6), ("billion KRW", 1e-3)):
        other = plan_of(restated(document, unit, factor))
        assert plan.objective == pytest.approx(other.objective, rel=1e-9, abs=1e-12)
        near = 1e-8 * plan.budget * factor
        assert plan.spent * factor == pytest.approx(other.spent, rel=1e-6, abs=near)
