"""The reference scenario against the orders of magnitude that the evidence tables hold."""

from __future__ import annotations

from itertools import pairwise

import pytest

from optimizer.api import desk as api
from optimizer.results.plan import lines

YEARS = 4


@pytest.fixture(scope="module")
def plan() -> api.Plan:
    return api.bare_plan(api.load_scenario("korea-2025"))


@pytest.fixture(scope="module")
def evidence() -> api.Evidence:
    return api.load_evidence()


def value(evidence: api.Evidence, name: str) -> float:
    found = evidence.parameters[name].value
    assert found is not None
    return found


def test_tens_of_people_not_hundreds(plan: api.Plan) -> None:
    assert 10.0 < plan.totals.net_people < 100.0


def test_fewer_than_leave_in_the_same_years(plan: api.Plan, evidence: api.Evidence) -> None:
    outflow = -value(evidence, "bas_net_heads")
    assert outflow == pytest.approx(108.0)
    assert plan.totals.net_people < 0.25 * outflow * YEARS
    assert plan.totals.retained < 0.25 * outflow * YEARS


def test_visas_stay_within_what_the_first_year_showed(
    plan: api.Plan, evidence: api.Evidence
) -> None:
    """Not more AI visas a year than the ceiling of the evidence, and few net stayers from them."""
    ceiling = value(evidence, "coef_visa_cap")
    visas = plan.activities[plan.activities["activity"] == "visa_case"]
    assert (visas["units"] <= ceiling).all()
    stayers = plan.people[plan.people["pathway"].isin(["graduate_stays", "professional_comes"])]
    assert 0.0 < stayers["net"].sum() <= ceiling * YEARS * 0.25


def test_trainees_stay_within_supervision_and_complete_in_time(
    plan: api.Plan, evidence: api.Evidence
) -> None:
    places = plan.activities[plan.activities["activity"] == "training_place"]
    assert (places["units"] <= value(evidence, "coef_ate_cap")).all()
    kept = plan.people[plan.people["pathway"].str.startswith("trainee")]
    assert (kept.loc[kept["year"] < 2027, "net"] == 0.0).all()
    share = value(evidence, "coef_ate_add") * value(evidence, "coef_ate_ret")
    most = share * value(evidence, "coef_gpu_compl") * kept["supported"].sum()
    assert kept["net"].sum() <= most * (1 + 1e-9)


def test_a_head_costs_what_the_anchors_say(plan: api.Plan, evidence: api.Evidence) -> None:
    """Dearer than the first net stayer of any programme, cheaper than a senior person."""
    cheapest = min(value(evidence, f"coef_{n}_netcost") for n in ("visa", "ate"))
    dearest = value(evidence, "coef_inst_netcostS")
    assert plan.totals.cost_per_net_person is not None
    assert cheapest < plan.totals.cost_per_net_person < dearest
    low, high = evidence.parameters["coef_value"].low, evidence.parameters["coef_value"].high
    assert low is not None
    assert high is not None
    assert low < plan.totals.cost_per_net_person < high


def test_gpus_alone_yield_almost_nobody(plan: api.Plan) -> None:
    alone = plan.people[plan.people["pathway"].str.startswith("gpu_grant")]
    assert alone["net"].sum() < 0.01 * plan.totals.net_people


def test_the_first_unit_of_each_curve_costs_what_its_coefficient_says(
    evidence: api.Evidence,
) -> None:
    """A unit costs its first cost divided by the share of the ceiling that is still free."""
    plan = api.bare_plan(api.load_scenario("korea-2025", ["budget.total=1"]))
    first = {r.activity: r.unit_cost for r in lines(plan.activities)}
    for activity, cost in {
        "visa_case": value(evidence, "coef_visa_cost"),
        "fellow_post": 3 * value(evidence, "coef_inst_seatA"),
        "senior_post": 3 * value(evidence, "coef_inst_seatS"),
        "training_place": value(evidence, "coef_ate_cost"),
    }.items():
        assert first[activity] == pytest.approx(cost, rel=2e-2)


def test_more_money_brings_more_people_at_a_falling_rate() -> None:
    people = []
    for budget in (9000, 18000, 27000, 36000):
        plan = api.bare_plan(api.load_scenario("korea-2025", [f"budget.total={budget}"]))
        people.append(plan.everyone.objective)
    steps = [b - a for a, b in pairwise(people)]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)
