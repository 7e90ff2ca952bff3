"""Every kind of rule with every option it has, on one document in which each of them can bind."""

from __future__ import annotations

from typing import Any

Rule = dict[str, Any]

DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "id": "options",
    "money": {"unit": "million KRW"},
    "years": {"first": 2025, "last": 2027},
    "budget": {"total": 300, "by_year": {2025: 120, 2026: 90, 2027: 60}, "carry_over": 0.5},
    "objective": {"tiers": {"S": 3, "A": 1}, "channels": {"retained": 1, "attracted": 0.5}},
    "capacities": {"post": {"free": {2025: 1, 2027: 2}}, "case": {"free": 2}},
    "programmes": {
        "visa": {
            "tags": ["entry"],
            "indexation": 0.1,
            "activities": {
                "case": {
                    "delivers": {"case": 1},
                    "supply": {"bands": [{"units": 20, "unit_cost": 2}, {"unit_cost": 3}]},
                },
            },
        },
        "institutes": {
            "activities": {
                "post": {
                    "delivers": {"post": 2},
                    "supply": {"bands": [{"units": 6, "unit_cost": 10}, {"unit_cost": 14}]},
                    "life_years": 2,
                    "tags": ["seats"],
                },
                "desk": {
                    "delivers": {"post": 1},
                    "supply": {"bands": [{"unit_cost": 7}]},
                    "lead_years": 1,
                },
            },
        },
    },
    "pools": {"abroad": {"people_per_year": {2025: 12, 2026: 9, 2027: 0}}},
    "pathways": {
        "comes": {
            "channel": "attracted",
            "tier": "A",
            "tags": ["young"],
            "pool": "abroad",
            "needs": {"case": {"amount": 0.5}, "post": {"amount": 1, "years": 2}},
            "bands": [{"people": 5, "net": 0.5}, {"net": 0.25}],
        },
        "stays": {
            "channel": "retained",
            "tier": "S",
            "needs": {"post": {"amount": 1}},
            "bands": [{"people": 4, "net": 0.4}, {"people": 9, "net": 0.1}],
        },
        "settles": {
            "channel": "retained",
            "tier": "A",
            "needs": {"case": {"amount": 2}},
            "bands": [{"people": 8, "net": 0.3}],
        },
    },
}

LIMITS: list[Rule] = [
    {"amount": 20},
    {"amount": 0},
    {"share": 0.1},
    {"share": 0},
    {"amount": 15, "year": 2026},
    {"share": 0.2, "year": 2025},
    {"share": 0, "year": 2027},
]
GROUPS: list[Rule] = [
    {"programmes": ["institutes"]},
    {"tags": ["seats"]},
    {"tags": ["entry", "seats"]},
    {"programmes": ["visa"], "tags": ["seats"]},
]
CHANGES: list[Rule] = [
    {"share": 0.5}, {"share": 0.2}, {"share": 0}, {"share": 1}, {"amount": 20}, {"amount": 0},
]  # fmt: skip
PEOPLE: list[Rule] = [
    {}, {"pathway": "comes"}, {"channel": "retained"}, {"tier": "A"}, {"tag": "young"},
    {"channel": "retained", "tier": "A"},
]  # fmt: skip
PARTS: list[Rule] = [
    {"of": "net", "part": {"channel": "attracted"}},
    {"of": "supported", "part": {"tier": "S"}},
    {"of": "supported", "part": {"tag": "young"}, "whole": {"tier": "A"}},
    {"of": "net", "part": {"pathway": "stays"}, "whole": {"channel": "retained"}, "year": 2026},
    {"of": "spending", "part": {"programme": "visa"}},
    {"of": "spending", "part": {"activity": "desk"}, "whole": {"programme": "institutes"}},
    {"of": "spending", "part": {"tag": "entry"}, "whole": {"tag": "seats"}, "year": 2025},
]
SHARES: list[Rule] = [
    {"at_least": 0.3}, {"at_most": 0.6}, {"at_least": 0.2, "at_most": 0.4}, {"at_least": 0},
    {"at_most": 0}, {"at_most": 1},
]  # fmt: skip
COMPARED: list[Rule] = [
    {"groups": {"a": {"tier": "S"}, "b": {"channel": "attracted"}}},
    {"groups": {"a": {"tier": "S", "size": 2}, "b": {"tier": "A"}}, "of": "supported"},
    {"groups": {"a": {"programme": "visa"}, "b": {"tag": "seats", "size": 3}}, "of": "spending"},
]
SUMS: list[list[Rule]] = [
    [{"of": "spending", "programme": "visa"}],
    [{"of": "spending", "tag": "seats", "year": 2026}, {"of": "units", "coefficient": -3}],
    [{"of": "units", "activity": "post", "year": 2025}, {"of": "people", "coefficient": 0.5}],
    [{"of": "net", "tier": "S", "coefficient": 2}, {"of": "people", "channel": "attracted"}],
    [{"of": "liability"}, {"of": "spending", "coefficient": 0.1}],
]
OPTIONS: list[Rule] = [
    *({"kind": k, "programme": "institutes", **limit}
      for k in ("programme_floor", "programme_ceiling") for limit in LIMITS),
    *({"kind": "earmark", "bound": bound, **group, **limit}
      for bound in ("floor", "ceiling") for group in GROUPS for limit in LIMITS[::3]),
    {"kind": "commitment", "programme": "institutes", "year": 2026, "amount": 25},
    {"kind": "commitment", "programme": "institutes", "activity": "desk", "year": 2025,
     "amount": 9},
    {"kind": "commitment", "programme": "visa", "year": 2027, "amount": 0},
    *({"kind": "ramp_limit", "programme": "institutes", way: change, **base}
      for way in ("up", "down") for change in CHANGES if way == "down" or change != {"share": 1}
      for base in ({}, {"baseline": 30}, {"baseline": 0})),
    {"kind": "ramp_limit", "programme": "visa", "up": {"share": 0.4}, "down": {"share": 0.3},
     "baseline": 20},
    *({"kind": kind, **people, "of": of, "people": number, **when}
      for kind in ("outcome_floor", "outcome_ceiling") for people in PEOPLE
      for of, number, when in (("net", 1, {}), ("supported", 2, {"year": 2025}), ("net", 0, {}))),
    *({"kind": "balance", **part, **share} for part in PARTS for share in SHARES),
    *({"kind": "equity", **compared, "share": share}
      for compared in COMPARED for share in (0.3, 0, 1)),
    *({"kind": "linear", "terms": terms, "sense": sense, "rhs": rhs}
      for terms in SUMS for sense, rhs in (("<=", 12), (">=", 3), ("==", 6), ("<=", 0))),
]  # fmt: skip
"""Rules without their identifier, owner and reason."""


def document_with(rule: Rule, **parts: Any) -> dict[str, Any]:
    """The document with this rule as its only one, and some parts replaced."""
    signed = {"id": "the-rule", "owner": "Ministry", "reason": "Policy"}
    return {**DOCUMENT, **parts, "rules": [{**signed, **rule}]}
