"""The smallest scenario: one programme, one activity, one way to stay."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

_TINY: dict[str, Any] = {
    "schema": 1,
    "id": "tiny",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 100},
    "objective": {
        "measure": "net_people",
        "tiers": {"S": 4, "A": 1},
        "channels": {"retained": 1, "attracted": 1},
    },
    "capacities": {"c": {"free": 0}},
    "programmes": {
        "p": {
            "activities": {
                "a": {"delivers": {"c": 1}, "supply": {"bands": [{"units": 5, "unit_cost": 2}]}}
            }
        }
    },
    "pathways": {
        "q": {
            "channel": "retained",
            "tier": "A",
            "needs": {"c": {"amount": 1}},
            "bands": [{"people": 4, "net": 0.5}, {"net": 0.2}],
        }
    },
    "rules": [],
}


def tiny(*, rules: list[dict[str, Any]] | None = None, whole: bool = False) -> dict[str, Any]:
    """The document, with these rules, and with whole units if asked."""
    document = deepcopy(_TINY)
    for rule in rules or []:
        document["rules"].append({"owner": "Somebody", "reason": "A trial", **rule})
    if whole:
        document["programmes"]["p"]["activities"]["a"]["indivisible"] = True
    return document


def tiny_file(folder: Path, **changes: Any) -> str:
    """The path of a file that holds it; JSON is YAML."""
    path = folder / "tiny.yaml"
    path.write_text(json.dumps(tiny(**changes)), encoding="utf-8")
    return str(path)
