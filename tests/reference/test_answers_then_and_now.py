"""The first release's questions, asked today on its documents and data: every change is stated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reference import asked
from tests.reference.frozen import first_release, frozen
from tests.reference.held_against import differences, same

HERE = Path(__file__).parent
STATED: list[dict[str, Any]] = yaml.safe_load((HERE / "changed.yaml").read_bytes())["changes"]
WITHIN = 1e-5
"""Digits to which the list states figures before and after."""


@pytest.mark.parametrize("name", asked.ASKED)
def test_every_figure_is_what_it_was_or_its_change_is_stated(name: str) -> None:
    then = json.loads((HERE / "answers" / f"{name}.json").read_text(encoding="utf-8"))
    with first_release():
        now = asked.answer(name)
    found = list(differences(asked.comparable(name, then), asked.comparable(name, now)))
    groups = [group for group in STATED if group["answer"] == name]
    stated = {k: v for group in groups for k, v in group.get("figures", {}).items()}
    parts = tuple(part for group in groups for part in group.get("parts", ()))
    left = [d for d in found if d.figure not in stated and not d.figure.startswith(parts or ("-",))]
    assert left == []
    moved = {d.figure: (d.before, d.after) for d in found if d.figure in stated}
    assert sorted(moved) == sorted(stated), "a stated change is none any more"
    assert {k: v for k, v in moved.items() if not _as_stated(v, stated[k])} == {}
    for part in parts:
        assert any(d.figure.startswith(part) for d in found), f"{part} is what it was"


def _as_stated(found: tuple[Any, Any], stated: list[Any]) -> bool:
    return all(same(one, other, WITHIN) for one, other in zip(found, stated, strict=True))


def test_every_stated_change_is_of_a_frozen_answer_and_has_a_reason() -> None:
    assert {group["answer"] for group in STATED} <= set(asked.ASKED)
    assert all(str(group["reason"]).strip() for group in STATED)


def test_a_difference_is_found_wherever_it_is() -> None:
    then = {"a": [{"year": 1, "x": 1.0}, {"year": 2, "x": 2.0}], "b": {"c": 1}, "gap": 3}
    now = {"a": [{"year": 1, "x": 1.0 + 1e-5}, {"year": 3, "x": 2.0}], "b": {}, "new": 1}
    assert [d.figure for d in differences(then, now)] == ["a[1].x", "a[2]", "a[3]", "b.c"]
    assert list(differences(then, {**then, "gap": 4, "new": 1})) == []


def test_the_frozen_document_stands_apart_from_the_shipped_one() -> None:
    scenario = frozen("korea-2025")
    assert scenario.fingerprint == "8cd5ec4b6c8f"  # as the first release printed it
    assert frozen("korea-2025", ["budget.total=9000"]).budget.total == 9000
