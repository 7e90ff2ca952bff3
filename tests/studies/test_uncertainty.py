"""The study of many draws: every draw exact, every number of it reproducible, nothing dropped."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

from optimizer.api.desk import change_scenario, load_scenario
from optimizer.errors import InvalidInput
from optimizer.formulation.draws import Points, draw
from optimizer.solving.draws import runs as draw_runs
from optimizer.solving.draws.runs import Outcomes, best_of_draws, job_of
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.evaluate.study import evaluate
from optimizer.studies.uncertainty.study import UnderUncertainty, allocation, uncertainty
from optimizer.studies.uncertainty.tables import leaders
from optimizer.system.progress import Progress, Watch
from tests.studies.same import same_answers, same_outcomes
from tests.studies.unsure import unsure


def banded(**entries: Any) -> Any:
    """The scenario with bands in place of its curve, so that nothing is approximated."""
    bands = {"bands": [{"units": 5, "unit_cost": {"ref": "cost_post"}}, {"unit_cost": 200}]}
    programmes = unsure().document["programmes"]
    programmes["institutes"]["activities"]["post"]["supply"] = bands  # type: ignore[index]
    return unsure(programmes=programmes, **entries)


@pytest.fixture(scope="module")
def study() -> UnderUncertainty:
    return uncertainty(unsure(), 400, seed=3)


@pytest.fixture(scope="module")
def korea() -> UnderUncertainty:
    return uncertainty(load_scenario("korea-2025"), 300)


def as_document(scenario: Any, study: UnderUncertainty, i: int) -> Any:
    """The scenario with the numbers of draw `i` written into its evidence and places."""
    for name, value in zip(study.draws.names, study.draws.values[i].tolist(), strict=True):
        change: Any = {"value": value, "low": None, "high": None}
        steps = name.replace("[", ".").replace("]", "").split(".")
        for step in reversed(steps if "." in name else ["evidence", name]):
            change = {step: change}
        scenario = change_scenario(scenario, change)
    return scenario


def test_each_draw_is_the_deterministic_plan_of_its_numbers() -> None:
    scenario = banded()
    study, people = uncertainty(scenario, 6), []
    for i in range(6):
        plan = bare_plan(as_document(scenario, study, i))
        people.append(plan.totals.net_people)
        assert study.outcomes.objective[i] == pytest.approx(plan.objective, rel=1e-9)
        assert study.outcomes.people[i, 0] == pytest.approx(plan.totals.net_people, rel=1e-7)
        spent = plan.allocation.pivot(index="programme", columns="year", values="spending")
        assert study.outcomes.spending[i] == pytest.approx(spent.to_numpy(), abs=1e-6)
    lost = np.mean(people) - study.kept.mean(axis=0)
    assert study.regret["mean_people"].tolist() == pytest.approx(lost.tolist(), abs=1e-6)


def test_curves_are_as_close_as_their_certified_gap_says(study: UnderUncertainty) -> None:
    for i in range(0, 400, 80):
        exact = bare_plan(as_document(unsure(), study, i)).objective
        assert exact is not None
        missed = exact - study.outcomes.objective[i]
        assert -1e-9 * exact <= missed <= study.outcomes.gap[i] * (1 + 1e-9) + 1e-12 * exact
    assert study.outcomes.gap.max() > 0
    assert study.median_gap <= 1e-3


def test_finer_steps_on_demand() -> None:
    drawn = draw(unsure(), 50)
    scales = {}
    for tolerance in (1e-2, 1e-4, 1e-6):
        job = job_of(unsure(), drawn.names, drawn.values, tolerance=tolerance)
        outcomes = best_of_draws(job, drawn.values)
        assert np.median(outcomes.gap / outcomes.objective) <= tolerance
        scales[tolerance] = outcomes.objective
    assert (scales[1e-4] >= scales[1e-2] - 1e-9).mean() > 0.9
    assert scales[1e-6] == pytest.approx(scales[1e-4], rel=1e-3)


def test_a_scenario_without_ranges_is_one_plan_many_times() -> None:
    scenario = unsure(certain=True)
    study, plan = uncertainty(scenario, 7), bare_plan(scenario)
    assert study.outcomes.objective.tolist() == [study.outcomes.objective[0]] * 7
    assert study.outcomes.objective[0] == pytest.approx(plan.objective, rel=1e-3)
    assert study.programmes[["cut", "more"]].to_numpy().tolist() == [[0.0, 0.0]] * 2
    assert study.regret["most"].iloc[0] == pytest.approx(
        0.0, abs=1e-3 * study.outcomes.objective[0]
    )


def test_korea_certified_in_every_draw(korea: UnderUncertainty) -> None:
    assert korea.outcomes.found.all()
    assert korea.worst_residual < 1e-8
    assert korea.median_gap < 1e-3
    people = korea.distribution.set_index("outcome").loc["net_people"]
    assert people["p05"] < people["central"] < people["p95"]


def test_tables_reconcile(korea: UnderUncertainty) -> None:
    outcomes, programmes = korea.outcomes, korea.programmes
    assert programmes["leads"].sum() == pytest.approx(1.0)
    assert programmes["mean"].sum() == pytest.approx(outcomes.spending.sum(axis=(1, 2)).mean())
    assert korea.rankings["probability"].sum() == pytest.approx(1.0)
    by_name = korea.distribution.set_index("outcome")["mean"]
    assert by_name["retained"] + by_name["attracted"] == pytest.approx(by_name["net_people"])
    assert by_name["S"] + by_name["A"] == pytest.approx(by_name["net_people"])
    fan = korea.years[korea.years["outcome"] == "net_people_so_far"]
    assert fan["mean"].iloc[-1] == pytest.approx(by_name["net_people"])
    assert fan["central"].iloc[-1] == pytest.approx(korea.central.totals.net_people)
    first = korea.rankings["ranking"].str.split(" > ").str[0]
    lead = korea.rankings.groupby(first)["probability"].sum()
    assert lead["a_team_cultivation"] == pytest.approx(
        programmes.set_index("programme")["leads"]["a_team_cultivation"]
    )


def test_spending_keeps_the_budget_and_the_floors_in_every_draw(korea: UnderUncertainty) -> None:
    spent = korea.outcomes.spending
    assert spent.sum(axis=(1, 2)).max() <= 18000 * (1 + 1e-9)
    assert spent[:, :, 0].sum(axis=1).max() <= 6500 * (1 + 1e-9)
    floors = {"visa_fast_track": 0.02, "research_institutes": 0.15, "gpu_access": 0.1}
    for i, programme in enumerate(sorted(korea.scenario.programmes)):
        assert spent[:, i].sum(axis=1).min() >= 18000 * floors.get(programme, 0.15) * (1 - 1e-9)


def test_regret_is_never_negative_and_matches_an_evaluation(study: UnderUncertainty) -> None:
    assert study.regrets.shape == (400, 1)
    assert study.regrets.min() >= -1e-9
    plan = allocation(study.central)
    for i in (0, 200):
        answer = evaluate(as_document(unsure(), study, i), plan)
        assert answer.left_on_the_table is not None
        slack = study.outcomes.gap[i] + 1e-2 * study.outcomes.objective[i]
        assert study.regrets[i, 0] == pytest.approx(answer.left_on_the_table, abs=slack)


def test_named_plans_are_compared_with_the_central_one(study: UnderUncertainty) -> None:
    even = {(p, y): 250.0 for p in ("institutes", "visa") for y in (2025, 2026)}
    nothing: dict[tuple[str, int], float] = {}
    answer = uncertainty(unsure(), study.draws, plans={"even": even, "nothing": nothing})
    assert answer.regret["plan"].tolist() == ["central", "even", "nothing"]
    assert answer.regrets[:, 0].tolist() == study.regrets[:, 0].tolist()
    assert answer.regrets[:, 1].min() >= -1e-9
    assert answer.regrets[:, 2] == pytest.approx(answer.outcomes.objective)


def test_the_mean_of_the_best_is_no_less_than_the_best_on_average(study: UnderUncertainty) -> None:
    """Wait-and-see is worth at least the expected result of the central plan."""
    row = study.regret.iloc[0]
    central = study.outcomes.objective - study.regrets[:, 0]
    assert study.outcomes.objective.mean() >= central.mean()
    assert row["mean"] == pytest.approx(study.outcomes.objective.mean() - central.mean())


def test_the_same_seed_gives_the_same_study(study: UnderUncertainty) -> None:
    same_answers(study, uncertainty(unsure(), 400, seed=3))
    other = uncertainty(unsure(), 400, seed=4)
    assert other.outcomes.objective.tolist() != study.outcomes.objective.tolist()


def test_chunks_make_no_difference(
    study: UnderUncertainty, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = study.draws
    job = job_of(unsure(), drawn.names, drawn.values)
    whole = best_of_draws(job, drawn.values)
    monkeypatch.setattr(draw_runs, "CHUNK", 37)
    same_outcomes(whole, best_of_draws(job, drawn.values))


def test_draws_of_ones_own_may_be_handed_in() -> None:
    drawn = draw(unsure(), 64, seed=9, points=Points.SOBOL)
    assert uncertainty(unsure(), drawn).draws is drawn


def test_draws_without_a_plan_are_counted_and_explained() -> None:
    stars = {
        "id": "stars", "kind": "outcome_floor", "tier": "S", "people": 3.0,
        "owner": "Ministry", "reason": "Stars",
    }  # fmt: skip
    floor = {
        "id": "most-visa", "kind": "programme_floor", "programme": "visa", "share": 0.5,
        "owner": "Ministry", "reason": "Doors",
    }  # fmt: skip
    study = uncertainty(unsure(rules=[stars, floor]), 300)
    lost = int((~study.outcomes.found).sum())
    assert 0 < lost < 300
    assert study.conflicts["draws"].sum() == lost
    assert study.conflicts["rules"].iloc[0] == "most-visa, stars, total_budget"
    assert study.programmes["leads"].sum() == pytest.approx(1.0)
    said = " ".join(s.in_("en") for s in study.sentences)
    assert f"({lost})" in said
    assert "most-visa, stars, total_budget" in said


def test_a_scenario_that_no_draw_satisfies() -> None:
    rule = {
        "id": "stars", "kind": "outcome_floor", "tier": "S", "people": 1000.0,
        "owner": "Ministry", "reason": "Stars",
    }  # fmt: skip
    study = uncertainty(unsure(rules=[rule]), 20)
    assert not study.outcomes.found.any()
    assert study.conflicts["draws"].sum() == 20
    assert len(study.regret) == 0
    assert study.distribution["mean"].isna().all()
    assert len(study.sentences) == 1


def test_whole_numbers_are_decided_in_every_draw() -> None:
    programmes: Any = banded().document["programmes"]
    programmes["institutes"]["activities"]["post"]["indivisible"] = True
    scenario = unsure(programmes=programmes)
    study = uncertainty(scenario, 4)
    for i in range(4):
        plan = bare_plan(as_document(scenario, study, i))
        assert study.outcomes.objective[i] == pytest.approx(plan.objective, rel=1e-6)
    assert np.isnan(study.outcomes.money_price).all()


def test_progress_covers_the_draws_and_the_plans() -> None:
    told: list[Progress] = []
    uncertainty(unsure(), 2500, watch=Watch(tell=told.append))
    # best plans, baselines and the central plan, 2,500 draws of each
    assert {p.total for p in told} == {7500}
    done = [p.done for p in told]
    assert done[-1] == 7500
    assert {2500, 5000} <= set(done)
    assert done == sorted(set(done))


def test_sentences_speak_both_languages(korea: UnderUncertainty) -> None:
    assert len(korea.sentences) >= 4
    assert korea.sentences[0].in_("en").startswith("Plan kept: ")
    assert "in 90% of 300 draws" in korea.sentences[0].in_("en")
    assert korea.sentences[1].in_("en").startswith("Best again in every draw: ")
    assert "A-team cultivation in 9" in korea.sentences[2].in_("en")
    assert all("명" in s.in_("ko") or "%" in s.in_("ko") for s in korea.sentences)


def test_frames_have_the_promised_columns(study: UnderUncertainty) -> None:
    for frame in (study.distribution, study.programmes, study.years, study.regret):
        assert {"mean", "p05", "p50", "p95"} <= set(frame.columns)
        assert isinstance(frame, pd.DataFrame)


def test_whole_numbers_beside_a_curve_leave_its_gap_unknown() -> None:
    programmes: Any = unsure().document["programmes"]
    programmes["visa"]["activities"]["case"]["indivisible"] = True
    scenario = unsure(programmes=programmes)
    study = uncertainty(scenario, 4)
    assert np.isnan(study.outcomes.gap).all()
    assert np.isnan(study.median_gap)
    assert "not certified" in study.sentences[-1].in_("en")
    exact = bare_plan(as_document(scenario, study, 1)).objective
    assert study.outcomes.objective[1] == pytest.approx(exact, rel=5e-3)


def test_bands_that_change_places_are_told() -> None:
    assert not uncertainty(unsure(), 50).outcomes.out_of_order.any()
    evidence: Any = unsure().document["evidence"]
    evidence["cost_case"]["high"] = 90
    study = uncertainty(unsure(evidence=evidence), 300)
    later_first = study.draws.of("cost_case") > 40
    assert study.outcomes.out_of_order.tolist() == later_first.tolist()
    assert 0 < later_first.sum() < 300
    assert "taken first" in study.sentences[-1].in_("en")


def test_a_curve_that_grows_steeper_in_some_draws_is_refused() -> None:
    programmes: Any = unsure().document["programmes"]
    shape = {"value": 0.8, "low": 0.6, "high": 1.3}
    programmes["institutes"]["activities"]["post"]["supply"] = {
        "curve": "hill", "ceiling": 20, "half": 800, "shape": shape
    }  # fmt: skip
    with pytest.raises(InvalidInput, match="steeper"):
        uncertainty(unsure(programmes=programmes), 50)
    s_shaped = {**shape, "value": 1.5, "low": 1.2, "high": 2.0}
    programmes["institutes"]["activities"]["post"]["supply"]["shape"] = s_shaped
    assert uncertainty(unsure(programmes=programmes), 3).outcomes.found.all()
    programmes["institutes"]["activities"]["post"]["supply"]["shape"] = shape
    shape["high"] = 1.0
    study = uncertainty(unsure(programmes=programmes), 50)
    exact = bare_plan(as_document(unsure(programmes=programmes), study, 7)).objective
    assert exact is not None
    assert 0 <= exact - study.outcomes.objective[7] <= study.outcomes.gap[7] * (1 + 1e-6) + 1e-9


def test_every_draw_can_be_taken_away_as_a_table(study: UnderUncertainty) -> None:
    frame = study.by_draw
    assert len(frame) == 400
    assert frame["objective"].tolist() == study.outcomes.objective.tolist()
    assert frame["arrival"].tolist() == study.draws.of("arrival").tolist()
    money = frame[["money_institutes", "money_visa"]]
    assert money.idxmax(axis=1).str.removeprefix("money_").tolist() == frame["leader"].tolist()
    assert frame["regret_central"].mean() == pytest.approx(study.regret["mean"].iloc[0])


def test_the_leader_has_most_money_and_nobody_leads_without_any() -> None:
    spending = np.array([[[1.0, 2.0], [2.5, 0.0]], [[0.0, 1.0], [3.0, 0.0]], np.zeros((2, 2))])
    outcomes = cast(Outcomes, SimpleNamespace(spending=spending))
    assert leaders(outcomes).tolist() == [0, 1, -1]
