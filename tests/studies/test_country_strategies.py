"""Spend like them, the next million and bottlenecks: against closed forms and solving again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.api import desk as api
from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence, Grade, Strategy
from optimizer.inputs.evidence import load_evidence
from optimizer.studies.countries.documents import shared_cautions
from optimizer.studies.countries.like_them import transplant
from optimizer.studies.countries.money_in_years import (
    Mix,
    countries_with_mix,
    families_of_the_model,
    mix_of_country,
    money_in_years,
    usual_period,
)
from optimizer.studies.countries.more_money import next_unit, richer, with_room
from optimizer.studies.countries.placing import placed
from tests.heard import heard
from tests.studies.documents import small_documents

YEARS = range(2025, 2029)
TINY = 1e-7


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def kept() -> api.Scenario:
    """A scenario whose money may be kept for later years."""
    return api.load_scenario("gbr-2025")


def announced(evidence: Evidence, *rows: Mapping[str, object]) -> Evidence:
    """The evidence with these programmes of Norway in place of its own."""
    usual = {
        "country": "NOR", "title": Text(en="P", ko="가"), "family": "gpu_access", "amount": 100.0,
        "currency": "NOK", "period_years": 5.0, "start_year": 2025, "adds": True,
        "source": "own_assumption", "grade": Grade.B,
    }  # fmt: skip
    own = [Strategy.model_validate({"id": f"nor_{n}", **usual, **r}) for n, r in enumerate(rows)]
    others = [s for s in evidence.strategies.values() if s.country != "NOR"]
    return evidence.model_copy(update={"strategies": {s.id: s for s in [*others, *own]}})


# --- money in years -------------------------------------------------------------------------------


def test_an_amount_is_spread_over_its_period(evidence: Evidence) -> None:
    found = money_in_years(
        announced(evidence, {"start_year": 2024, "period_years": 2.5}), "NOR", YEARS
    )
    assert dict(zip(found["year"], found["money"], strict=True)) == {
        2025: pytest.approx(40.0),
        2026: pytest.approx(20.0),
    }
    assert not found["period_assumed"].any()


def test_a_period_nobody_published_is_the_usual_one(evidence: Evidence) -> None:
    assert usual_period(evidence) == 5.0
    found = money_in_years(announced(evidence, {"period_years": None}), "NOR", YEARS)
    assert found["money"].tolist() == pytest.approx([20.0] * 4)
    assert found["period_assumed"].all()


def test_what_ended_goes_on_only_where_nothing_else_runs(evidence: Evidence) -> None:
    old, older = {"start_year": 2019, "period_years": 4.0}, {"start_year": 2010}
    found = money_in_years(announced(evidence, old, older), "NOR", YEARS)
    assert found["strategy"].unique().tolist() == ["nor_0"]
    assert found["goes_on"].all()
    assert found["money"].tolist() == pytest.approx([25.0] * 4)
    running = {"family": "a_team_cultivation"}
    found = money_in_years(announced(evidence, old, running), "NOR", YEARS)
    assert found["strategy"].unique().tolist() == ["nor_1"]
    later = {"start_year": 2031}
    assert len(money_in_years(announced(evidence, later), "NOR", YEARS)) == 0


def test_a_mix_counts_what_may_be_added_and_tells_what_it_leaves_out(evidence: Evidence) -> None:
    told = announced(
        evidence,
        {"amount": 300.0},
        {"amount": 100.0, "family": "research_institutes", "period_years": None},
        {"amount": 600.0, "family": "salary"},
        {"amount": 900.0, "adds": False},
        {"amount": None, "family": "visa_fast_track"},
    )
    mix = mix_of_country(told, "NOR", YEARS)
    assert mix.shares == {
        "visa_fast_track": 0.0,
        "research_institutes": pytest.approx(0.25),
        "gpu_access": pytest.approx(0.75),
        "a_team_cultivation": 0.0,
    }
    assert mix.left_out == pytest.approx(0.6)
    assert mix.assumed == pytest.approx(0.25)
    assert mix.title.in_("en") == "Norway"


def test_a_country_without_amounts_is_a_gap_and_no_zero(evidence: Evidence) -> None:
    known = countries_with_mix(evidence, YEARS)
    assert "DEU" not in known
    with pytest.raises(api.InvalidInput, match=r"Germany published no amount.*FRA"):
        mix_of_country(evidence, "DEU", YEARS)
    with pytest.raises(api.InvalidInput, match="Did you mean 'FRA'"):
        mix_of_country(evidence, "FRAA", YEARS)
    for country in known:
        assert sum(mix_of_country(evidence, country, YEARS).shares.values()) == pytest.approx(1.0)


# --- spend like them ------------------------------------------------------------------------------


@pytest.mark.parametrize("country", ["EUU", "FRA", "GBR", "KOR"])
def test_a_transplant_names_what_it_breaks_and_how_near_it_could_obey(
    country: str, korea: api.Scenario, evidence: Evidence
) -> None:
    mix = mix_of_country(evidence, country, YEARS)
    answer = transplant(korea, mix)
    least = {r.programme: r.share for r in korea.rules}  # type: ignore[union-attr]
    names = {r.programme: r.id for r in korea.rules}  # type: ignore[union-attr]
    short = {p: max(0.0, float(least[p]) - mix.shares[p]) for p in least}
    assert set(answer.evaluation.broken["rule"]) == {names[p] for p, by in short.items() if by > 0}
    assert answer.obeys == (not any(short.values()))
    assert answer.moved == pytest.approx(sum(short.values()), abs=1e-6)
    budget = korea.budget
    given = answer.evaluation.moves
    by_programme = given.groupby("programme")["given"].sum()
    for p, share in mix.shares.items():
        assert by_programme[p] == pytest.approx(share * budget.total, abs=1e-3)
    assert given.loc[given["year"] == 2025, "given"].sum() <= budget.by_year[2025] + 1e-3
    assert answer.nearest is not None
    money = {(r.programme, r.year): r.spending for r in answer.nearest.allocation.itertuples()}
    assert api.evaluate(korea, money).obeys
    lost = answer.evaluation.left_on_the_table
    assert lost is not None
    assert lost > 0
    near = answer.nearest.everyone.objective
    assert near <= answer.evaluation.best.everyone.objective + TINY


def test_the_best_plans_own_mix_loses_nothing(kept: api.Scenario) -> None:
    """Timing is chosen well: a mix with the best plan's shares is the best plan."""
    best = api.bare_plan(kept)
    shares = (best.allocation.groupby("programme")["spending"].sum() / best.spent).to_dict()
    answer = api.spend_like(kept, shares)
    assert answer.there is None
    assert answer.here.obeys, answer.here.evaluation.broken
    assert answer.here.moved == pytest.approx(0.0, abs=1e-6)
    assert answer.here.people == pytest.approx(best.totals.net_people, rel=1e-5)
    lost = answer.here.evaluation.left_on_the_table
    assert lost == pytest.approx(0.0, abs=1e-4 * best.everyone.objective)
    assert any("keeps every rule" in s.in_("en") for s in answer.here.sentences)


def test_timing_is_no_worse_than_any_other(korea: api.Scenario, evidence: Evidence) -> None:
    mix, random = mix_of_country(evidence, "FRA", YEARS), np.random.default_rng(3)
    answer = transplant(korea, mix)
    for _ in range(5):
        when = random.dirichlet(np.ones(len(YEARS)))
        if when[0] * korea.budget.total > korea.budget.by_year[2025]:
            continue
        money = {
            (p, y): share * korea.budget.total * float(part)
            for p, share in mix.shares.items()
            for y, part in zip(YEARS, when, strict=True)
        }
        other = api.evaluate(korea, money).plan.everyone.objective
        assert other <= answer.evaluation.plan.everyone.objective + TINY


def test_both_directions_and_both_languages(korea: api.Scenario) -> None:
    answer = api.spend_like(korea, "GBR")
    assert answer.there is not None
    assert answer.there.scenario.id == "gbr-2025"
    assert answer.there.mix.country == "KOR"
    assert set(answer.there.evaluation.broken["kind"]) == {"programme_floor"}
    for one in (answer.here, answer.there):
        assert len(one.sentences) >= 3
        for sentence in one.sentences:
            assert sentence.in_("en")
            assert any("가" <= letter <= "힣" for letter in sentence.in_("ko"))
    assert "like the United Kingdom yields" in answer.here.sentences[0].in_("en")
    assert "370 million pounds spent like Korea" in answer.there.sentences[0].in_("en")
    assert "3.7억 파운드" in answer.there.sentences[0].in_("ko")


def test_money_that_no_year_has_room_for_is_not_given(korea: api.Scenario) -> None:
    """Years that hold less than the total: the mix gets what they hold."""
    tight = api.change_scenario(
        korea, {"budget": {"by_year": {y: 3000 for y in YEARS}, "carry_over": 0}}
    )
    answer = transplant(tight, Mix(Text(en="all", ko="전부"), {"a_team_cultivation": 1.0}))
    given = answer.evaluation.moves.groupby("year")["given"].sum()
    assert given.tolist() == pytest.approx([3000.0] * 4, abs=1e-3)


@pytest.mark.parametrize("program", ["a_team_cultivation", "gpu_access"])
def test_money_that_helps_nobody_is_given_all_the_same(program: str, korea: api.Scenario) -> None:
    """Places of the last years complete too late; those years are filled like the others."""
    rising = {y: 1000 * (n + 1) for n, y in enumerate(YEARS)}
    tight = api.change_scenario(korea, {"budget": {"by_year": rising, "carry_over": 0}})
    given = placed(tight, Mix(Text(en="all", ko="전부"), {program: 1.0}))
    assert sum(given.values()) == pytest.approx(10_000.0, abs=1e-3)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ({"gpu_acces": 1.0}, "Did you mean 'gpu_access'"),
        ({"gpu_access": 1.4, "visa_fast_track": -0.4}, r"1\.4 is no share.*\n.*-0\.4 is no share"),
        ({"gpu_access": 0.4}, "add up to 0.4"),
    ],
)
def test_mixes_that_make_no_sense_are_refused(
    shares: dict[str, float], told: str, korea: api.Scenario
) -> None:
    with pytest.raises(api.InvalidInput, match=told):
        api.spend_like(korea, shares)


def test_a_plan_that_keeps_money_for_later_years_keeps_its_budgets(kept: api.Scenario) -> None:
    plan = api.bare_plan(kept)
    money = {(r.programme, r.year): r.spending for r in plan.allocation.itertuples()}
    spent = plan.allocation.groupby("year")["spending"].sum()
    assert any(spent[y] > money * 1.01 for y, money in kept.budget.by_year.items())
    assert api.evaluate(kept, money).obeys
    early = {**money, ("gpu_access", 2025): money["gpu_access", 2025] + 80.0}
    assert "year_budget.2025" in set(api.evaluate(kept, early).broken["rule"])


# --- the next million -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["korea-2025", "fra-2025"])
def test_the_price_is_the_right_hand_derivative(name: str) -> None:
    scenario = api.load_scenario(name)
    step = 1e-4 * scenario.budget.total
    before = with_room(scenario, step)
    after = api.bare_plan(richer(scenario, step))
    gained = (after.everyone.objective - before.everyone.objective) / step
    assert next_unit(before) == pytest.approx(gained, rel=1e-3)
    assert gained <= next_unit(before) * (1 + 1e-6)


def test_the_price_is_the_slope_of_the_budget_curve(korea: api.Scenario) -> None:
    """Without years of their own the budget grows as a whole; both know the side of a kink."""
    whole = api.change_scenario(korea, {"budget": {"by_year": None}})
    total = whole.budget.total
    curve = api.budget_curve(whole, total, 1.01 * total)
    slope = float(curve.pieces["slope"].iloc[0])
    assert next_unit(with_room(whole, 0.01 * total)) == pytest.approx(slope, rel=1e-3)


def test_countries_are_ranked_and_gains_fall() -> None:
    scenarios = [api.load_scenario(f"{code}-2025") for code in ("kor", "aus", "fra")]
    answer = api.next_million(scenarios)
    assert answer.gains["country"].tolist() == ["AUS", "FRA", "KOR"]
    assert (answer.gains["gain"] <= answer.gains["price"] * (1 + 1e-6)).all()
    assert (answer.gains["gap"] == "").all()
    assert answer.gains["amount"].tolist() == pytest.approx([1.5354, 0.8548, 1391.1])
    korean = answer.gains.set_index("country").loc["KOR"]
    assert korean["budget_usd"] == pytest.approx(korean["budget"] / 1391.1)
    assert "Australia" in answer.sentences[0].in_("en")
    assert "호주" in answer.sentences[0].in_("ko")
    assert answer.cautions == shared_cautions(scenarios) != ()


def test_gaps_are_told(korea: api.Scenario) -> None:
    clash = {"rules": {"gpu-floor": {"share": 0.7}, "a-team-floor": {"share": 0.7}}}
    gains = api.next_million([api.change_scenario(korea, clash), korea]).gains
    assert gains["gap"].tolist() == ["", "The rules cannot hold together."]
    assert np.isnan(gains["gain"].iloc[1])
    silent = [
        api.change_scenario(korea, {"money": {"per_usd": None}, "id": name}) for name in ("a", "b")
    ]
    with pytest.raises(api.InvalidInput) as caught:
        api.next_million(silent)
    assert [issue.where for issue in caught.value.issues] == [
        "a: money.per_usd",
        "b: money.per_usd",
    ]


# --- bottlenecks ----------------------------------------------------------------------------------


def test_one_percent_more_of_a_limit_adds_what_is_said(korea: api.Scenario) -> None:
    held = api.bottlenecks([korea]).limits.set_index("limit")
    best = api.bare_plan(korea).everyone.objective

    def gained(changes: dict[str, object]) -> float:
        return api.bare_plan(api.change_scenario(korea, changes)).everyone.objective - best

    for rule, share in (("gpu-floor", 0.10), ("institute-floor", 0.15)):
        looser = gained({"rules": {rule: {"share": 0.99 * share}}})
        assert held.loc[rule, "worth"] == pytest.approx(looser, rel=0.02)
    richest = api.bare_plan(richer(korea, 0.01 * korea.budget.total)).everyone.objective - best
    assert held.loc["budget", "worth"] == pytest.approx(richest, rel=0.02)
    assert held.loc["budget", "share"] == pytest.approx(held.loc["budget", "worth"] / best)
    places = api.bare_plan(korea).capacities.query("capacity == 'training_place'")
    free = {int(r.year): 0.01 * r.used for r in places.itertuples() if r.used > 0}
    more = gained({"capacities": {"training_place": {"free": free}}})
    assert held.loc["capacity.training_place", "worth"] == pytest.approx(more, rel=0.02)


def test_a_full_pool_is_a_bottleneck(korea: api.Scenario) -> None:
    few = api.change_scenario(korea, {"pools": {"trainees": {"people_per_year": 30}}})
    held = api.bottlenecks([few]).limits.set_index("limit")
    more = api.change_scenario(korea, {"pools": {"trainees": {"people_per_year": 30.3}}})
    gained = api.bare_plan(more).everyone.objective - api.bare_plan(few).everyone.objective
    assert held.loc["pool.trainees", "worth"] == pytest.approx(gained, rel=0.02)
    assert held.loc["pool.trainees", "title"] == "Graduates who can be supervised"


def test_common_limits_come_first(korea: api.Scenario) -> None:
    clash = {"rules": {"gpu-floor": {"share": 0.7}, "a-team-floor": {"share": 0.7}}, "id": "clash"}
    france = api.load_scenario("fra-2025")
    answer = api.bottlenecks([korea, france, api.change_scenario(korea, clash)])
    assert answer.without_plan == ("clash",)
    common = answer.common
    assert (common["of"] == 2).all()
    assert common["scenarios"].is_monotonic_decreasing
    for row in common.itertuples():
        some = answer.limits[answer.limits["limit"] == row.limit]
        assert row.scenarios == len(some)
        assert row.share == pytest.approx(some["share"].mean())
        assert row.strongest_share == some["share"].max()
    titles = dict(zip(common["limit"], common["title"], strict=True))
    assert titles["gpu-floor"] == "Programme floor: GPU access"
    for sentence in answer.sentences:
        assert "holds back" in sentence.in_("en")
        assert "제약" in sentence.in_("ko")


def test_families_of_the_model_are_programmes_of_the_reference(
    korea: api.Scenario, evidence: Evidence
) -> None:
    assert set(families_of_the_model(evidence)) == set(korea.programmes)


# --- any scenario ---------------------------------------------------------------------------------


@given(document=small_documents(), seed=st.integers(0, 2**16))
@settings(max_examples=15)
def test_any_small_scenario(document: dict[str, Any], seed: int) -> None:
    document["money"]["per_usd"] = 1300.0
    scenario = api.scenario_of(document)
    programmes = list(scenario.programmes)
    shares = np.random.default_rng(seed).dirichlet(np.full(len(programmes), 0.5))
    mix = {p: float(s) for p, s in zip(programmes, shares / shares.sum(), strict=True)}
    answer = api.spend_like(scenario, mix).here
    best, plan = answer.evaluation.best, answer.evaluation.plan
    near = 1e-6 * max(1.0, abs(best.everyone.objective))
    assert plan.found
    assert not set(answer.evaluation.broken["kind"]) & {"total_budget", "year_budget"}
    if not best.found:
        assert answer.nearest is None
        return
    assert answer.nearest is not None
    money = {(r.programme, r.year): r.spending for r in answer.nearest.allocation.itertuples()}
    assert api.evaluate(scenario, money).obeys
    assert answer.nearest.everyone.objective <= best.everyone.objective + near
    if answer.obeys:
        assert plan.everyone.objective <= best.everyone.objective + near
    gains = api.next_million([scenario]).gains.iloc[0]
    if not gains["gap"]:
        assert gains["gain"] <= gains["price"] * (1 + 1e-5) + near
    assert (api.bottlenecks([scenario]).limits["worth"] > 0).all()


def test_whole_decisions_have_no_prices_but_plans() -> None:
    lumpy = api.load_scenario(Path(__file__).parents[1] / "formulation" / "lumpy.yaml")
    programmes = list(lumpy.programmes)
    answer = api.spend_like(lumpy, dict.fromkeys(programmes, 1.0 / len(programmes))).here
    assert answer.evaluation.plan.found
    assert answer.nearest is not None
    assert answer.nearest.found
    assert api.bottlenecks([lumpy]).without_plan == (lumpy.id,)
    gains = api.next_million([api.change_scenario(lumpy, {"money": {"per_usd": 1300}})]).gains
    assert gains["gap"].tolist() == ["There is no price at the margin."]
    assert gains["gain"].iloc[0] >= 0


@pytest.mark.parametrize("study", [api.next_million, api.bottlenecks])
def test_progress_counts_the_scenarios(study: Callable[..., object], korea: api.Scenario) -> None:
    asked = [korea, api.load_scenario("fra-2025"), api.load_scenario("aus-2025")]
    assert heard(lambda watch: study(asked, watch=watch)) == [1 / 3, 2 / 3, 1.0]


@pytest.mark.parametrize("study", [api.next_million, api.bottlenecks])
def test_a_round_of_scenarios_can_be_stopped(
    study: Callable[..., object], korea: api.Scenario
) -> None:
    watch = api.Watch()
    with pytest.raises(api.Cancelled):
        study([korea, korea], watch=api.Watch(lambda progress: watch.cancel.set(), watch.cancel))
