"""The budget curve against separate solves: exact in bands, within its gap on smooth curves."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.studies.budget_curve import words as curve_words
from tests.heard import heard

SIGNED = {"owner": "Ministry", "reason": "Policy"}


def programme(name: str, bands: list[dict[str, float]]) -> dict[str, Any]:
    return {"activities": {name: {"delivers": {name: 1}, "supply": {"bands": bands}}}}


def pathway(capacity: str, bands: list[dict[str, float]]) -> dict[str, Any]:
    needs = {capacity: {"amount": 1}}
    return {"channel": "retained", "tier": "A", "needs": needs, "bands": bands}


BANDS: dict[str, Any] = {
    "schema": 1,
    "id": "bands",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 100, "by_year": {"2025": 60}},
    "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
    "capacities": {"seat": {}, "course": {}},
    "programmes": {
        "seats": programme(
            "seat",
            [
                {"units": 3, "unit_cost": 4},
                {"units": 4, "unit_cost": 7},
                {"units": 5, "unit_cost": 11},
            ],
        ),
        "courses": programme(
            "course", [{"units": 6, "unit_cost": 3}, {"units": 6, "unit_cost": 5}]
        ),
    },
    "pathways": {
        "by_seat": pathway("seat", [{"people": 5, "net": 0.9}, {"people": 5, "net": 0.6}]),
        "by_course": pathway("course", [{"people": 4, "net": 0.5}, {"people": 6, "net": 0.3}]),
    },
    "rules": [
        {"id": "courses-floor", "kind": "programme_floor", "programme": "courses", "share": 0.2}
        | SIGNED,
        {"id": "seats-floor", "kind": "programme_floor", "programme": "seats", "amount": 10}
        | SIGNED,
    ],
}


@pytest.fixture(scope="module")
def bands() -> api.Scenario:
    return api.scenario_of(BANDS)


@pytest.fixture(scope="module")
def drawn(bands: api.Scenario) -> api.BudgetCurve:
    return api.budget_curve(bands, 0.0, 220.0)


def test_curve_agrees_with_separate_solves(bands: api.Scenario, drawn: api.BudgetCurve) -> None:
    assert drawn.gap == 0.0
    for budget in np.linspace(13.0, 220.0, 60).tolist():
        plan = api.bare_plan(api.change_scenario(bands, {"budget": {"total": budget}}))
        assert plan.objective == pytest.approx(drawn.objective(budget), rel=1e-9)


def test_curve_is_concave_and_rising(drawn: api.BudgetCurve) -> None:
    slopes = drawn.curve.slopes
    assert all(a > b for a, b in pairwise(slopes))
    assert slopes[-1] >= 0.0


def test_the_stretch_without_a_plan_is_named(drawn: api.BudgetCurve) -> None:
    """10 for seats and a fifth for courses need 12.5."""
    ((low, high),) = drawn.infeasible
    assert (low, high) == (0.0, pytest.approx(12.5))
    assert "cannot hold together" in drawn.sentences[0].in_("en")


def test_shares_of_the_next_won_add_up(drawn: api.BudgetCurve) -> None:
    """Of each further unit at most one is spent, all of it while money is short."""
    sums = drawn.pieces.groupby(["from", "to"])["share"].sum()
    assert sums.max() <= 1.0 + 1e-9
    assert sums.iloc[0] == pytest.approx(1.0)


def test_along_a_rule(bands: api.Scenario) -> None:
    drawn = api.budget_curve(bands, 0.0, 100.0, along="seats-floor")
    for floor in (0.0, 20.0, 45.0, 60.0, 79.0):
        changed = api.change_scenario(bands, {"rules": {"seats-floor": {"amount": floor}}})
        assert api.bare_plan(changed).objective == pytest.approx(drawn.objective(floor), rel=1e-9)
    assert drawn.infeasible[-1][0] == pytest.approx(80.0)


def test_smooth_supply_is_followed_within_the_stated_gap() -> None:
    scenario = api.load_scenario("korea-2025")
    drawn = api.budget_curve(scenario, 2000.0, 24000.0)
    for budget in (3000.0, 9000.0, 18000.0):
        changed = api.change_scenario(scenario, {"budget": {"total": budget}})
        best = api.bare_plan(changed).objective
        assert best is not None
        assert best * (1 - drawn.gap) - 1e-9 <= drawn.objective(budget) <= best + 1e-9
    assert drawn.gap < 2e-3


def test_nonsense_is_refused(bands: api.Scenario) -> None:
    with pytest.raises(InvalidInput, match="no stretch"):
        api.budget_curve(bands, 5.0, 5.0)
    with pytest.raises(InvalidInput, match="Did you mean 'seats-floor'"):
        api.budget_curve(bands, along="seat-floor")


def test_progress_runs_from_nothing_to_the_whole_and_never_back() -> None:
    korea = api.load_scenario("korea-2025")
    told = heard(lambda watch: api.budget_curve(korea, watch=watch))
    assert told == sorted(told)
    assert told[0] < 0.1
    assert told[-1] == 1.0
    assert len(told) > 40


def test_a_curve_can_be_stopped() -> None:
    watch = api.Watch()
    watch.cancel.set()
    with pytest.raises(api.Cancelled):
        api.budget_curve(api.scenario_of(BANDS), watch=watch)


RAMP = {
    "id": "slow",
    "kind": "ramp_limit",
    "programme": "courses",
    "baseline": 5,
    "up": {"amount": 10},
    "down": {"amount": 4},
} | SIGNED


def test_along_a_ramp_its_rise_alone_moves_and_is_told_as_stated() -> None:
    """A larger rise never forbids anything: the falls stay, and the first year starts at 5."""
    ramped = api.scenario_of({**BANDS, "rules": [*BANDS["rules"], RAMP]})
    drawn = api.budget_curve(ramped, along="slow")
    assert drawn.points["at"].iloc[-1] == 20.0
    assert drawn.points["objective"].is_monotonic_increasing
    for rise in (0.0, 3.0, 10.0, 17.0):
        changed = api.change_scenario(ramped, {"rules": {"slow": {"up": {"amount": rise}}}})
        plan = api.bare_plan(changed)
        if plan.found:
            assert plan.objective == pytest.approx(drawn.objective(rise), rel=1e-9)
        else:
            assert any(low <= rise <= high for low, high in drawn.infeasible)


def test_along_a_ramp_without_a_rise_its_fall_moves() -> None:
    falling = {k: v for k, v in RAMP.items() if k != "up"} | {"baseline": 30}
    ramped = api.scenario_of({**BANDS, "rules": [*BANDS["rules"], falling]})
    drawn = api.budget_curve(ramped, along="slow")
    for fall in (0.5, 4.0, 7.5):
        changed = api.change_scenario(ramped, {"rules": {"slow": {"down": {"amount": fall}}}})
        plan = api.bare_plan(changed)
        if plan.found:
            assert plan.objective == pytest.approx(drawn.objective(fall), rel=1e-9)
        else:
            assert any(low <= fall <= high for low, high in drawn.infeasible)


OF_DECISIONS = {
    "up.share": {**RAMP, "up": {"share": 0.2}, "down": {"share": 0.3}},
    "down.share": {**RAMP, "up": None, "down": {"share": 0.3}},
    "at_most": {
        "id": "slow", "kind": "balance", "of": "spending", "part": {"programme": "seats"},
        "whole": {}, "at_most": 0.6,
    } | SIGNED,
    "share": {
        "id": "slow", "kind": "equity", "of": "spending", "share": 0.2,
        "groups": {"a": {"programme": "seats"}, "b": {"programme": "courses"}},
    } | SIGNED,
}  # fmt: skip


@pytest.mark.parametrize("share", OF_DECISIONS)
def test_a_share_of_decisions_has_no_curve_and_what_answers_instead_is_named(share: str) -> None:
    stated = {name: value for name, value in OF_DECISIONS[share].items() if value is not None}
    scenario = api.scenario_of({**BANDS, "rules": [*BANDS["rules"], stated]})
    with pytest.raises(InvalidInput, match="share of what is decided") as refused:
        api.budget_curve(scenario, along="slow")
    (issue,) = refused.value.issues
    path = f"rules.slow.{share}"
    for told in (issue.remedy, issue.remedy.in_("ko")):
        assert f"solve --set {path}=0.3" in told
        assert f"map --x {path} --y budget.total" in told
    at = api.decision_map(scenario, path, "budget.total", size=2)
    assert len(at.cells) == 4, "what is offered answers"


def test_what_adds_and_what_costs_are_two_stretches() -> None:
    """A commitment below what is best adds by growing, one above it costs."""
    signed = {"id": "signed", "kind": "commitment", "programme": "seats", "year": 2026}
    rules = [*BANDS["rules"], signed | {"amount": 20} | SIGNED]
    scenario = api.scenario_of({**BANDS, "rules": rules})
    told = [s.in_("en") for s in api.budget_curve(scenario, 0.0, 60.0, along="signed").sentences]
    assert any("adds" in said for said in told)
    assert any("costs" in said for said in told)
    assert not any(" −" in said for said in told)


def test_a_limit_of_units_reads_in_units() -> None:
    units = {"id": "most", "kind": "linear", "sense": "<=", "rhs": 8} | SIGNED
    units |= {"terms": [{"of": "units", "programme": "courses"}]}
    scenario = api.scenario_of({**BANDS, "rules": [*BANDS["rules"], units]})
    drawn = api.budget_curve(scenario, along="most")
    assert drawn.sentences[-1].in_("en").endswith("more changes nothing.")
    assert "units more" in drawn.sentences[-1].in_("en")


@pytest.mark.parametrize(("pieces", "told"), [(24, 0), (25, 24), (60, 24)])
def test_a_curve_of_many_pieces_is_told_in_24_equal_windows(pieces: int, told: int) -> None:
    """The goal grows by 2 a unit of money; all of it goes to `p`."""
    at = np.arange(pieces, dtype=float)
    whole: Any = SimpleNamespace(
        points=pd.DataFrame({"at": at, "objective": 2.0 * at}),
        spending=pd.DataFrame({"p": at}),
        pieces=pd.DataFrame(columns=["from", "to", "programme", "slope", "share"]),
        scenario=SimpleNamespace(programmes=["p"]),
    )
    rows = curve_words._told(whole)
    assert len(rows) == told
    assert rows["slope"].tolist() == pytest.approx([2.0] * told)
    assert rows["share"].tolist() == pytest.approx([1.0] * told)
    if told:
        assert np.diff([*rows["from"], at[-1]]).tolist() == pytest.approx([at[-1] / 24] * 24)
