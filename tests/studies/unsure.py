"""A small scenario with uncertain numbers: evidence, written out, in curves and in bands."""

from __future__ import annotations

import copy
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.inputs.load import scenario_of

DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "id": "unsure",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 1000},
    "objective": {
        "measure": "net_people",
        "discount_rate": 0.05,
        "tiers": {"S": 4, "A": 1},
        "channels": {"retained": 1, "attracted": 0.8},
    },
    "capacities": {"post": {}, "case": {}},
    "programmes": {
        "institutes": {
            "activities": {
                "post": {
                    "delivers": {"post": 1},
                    "supply": {
                        "curve": "exponential",
                        "ceiling": 20,
                        "scale": {"product": [{"ref": "cost_post"}, 20]},
                    },
                    "life_years": 2,
                }
            }
        },
        "visa": {
            "activities": {
                "case": {
                    "delivers": {"case": 1},
                    "supply": {
                        "bands": [
                            {"units": 40, "unit_cost": {"ref": "cost_case"}},
                            {"unit_cost": 40},
                        ]
                    },
                }
            }
        },
    },
    "pools": {"abroad": {"people_per_year": {"value": 60, "low": 40, "high": 90}}},
    "pathways": {
        "comes": {
            "channel": "attracted",
            "tier": "A",
            "pool": "abroad",
            "needs": {"case": {"amount": 1}},
            "bands": [
                {"net": {"product": [{"ref": "arrival"}, {"value": 0.3, "low": 0.1, "high": 0.6}]}}
            ],
        },
        "returns": {
            "channel": "attracted",
            "tier": "S",
            "pool": "abroad",
            "needs": {"case": {"amount": 0.5}, "post": {"amount": 1, "years": 2}},
            "bands": [{"net": {"product": [{"ref": "arrival"}, 0.4]}}],
        },
        "stays": {
            "channel": "retained",
            "tier": "A",
            "needs": {"post": {"amount": 1, "years": 1}},
            "bands": [{"people": 30, "net": {"ref": "kept"}}, {"net": {"ref": "certain"}}],
        },
    },
    "rules": [
        {
            "id": "visa-floor", "kind": "programme_floor", "programme": "visa", "share": 0.1,
            "owner": "Ministry", "reason": "Upkeep",
        }
    ],
    "evidence": {
        "cost_post": {"value": 60, "low": 30, "high": 120, "unit": "million KRW"},
        "cost_case": {"value": 10, "low": 6, "high": 25, "unit": "million KRW"},
        "arrival": {"value": 0.8, "low": 0.5, "high": 0.95},
        "kept": {"value": 0.3, "low": 0.15, "high": 0.5},
        "certain": {"value": 0.05},
    },
}  # fmt: skip


def changed(document: dict[str, Any], **entries: Any) -> dict[str, Any]:
    """A copy of the document with top-level entries replaced."""
    return {**copy.deepcopy(document), **entries}


def unsure(*, certain: bool = False, **entries: Any) -> Scenario:
    """The scenario; `certain` takes the ranges away."""
    document = changed(DOCUMENT, **entries)
    return scenario_of(_without_ranges(document) if certain else document)


def _without_ranges(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_ranges(v) for k, v in value.items() if k not in ("low", "high")}
    if isinstance(value, list):
        return [_without_ranges(v) for v in value]
    return value
