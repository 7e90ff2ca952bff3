"""Every artefact says where it comes from; its document gives the same scenario again."""

import json
from pathlib import Path

import pytest

from optimizer.api import desk as api

HOSTILE = [
    "1e3",
    "null",
    "=1+1",
    "a: b # c",
    "'\"`",
    "인재 🚀",
    " x ",
    "yes",
    "0o7",
    "2025-01-01",
    "~",
]


@pytest.fixture(scope="module")
def korea() -> api.Plan:
    return api.bare_plan(api.load_scenario("korea-2025"))


def test_facts_name_fingerprint_versions_and_command(korea: api.Plan) -> None:
    facts = {f.key: f.value for f in api.provenance(korea)}
    assert facts["fingerprint"] == korea.scenario.fingerprint
    assert {k: facts[k] for k in api.versions()} == api.versions()
    assert facts["command"] == "talent-budget solve korea-2025"
    ours = {f.key: f for f in api.provenance(korea, "talent-budget report korea-2025")}
    assert ours["command"].value == "talent-budget report korea-2025"
    assert ours["scenario"].value.in_("ko") == "대한민국 2025~2028"
    assert list(ours) == list(facts)


def test_changed_inputs_are_solved_from_the_attached_document() -> None:
    changed = api.load_scenario("korea-2025", ["budget.total=17000"])
    assert api.solve_command(changed) == "talent-budget solve korea-2025.yaml"


@pytest.mark.parametrize("shipped", [s.id for s in api.list_scenarios()])
def test_a_document_loads_back_as_the_same_scenario(shipped: str, tmp_path: Path) -> None:
    scenario, path = api.load_scenario(shipped), tmp_path / f"{shipped}.yaml"
    path.write_text(api.document_text(scenario), encoding="utf-8")
    again = api.load_scenario(path)
    assert again.fingerprint == scenario.fingerprint
    assert json.dumps(again.document) == json.dumps(scenario.document)  # order and all


@pytest.mark.parametrize("words", [*HOSTILE, "긴" * 200, "line\nbreak", "tab\tnel\x85end"])
def test_any_title_survives(words: str, tmp_path: Path) -> None:
    changes = {"title": {"en": words, "ko": words}, "author": words}
    scenario = api.change_scenario(api.load_scenario("korea-2025"), changes)
    path = tmp_path / "attached.yaml"
    path.write_text(api.document_text(scenario), encoding="utf-8")
    assert api.load_scenario(path).fingerprint == scenario.fingerprint
