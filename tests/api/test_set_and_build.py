"""`Scenario.set` changes as `--set` does, `Scenario.build` states a first scenario in few words."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer import api, cli
from optimizer.api import desk

GRANTS: dict[str, Any] = {
    "money": "million EUR",
    "years": (2026, 2028),
    "budget": 12,
    "programmes": {
        "chairs": {"unit_cost": 0.9, "units": 4},
        "fellowships": {"unit_cost": 0.2, "units": 40},
    },
    "pathways": {
        "professors": {"channel": "attracted", "needs": {"chairs": 1}, "net": 0.9},
        "fellows": {"channel": "retained", "needs": {"fellowships": 1}, "net": 0.1},
    },
}
IN_FULL: dict[str, Any] = {
    "schema": 1,
    "id": "grants",
    "money": {"unit": "million EUR"},
    "years": {"first": 2026, "last": 2028},
    "budget": {"total": 12},
    "objective": {"tiers": {"A": 1}, "channels": {"attracted": 1, "retained": 1}},
    "capacities": {"chairs": {}, "fellowships": {}},
    "programmes": {
        "chairs": {
            "activities": {
                "chairs": {
                    "delivers": {"chairs": 1},
                    "supply": {"bands": [{"units": 4, "unit_cost": 0.9}]},
                }
            }
        },
        "fellowships": {
            "activities": {
                "fellowships": {
                    "delivers": {"fellowships": 1},
                    "supply": {"bands": [{"units": 40, "unit_cost": 0.2}]},
                }
            }
        },
    },
    "pathways": {
        "professors": {
            "channel": "attracted",
            "tier": "A",
            "needs": {"chairs": {"amount": 1}},
            "bands": [{"net": 0.9}],
        },
        "fellows": {
            "channel": "retained",
            "tier": "A",
            "needs": {"fellowships": {"amount": 1}},
            "bands": [{"net": 0.1}],
        },
    },
}


@pytest.mark.parametrize(
    ("setting", "changes"),
    [
        ("budget.total=20000", {"budget.total": 20000}),
        ("rules.gpu-floor.share=0.05", {"rules.gpu-floor.share": 0.05}),
        ("rules.gpu-floor=null", {"rules.gpu-floor": None}),
        ("evidence.coef_ate_add.value=0.2", {"evidence.coef_ate_add.value": 0.2}),
        ("pathways.fellow_comes.bands[0].net=0.3", {"pathways.fellow_comes.bands[0].net": 0.3}),
        ("budget.by_year.2026=7000", {"budget.by_year.2026": 7000}),
        ("budget.by_year.2026=7000", {"budget": {"by_year": {2026: 7000}}}),
    ],
)
def test_a_change_gives_the_scenario_that_set_gives(setting: str, changes: dict[str, Any]) -> None:
    changed = api.load_scenario("korea-2025").set(changes)
    assert changed.document == api.load_scenario("korea-2025", [setting]).document
    assert changed.fingerprint == api.load_scenario("korea-2025", [setting]).fingerprint


def test_changes_are_made_together_and_leave_the_scenario_as_it_was() -> None:
    before = api.Scenario.build("grants", **GRANTS)
    mark = before.fingerprint
    after = before.set({"years.first": 2029, "years.last": 2030})  # the first alone is refused
    assert (after.years.first, after.years.last) == (2029, 2030)
    assert before.fingerprint == mark
    with pytest.raises(api.InvalidInput):
        before.set({"years.first": 2029})


def test_every_wrong_change_is_told_at_once_with_place_and_remedy() -> None:
    with pytest.raises(api.InvalidInput) as caught:
        api.load_scenario("korea-2025").set(
            {"budget.totl": 1, "": 3, "rules": [], "programmes.visa": 1, "budget.carry_over": 2}
        )
    told = {issue.where: issue for issue in caught.value.issues}
    assert set(told) == {"path", "rules", "programmes.visa", "budget.totl", "budget.carry_over"}
    assert "total" in told["budget.totl"].remedy
    assert "visa_fast_track" in told["programmes.visa"].remedy


def test_the_short_forms_stand_for_the_document_in_full() -> None:
    assert api.Scenario.build("grants", **GRANTS) == desk.scenario_of(IN_FULL)


def test_parts_in_full_are_taken_as_they_are() -> None:
    parts = {k: IN_FULL[k] for k in ("money", "years", "budget", "programmes", "pathways")}
    assert api.Scenario.build("grants", **parts) == desk.scenario_of(IN_FULL)


def test_pool_tier_and_capacity_of_another_name() -> None:
    built = api.Scenario.build(
        "one",
        money="million EUR",
        years=2026,
        budget={"total": 5, "by_year": {2026: 4}},
        programmes={"offers": {"delivers": "post", "unit_cost": 1, "tags": ["entry"]}},
        pathways={
            "stars": {
                "channel": "attracted", "tier": "S", "pool": 3, "people": 2, "net": 1,
                "needs": {"post": {"amount": 0.5, "years": 1}},
            },
        },
    )  # fmt: skip
    assert built.pools["stars"].people_per_year == 3
    assert built.pathways["stars"].pool == "stars"
    assert list(built.objective.tiers) == ["S"]
    assert built.programmes["offers"].tags == ("entry",)
    assert api.solve(built).totals.net_people == pytest.approx(2.0)  # two people need one post


def test_the_plan_is_the_best_by_hand() -> None:
    """Four chairs a year cost 3.6 and yield 3.6; the 1.2 left buys 6 fellowships, 0.6 people."""
    plan = api.solve(api.Scenario.build("grants", **GRANTS))
    assert plan.totals.net_people == pytest.approx(3 * 3.6 + 0.6)
    assert plan.spent == pytest.approx(12)


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({"programmes": {"a": {"unit_cst": 1}}}, {"programmes.a.activities.a.unit_cst"}),
        ({"pathways": {"q": {"net": 2, "needs": {"post": 1}}}}, {"pathways.q.channel"}),
        ({"programmes": [1], "pathways": 3}, {"programmes", "pathways"}),
        ({"money": "million", "years": (2028, 2026), "budget": -1}, {"years.last", "budget.total"}),
        ({"money": 3, "years": "soon", "budget": "much"}, {"money", "years", "budget.total"}),
    ],
)
def test_what_is_wrong_is_told_by_the_one_validator(
    change: dict[str, Any], places: set[str]
) -> None:
    with pytest.raises(api.InvalidInput) as caught:
        api.Scenario.build("grants", **{**GRANTS, **change})
    assert places <= {issue.where for issue in caught.value.issues}
    assert all(issue.remedy and issue.remedy.in_("ko") for issue in caught.value.issues)


def test_the_change_of_the_command_line_and_of_python_give_one_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["validate", "korea-2025", "--set", "budget.total=20000"]) == 0
    mark = api.load_scenario("korea-2025").set({"budget.total": 20000}).fingerprint
    assert mark in capsys.readouterr().out
