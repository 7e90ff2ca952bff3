"""What drives outcome and decision, where it switches, and what knowing more is worth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from optimizer.api import load_scenario
from optimizer.errors import InvalidInput
from optimizer.formulation.uncertain import factors
from optimizer.solving.varied_number import spelled, variables
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.insight.discovery import discovery
from optimizer.studies.insight.drivers import Drivers, at_ends, drivers
from optimizer.studies.insight.information import Information, information
from optimizer.studies.insight.study import DRIVERS, SWITCHING, insight
from optimizer.studies.insight.switching import switching
from optimizer.studies.uncertainty.study import UnderUncertainty, uncertainty
from tests.heard import heard
from tests.studies.unsure import DOCUMENT, changed, unsure

IDLE = {"idle": {"value": 9, "low": 5, "high": 20, "unit": "million KRW"}}


def with_idle_number(low: float = 5.0, high: float = 20.0) -> Any:
    """The scenario with a number that no plan ever uses: an activity nobody needs."""
    document = changed(DOCUMENT)
    activity = {"delivers": {"case": 1}, "supply": {"bands": [{"unit_cost": {"ref": "idle"}}]}}
    document["capacities"]["desk"] = {}
    activity["delivers"] = {"desk": 1}
    document["programmes"]["visa"]["activities"]["desk"] = activity
    document["evidence"]["idle"] = {**IDLE["idle"], "low": low, "high": high}
    return unsure(**document)


@pytest.fixture(scope="module")
def found() -> Drivers:
    return drivers(with_idle_number(), count=64)


@pytest.fixture(scope="module")
def study() -> UnderUncertainty:
    return uncertainty(with_idle_number(), 500)


@pytest.fixture(scope="module")
def known(study: UnderUncertainty) -> Information:
    return information(study)


def test_the_tornado_is_made_of_plans_at_the_ends(found: Drivers) -> None:
    rows = found.tornado.set_index("number")
    assert rows["swing"].is_monotonic_decreasing
    for end in ("low", "high"):
        document = changed(DOCUMENT)
        entry = document["evidence"]["arrival"]
        document["evidence"]["arrival"] = {"value": entry[end]}
        plan = bare_plan(unsure(**document))
        assert rows.loc["arrival", f"people_{end}"] == pytest.approx(
            plan.totals.net_people, rel=5e-3
        )
    assert rows.loc["idle", "swing"] == 0.0
    assert rows.loc["idle", "moved"] == pytest.approx(0.0, abs=1e-9)


def test_a_group_moves_as_one_in_the_tornado() -> None:
    scenario = unsure(uncertainty={"groups": {"costs": ["cost_post", "cost_case"]}})
    values = at_ends(factors(scenario))
    names = [n.name for n in factors(scenario).numbers]
    low = values[1 + factors(scenario).names.index("costs")]
    assert low[names.index("cost_post")] == 30
    assert low[names.index("cost_case")] == 6
    assert low[names.index("arrival")] == 0.8
    found = drivers(scenario, count=4)
    assert "costs" in set(found.tornado["number"])


def test_an_idle_number_has_no_index(found: Drivers) -> None:
    rows = found.sobol.set_index(["outcome", "number"])
    for outcome in ("net_people", "leader_share"):
        assert rows.loc[(outcome, "idle"), "total"] == pytest.approx(0.0, abs=1e-12)
        assert rows.loc[outcome]["total"].max() > 0.2


def test_indices_are_left_out_where_they_would_mean_nothing() -> None:
    pair = [{"between": ["cost_post", "arrival"], "rank": 0.5}]
    assert len(drivers(unsure(uncertainty={"correlations": pair}), count=4).sobol) == 0
    stars = {
        "id": "stars", "kind": "outcome_floor", "tier": "S", "people": 3.0,
        "owner": "Ministry", "reason": "Stars",
    }  # fmt: skip
    assert len(drivers(unsure(rules=[stars]), count=16).sobol) == 0


def test_a_switching_value_separates_two_leaders() -> None:
    scenario = load_scenario("korea-2025")
    row = switching(scenario, ["coef_ate_add"]).values.iloc[0]
    assert (row["below"], row["above"]) == ("research_institutes", "a_team_cultivation")
    for side, leader in ((-2e-3, row["below"]), (2e-3, row["above"])):
        value = row["at"] + side
        plan = bare_plan(load_scenario("korea-2025", [f"evidence.coef_ate_add.value={value}"]))
        assert plan.allocation.groupby("programme")["spending"].sum().idxmax() == leader


def test_numbers_that_never_switch_are_named() -> None:
    answer = switching(with_idle_number())
    assert "idle" in answer.never
    assert set(answer.never) | set(answer.values["number"]) == set(
        n.name for n in factors(with_idle_number()).numbers
    )
    for row in answer.values.itertuples():
        assert row.low <= row.at <= row.high
        assert row.below != row.above


def test_value_judgements_can_be_asked_too() -> None:
    answer = switching(unsure(), ["objective.tiers.S", "budget.total"])
    assert set(answer.values["number"]) | set(answer.never) == {"objective.tiers.S", "budget.total"}


def test_a_number_without_influence_or_range_is_worth_nothing(
    study: UnderUncertainty, known: Information
) -> None:
    idle = known.evppi.set_index("number").loc["idle"]
    assert idle["people"] <= 3 * idle["error"]
    assert idle["people"] < 1e-3 * known.evpi
    certain = uncertainty(with_idle_number(9.0, 9.0), 200)
    worth = information(certain).evppi.set_index("number")
    assert worth.loc["idle", ["people", "error"]].tolist() == [0.0, 0.0]


def test_information_is_ordered(study: UnderUncertainty, known: Information) -> None:
    assert known.evpi >= known.menu_evpi >= 0.0
    assert known.evppi["people"].max() <= known.menu_evpi + 3 * known.evppi["error"].max()
    assert known.evppi["people"].is_monotonic_decreasing
    assert known.evpi > 0
    price = study.outcomes.money_price.mean()
    assert known.evpi_money == pytest.approx(known.evpi / price)
    row = known.evppi.iloc[0]
    assert row["money"] == pytest.approx(row["people"] / price)


def test_the_menu_begins_with_the_central_plan(study: UnderUncertainty, known: Information) -> None:
    total = study.central.allocation.groupby("programme")["spending"].sum()
    first = known.menu[0]
    assert sum(m for (p, _), m in first.items() if p == "visa") == pytest.approx(total["visa"])
    assert all(sum(plan.values()) <= 1000 * (1 + 1e-9) for plan in known.menu)


def test_conditions_hold_what_they_say(study: UnderUncertainty) -> None:
    answer = discovery(study)
    names = sorted(study.scenario.programmes)
    for programme, rows in answer.conditions.groupby("programme"):
        inside = np.ones(study.draws.count, dtype=bool)
        for row in rows.itertuples():
            values = study.draws.of(row.number)
            inside &= (values >= row.above) & (values <= row.below)
        leads = study.leaders == names.index(str(programme))
        assert rows["density"].iloc[0] == pytest.approx(leads[inside].mean())
        assert rows["coverage"].iloc[0] == pytest.approx(inside[leads].mean())
    assert len(answer.conditions) > 0
    assert len(answer.sentences) == answer.conditions["programme"].nunique()


def test_all_insight_at_once_speaks_both_languages(study: UnderUncertainty) -> None:
    said = insight(study).sentences
    assert len(said) >= 3
    assert all(s.in_("en") != s.in_("ko") for s in said)


@pytest.mark.parametrize(
    ("path", "now", "ends"),
    [
        ("arrival", 0.8, (0.5, 0.95)),
        ("evidence.arrival.value", 0.8, (0.5, 0.95)),
        ("objective.tiers.S", 4.0, (0.0, 8.0)),
        ("budget.total", 1000.0, (0.0, 2000.0)),
        ("pathways.comes.bands.0.net.product.1", 0.3, (0.1, 0.6)),
        ("pathways.returns.bands[0].net", 0.32, (0.0, 0.64)),
        ("programmes.institutes.activities.post.supply.scale", 1200.0, (60.0, 2400.0)),
        ("rules.visa-floor.share", 0.1, (0.0, 0.2)),
    ],
)
def test_any_number_of_the_document_can_vary(
    path: str, now: float, ends: tuple[float, float]
) -> None:
    scenario, (one,) = variables(unsure(), [path])
    assert one.now == pytest.approx(now)
    assert (one.low, one.high) == pytest.approx(ends)
    plan, same = bare_plan(scenario), bare_plan(unsure())
    assert plan.objective == pytest.approx(same.objective, rel=1e-9)


def test_what_is_no_number_cannot_vary() -> None:
    with pytest.raises(InvalidInput) as fault:
        variables(unsure(), ["objective.tiers.Q", "years.first", "arrival"])
    assert [i.where for i in fault.value.issues] == ["objective.tiers.Q", "years.first"]
    assert "Did you mean 'objective.tiers.S'?" in fault.value.issues[0].remedy
    assert spelled("pathways.comes.bands.0.people.value") == "pathways.comes.bands[0].people"


def test_progress_of_all_insight_is_one_count(study: UnderUncertainty) -> None:
    shares = heard(lambda watch: insight(study, watch=watch))
    for part in (DRIVERS, DRIVERS + SWITCHING):
        assert part / 100 in shares
    assert len([share for share in shares if share > (DRIVERS + SWITCHING) / 100]) >= 3


def test_progress_of_switching_counts_its_rounds() -> None:
    assert heard(lambda watch: switching(unsure(), watch=watch)) == [0.25, 0.5, 0.75, 1.0]
    assert heard(lambda watch: switching(with_idle_number(), ["idle"], watch=watch)) == [1.0]


def test_where_nothing_is_uncertain_there_is_nothing_to_learn() -> None:
    found = insight(uncertainty(unsure(certain=True), 10))
    assert found.information.evpi == pytest.approx(0.0, abs=1e-6)
    assert len(found.information.evppi) == len(found.drivers.tornado) == 0
