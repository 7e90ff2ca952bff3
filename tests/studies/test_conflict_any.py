"""Whatever rules are put together: conflicts are told exactly when there is no plan."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import HealthCheck, assume, given, settings, strategies as st

from optimizer.api import desk as api
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.conflict.study import explain_conflict

PROGRAMMES = ("visa_fast_track", "research_institutes", "gpu_access", "a_team_cultivation")
SHARES = st.integers(0, 90).map(lambda percent: percent / 100)
PEOPLE = st.sampled_from([1, 10, 40, 60, 120, 500])


@cache
def base() -> api.Scenario:
    return api.load_scenario("korea-2025")


def limits(draw: st.DrawFn) -> dict[str, Any]:
    return {"programme": draw(st.sampled_from(PROGRAMMES)), "share": draw(SHARES)}


def outcomes(draw: st.DrawFn) -> dict[str, Any]:
    rule: dict[str, Any] = {"people": draw(PEOPLE)}
    for name, values in (("tier", ["S", "A"]), ("channel", ["attracted", "retained"])):
        if draw(st.booleans()):
            rule[name] = draw(st.sampled_from(values))
    return rule


def balances(draw: st.DrawFn) -> dict[str, Any]:
    return {"part": {"channel": "attracted"}, draw(st.sampled_from(["at_least", "at_most"])): 0.5}


def commitments(draw: st.DrawFn) -> dict[str, Any]:
    amount = draw(st.sampled_from([100, 2000, 5000]))
    return {"programme": draw(st.sampled_from(PROGRAMMES)), "year": 2026, "amount": amount}


KINDS = {
    "programme_floor": limits,
    "programme_ceiling": limits,
    "outcome_floor": outcomes,
    "outcome_ceiling": outcomes,
    "balance": balances,
    "commitment": commitments,
}


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    rules = []
    for i in range(draw(st.integers(2, 5))):
        kind = draw(st.sampled_from(sorted(KINDS)))
        signed = {"owner": "Ministry", "reason": "Policy", "hard": draw(st.integers(0, 4)) == 0}
        rules.append({"id": f"r{i}", "kind": kind, **signed, **KINDS[kind](draw)})
    return {"rules": rules, "budget": {"total": draw(st.sampled_from([500, 18000, 60000]))}}


def scenario_with(parts: dict[str, Any]) -> api.Scenario:
    try:
        return api.scenario_of({**base().document, **parts})
    except api.InvalidInput:
        assume(False)
        raise


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(changes())
def test_a_conflict_is_told_when_there_is_no_plan_and_its_repairs_lead_to_one(parts):
    scenario = scenario_with(parts)
    plan = bare_plan(scenario)
    found = explain_conflict(scenario)
    assert found.found == (plan.status is api.Status.INFEASIBLE)
    law = {f"rules.{r.id}" for r in scenario.rules if r.hard}
    paths = [{m.path for m in c.members} for c in found.conflicts]
    for option in found.options:
        mended = bare_plan(api.change_scenario(scenario, option.overlay))
        assert mended.objective == option.outcome.objective
        assert not law & {".".join(c.path.split(".")[:2]) for c in option.changes}
    for drop in found.drops:
        assert all({c.path for c in drop.changes} & p for p in paths)
    if found.found and not found.drops:
        assert any(p <= law | {"budget.total"} for p in paths), "only law could be dropped"
