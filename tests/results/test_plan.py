"""Tables of a plan: every programme and year is there, sums reconcile, bands fill in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from optimizer.results.plan import ACTIVITIES, ALLOCATION, CAPACITIES, PEOPLE, lines
from optimizer.results.table import Shape
from tests.studies.documents import plan_of, small_documents

SHIPPED = [s.id for s in api.list_scenarios()]
DOCUMENTS = sorted((Path(__file__).parents[1] / "textbook" / "documents").glob("*.yaml"))


def assert_reconciles(plan: api.Plan) -> None:
    """Money and people add up in every table, and nothing is used that is not there."""
    assert plan.found
    tiny = 1e-8 * max(1.0, plan.budget)
    spent = pytest.approx(plan.spent, rel=1e-9, abs=tiny)
    assert plan.allocation["spending"].sum() == spent
    assert plan.activities["spending"].sum() == spent
    assert -tiny <= plan.spent <= plan.budget + tiny
    assert plan.unspent == pytest.approx(plan.budget - plan.spent)
    keys = ["programme", "year"]
    by_activity = plan.activities.groupby(keys, sort=False)["spending"].sum()
    assert plan.allocation.set_index(keys)["spending"].to_dict() == pytest.approx(
        by_activity.to_dict(), rel=1e-9, abs=tiny
    )
    totals, heads = plan.everyone, 1e-9 * max(1.0, plan.everyone.supported)
    net = plan.people["net"].sum()
    assert net == pytest.approx(totals.net_people, abs=heads)
    assert plan.people["supported"].sum() == pytest.approx(totals.supported, abs=heads)
    for parts in (totals.by_channel, totals.by_tier, totals.by_grade):
        assert sum(parts.values()) == pytest.approx(net, abs=heads)
    for name, parts in (("channel", totals.by_channel), ("tier", totals.by_tier)):
        found = plan.people.groupby(name)["net"].sum().to_dict()
        assert {k: found.get(k, 0.0) for k in parts} == pytest.approx(parts, abs=heads)
    room = plan.capacities["available"] - plan.capacities["used"]
    assert (room >= -1e-6 * np.maximum(1.0, plan.capacities["available"])).all()


def assert_complete(plan: api.Plan) -> None:
    """One line for each programme, activity or pathway and each year, zeros included."""
    scenario, years = plan.scenario, list(plan.scenario.years.all)
    programmes = scenario.programmes
    pairs = [(r.programme, r.year) for r in lines(plan.allocation)]
    assert pairs == [(p, y) for p in programmes for y in years]
    bought = [(r.programme, r.activity, r.year) for r in lines(plan.activities)]
    assert bought == [
        (p, a, y) for p in programmes for a in programmes[p].activities for y in years
    ]
    people = [(r.pathway, r.year) for r in lines(plan.people)]
    assert people == [(q, y) for q in scenario.pathways for y in years]
    for frame in (plan.allocation, plan.activities, plan.people):
        assert not frame.isna().to_numpy().any()
    assert (plan.activities["units"] >= -1e-9).all()
    assert (plan.activities["unit_cost"] >= 0).all()
    assert (plan.people["net"] >= -1e-9).all()


def assert_in_order(plan: api.Plan) -> None:
    """No step of supply is used before the one below it is full."""
    value = plan.solution.value
    for (p, a), by_year in plan.case.supply.items():
        for y, steps in by_year.items():
            units = [value["units", p, a, i, y] for i in range(len(steps))]
            for i, (step, used) in enumerate(zip(steps, units[:-1], strict=False)):
                full = used >= float(step.width) * (1.0 - 1e-6) - 1e-9
                assert full or sum(units[i + 1 :]) <= 1e-6 * max(1.0, sum(units)), (p, a, y, i)


@pytest.mark.parametrize("name", [*SHIPPED, *DOCUMENTS], ids=lambda n: Path(n).stem)
def test_shipped_and_published_scenarios(name: str) -> None:
    plan = api.bare_plan(api.load_scenario(name))
    assert plan.solution.certificate is not None
    assert plan.solution.certificate.passed
    assert plan.proved_within <= 1e-6 * max(1.0, plan.everyone.objective)
    assert_reconciles(plan)
    assert_complete(plan)
    assert_in_order(plan)


@settings(max_examples=15)
@given(small_documents())
def test_small_scenarios(document: dict[str, Any]) -> None:
    plan = plan_of(document)
    assume(plan.found)
    assert_reconciles(plan)
    assert_complete(plan)
    assert_in_order(plan)


def test_the_unit_cost_is_the_mean_of_the_units_bought() -> None:
    plan = api.bare_plan(api.load_scenario("korea-2025"))
    for row in lines(plan.activities):
        if row.units > 1e-6:
            assert row.unit_cost * row.units == pytest.approx(row.spending)
        else:
            assert row.unit_cost > 0.0


def test_the_objective_is_the_weighted_and_discounted_sum_of_net_people() -> None:
    scenario = api.load_scenario("korea-2025")
    plan = api.bare_plan(scenario)
    weight = api.objective_weights(scenario).set_index(["kind", "name"])["weight"]
    total = sum(
        r.net * weight["tier", r.tier] * weight["channel", r.channel] / 1.045 ** (r.year - 2025)
        for r in lines(plan.people)
    )
    assert plan.objective == pytest.approx(total, rel=1e-12)
    assert plan.objective == pytest.approx(plan.solution.objective, rel=1e-12)


def test_a_budget_of_nothing_buys_nothing_and_is_a_plan() -> None:
    plan = api.solve(api.load_scenario("korea-2025", ["budget.total=0"]))
    assert plan.found
    assert plan.spent == 0.0
    assert len(plan.allocation) == 16
    assert plan.everyone.net_people > 0.0  # GPUs that are free keep a few
    assert plan.totals.net_people == 0.0
    assert plan.totals.cost_per_net_person is None


def test_no_plan_has_empty_tables_and_says_why() -> None:
    rules = ["rules.gpu-floor.share=0.6", "rules.a-team-floor.share=0.6"]
    plan = api.solve(api.load_scenario("korea-2025", rules))
    assert plan.status is api.Status.INFEASIBLE
    assert plan.objective is None
    for frame in (plan.allocation, plan.activities, plan.capacities, plan.people, plan.binding):
        assert len(frame) == 0
    assert (
        plan.sentences[0].in_("en")
        == "These rules cannot hold together; no plan obeys all of them."
    )


@pytest.mark.parametrize("shape", [ALLOCATION, ACTIVITIES, CAPACITIES, PEOPLE])
def test_a_table_has_its_types_even_when_empty(shape: Shape) -> None:
    row = {n: "x" if kind == "str" else 1 for n, kind in shape.types.items()}
    empty, full = shape.frame([]), shape.frame([row])
    assert list(empty.columns) == list(full.columns) == list(shape.types)
    assert list(empty.dtypes) == list(full.dtypes)
    wanted = {n: kind for n, kind in shape.types.items() if kind != "str"}
    assert {n: str(full.dtypes[n]) for n in wanted} == wanted


def test_money_and_people_shares_of_the_evidence() -> None:
    plan = api.bare_plan(api.load_scenario("korea-2025"))
    evidence = plan.evidence.set_index("evidence")
    by_programme = plan.allocation.groupby("programme")["spending"].sum() / plan.spent
    by_pathway = plan.people.groupby("pathway")["net"].sum() / plan.everyone.net_people
    assert evidence.loc["coef_ate_cost", "money_share"] == pytest.approx(
        by_programme["a_team_cultivation"]
    )
    trained = by_pathway["trainee_stays"] + by_pathway["trainee_stays_gpu"]
    assert evidence.loc["coef_ate_add", "people_share"] == pytest.approx(trained)
    assert evidence["money_share"].between(0.0, 1.0).all()
    assert evidence["people_share"].between(0.0, 1.0 + 1e-12).all()
