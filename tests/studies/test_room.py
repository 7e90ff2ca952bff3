"""Room at a small loss, held against solves that force each programme beyond its range."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from optimizer.studies.room.study import LONGER
from tests.heard import heard
from tests.studies import two_channels as cases

SIDES = (("least", "<=", -1.0), ("most", ">=", 1.0))


@pytest.fixture(scope="module")
def bands() -> api.Room:
    return api.room(cases.bands(), 0.1, 3)


@pytest.fixture(scope="module")
def korea() -> api.Room:
    return api.room(api.load_scenario("korea-2025"), 0.02, 2)


def forced(scenario: api.Scenario, sense: str, programme: str, amount: float) -> float | None:
    """The best objective when a programme may not stay on this side of an amount."""
    rule = cases.pinned(programme, sense, amount)
    rules = [r.model_dump(mode="json", exclude_unset=True) for r in scenario.rules]
    changed = api.change_scenario(scenario, {"rules": [*rules, rule]})
    return api.bare_plan(changed).objective


def holds(found: api.Room, close: float) -> None:
    """At each end the loss is kept; beyond it, it is not."""
    scenario = found.scenario
    step = 0.01 * scenario.budget.total
    for row in found.ranges.itertuples():
        for side, sense, sign in SIDES:
            end = float(getattr(row, side))
            at = forced(scenario, sense, str(row.programme), max(0.0, end))
            assert at is not None
            assert at >= found.worst - close
            stated = float(getattr(row, f"objective_at_{side}"))
            assert stated == pytest.approx(at, abs=close)
            if end + sign * step < 0:
                continue
            beyond = forced(scenario, sense, str(row.programme), end + sign * step)
            assert beyond is None or beyond < found.worst - 1e-9


def test_in_bands_each_end_is_exact(bands: api.Room) -> None:
    holds(bands, 1e-8)
    assert bands.worst == pytest.approx(0.9 * bands.best.everyone.objective)


def test_on_curves_each_end_is_that_of_the_true_curve(korea: api.Room) -> None:
    holds(korea, 1e-5)


def test_every_end_has_its_plan(bands: api.Room, korea: api.Room) -> None:
    for found in (bands, korea):
        for row in found.ranges.itertuples():
            for side in ("least", "most"):
                plan = found.ends[str(row.programme), side]
                spent = plan.allocation.groupby("programme")["spending"].sum()
                assert spent[row.programme] == pytest.approx(getattr(row, side), abs=1e-6)
                assert plan.everyone.objective >= found.worst - 1e-6
                people = getattr(row, f"people_at_{side}")
                assert plan.totals.net_people == pytest.approx(people)
            assert row.least - 1e-6 <= row.now <= row.most + 1e-6


def test_different_plans_keep_the_loss_and_the_rules(bands: api.Room, korea: api.Room) -> None:
    for found, count in ((bands, 3), (korea, 2)):
        assert len(found.alternatives) == count
        distances = found.plans.groupby("plan")["distance"].first().tolist()
        assert distances == pytest.approx(sorted(distances, reverse=True))
        assert distances[-1] > 0.1
        for number, plan in enumerate(found.alternatives, start=1):
            rows = found.plans[found.plans["plan"] == number].set_index("programme")
            assert plan.everyone.objective >= found.worst - 1e-6
            spent = plan.allocation.groupby("programme")["spending"].sum()
            assert rows["spending"].to_dict() == pytest.approx(spent.to_dict(), abs=1e-6)
            assert rows["objective"].iloc[0] == pytest.approx(plan.everyone.objective)
            given = {(r.programme, r.year): float(r.spending) for r in plan.allocation.itertuples()}
            assert api.evaluate(found.scenario, given).obeys


def test_the_first_plan_is_the_farthest_split_of_a_fine_grid(bands: api.Room) -> None:
    """No split of the money within the loss is further from the best one."""
    width = {r.programme: r.most - r.least for r in bands.ranges.itertuples()}
    now = {r.programme: r.now for r in bands.ranges.itertuples()}
    farthest = bands.plans["distance"].iloc[0]
    for end in bands.ends.values():
        spent = end.allocation.groupby("programme")["spending"].sum()
        apart = sum(abs(spent[p] - now[p]) / width[p] for p in width if width[p] > 1e-6)
        assert apart <= farthest + 1e-6


def test_whole_decisions_have_room_too() -> None:
    found = api.room(cases.lumpy(), 0.05, 1)
    relaxed = api.room(cases.bands(), 0.05, 0)
    assert found.best.everyone.objective <= relaxed.best.everyone.objective + 1e-9
    for row in found.ranges.itertuples():
        assert row.least <= row.now + 1e-6
        assert row.now <= row.most + 1e-6
    for plan in (*found.ends.values(), *found.alternatives):
        assert plan.everyone.objective >= found.worst - 1e-6
        units = plan.activities[plan.activities["activity"] == "seat"]["units"]
        assert units.tolist() == pytest.approx([round(u) for u in units])


def test_ends_beside_whole_decisions_are_exact() -> None:
    """36 for seats and 30 for visas leave 34 of 100; at the other end all that may be is lost."""
    found = api.room(cases.lumpy(), 0.05, 0)
    gpus = next(r for r in found.ranges.itertuples() if r.programme == "gpus")
    assert gpus.most == pytest.approx(34, rel=1e-14)
    assert gpus.objective_at_least == pytest.approx(0.95 * 15.8, rel=1e-14)


@pytest.mark.parametrize("scenario", [cases.bands(), cases.lumpy()])
def test_without_a_loss_the_only_plan_has_its_own_money(scenario: api.Scenario) -> None:
    for row in api.room(scenario, 0.0, 0).ranges.itertuples():
        assert (row.least, row.most) == pytest.approx((row.now, row.now), rel=1e-14)


def test_whole_decisions_on_curves_keep_the_loss() -> None:
    found = api.room(cases.lumpy(cases.curved().document), 0.05, 1)
    assert len(found.ranges) == 3
    for plan in (*found.ends.values(), *found.alternatives):
        assert plan.everyone.objective >= found.worst - 1e-6


def test_no_loss_leaves_a_single_plan_or_a_tie() -> None:
    single = api.room(cases.bands(), 0.0, 2)
    for row in single.ranges.itertuples():
        assert row.most - row.least <= 1e-4
    assert single.alternatives == ()
    assert "has to stay at" in single.sentences[1].in_("en")
    tied = api.room(cases.twins(), 0.0, 1)
    width = {r.programme: r.most - r.least for r in tied.ranges.itertuples()}
    assert width["seats"] == pytest.approx(width["places"], abs=1e-4)
    assert width["seats"] > 10
    assert width["visas"] <= 1e-3
    (other,) = tied.alternatives
    assert other.objective == pytest.approx(tied.best.objective, rel=1e-8)


def test_near_ties_are_announced_and_only_they() -> None:
    ties = api.near_ties(api.bare_plan(cases.twins()))
    assert {tie.programme for tie in ties} == {"places", "seats"}
    for tie in ties:
        assert tie.least <= tie.now <= tie.most
        assert tie.most - tie.least > 10
        assert "Nearly tied" in tie.sentence.in_("en")
        assert "우열 미미" in tie.sentence.in_("ko")
    assert api.near_ties(api.bare_plan(cases.bands())) == ()
    assert api.near_ties(api.bare_plan(cases.lumpy())) == ()
    assert api.near_ties(api.bare_plan(cases.conflicting())) == ()


def test_near_ties_on_curves_lie_within_the_true_room(korea: api.Room) -> None:
    ties = api.near_ties(korea.best, tolerance=0.02, wide=0.01)
    true = korea.ranges.set_index("programme")
    assert {"visa_fast_track", "a_team_cultivation"} <= {tie.programme for tie in ties}
    for tie in ties:
        least, most = true.loc[tie.programme, ["least", "most"]]
        assert least - 1e-3 <= tie.least <= tie.most <= most + 1e-3
        assert tie.most - tie.least > 0.8 * (most - least)


def test_sentences_name_the_range(korea: api.Room) -> None:
    row = korea.ranges.set_index("programme").loc["gpu_access"]
    unit = korea.scenario.money.parsed
    low, high = (api.wording.money(row[n], unit, "en") for n in ("least", "most"))
    assert f"GPU access may take between {low} and {high}" in "".join(
        s.in_("en") for s in korea.sentences
    )
    low, high = (api.wording.money(row[n], unit, "ko") for n in ("least", "most"))
    assert f"GPU 지원: {low}~{high} 범위에서 조정 가능" in "".join(
        s.in_("ko") for s in korea.sentences
    )
    assert korea.sentences[0].in_("en") == "At a loss of at most 2% of the goal:"


def test_nonsense_is_refused() -> None:
    with pytest.raises(api.InvalidInput) as fault:
        api.room(cases.bands(), -0.1, -1)
    assert [issue.where for issue in fault.value.issues] == ["slack", "plans"]
    with pytest.raises(api.InvalidInput):
        api.room(cases.bands(), float("nan"))


def test_progress_tells_every_end_and_every_other_plan() -> None:
    ends = 2 * len(cases.bands().programmes)
    alone = heard(lambda watch: api.room(cases.bands(), 0.1, 0, watch=watch))
    assert alone == [n / ends for n in range(1, ends + 1)]
    both = heard(lambda watch: api.room(cases.bands(), 0.1, 2, watch=watch))
    whole = ends + 2 * LONGER
    assert both[ends - 1 :] == [ends / whole, (ends + LONGER) / whole, 1.0]


def test_a_search_for_room_can_be_stopped() -> None:
    watch = api.Watch()
    watch.cancel.set()
    with pytest.raises(api.Cancelled):
        api.room(cases.bands(), 0.1, watch=watch)


# --- the command --------------------------------------------------------------------------------
def test_the_command_prints_plain_data_and_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["room", cases.written(cases.DOCUMENT, tmp_path), "--slack", "0.1", "--plans", "1"]
    assert main([*command, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["slack"] == 0.1
    assert data["worst"] == pytest.approx(0.9 * data["objective"])
    assert [r["programme"] for r in data["ranges"]] == [p["programme"] for p in data["plans"]]
    assert main([*command, "--lang", "ko"]) == 0
    assert "범위에서 조정 가능" in capsys.readouterr().out
    assert main([*command[:2], "--slack", "2"]) == 2
    assert "--slack: '2' cannot be used here. Give a number from 0 to 1." in capsys.readouterr().err


def test_the_command_answers_a_conflict_as_solve_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = cases.DOCUMENT | {"rules": cases.CONFLICT}
    assert main(["room", cases.written(document, tmp_path)]) == 3
    assert "cannot hold together" in capsys.readouterr().out
