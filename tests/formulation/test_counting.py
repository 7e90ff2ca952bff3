"""Who counts, and when: years after the money, and one measuring point for all."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer import api
from optimizer.errors import InvalidInput
from tests.tiny import tiny


def late(**years: int) -> dict[str, Any]:
    """Units take two years to deliver; money is there in 2025 and 2026."""
    document = tiny()
    document["years"] |= years
    document["programmes"]["p"]["activities"]["a"]["lead_years"] = 2
    return document


def test_people_who_complete_after_the_money_count_until_the_year_stated() -> None:
    """Five units a year at 2; the 2025 units deliver in 2027, those of 2026 in 2028."""
    assert api.solve(late()).totals.net_people == 0.0
    half = api.solve(late(outcomes_until=2027))
    assert half.totals.net_people == pytest.approx(4 * 0.5 + 1 * 0.2)
    assert half.spent == pytest.approx(10.0)
    full = api.solve(late(outcomes_until=2028))
    assert full.totals.net_people == pytest.approx(2 * (4 * 0.5 + 1 * 0.2))
    assert set(full.allocation["year"]) == {2025, 2026}
    assert dict(full.people.groupby("year")["net"].sum()) == pytest.approx(
        {2025: 0.0, 2026: 0.0, 2027: 2.2, 2028: 2.2}
    )
    assert api.solve(late(outcomes_until=2040)).totals.net_people == full.totals.net_people


def test_what_remains_at_the_end_remains_at_the_end_of_the_outcomes() -> None:
    document = late(outcomes_until=2030)
    document["objective"]["measure"] = "remaining"
    document["pathways"]["q"]["stay"] = 0.9
    plan = api.solve(document)
    assert plan.objective == pytest.approx(2.2 * 0.9**3 + 2.2 * 0.9**2)


def test_all_are_counted_the_same_number_of_years_after_support_begins() -> None:
    """Yields measured one year and three years after the start, counted after three by `stay`."""
    document = tiny()
    early = document["pathways"]["q"] | {"stay": 0.8, "measured_after": 1}
    document["pathways"] = {
        "early": early | {"bands": [{"people": 2, "net": 0.5}]},
        "late": early | {"bands": [{"people": 3, "net": 0.4}], "measured_after": 3},
    }
    document["objective"]["after_years"] = 3
    plan = api.solve(document)
    people = plan.people.groupby("pathway")["net"].sum()
    assert people["early"] == pytest.approx(2 * 2 * 0.5 * 0.8**2)
    assert people["late"] == pytest.approx(2 * 3 * 0.4)
    assert plan.objective == pytest.approx(float(people.sum()))
    numbers = api.desk.yield_numbers(plan.scenario, "early")
    assert numbers["value"].prod() == pytest.approx(0.5 * 0.8**2)
    without = api.solve(document | {"objective": tiny()["objective"]})
    assert without.totals.net_people == pytest.approx(2 * (2 * 0.5 + 3 * 0.4))


def test_draws_count_as_one_plan_does() -> None:
    """Years after the money are drawn, told by year and reconciled as those of the money are."""
    document = late(outcomes_until=2028)
    net = {"value": 0.5, "low": 0.4, "high": 0.6, "unit": "ratio", "grade": "X", "note": "A trial"}
    document["pathways"]["q"] |= {"bands": [{"people": 4, "net": net}], "stay": 0.9}
    study = api.uncertainty(document, draws=64, seed=3)
    by_year = study.years
    heads = by_year[by_year["outcome"] == "net_people"].set_index("year")["central"]
    assert dict(heads) == pytest.approx({2025: 0.0, 2026: 0.0, 2027: 2.0, 2028: 2.0})
    money = by_year[by_year["outcome"] == "spending"]
    assert list(money["year"]) == [2025, 2026]


def test_every_fault_of_the_entries_is_told_at_once() -> None:
    document = late(outcomes_until=2024)
    document["objective"] |= {"measure": "remaining", "after_years": 2}
    document["pathways"]["q"]["measured_after"] = 3
    with pytest.raises(InvalidInput) as told:
        api.solve(document)
    assert {issue.where for issue in told.value.issues} == {
        "years.outcomes_until", "objective.after_years", "pathways.q.measured_after",
    }  # fmt: skip
