"""The list of slots is complete: every number that a document can hold is found, with its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import slots
from optimizer.inputs.load import load_scenario, scenario_of, shipped_scenarios
from optimizer.inputs.read import read_file
from optimizer.inputs.tree import spell

GOOD = Path(__file__).resolve().parents[1] / "broken" / "good.yaml"
OWNED = {"owner": "Ministry", "reason": "Policy"}
RULES: list[dict[str, Any]] = [
    {"id": "mark", "kind": "earmark", "tags": ["entry"], "amount": {"value": 5}},
    {"id": "signed", "kind": "commitment", "programme": "visa", "year": 2025,
     "amount": {"value": 5}},
    {"id": "slowly", "kind": "ramp_limit", "programme": "visa", "up": {"share": {"value": 0.5}},
     "down": {"amount": {"value": 5}}, "baseline": {"value": 5}},
    {"id": "some", "kind": "outcome_floor", "people": {"value": 1}},
    {"id": "mix", "kind": "balance", "part": {"tier": "S"}, "at_least": {"value": 0.1},
     "at_most": {"value": 0.9}},
    {"id": "fair", "kind": "equity", "share": {"value": 0.1},
     "groups": {"s": {"tier": "S", "size": {"value": 2}}, "a": {"tier": "A"}}},
    {"id": "free", "kind": "linear", "sense": "<=", "rhs": {"value": -5},
     "terms": [{"of": "net", "coefficient": {"value": -1}}, {"of": "spending"}]},
    {"id": "after", "kind": "requires", "line": {"programme": "visa"},
     "only_if": {"programme": "institutes"}, "at_least": {"value": 5}},
    {"id": "few", "kind": "either_or", "count": 1, "minimum": {"value": 5},
     "among": [{"programme": "visa"}, {"programme": "institutes"}]},
]  # fmt: skip


def everything() -> Scenario:
    """A scenario in which optional numbers are stated as well."""
    document = read_file(GOOD)
    document["rules"] += [{**rule, **OWNED} for rule in RULES]
    institutes = document["programmes"]["institutes"]
    institutes["indexation"] = {"value": 0.02}
    institutes["activities"]["post"] |= {
        "minimum_scale": {"value": 1},
        "opening_cost": {"value": 5},
        "supply": {"curve": "hill", "ceiling": {"value": 9}, "half": {"value": 4}, "shape": 0.9},
    }
    document["capacities"]["case"]["free"] = {"value": 3}
    return scenario_of(document)


def written(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every quantity, reference and product of a scenario, found by walking through it."""
    if isinstance(value, Quantity | Reference | Product):
        yield spell(path), value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("evidence", "uncertainty"):
                yield from written(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from written(part, (*path, str(name)))
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from written(part, (*path, getattr(part, "id", i)))


def test_every_number_of_a_document_has_a_slot() -> None:
    for scenario in (everything(), *map(load_scenario, shipped_scenarios())):
        found = {slot.path: slot.number for slot in slots(scenario)}
        expected = dict(written(scenario))
        assert len(expected) >= 20
        assert {path: found.get(path) for path in expected} == expected


def test_each_slot_is_told_once_and_reads_as_the_document_spells_it() -> None:
    paths = [slot.path for slot in slots(everything())]
    assert len(set(paths)) == len(paths)
    assert "programmes.visa.activities.case.supply.bands[1].unit_cost" in paths
    assert "rules.free.terms[0].coefficient" in paths
    assert "rules.visa-floor.share" in paths


def test_money_stands_where_money_belongs() -> None:
    money = {slot.path for slot in slots(everything()) if slot.money}
    assert money == {
        "programmes.visa.activities.case.supply.bands[0].unit_cost",
        "programmes.visa.activities.case.supply.bands[1].unit_cost",
        "programmes.institutes.activities.post.opening_cost",
        "programmes.institutes.activities.post.supply.half",
        "rules.post-ceiling.amount",
        "rules.mark.amount",
        "rules.signed.amount",
        "rules.slowly.down.amount",
        "rules.slowly.baseline",
        "rules.free.rhs",
        "rules.free.terms[0].coefficient",
        "rules.after.at_least",
        "rules.few.minimum",
    }


def test_shares_end_at_one() -> None:
    shares = {slot.path for slot in slots(everything()) if slot.most == 1.0}
    assert {
        "pathways.comes.stay",
        "rules.visa-floor.share",
        "rules.mix.at_least",
        "rules.mix.at_most",
        "rules.fair.share",
    } <= shares
    assert not any("bands" in path or "tiers" in path for path in shares)
