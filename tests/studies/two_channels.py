"""A scenario to check by hand: a programme for each channel, and one that both need."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from optimizer.api import desk as api

SIGNED = {"owner": "Ministry", "reason": "Policy"}


def _programme(name: str, bands: list[dict[str, float]]) -> dict[str, Any]:
    return {"activities": {name: {"delivers": {name: 1}, "supply": {"bands": bands}}}}


DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "id": "two-channels",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 100, "by_year": {"2025": 60}},
    "objective": {"tiers": {"A": 1}, "channels": {"retained": 1, "attracted": 0.9}},
    "capacities": {"seat": {}, "visa": {}, "gpu": {}},
    "programmes": {
        "seats": _programme("seat", [{"units": 6, "unit_cost": 4}, {"units": 6, "unit_cost": 7}]),
        "visas": _programme("visa", [{"units": 5, "unit_cost": 3}, {"units": 9, "unit_cost": 6}]),
        "gpus": _programme("gpu", [{"units": 8, "unit_cost": 2}, {"units": 9, "unit_cost": 3}]),
    },
    "pathways": {
        "stays": {
            "channel": "retained",
            "tier": "A",
            "needs": {"seat": {"amount": 1}, "gpu": {"amount": 0.5}},
            "bands": [{"people": 4, "net": 0.9}, {"people": 4, "net": 0.7}],
        },
        "comes": {
            "channel": "attracted",
            "tier": "A",
            "needs": {"visa": {"amount": 1}, "gpu": {"amount": 1}},
            "bands": [{"people": 5, "net": 0.8}, {"people": 5, "net": 0.5}],
        },
    },
    "rules": [
        {"id": "gpu-floor", "kind": "programme_floor", "programme": "gpus", "amount": 12} | SIGNED,
    ],
}


def pinned(programme: str, sense: str, amount: float) -> dict[str, Any]:
    """A rule on the money of one programme over all years."""
    term = {"of": "spending", "programme": programme}
    return {"id": "pin", "kind": "linear", "terms": [term], "sense": sense, "rhs": amount} | SIGNED


def bands(**changes: Any) -> api.Scenario:
    """Supply in bands: every frontier and range is exact."""
    return api.scenario_of(DOCUMENT | changes)


def with_stock(**changes: Any) -> api.Scenario:
    """The same with seats and GPUs that are there already: people stay without any money."""
    capacities = {"seat": {"free": 3}, "visa": {}, "gpu": {"free": 2}}
    return api.scenario_of(DOCUMENT | {"capacities": capacities} | changes)


def curved() -> api.Scenario:
    """The same with a smooth supply of seats and visas."""
    document = deepcopy(DOCUMENT)
    for programme, activity in (("seats", "seat"), ("visas", "visa")):
        supply = {"curve": "hill", "ceiling": 15, "half": 40}
        document["programmes"][programme]["activities"][activity]["supply"] = supply
    return api.scenario_of(document)


def lumpy(document: Mapping[str, Any] = DOCUMENT) -> api.Scenario:
    """The same, or another document, with seats and visas that cannot be divided."""
    document = deepcopy(dict(document))
    for programme, activity in (("seats", "seat"), ("visas", "visa")):
        document["programmes"][programme]["activities"][activity]["indivisible"] = True
    return api.scenario_of(document)


def twins() -> api.Scenario:
    """Two programmes that do exactly the same: which of them gets the money is open."""
    document = deepcopy(DOCUMENT)
    document["programmes"]["places"] = deepcopy(document["programmes"]["seats"])
    return api.scenario_of(document)


CONFLICT = [
    {"id": f"{p}-floor", "kind": "programme_floor", "programme": p, "share": 0.6} | SIGNED
    for p in ("seats", "visas")
]
"""Two floors that do not fit into the budget."""


def conflicting() -> api.Scenario:
    """The scenario with rules that cannot hold together."""
    return bands(rules=CONFLICT)


def written(document: dict[str, Any], folder: Path) -> str:
    """The path of a file with the document."""
    path = folder / "scenario.yaml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    return str(path)
