"""Money that a plan commits beyond the horizon is a liability, and is said."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api


def test_commitments_are_paid_at_once_by_default() -> None:
    assert api.bare_plan(api.load_scenario("korea-2025")).liability == 0.0


def test_yearly_payment_leaves_a_liability() -> None:
    scenario = api.load_scenario("korea-2025", ["budget.payment=yearly"])
    plan = api.solve(scenario)
    parts = []
    for row in plan.activities.itertuples():
        activity = scenario.programmes[row.programme].activities[row.activity]
        first = row.year + activity.lead_years
        due = range(first, first + activity.life_years)
        cost = plan.solution.value
        steps = plan.case.supply[row.programme, row.activity][row.year]
        committed = sum(
            float(step.rate) * cost["units", row.programme, row.activity, i, row.year]
            for i, step in enumerate(steps)
        )
        late = sum(year > scenario.years.last for year in due)
        parts.append(committed * late / activity.life_years)
    assert plan.liability == pytest.approx(sum(parts), rel=1e-9)
    assert plan.liability > 100
    assert any("falls due after 2028" in s.in_("en") for s in plan.sentences)
    assert api.plan_data(plan)["liability"] == plan.liability
