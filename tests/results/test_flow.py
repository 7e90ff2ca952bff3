"""The flow from money to people: nothing is lost between two stages."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api

SHIPPED = [s.id for s in api.list_scenarios()]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_stage_carries_all_the_money_and_the_last_all_the_people(name: str) -> None:
    plan = api.bare_plan(api.load_scenario(name))
    flow = api.flow_table(plan)
    money = flow.groupby("stage")["money"].sum()
    for stage in ("spend", "buy", "use"):
        assert money[stage] == pytest.approx(plan.spent)
    unused = flow.loc[(flow["stage"] == "use") & (flow["pathway"] == ""), "money"].sum()
    assert money["people"] + unused == pytest.approx(plan.spent)
    assert flow["net"].sum() == pytest.approx(plan.everyone.net_people)
    assert flow["supported"].sum() == pytest.approx(plan.everyone.supported)


def test_a_pathway_is_paid_by_the_activities_it_uses() -> None:
    plan = api.bare_plan(api.load_scenario("korea-2025"))
    flow = api.flow_table(plan)
    use = flow[(flow["stage"] == "use") & (flow["pathway"] == "trainee_stays_gpu")]
    assert set(use["programme"]) == {"gpu_access", "a_team_cultivation"}
    people = flow[(flow["stage"] == "people") & (flow["pathway"] == "trainee_stays_gpu")]
    assert use["money"].sum() == pytest.approx(people["money"].sum())


def test_grades_are_the_weakest_of_what_a_link_covers() -> None:
    plan = api.bare_plan(api.load_scenario("korea-2025"))
    flow = api.flow_table(plan).set_index("activity")
    bought = flow[flow["stage"] == "buy"]["grade"]
    assert bought["gpu_rented"] == "A"
    assert bought["training_place"] == "X"
    assert set(flow[flow["stage"] == "people"]["grade"]) == {"X"}


def test_no_money_makes_no_flow_of_money() -> None:
    scenario = api.load_scenario("korea-2025", ["budget.total=0"])
    assert api.flow_table(api.bare_plan(scenario))["money"].sum() == 0


def test_limits_are_shares_of_the_budget_whatever_they_are_stated_in() -> None:
    korea = api.load_scenario("korea-2025")
    change = {"rules": {"gpu-floor": {"share": None, "amount": 900}}}
    shares = api.programme_limits(api.change_scenario(korea, change)).set_index("rule")["share"]
    assert shares["gpu-floor"] == pytest.approx(0.05)
    assert shares["visa-floor"] == pytest.approx(0.02)
    empty = api.change_scenario(
        korea, {"rules": {"gpu-floor": {"share": None, "amount": 0}}, "budget": {"total": 0}}
    )
    assert api.programme_limits(empty).set_index("rule")["share"]["gpu-floor"] == 0


def test_rules_out_of_force_or_of_one_year_are_no_limits_of_the_horizon() -> None:
    korea = api.load_scenario("korea-2025")
    change = {"rules": {"gpu-floor": {"active": False}, "visa-floor": {"year": 2025}}}
    limits = api.programme_limits(api.change_scenario(korea, change))
    assert set(limits["rule"]) == {"institute-floor", "a-team-floor"}


def test_the_method_names_only_kinds_that_are_there_and_counts_their_rows() -> None:
    korea = api.load_scenario("korea-2025")
    table = api.method_table(korea).set_index("rule")
    plan = api.bare_plan(korea)
    assert table["rows"].sum() == len(plan.solution.program.rows)
    assert table["rows"]["programme_floor"] == 4
    assert "programme_ceiling" not in table.index


def test_the_goal_follows_the_measure() -> None:
    korea = api.load_scenario("korea-2025")
    formulas = {
        api.goal_formula(api.change_scenario(korea, {"objective": {"measure": m}}))
        for m in ("net_people", "talent_years", "remaining")
    }
    assert len(formulas) == 3
