"""Faults do not hide each other, whatever their kind, and none is told that is not there."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from optimizer.errors import InvalidInput
from optimizer.inputs.load import load_scenario, scenario_of
from optimizer.inputs.read import read_file
from optimizer.inputs.tree import at, put, spell

GOOD = read_file(Path(__file__).resolve().parents[1] / "broken" / "good.yaml")
CASE = ("programmes", "visa", "activities", "case")
POST = ("programmes", "institutes", "activities", "post")

FAULTS: dict[tuple[str | int, ...], Any] = {
    ("country",): "Korea",
    ("money", "unit"): "million won",
    ("money", "per_usd"): 0,
    ("years", "first"): "2025",
    ("budget", "total"): True,
    ("budget", "by_year", "2031"): "much",
    ("objective", "measure"): "persons",
    ("objective", "tiers", "S"): "four",
    ("capacities", "case", "free"): {"2026": -1},
    (*CASE, "delivers", "caes"): 1,
    (*CASE, "supply", "bands", 0, "unit_cost"): [1],
    (*CASE, "supply", "bands", 1, "unit_cost"): {"ref": "case_csot"},
    (*CASE, "life_years"): 0,
    (*POST, "supply", "curve"): "hil",
    (*POST, "supply", "scale"): {"value": 5, "low": 7},
    ("programmes", "institutes", "colour"): "blue",
    ("pools", "abroad", "people_per_year"): {"ref": "arrival", "value": 3},
    ("pathways", "comes", "tier"): "B",
    ("pathways", "comes", "needs", "post", "years"): 1.5,
    ("pathways", "stays", "bands", 0, "net"): {"product": []},
    ("pathways", "stays", "stay"): 2,
    ("rules", 0, "share"): 3,
    ("rules", 1, "programme"): "institute",
    ("evidence", "case_cost", "grade"): "Z",
    ("evidence", "arrival", "source"): "nobody",
}
"""One fault each of form or of meaning, all over the document."""


def issues_of(document: dict[str, Any]) -> set[str]:
    try:
        scenario_of(document)
    except InvalidInput as fault:
        found = [f"{i.where}: {i.problem}" for i in fault.issues]
    else:
        found = []
    assert len(set(found)) == len(found), "nothing is told twice"
    return set(found)


def with_faults(*places: tuple[str | int, ...]) -> dict[str, Any]:
    document = copy.deepcopy(GOOD)
    for place in places:
        put(document, place, FAULTS[place])
    return document


@pytest.mark.parametrize("place", FAULTS, ids=lambda p: ".".join(map(str, p)))
def test_a_single_fault_is_told_alone(place: tuple[str | int, ...]) -> None:
    told = issues_of(with_faults(place))
    assert len(told) == 1
    where = next(iter(told)).partition(": ")[0]
    assert where.startswith("rules." if place[0] == "rules" else spell(place[:2]))


def test_all_faults_together_are_all_told() -> None:
    alone = set().union(*(issues_of(with_faults(place)) for place in FAULTS))
    together = issues_of(with_faults(*FAULTS))
    assert len(alone) == len(FAULTS)
    assert together == alone


def test_each_pair_of_faults_is_told_as_each_alone() -> None:
    alone = {place: issues_of(with_faults(place)) for place in FAULTS}
    places = list(FAULTS)
    for i, one in enumerate(places):
        for other in places[i + 1 :: 4]:
            assert issues_of(with_faults(one, other)) == alone[one] | alone[other]


@pytest.mark.parametrize("part", ["money", "years", "budget", "objective", "capacities",
                                  "programmes", "pathways"])  # fmt: skip
@pytest.mark.parametrize("value", [None, 5, [], {}, "none"])
def test_an_unusable_part_is_told_alone_and_hides_only_itself(part: str, value: Any) -> None:
    document = copy.deepcopy(GOOD)
    put(document, (part,), value)
    assert all(issue.startswith(part) for issue in issues_of(document))
    assert issues_of(document)
    put(document, ("country",), "Korea")
    put(document, ("evidence", "arrival", "source"), "nobody")
    told = issues_of(document)
    assert any(issue.startswith("country: ") for issue in told)
    assert any(issue.startswith("evidence.arrival.source: ") for issue in told)


def test_members_of_a_list_keep_their_positions() -> None:
    document = copy.deepcopy(GOOD)
    bands = at(document, (*CASE, "supply", "bands"))
    bands[0] = {"units": "x", "unit_cost": "y"}
    bands[1] = {"unit_cost": -1}
    here = "programmes.visa.activities.case.supply.bands"
    assert {issue.partition(": ")[0] for issue in issues_of(document)} == {
        f"{here}[0].units",
        f"{here}[0].unit_cost",
        f"{here}[1].unit_cost",
    }


def test_rules_are_named_by_id_where_they_have_one() -> None:
    document = copy.deepcopy(GOOD)
    document["rules"] = [
        {**GOOD["rules"][0], "colour": 1},
        {"id": "no good", "kind": "programme_floor"},
        {"id": "odd", "kind": "oddity"},
        "all",
    ]
    told = {issue.partition(": ")[0] for issue in issues_of(document)}
    assert {"rules.visa-floor.colour", "rules[1].id", "rules.odd.kind", "rules[3]"} <= told


def test_what_an_overlay_and_settings_and_the_base_get_wrong_is_told_together(
    tmp_path: Path,
) -> None:
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "base: korea-2025\nid: overlay\ncolour: blue\ncountry: JPN\n"
        "changes: {pools: {leaver: {people_per_year: 1}}, budget: {total: little}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidInput) as caught:
        load_scenario(overlay, ["years.last=2020", "budget", "rules.visa.share=1", "id=[1"])
    assert {issue.where for issue in caught.value.issues} == {
        "overlay.yaml: colour",
        "overlay.yaml: country",
        "overlay.yaml: changes.pools.leaver",
        "budget.total",
        "years.last",
        "--set budget",
        "rules.visa",
        "--set id=[1",
    }


def test_a_document_is_not_changed_by_reading_it() -> None:
    document = with_faults(*FAULTS)
    before = copy.deepcopy(document)
    issues_of(document)
    assert document == before
