"""What looks odd but is legal loads; the checks refuse no more than they must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from optimizer.errors import InvalidInput
from optimizer.inputs.load import change_scenario, load_scenario
from optimizer.inputs.overlay import setting

GOOD = load_scenario(Path(__file__).resolve().parents[1] / "broken" / "good.yaml")
CASE = "programmes.visa.activities.case"
POST = "programmes.institutes.activities.post"
FLOOR = {"id": "floor", "kind": "programme_floor", "programme": "visa", "owner": "Me",
         "reason": "Me"}  # fmt: skip


def accepted(*changes: Any) -> bool:
    scenario = GOOD
    for change in changes:
        change = setting(change) if isinstance(change, str) else change
        scenario = change_scenario(scenario, change)
    return scenario.fingerprint != GOOD.fingerprint


def refused(*changes: Any) -> str:
    with pytest.raises(InvalidInput) as caught:
        accepted(*changes)
    (issue,) = caught.value.issues
    return issue.where


def rules(*more: dict[str, Any]) -> dict[str, Any]:
    return {"rules": [{**FLOOR, **rule} for rule in more]}


@pytest.mark.parametrize(
    "change",
    [
        "budget.total=0",
        f"{CASE}.supply.bands[0].units=0",
        f"{CASE}.supply.bands[1].unit_cost=1",
        f"{CASE}.supply.bands[0].unit_cost=0",
        f"{CASE}.delivers.case=0.001",
        f"{POST}.lead_years=50",
        f"{POST}.life_years=100",
        f"{POST}.supply.ceiling=1e9",
        "objective.tiers.S=0",
        "objective.discount_rate=0.99",
        "pathways.comes.stay=0",
        "pathways.comes.stay=1",
        "pathways.comes.bands[1].net=0.45",
        "pathways.comes.bands[0].net=1.5",
        "pathways.comes.pool=",
        "pathways.stays.bands[0].people=",
        "pools.abroad.people_per_year={2025: 30}",
        "capacities.post.free={2025: 1, 2040: 3}",
        "years.first=1928",
        "years.last=2025",
        "money={unit: KRW}",
        "rules.visa-floor.share=1",
        "rules.visa-floor.active=false",
        "rules=",
    ],
)
def test_edges(change: str) -> None:
    assert accepted(change)


@pytest.mark.parametrize(
    ("legal", "illegal", "where"),
    [
        ({"amount": 1000}, {"amount": 1000.001}, "amount"),
        ({"amount": 300, "year": 2025}, {"amount": 301, "year": 2025}, "amount"),
        ({"amount": 1000, "year": 2026}, {"amount": 1001, "year": 2026}, "amount"),
        ({"amount": {"value": 1, "unit": "billion KRW"}},
         {"amount": {"value": 1.1, "unit": "billion KRW"}}, "amount"),
        ({"amount": 5000, "active": False}, {"amount": 5000, "active": True}, "amount"),
        ({"share": 0.5, "year": 2025}, {"share": 0.5, "year": 2027}, "share"),
        ({"kind": "programme_ceiling", "amount": 5000}, {"amount": 5000}, "amount"),
    ],
)  # fmt: skip
def test_floors_up_to_what_there_is(
    legal: dict[str, Any], illegal: dict[str, Any], where: str
) -> None:
    kept = {"rules": {"visa-floor": None}}
    assert accepted(kept, rules(legal))
    assert refused(kept, rules(illegal)) == f"rules.floor.{where}"


def test_what_is_carried_over_counts_for_a_floor() -> None:
    budget = {"budget": {"by_year": {2025: 300, 2026: 100, 2027: 100}, "carry_over": 0.5}}
    most = 100 + 0.5 * (100 + 0.5 * 300)  # what 2027 has, and half of what was left before
    assert accepted(budget, rules({"amount": most, "year": 2027}))
    assert refused(budget, rules({"amount": most + 1, "year": 2027})) == "rules.floor.amount"


def test_a_repeated_rule_may_rest_or_speak_of_another_year() -> None:
    assert accepted(rules({"share": 0.02, "year": 2025}))
    assert accepted(rules({"share": 0.02, "active": False}))
    assert accepted("rules.visa-floor.active=false", rules({"share": 0.02}))
    assert accepted(rules({"share": 0.02}))
    assert refused(rules({"share": 0.01})) == "rules.floor"


def test_money_may_be_converted_by_a_product() -> None:
    cost = {"value": 2, "unit": "thousand USD per case"}
    rate = {"value": 1400, "unit": "KRW per USD"}
    here = {"bands": {1: {"unit_cost": {"product": [cost, rate]}}}}
    change = {"programmes": {"visa": {"activities": {"case": {"supply": here}}}}}
    assert accepted(change)
    here["bands"][1]["unit_cost"] = cost
    assert refused(change) == f"{CASE}.supply.bands[1].unit_cost"


def test_bands_in_any_order_need_whole_numbers() -> None:
    cheaper = f"{CASE}.supply.bands[1].unit_cost=0.5"
    assert refused(cheaper) == f"{CASE}.supply.bands[1].unit_cost"
    assert accepted(f"{CASE}.indivisible=true", cheaper)
    assert accepted(f"{CASE}.minimum_scale=5", cheaper)
    better = "pathways.comes.bands[1].net=0.7"
    assert refused(better) == "pathways.comes.bands[1].net"
    assert accepted("pathways.comes.indivisible=true", better)


def test_a_capacity_is_supplied_by_somebody_or_free_at_some_time() -> None:
    nobody = f"{POST}.delivers={{case: 1}}"
    delivers = {"programmes": {"institutes": {"activities": {"post": {
        "delivers": {"post": None, "case": 1}}}}}}  # fmt: skip
    assert accepted(nobody)
    assert accepted(delivers)
    assert accepted(delivers, "capacities.post.free={2030: 1}")
    with pytest.raises(InvalidInput, match="No activity delivers 'post'"):
        accepted(delivers, "capacities.post.free={2025: 0, 2026: 0}")


def test_a_pathway_is_limited_by_a_need_a_pool_or_a_width() -> None:
    free = {"pathways": {"comes": {"pool": None, "needs": None, "bands": [{"net": 0.5}]}}}
    assert refused(free) == "pathways.comes.bands[0]"
    limits: list[dict[str, Any]] = [
        {"pool": "abroad"},
        {"needs": {"case": {"amount": 0.1}}},
        {"bands": [{"people": 5, "net": 0.5}]},
    ]
    for limit in limits:
        assert accepted({"pathways": {"comes": {**free["pathways"]["comes"], **limit}}})


def test_a_graded_number_needs_a_source_and_an_assumption_none() -> None:
    assert accepted("evidence.arrival.note=Guessed")
    assert accepted("evidence.arrival={grade: C, source: innocore_chosun}")
    assert refused("evidence.arrival.grade=C") == "evidence.arrival.source"


BEYOND: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"share": 0.5, "year": 2027}, {"year": 2099}, "share"),
    ({"amount": 1e9}, {"share": 0.5}, "amount"),
    ({"amount": 301, "year": 2025}, {"amount": None}, "amount"),
    ({"kind": "programme_ceiling", "share": 0.5, "year": 2027}, {"programme": "visas"}, "share"),
    ({"kind": "commitment", "amount": 1e9, "year": 2025}, {"activity": "cases"}, "amount"),
    ({"kind": "earmark", "programme": None, "programmes": ["visa"], "share": 0.5, "year": 2027},
     {"programmes": []}, "share"),
    ({"kind": "balance", "programme": None, "of": "spending", "part": {"programme": "visa"},
      "whole": {}, "at_least": 0.6, "at_most": 0.4}, {"at_least": None, "at_most": None}, ""),
    ({"kind": "either_or", "programme": None, "count": 3, "bound": "exactly", "minimum": 1,
      "among": [{"programme": "visa"}, {"programme": "institutes"}]}, {"minimum": None}, "count"),
    ({"kind": "requires", "programme": None, "line": {"programme": "visa"}, "at_least": 1,
      "only_if": {"programme": "institutes"}, "lag_years": 50},
     {"only_if": {"programme": "visa"}}, "lag_years"),
]  # fmt: skip
"""Rules that can never hold here, what would be badly formed instead, and where it is told."""


@pytest.mark.parametrize(("rule", "_", "where"), BEYOND, ids=[str(r) for r, _, _ in BEYOND])
def test_a_rule_that_rests_is_not_held_to_what_can_be(
    rule: dict[str, Any], _: dict[str, Any], where: str
) -> None:
    assert accepted(resting(rule))
    told = refused(resting({**rule, "active": True}))
    assert told == f"rules.floor.{where}".removesuffix(".")


@pytest.mark.parametrize(("rule", "bad", "_"), BEYOND, ids=[str(b) for _, b, _ in BEYOND])
def test_a_rule_that_rests_is_well_formed(
    rule: dict[str, Any], bad: dict[str, Any], _: str
) -> None:
    with pytest.raises(InvalidInput, match=r"rules\.floor"):
        accepted(resting({**rule, **bad}))


def resting(rule: dict[str, Any]) -> dict[str, Any]:
    stated = {**FLOOR, "active": False, **rule}
    return {"rules": [{name: value for name, value in stated.items() if value is not None}]}
