"""The first release's questions, asked today on its documents and data: every change is stated."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reference import asked
from tests.reference.frozen import first_release, frozen
from tests.reference.held_against import Difference, differences, same

HERE = Path(__file__).parent
STATED: list[dict[str, Any]] = yaml.safe_load((HERE / "changed.yaml").read_bytes())["changes"]
WITHIN = 1e-6
"""Digits to which the list states figures before and after."""


def stated_for(name: str) -> list[dict[str, Any]]:
    return [entry for entry in STATED if entry["answer"] == name]


def covers(entry: dict[str, Any], found: Difference) -> bool:
    if "count" in entry:
        pattern = re.escape(entry["figure"]).replace(r"\*", ".*")
        return re.fullmatch(pattern, found.figure) is not None
    return bool(entry["figure"] == found.figure)


@pytest.mark.parametrize("name", asked.ASKED)
def test_every_figure_is_what_it_was_or_its_change_is_stated(name: str) -> None:
    then = json.loads((HERE / "answers" / f"{name}.json").read_text(encoding="utf-8"))
    with first_release():
        now = asked.answer(name)
    found = list(differences(then, now))
    entries = stated_for(name)
    assert [d for d in found if not any(covers(e, d) for e in entries)] == []
    for entry in entries:
        mine = [d for d in found if covers(entry, d)]
        assert len(mine) == entry.get("count", 1), entry
        if "count" not in entry:
            assert same(entry["before"], mine[0].before, WITHIN), entry
            assert same(entry["after"], mine[0].after, WITHIN), entry


def test_every_stated_change_is_of_a_frozen_answer_and_has_a_reason() -> None:
    assert {entry["answer"] for entry in STATED} <= set(asked.ASKED)
    assert all(str(entry["reason"]).strip() for entry in STATED)


def test_a_difference_is_found_wherever_it_is() -> None:
    then = {"a": [{"year": 1, "x": 1.0}, {"year": 2, "x": 2.0}], "b": {"c": 1}, "gap": 3}
    now = {"a": [{"year": 1, "x": 1.0 + 1e-6}, {"year": 3, "x": 2.0}], "b": {}, "new": 1}
    assert [d.figure for d in differences(then, now)] == ["a[1].x", "a[2]", "a[3]", "b.c"]
    assert list(differences(then, {**then, "gap": 4, "new": 1})) == []


def test_the_frozen_document_stands_apart_from_the_shipped_one() -> None:
    scenario = frozen("korea-2025")
    assert scenario.fingerprint == "8cd5ec4b6c8f"  # as the first release printed it
    assert frozen("korea-2025", ["budget.total=9000"]).budget.total == 9000
