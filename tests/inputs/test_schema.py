"""The JSON Schema describes every entry of a document and agrees with what is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from optimizer.domain.rule import Rule
from optimizer.domain.scenario import Scenario
from optimizer.inputs.layout import entries, kinds_of
from optimizer.inputs.load import load_scenario, shipped_scenarios
from optimizer.inputs.overlay_layout import Overlay
from optimizer.inputs.read import read_file
from optimizer.inputs.schema import json_schema

BROKEN = Path(__file__).resolve().parents[1] / "broken"
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def groups(schema: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in the schema, with its place."""
    if isinstance(schema, dict):
        yield where, schema
        for name, part in schema.items():
            yield from groups(part, f"{where}/{name}")
    elif isinstance(schema, list):
        for i, part in enumerate(schema):
            yield from groups(part, f"{where}/{i}")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_entry_is_described() -> None:
    described = 0
    for where, group in groups(SCHEMA):
        for name, entry in group.get("properties", {}).items():
            assert entry.get("description"), f"{where}: {name}"
            described += 1
    assert described > 150
    for name, part in SCHEMA["$defs"].items():
        assert part.get("description"), name


def test_every_entry_of_the_models_is_there() -> None:
    parts = SCHEMA["$defs"]
    assert list(parts["Scenario"]["properties"]) == entries(Scenario)
    assert list(parts["Overlay"]["properties"]) == entries(Overlay)
    assert list(parts["Overlay"]["properties"]["changes"]["properties"]) == entries(Scenario)
    kinds = {part["properties"]["kind"]["const"] for part in parts.values()
             if "kind" in part.get("properties", {})}  # fmt: skip
    assert kinds == set(kinds_of(Rule))


def test_there_is_no_trace_of_the_generator() -> None:
    for where, group in groups(SCHEMA):
        assert "$id" not in group
        if not where.endswith("/properties"):
            assert isinstance(group.get("title", ""), str)
            assert "title" not in group or where == ""


@pytest.mark.parametrize("path", shipped_scenarios().values(), ids=lambda p: p.stem)
def test_shipped_documents_fit_the_schema_as_written_and_as_loaded(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(read_file(path))) == []
    assert list(VALIDATOR.iter_errors(load_scenario(path).document)) == []


STRUCTURAL = [
    "unknown_at_root",
    "illegal_id",
    "illegal_name",
    "rule_without_kind",
    "schema_of_tomorrow",
    "overlay_with_strays",
    "overlay_without_id",
    "overlay_changes_listed",
]


@pytest.mark.parametrize("name", STRUCTURAL)
def test_faults_of_structure_are_faults_of_the_schema_too(name: str) -> None:
    assert not VALIDATOR.is_valid(read_file(BROKEN / "documents" / f"{name}.yaml"))


@pytest.mark.parametrize(
    ("number", "legal"),
    [
        (5, True),
        ({"value": 5}, True),
        ({"ref": "arrival"}, True),
        ({"product": [1, {"ref": "arrival"}]}, True),
        ({"2025": 1, "2026": {"ref": "arrival"}}, True),
        ("5", False),
        ({"ref": "arrival", "value": 5}, False),
        ({"product": []}, False),
        ({"next": 1}, False),
        (True, False),
        (None, False),
    ],
)
def test_numbers_have_exactly_the_forms_that_are_read(number: Any, legal: bool) -> None:
    document = read_file(BROKEN / "good.yaml")
    document["pools"]["abroad"]["people_per_year"] = number
    assert VALIDATOR.is_valid(document) == legal
