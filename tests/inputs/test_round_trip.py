"""Document → scenario → document is the identity, in whatever order and notation it is written."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from optimizer.domain.scenario import Scenario
from optimizer.inputs.load import (
    change_scenario,
    complete,
    load_evidence,
    load_scenario,
    scenario_of,
    shipped_scenarios,
)
from optimizer.inputs.read import read_file, read_text

GOOD = Path(__file__).resolve().parents[1] / "broken" / "good.yaml"
KOREA = shipped_scenarios()["korea-2025"]
NUMBER = st.just(0.0) | st.floats(1e-12, 1e6)


def shuffled(value: Any, random: Random) -> Any:
    """The same data with the entries of every group in another order."""
    if isinstance(value, dict):
        names = list(value)
        random.shuffle(names)
        return {name: shuffled(value[name], random) for name in names}
    return [shuffled(part, random) for part in value] if isinstance(value, list) else value


def floats(value: Any) -> Any:
    """The same data with every whole number, years of the horizon and the like excepted."""
    if isinstance(value, dict):
        whole = ("schema", "first", "last", "years", "lead_years", "life_years", "year")
        return {k: v if k in whole and not isinstance(v, dict) else floats(v)
                for k, v in value.items()}  # fmt: skip
    if isinstance(value, list):
        return [floats(part) for part in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def same(one: Scenario, other: Scenario) -> bool:
    return one == other and one.fingerprint == other.fingerprint


@pytest.mark.parametrize("path", [GOOD, *shipped_scenarios().values()], ids=lambda p: p.stem)
def test_a_document_survives_every_notation(path: Path) -> None:
    scenario = load_scenario(path)
    document = dict(scenario.document)
    assert same(scenario_of(document), scenario)
    assert same(scenario_of(read_text(json.dumps(document))), scenario)
    assert same(scenario_of(read_text(json.dumps(document, ensure_ascii=False))), scenario)
    written = yaml.safe_dump(document, allow_unicode=True)
    assert same(scenario_of(read_text(written)), scenario)
    assert scenario_of(document).document == document


@pytest.mark.parametrize("path", [GOOD, KOREA], ids=lambda p: p.stem)
def test_the_document_holds_what_the_file_says_and_the_evidence_it_refers_to(path: Path) -> None:
    raw = complete(read_file(path), load_evidence())
    document = load_scenario(path).document
    assert set(document) == set(raw)
    assert set(document["evidence"]) == set(raw["evidence"])  # type: ignore[call-overload]
    assert json.dumps(document["rules"]) != "[]"


@given(random=st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_entries_does_not_matter(random: Random) -> None:
    for path in (GOOD, KOREA):
        assert same(scenario_of(shuffled(read_file(path), random)), load_scenario(path))


def test_whole_numbers_and_fractions_are_one() -> None:
    assert same(scenario_of(floats(read_file(GOOD))), load_scenario(GOOD))
    years = {2025: 300}
    by_year = {**read_file(GOOD), "budget": {"total": 1000, "by_year": years, "carry_over": 0.5}}
    assert same(scenario_of(by_year), load_scenario(GOOD))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "other"},
        {"budget": {"total": 1000.0000001}},
        {"rules": {"visa-floor": {"active": False}}},
        {"pathways": {"comes": {"stay": {"value": 0.8, "low": 0.7}}}},
        {"evidence": {"arrival": {"note": "Asked again."}}},
        {"title": {"ko": "다름"}},
        {"pools": {"abroad": {"people_per_year": {2025: 30, 2026: 30, 2027: 30}}}},
    ],
    ids=str,
)
def test_any_change_changes_the_fingerprint(change: dict[str, Any]) -> None:
    base = load_scenario(GOOD)
    changed = change_scenario(base, change)
    assert changed.fingerprint != base.fingerprint
    assert len(changed.fingerprint) == 12


@given(
    total=NUMBER,
    weight=NUMBER,
    share=st.just(0.0) | st.floats(1e-12, 1),
    width=NUMBER,
    costs=st.tuples(NUMBER, NUMBER).map(sorted),
    low=st.just(0.0) | st.floats(1e-12, 0.5),
    high=st.floats(0.5, 1),
)
@settings(max_examples=50)
def test_numbers_survive_exactly(
    total: float, weight: float, share: float, width: float, costs: list[float], low: float,
    high: float,
) -> None:  # fmt: skip
    document = copy.deepcopy(read_file(GOOD))
    document["budget"] = {"total": total}
    document["objective"]["tiers"]["S"] = weight
    document["rules"] = [{**document["rules"][0], "share": share}]
    document["pathways"]["comes"]["stay"] = {"value": 0.5, "low": low, "high": high}
    document["programmes"]["visa"]["activities"]["case"]["supply"] = {
        "bands": [{"units": width, "unit_cost": costs[0]}, {"units": 1, "unit_cost": costs[1]}]
    }
    scenario = scenario_of(document)
    assert scenario.budget.total == total
    assert same(scenario_of(read_text(json.dumps(scenario.document))), scenario)
    assert same(scenario_of(read_text(yaml.safe_dump(dict(scenario.document)))), scenario)


def test_a_budget_of_nothing_is_legal() -> None:
    assert load_scenario(KOREA, ["budget.total=0", "budget.by_year=null"]).budget.total == 0
    assert load_scenario(GOOD, ["budget.by_year.2025=0"]).budget.by_year == {2025: 0}
