"""Trade-offs against separate solves with weights: exact in bands, within the gap on curves."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from tests.heard import heard
from tests.studies import two_channels as cases


@pytest.fixture(scope="module")
def drawn() -> api.TradeOff:
    return api.trade_off(cases.bands(), "retained", "attracted")


@pytest.fixture(scope="module")
def korea() -> api.TradeOff:
    return api.trade_off(api.load_scenario("korea-2025"), "retained", "attracted", accuracy=5e-3)


def weighted_best(scenario: api.Scenario, retained: float, attracted: float) -> float:
    """The best weighted sum of both channels, asked for as the scenario's own objective."""
    tiers = dict.fromkeys(scenario.objective.tiers, 1.0)
    objective = {
        "measure": "net_people",
        "discount_rate": 0.0,
        "tiers": tiers,
        "channels": {"retained": retained, "attracted": attracted},
    }
    best = api.bare_plan(api.change_scenario(scenario, {"objective": objective})).objective
    assert best is not None
    return best


@pytest.mark.parametrize("weight", [0.03, 0.2, 0.4, 0.5, 0.55, 0.63, 0.8, 0.97])
def test_every_weighting_of_the_channels_chooses_one_of_the_points(
    drawn: api.TradeOff, weight: float
) -> None:
    best = weighted_best(drawn.scenario, weight, 1 - weight)
    ours = (weight * drawn.points["first"] + (1 - weight) * drawn.points["second"]).max()
    assert ours == pytest.approx(best, rel=1e-9)


def test_points_are_corners_and_reconcile(drawn: api.TradeOff) -> None:
    assert drawn.exact
    assert len(drawn.points) > 2
    for row, plan in zip(drawn.points.itertuples(), drawn.plans, strict=True):
        assert row.first == pytest.approx(row.retained)
        assert row.second == pytest.approx(row.attracted)
        assert row.spending == pytest.approx(plan.spent)
        assert plan.solution.certificate is not None
        assert plan.solution.certificate.passed
    spent = drawn.allocation.groupby("point")["spending"].sum().tolist()
    assert spent == pytest.approx(drawn.points["spending"].tolist())
    assert drawn.allocation.groupby("point")["share"].sum().tolist() == pytest.approx(
        [1.0] * len(drawn.points)
    )
    rates = drawn.points["exchange"].tolist()[:-1]
    assert all(a > b > 0 for a, b in pairwise(rates))
    assert drawn.points["worth_from"].tolist()[:-1] == pytest.approx(rates)


def test_no_plan_is_better_in_one_and_as_good_in_the_other(drawn: api.TradeOff) -> None:
    floor = {"id": "kept", "kind": "outcome_floor", "channel": "retained"} | cases.SIGNED
    for row in drawn.points.itertuples():
        rules = [*cases.DOCUMENT["rules"], floor | {"people": max(0.0, float(row.retained) - 1e-9)}]  # type: ignore[arg-type]
        changed = cases.bands(rules=rules)
        most = weighted_best(changed, 1e-7, 1.0)
        assert most == pytest.approx(float(row.attracted), abs=1e-5)  # type: ignore[arg-type]


def test_the_ends_are_those_of_the_payoff_table(drawn: api.TradeOff) -> None:
    table = api.payoff(drawn.scenario, ["retained", "attracted", "spending"]).table
    first, last = drawn.points.iloc[0], drawn.points.iloc[-1]
    assert table["goal"].tolist() == ["retained", "attracted", "spending"]
    assert table["retained"][0] == pytest.approx(first["retained"])
    assert table["attracted"][0] == pytest.approx(first["attracted"])
    assert table["attracted"][1] == pytest.approx(last["attracted"])
    assert table["retained"][1] == pytest.approx(last["retained"])
    assert table["spending"][2] == pytest.approx(12)


@pytest.mark.parametrize("weight", [0.05, 0.3, 0.5, 0.7, 0.95])
def test_smooth_supply_is_followed_within_the_stated_gap(
    korea: api.TradeOff, weight: float
) -> None:
    points = korea.points
    spans = [float(points[name].max() - points[name].min()) for name in ("first", "second")]
    weights = weight / spans[0], (1 - weight) / spans[1]
    best = weighted_best(korea.scenario, *weights)
    ours = float((weights[0] * points["first"] + weights[1] * points["second"]).max())
    assert ours <= best + 1e-7
    assert best - ours <= korea.gap * (weight**2 + (1 - weight) ** 2) ** 0.5 + 1e-7
    assert 0 < korea.gap <= 5e-3


def test_points_on_curves_are_true_plans(korea: api.TradeOff) -> None:
    assert not korea.exact
    rates = korea.points["exchange"].tolist()[:-1]
    assert all(a > b > 0 for a, b in pairwise(rates))
    middle = korea.plans[len(korea.plans) // 2]
    given = {(r.programme, r.year): float(r.spending) for r in middle.allocation.itertuples()}
    used = api.evaluate(korea.scenario, given)
    assert used.obeys
    # the evaluation makes the most of this money for the scenario's goal, on the true curves
    assert used.plan.everyone.objective >= middle.everyone.objective - 1e-6


def test_money_may_be_an_outcome() -> None:
    """Spending is to be small: what one more person costs rises with their number."""
    answer = api.trade_off(cases.bands(), "net_people", "spending")
    rates = answer.points["exchange"].tolist()[:-1]
    assert all(a > b > 0 for a, b in pairwise(rates))
    assert answer.points["spending"].iloc[0] <= 100 + 1e-9
    assert answer.points["spending"].iloc[-1] == pytest.approx(12)
    turned = api.trade_off(cases.bands(), "spending", "net_people")
    assert turned.points["net_people"].tolist() == pytest.approx(
        answer.points["net_people"].tolist()[::-1]
    )


def test_whole_decisions_are_sought_level_by_level() -> None:
    scenario = cases.lumpy()
    answer = api.trade_off(scenario, "retained", "attracted", steps=6)
    first, second = (answer.points[name].tolist() for name in ("first", "second"))
    assert all(a > b for a, b in pairwise(first))
    assert all(a < b for a, b in pairwise(second))
    ends = api.payoff(scenario, ["retained", "attracted"]).table
    assert first[0] == pytest.approx(ends["retained"][0], abs=1e-6)
    assert second[-1] == pytest.approx(ends["attracted"][1], abs=1e-6)
    relaxed = api.trade_off(cases.bands(), "retained", "attracted")
    for a, b in zip(first, second, strict=True):
        best = max(0.5 * p + 0.5 * q for p, q in zip(
            relaxed.points["first"], relaxed.points["second"], strict=True))  # fmt: skip
        assert 0.5 * a + 0.5 * b <= best + 1e-9
    assert 0 <= answer.unexplored < 1
    for plan in answer.plans:
        units = plan.activities.set_index("activity")["units"]
        assert units["seat"].tolist() == pytest.approx([round(u) for u in units["seat"]])
    assert "whole decisions" in answer.sentences[-1].in_("en")


def test_whole_decisions_against_money_on_curves() -> None:
    """A plan may lie a hair below its level of money; the search goes on to the next one."""
    scenario = cases.lumpy(cases.curved().document)
    answer = api.trade_off(scenario, "net_people", "spending", steps=5)
    assert 2 < len(answer.points) <= 6
    spent, people = answer.points["spending"].tolist(), answer.points["net_people"].tolist()
    assert spent == sorted(spent, reverse=True)
    assert people == sorted(people, reverse=True)
    assert "on the steps of the supply curves" in answer.sentences[-1].in_("en")
    table = api.payoff(scenario, ["net_people", "spending"]).table
    assert people[0] == pytest.approx(table["net_people"][0], rel=1e-6)
    assert spent[-1] == pytest.approx(table["spending"][1], rel=1e-6)


def test_sentences_say_what_one_more_costs(drawn: api.TradeOff) -> None:
    said = [s.in_("en") for s in drawn.sentences]
    first, last = drawn.points.iloc[0], drawn.points.iloc[-1]
    digits = api.wording.digits
    assert said[0] == (
        f"The most retained is {digits(first['first'])}, with {digits(first['second'])} attracted; "
        f"the most attracted is {digits(last['second'])}, with {digits(last['first'])} retained."
    )
    rates = [api.wording.digits(r, 2) for r in drawn.points["exchange"].tolist()[:-1]]
    assert len(rates) == 5
    for rate, sentence in zip(reversed(rates), said[2:-1], strict=True):
        assert f"one more retained costs {rate} attracted" in sentence
    assert all(s.in_("ko").endswith(".") and s.in_("ko") != s.in_("en") for s in drawn.sentences)


def test_one_plan_may_be_best_in_both() -> None:
    answer = api.trade_off(cases.bands(), "retained", "stays")
    assert len(answer.points) == 1
    assert "nothing to trade" in answer.sentences[0].in_("en")
    smooth = api.trade_off(cases.curved(), "retained", "stays")
    assert len(smooth.points) == 1


def test_nonsense_is_refused() -> None:
    with pytest.raises(api.InvalidInput, match="Did you mean 'attracted'"):
        api.trade_off(cases.bands(), "retained", "atracted")
    with pytest.raises(api.InvalidInput, match="traded for itself"):
        api.trade_off(cases.bands(), "retained", "retained")
    with pytest.raises(api.InvalidInput, match="no outcome called 'x'"):
        api.payoff(cases.bands(), ["retained", "x"])


def test_rules_that_conflict_leave_no_points() -> None:
    answer = api.trade_off(cases.conflicting(), "retained", "attracted")
    assert (answer.found, answer.status) == (False, api.Status.INFEASIBLE)
    assert len(answer.points) == len(answer.allocation) == 0
    assert api.payoff(cases.conflicting(), ["retained", "attracted"]).status == "infeasible"


# --- the command --------------------------------------------------------------------------------
def test_the_command_prints_plain_data_and_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["trade-off", cases.written(cases.DOCUMENT, tmp_path)]
    command += ["--between", "net_people", "attracted"]
    assert main([*command, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["first"], data["second"], data["status"]) == ("net_people", "attracted", "optimal")
    assert data["points"][-1]["exchange"] is None
    assert len(data["allocation"]) == 3 * len(data["points"])
    assert main([*command, "--lang", "ko"]) == 0
    text = capsys.readouterr().out
    assert "순증 인원 최대" in text
    assert "감소" in text
    assert main([*command[:-1], "nobody"]) == 2
    assert "no outcome called 'nobody'" in capsys.readouterr().err


def test_the_command_answers_a_conflict_as_solve_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = cases.DOCUMENT | {"rules": cases.CONFLICT}
    command = ["trade-off", cases.written(document, tmp_path)]
    assert main([*command, "--between", "net_people", "attracted", "--json"]) == 3
    data = json.loads(capsys.readouterr().out)
    assert data["status"] == "infeasible"
    assert data["conflict"]
    assert data["points"] == []


def test_the_text_of_curves_shows_every_plan(korea: api.TradeOff) -> None:
    english, korean = (api.trade_off_text(korea, language) for language in api.LANGUAGES)
    assert "Cost of one more retained" in english
    assert "잔류 1명 증가 시" in korean
    for text in (english, korean):
        assert len(text.splitlines()) == len(korea.sentences) + len(korea.points) + 6


def test_a_payoff_table_reads_in_both_languages() -> None:
    answer = api.payoff(cases.bands(), ["retained", "spending"])
    assert api.payoff_text(answer).splitlines()[0].split() == [
        "Put",
        "first",
        "Retained",
        "Spending",
    ]
    assert api.payoff_text(answer, "ko").splitlines()[2].startswith("잔류")
    assert [row["goal"] for row in api.payoff_data(answer)["table"]] == ["retained", "spending"]


@pytest.mark.parametrize("make", [cases.bands, cases.curved, cases.lumpy])
def test_progress_rises_with_the_frontier(make: Callable[[], api.Scenario]) -> None:
    scenario = make()

    def search(watch: api.Watch) -> object:
        return api.trade_off(scenario, "retained", "attracted", accuracy=0.01, watch=watch)

    assert len(heard(search)) >= 4


def test_a_trade_off_can_be_stopped() -> None:
    watch = api.Watch()
    watch.cancel.set()
    with pytest.raises(api.Cancelled):
        api.trade_off(cases.bands(), "retained", "attracted", watch=watch)


@pytest.fixture(scope="module")
def before() -> dict[str, float]:
    """What each channel of the stock of before comes to: the plan of a budget of nothing."""
    budget = {"total": 0, "by_year": {"2025": 0}}
    rows = api.bare_plan(cases.with_stock(budget=budget, rules=[])).people
    return {c: float(rows[rows["channel"] == c]["net"].sum()) for c in ("retained", "attracted")}


def people_of(plan: api.Plan, channel: str) -> float:
    return float(plan.people[plan.people["channel"] == channel]["net"].sum())


def test_outcomes_are_people_beyond_those_of_no_money(before: dict[str, float]) -> None:
    """Rows of people count everybody; a point and the best plan beside it do not."""
    assert before["retained"] > 1
    found = api.trade_off(cases.with_stock(), "retained", "attracted")
    for point, plan in zip(found.points.itertuples(), found.plans, strict=True):
        for place, channel in (("first", "retained"), ("second", "attracted")):
            beyond = people_of(plan, channel) - before[channel]
            assert getattr(point, place) == pytest.approx(beyond, abs=1e-6)
            assert getattr(point, channel) == pytest.approx(beyond, abs=1e-6)
        assert point.net_people == pytest.approx(point.retained + point.attracted, abs=1e-6)
        assert point.objective == pytest.approx(plan.objective), "the goal counts all"
    totals = found.best.totals
    assert found.own == pytest.approx((totals.retained, totals.attracted), abs=1e-6)


def test_the_payoff_table_counts_additional_people_and_the_whole_goal(
    before: dict[str, float],
) -> None:
    names = ["retained", "attracted", "objective", "spending"]
    found = api.payoff(cases.with_stock(), names)
    for (_, row), plan in zip(found.table.iterrows(), found.plans, strict=True):
        for channel in ("retained", "attracted"):
            beyond = people_of(plan, channel) - before[channel]
            assert row[channel] == pytest.approx(beyond, abs=1e-6)
        assert row["objective"] == pytest.approx(plan.everyone.objective)
        assert row["spending"] == pytest.approx(plan.spent)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_says_which_people_are_counted(language: str) -> None:
    found = api.trade_off(cases.with_stock(), "retained", "attracted")
    table = api.payoff(cases.with_stock(), ["retained", "attracted"])
    words = {"en": "beyond what no money yields", "ko": "예산 없이 얻는 인원을 뺀 추가 인원"}
    assert words[language] in api.trade_off_text(found, language)
    assert words[language] in api.payoff_text(table, language)
