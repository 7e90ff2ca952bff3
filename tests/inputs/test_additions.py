"""What an overlay adds to the document it is based on, and what it may not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from optimizer import api
from optimizer.errors import InvalidInput
from tests.tiny import tiny_file


def overlay(folder: Path, **parts: Any) -> str:
    """The path of an overlay of the tiny document."""
    tiny_file(folder)
    path = folder / "more.yaml"
    document = {"schema": 1, "id": "more", "base": "tiny", **parts}
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


TRAINING: dict[str, Any] = {
    "objective": {"tiers": {"trainee": 0.25}},
    "capacities": {"place": {}},
    "programmes": {
        "p": {
            "activities": {
                "course": {
                    "delivers": {"place": 1},
                    "supply": {"bands": [{"units": 10, "unit_cost": 1}]},
                }
            }
        }
    },
    "pathways": {
        "trained": {
            "channel": "retained",
            "tier": "trainee",
            "needs": {"place": {"amount": 1}},
            "bands": [{"net": {"ref": "coef_ate_add"}}],
        }
    },
    "rules": [
        {
            "id": "few", "kind": "outcome_ceiling", "people": 1, "tier": "trainee",
            "owner": "Somebody", "reason": "A trial",
        }
    ],
}  # fmt: skip


def test_an_overlay_adds_a_tier_with_all_that_leads_to_it(tmp_path: Path) -> None:
    """Twenty places at 0.3 net would be six people; the added rule stops them at one."""
    base = api.solve(api.load(overlay(tmp_path)))
    more = api.solve(api.load(overlay(tmp_path, adds=TRAINING)))
    assert more.totals.by_tier["trainee"] == pytest.approx(1.0)
    assert more.objective == pytest.approx(base.objective + 0.25)
    assert more.scenario.evidence["coef_ate_add"].value == 0.3


def test_what_is_added_can_be_changed_in_the_same_overlay(tmp_path: Path) -> None:
    changes = {"rules": {"few": {"people": 2}}, "objective": {"tiers": {"trainee": 0.5}}}
    plan = api.solve(api.load(overlay(tmp_path, adds=TRAINING, changes=changes)))
    assert plan.totals.by_tier["trainee"] == pytest.approx(2.0)


def test_an_addition_takes_no_place_and_makes_no_entry_of_the_layout(tmp_path: Path) -> None:
    adds = {
        "objective": {"tiers": {"A": 2}, "discount_rate": 0.1},
        "budget": {"total": 7},
        "programmes": {"p": {"title": {"en": "Other"}}},
        "evidence": {"mine": {"value": 1, "unit": "share", "grade": "X", "note": "A trial"}},
    }
    with pytest.raises(InvalidInput) as told:
        api.load(overlay(tmp_path, adds=adds))
    assert [issue.where for issue in told.value.issues] == [
        f"more.yaml: adds.{where}"
        for where in (
            "objective.tiers.A",
            "objective.discount_rate",
            "budget",
            "programmes.p.title",
        )
    ]


def test_a_rule_of_the_same_identifier_is_told(tmp_path: Path) -> None:
    rule = TRAINING["rules"][0]
    adds = {**TRAINING, "rules": [rule, {**rule, "id": "other", "people": 3}]}
    path = overlay(tmp_path, adds=adds)
    again = tmp_path / "again.yaml"
    text = {"schema": 1, "id": "again", "base": "more", "adds": {"rules": [rule]}}
    again.write_text(json.dumps(text), encoding="utf-8")
    assert len(api.load(path).rules) == 2
    with pytest.raises(InvalidInput) as told:
        api.load(str(again))
    assert [issue.where for issue in told.value.issues] == ["again.yaml: adds.rules.few"]
