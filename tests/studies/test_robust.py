"""One plan for all draws: it is what it claims to be, and it is judged fairly."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from optimizer import cli
from optimizer.api.desk import (
    Caution,
    InvalidInput,
    Robust,
    Scenario,
    load_scenario,
    robust,
    robust_data,
    robust_text,
    scenario_of,
    solve,
)
from optimizer.domain.wording import money as amount_of_money
from optimizer.formulation.draws import Draws, draw
from optimizer.formulation.rules.base import title_of
from optimizer.lp import l_shaped, outcomes_of, solve_extensive
from optimizer.solving.draws.runs import Job, best_of_draws, job_of
from optimizer.solving.draws.values import worth_of_plans
from optimizer.solving.two_stage import central_values, first_of, money_first, money_of
from optimizer.studies.robust.guarded_plan import guarded_plan
from optimizer.studies.robust.unseen_draws import tail_scores, verdict
from optimizer.system.executors import Processes
from tests.heard import heard
from tests.tiny import tiny


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario("korea-2025")


@pytest.fixture(scope="module")
def drawn(scenario: Scenario) -> Draws:
    return draw(scenario, 40, seed=3)


@pytest.fixture(scope="module")
def job(scenario: Scenario, drawn: Draws) -> Job:
    return job_of(scenario, drawn.names, drawn.values)


@pytest.fixture(scope="module")
def answer(scenario: Scenario) -> Robust:
    return robust(scenario, 40, seed=3, criterion="regret")


def test_the_second_stage_is_what_a_plan_is_worth(job: Job, drawn: Draws) -> None:
    stages = money_first(job, drawn.values)
    found = l_shaped(stages)
    plan = money_of(found.first)
    worth = worth_of_plans(job, drawn.values, [plan])
    assert found.outcomes == pytest.approx(worth.objective[:, 0], rel=1e-6)
    assert sum(plan.values()) <= job.scenario.budget.total + 1e-6
    again = outcomes_of(stages, first_of(stages, plan))
    assert again == pytest.approx(found.outcomes, rel=1e-6)


def test_both_methods_find_the_same_plan_of_a_scenario(job: Job, drawn: Draws) -> None:
    stages = money_first(job, drawn.values[:20])
    cuts, whole = l_shaped(stages), solve_extensive(stages)
    assert cuts.objective == pytest.approx(whole.objective, rel=1e-6)


def test_one_draw_is_planned_as_if_it_were_certain(job: Job, drawn: Draws) -> None:
    one = drawn.values[:1]
    best = best_of_draws(job, one).objective[0]
    assert solve_extensive(money_first(job, one)).objective == pytest.approx(best, rel=1e-6)


def with_floor(scenario: Scenario, people: float) -> Scenario:
    """The scenario with so many people to be attracted."""
    floor = {"id": "stay", "kind": "outcome_floor", "channel": "attracted", "people": people}
    signed = {"owner": "Ministry", "reason": "Policy"}
    return scenario_of(
        {**scenario.document, "rules": [*scenario.document["rules"], floor | signed]}
    )


def test_rules_over_people_bind_at_the_central_values(scenario: Scenario) -> None:
    ruled = with_floor(scenario, solve(scenario).totals.attracted + 6.0)
    drawn = draw(ruled, 20)
    job = job_of(ruled, drawn.names, drawn.values)
    stages = money_first(job, drawn.values)
    assert stages.draws == 21
    assert stages.probability[-1] == 0
    free = money_first(job_of(scenario, drawn.names, drawn.values), drawn.values)
    assert free.draws == 20
    found = solve_extensive(stages)
    assert found.found
    ignoring = money_of(solve_extensive(free).first)
    central = outcomes_of(stages, first_of(stages, ignoring))[-1]
    assert np.isnan(central)  # the plan that ignores the rule breaks it at the central values
    assert not np.isnan(found.outcomes[-1])


def test_without_a_plan_the_answer_says_so(scenario: Scenario) -> None:
    lost = robust(with_floor(scenario, 1e5), 10)
    assert not lost.found
    assert lost.information is None
    assert len(lost.plans) == 0
    assert any("No plan serves all draws" in s.in_("en") for s in lost.sentences)
    assert robust_data(lost)["status"] == "infeasible"
    assert robust_text(lost, "ko")


def test_bounds_keep_their_order(answer: Robust) -> None:
    worth = answer.information
    assert worth is not None
    assert worth.evpi >= -1e-6
    assert worth.vss >= -1e-3  # both plans are exact to the gap of the search
    assert worth.wait_and_see >= worth.here_and_now >= worth.mean_plan - 1e-3


def test_each_plan_is_best_by_its_own_measure_where_it_was_sought(
    answer: Robust, drawn: Draws
) -> None:
    names = list(answer.money)
    worth = worth_of_plans(answer.job, drawn.values, list(answer.money.values())).objective
    best = best_of_draws(answer.job, drawn.values).objective
    tails = np.array([tail_scores(z).mean() for z in worth.T])
    regrets = (best[:, None] - worth).max(axis=0)
    slack = 1e-3
    assert worth.mean(axis=0)[names.index("mean")] >= worth.mean(axis=0).max() - slack
    assert tails[names.index("cvar")] >= tails.max() - slack
    assert regrets[names.index("regret")] <= regrets.min() + slack


def test_what_a_plan_gives_up_is_counted_from_the_best(answer: Robust) -> None:
    table = answer.plans.set_index("plan")
    assert set(table.index) == {"central", "mean", "cvar", "regret", "gamma"}
    assert table["mean_given_up"].min() == 0
    best = (table["mean"] + table["mean_given_up"]).to_numpy()
    assert best == pytest.approx(np.full(5, table["mean"].max()))
    assert table.loc["central", "mean_gain"] == 0
    assert not table.loc["central", "real"]
    spent = answer.spending.groupby("plan")["money"].sum()
    assert (spent <= answer.scenario.budget.total * (1 + 1e-9)).all()


def test_no_bad_turns_leave_the_nominal_plan_and_more_of_them_cost_more(job: Job) -> None:
    plans = [guarded_plan(job, gamma) for gamma in (0, 1, 3, 100)]
    assert plans[0].price == pytest.approx(0, abs=1e-6)
    prices = [plan.price for plan in plans]
    assert prices == sorted(prices)
    nominal = money_first(job, central_values(job)[None, :])
    assert plans[0].nominal == pytest.approx(solve_extensive(nominal).objective)


def test_a_guarded_plan_keeps_its_promise_in_every_draw(job: Job, drawn: Draws) -> None:
    everything = guarded_plan(job, 100)
    assert everything.money is not None
    assert everything.guaranteed is not None
    worth = worth_of_plans(job, drawn.values, [everything.money]).objective
    assert (worth >= everything.guaranteed - 1e-6).all()


def test_noise_is_not_taken_for_a_difference() -> None:
    noise = np.random.default_rng(1).normal(size=400)
    assert not verdict(noise - noise.mean(), noise - noise.mean())["real"]
    assert verdict(noise + 1.0, noise)["real"]
    assert tail_scores(np.arange(100.0)).mean() == pytest.approx(2.0)


def test_every_engine_gives_the_same_answer(answer: Robust) -> None:
    pool = Processes(2)
    try:
        shared = robust(answer.scenario, 40, seed=3, criterion="regret", executor=pool)
    finally:
        pool.shutdown()
    assert shared.plans.equals(answer.plans)
    assert shared.money == answer.money


def test_text_and_data_speak_both_languages(answer: Robust) -> None:
    data = json.loads(json.dumps(robust_data(answer), allow_nan=False))
    assert data["criterion"] == "regret"
    assert len(data["plans"]) == 5
    assert "Least largest regret *" in robust_text(answer)
    assert "최대 후회 최소안 *" in robust_text(answer, "ko")
    assert all(len(s["ko"]) for s in data["sentences"])


def test_unknown_criteria_are_refused(scenario: Scenario) -> None:
    with pytest.raises(InvalidInput, match="no criterion 'hope'"):
        robust(scenario, 5, criterion="hope")


def test_the_command_prints_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["robust", "korea-2025", "--draws", "10", "--criterion", "cvar", "--gamma", "1"]
    assert cli.main([*command, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["gamma"] == 1
    assert cli.main([*command, "--level", "2"]) == 2
    assert "--level" in capsys.readouterr().err


def test_caution_is_heeded(scenario: Scenario) -> None:
    mild = robust(scenario, 10, criterion="cvar", caution=Caution(level=0.0, gamma=0.0))
    mean = mild.searched["mean"].objective
    assert mild.searched["cvar"].objective == pytest.approx(mean, rel=1e-6)
    assert mild.guarded.price == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("draws", [10, 40])
def test_progress_of_searches_and_judgement_is_one_count(scenario: Scenario, draws: int) -> None:
    shares = heard(lambda watch: robust(scenario, draws, watch=watch))
    assert shares[0] == 0.1
    assert {0.25, 0.4, 0.75} <= set(shares)
    assert len([share for share in shares if share > 0.75]) >= 6  # best plans, then five plans


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "outcome_ceiling", "people": 1},
        {"kind": "outcome_ceiling", "people": 1, "pathway": "q"},
    ],
)
def test_a_rule_over_people_holds_in_every_draw_where_doing_nothing_keeps_it(
    rule: dict[str, Any],
) -> None:
    bound = scenario_of(tiny(rules=[{"id": "cap", **rule}]))
    found = robust(bound, 5, seed=1)
    assert found.plans["mean"].to_numpy() == pytest.approx(1.0)
    assert (found.plans["most_regret"] > -1e-9).all()


def test_where_all_is_paid_after_the_last_year_there_is_a_plan_all_the_same() -> None:
    document = tiny()
    activity = document["programmes"]["p"]["activities"]["a"]
    activity["lead_years"] = 2
    document["budget"]["payment"] = "yearly"
    found = robust(scenario_of(document), 3, seed=1)
    assert found.found
    assert found.spending["money"].to_numpy() == pytest.approx(0.0)


def test_a_rule_that_is_one_of_money_in_one_draw_only_is_judged_alike_in_all() -> None:
    """A ceiling on units weighs money the same way in one draw, but not over several."""
    document = tiny(
        rules=[
            {
                "id": "few",
                "kind": "linear",
                "terms": [{"of": "units", "programme": "p"}],
                "sense": "<=",
                "rhs": 2,
            }
        ]
    )
    bands = document["programmes"]["p"]["activities"]["a"]["supply"]["bands"]
    bands[0]["unit_cost"] = {"value": 2, "low": 1, "high": 3, "grade": "X", "note": "assumed"}
    found = robust(scenario_of(document), 1100, seed=1)
    assert (found.plans["most_regret"] > -1e-9).all()


@pytest.mark.parametrize(
    ("way", "column", "sign"),
    [("mean", "mean", 1), ("cvar", "worst_5", 1), ("regret", "most_regret", -1)],
)
def test_each_plan_is_the_best_by_its_own_measure(
    answer: Robust, way: str, column: str, sign: int
) -> None:
    """Among the plans shown beside it, in the draws they were made for."""
    shown = answer.plans.set_index("plan")[column] * sign
    assert shown[way] == shown.max()


def test_the_measures_are_those_of_the_draws_searched(answer: Robust, job: Job) -> None:
    values = answer.draws.values
    best = best_of_draws(job, values).objective
    for name, plan in answer.money.items():
        row = answer.plans.set_index("plan").loc[name]
        goal = worth_of_plans(job, values, [plan]).objective[:, 0]
        assert row["mean"] == pytest.approx(goal.mean(), rel=1e-6)
        assert row["most_regret"] == pytest.approx((best - goal).max(), abs=1e-5)
        assert row["worst_5"] == pytest.approx(np.sort(goal)[:2].mean(), rel=1e-6)  # 5% of 40


def test_the_words_say_in_which_draws_a_plan_is_best(answer: Robust) -> None:
    said = [s.in_("en") for s in answer.sentences]
    assert any("40 draws they were made for" in s and "fresh draws then judge" in s for s in said)
    fresh = answer.plans.set_index("plan")["fresh_regret"]
    beaten = fresh["regret"] > fresh.min() + 1e-6
    assert beaten == any("another plan does better by that measure" in s for s in said)
    assert not any("weighted people" in s for s in said)
    text = robust_text(answer)
    assert "In the 40 draws they were made for" in text
    assert "One plan is chosen for all draws" in text
    assert robust_data(answer)["holds"]["moves"]


def test_the_chosen_plan_is_told_by_its_programmes(answer: Robust) -> None:
    sums = dict.fromkeys(answer.scenario.programmes, 0.0)
    for (p, _), money in (answer.chosen or {}).items():
        sums[p] += money
    largest = max(sums, key=lambda p: sums[p])
    (chosen,) = (s for s in answer.sentences if s.in_("en").startswith("Least largest regret: "))
    unit = answer.scenario.money.parsed
    for code in ("en", "ko"):
        told = chosen.in_(code).split(": ", 1)[1]
        assert told.count(", ") == sum(v > 0 for v in sums.values()) - 1
        title = title_of(answer.scenario.programmes, largest).in_(code)
        assert told.startswith(f"{title} {amount_of_money(sums[largest], unit, code)}")
