"""What planners took away from the first release opens today, with the same answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from optimizer.api import desk as api
from optimizer.cli import main
from tests.reference.frozen import first_release
from tests.reference.held_against import same
from tests.ui.screen import open_desk
from ui.state import documents

TAKEN = Path(__file__).parent / "first_release"
ANSWERS: dict[str, dict[str, Any]] = json.loads((TAKEN / "answers.json").read_bytes())
LINKS: dict[str, dict[str, str]] = json.loads((TAKEN / "links.json").read_bytes())
STATED: dict[str, Any] = yaml.safe_load((TAKEN / "changed.yaml").read_bytes())["changes"]
"""File → what is other today and why; what is not listed is what it was."""


def of(folder: str) -> list[str]:
    return sorted(name for name in ANSWERS if name.startswith(f"{folder}/"))


def check(name: str, plan: api.Plan) -> None:
    figures = {
        "status": str(plan.status),
        "objective": plan.objective,
        "net_people": plan.people.net.sum(),
        "spent": plan.allocation.spending.sum(),
    }
    expected = {**ANSWERS[name], **STATED.get(name, {}).get("now", {})}
    assert {k: (v, expected[k]) for k, v in figures.items() if not same(v, expected[k])} == {}


def test_every_file_has_an_answer_and_every_change_a_reason() -> None:
    folders = ("documents", "overlays", "workbooks", "bundles")
    files = {f"{f}/{p.name}" for f in folders for p in (TAKEN / f).iterdir()}
    assert files | {f"links/{name}" for name in LINKS} == set(ANSWERS)
    assert all(str(entry["reason"]).strip() for entry in STATED.values())


@pytest.mark.parametrize("name", of("documents"))
def test_a_document_opens_with_the_same_answer(name: str) -> None:
    check(name, api.solve(api.load_scenario(TAKEN / name)))


@pytest.mark.parametrize("name", of("overlays"))
def test_a_file_of_changes_opens_with_the_same_answer(name: str) -> None:
    with first_release():
        check(name, api.solve(api.load_scenario(TAKEN / name)))


@pytest.mark.parametrize("name", [*of("documents"), *of("overlays"), *of("workbooks")])
def test_the_desk_opens_the_file_with_the_same_answer(name: str) -> None:
    with first_release():
        check(name, api.bare_plan(documents.read(name, (TAKEN / name).read_bytes())))


@pytest.mark.parametrize("name", of("workbooks"))
def test_a_workbook_is_imported_with_the_same_answer(name: str) -> None:
    with first_release():
        check(name, api.bare_plan(api.import_workbook(TAKEN / name)))


@pytest.mark.parametrize("name", of("bundles"))
def test_a_bundle_is_sealed_and_runs_again(name: str) -> None:
    found = api.verify_bundle((TAKEN / name).read_bytes(), name)
    assert found.sealed
    stated = STATED.get(name, {}).get("results", [])
    assert sorted({d.where.split("[")[0] for d in found.of("result")}) == sorted(stated)


@pytest.mark.parametrize("name", sorted(LINKS))
def test_a_link_of_the_desk_opens_with_every_move(name: str) -> None:
    with first_release():
        at = open_desk(LINKS[name])
        assert not at.exception
        assert at.session_state["ignored"] == ()
        choice = at.session_state["choice"]
        if choice.mine is None:
            from ui.state import choices

            check(f"links/{name}", api.bare_plan(choices.changed(choice)))
        else:
            korea = api.load_scenario("korea-2025")
            money = {(p, y): v for p, y, v in choice.mine}
            check(f"links/{name}", api.evaluate(korea, money).plan)


@pytest.mark.parametrize("solver", ["cbc", "glpk"])
def test_a_solution_of_another_solver_still_confirms_the_plan(solver: str) -> None:
    path = TAKEN / "solver_files" / f"korea-2025.{solver}"
    with first_release():
        assert main(["check-solution", "korea-2025", "--solution", str(path)]) == 0
