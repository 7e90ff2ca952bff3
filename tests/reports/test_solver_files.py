"""Other solvers read the files of a scenario, reach its optimum, and are held to its rules."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from tests.lp.other_solvers import SOLVERS, Run

LUMPY = Path(__file__).parents[1] / "formulation" / "lumpy.yaml"
HOSTILE = ['"=1+1"', "it's a * 'MARKER'", "\\ End", "인재 🚀", "x" * 200, "긴" * 200, "line\nbreak"]


def hostile() -> api.Scenario:
    """Korea with titles and identifiers that file formats would stumble over."""
    korea = api.load_scenario("korea-2025")
    document: dict[str, Any] = json.loads(json.dumps(korea.document))
    document["title"] = {"en": HOSTILE[0], "ko": HOSTILE[3]}
    for part in ("programmes", "pathways", "pools", "capacities"):
        for i, entry in enumerate(document[part].values()):
            entry["title"] = {"en": HOSTILE[i % len(HOSTILE)], "ko": HOSTILE[-1 - i % len(HOSTILE)]}
    text = json.dumps(document)
    for old, new in (
        ("visa_fast_track", "free"),
        ("a_team_cultivation", "e12-E"),
        ("fellow_", "inf-"),
    ):
        text = text.replace(f'"{old}', f'"{new}')
    return api.scenario_of(json.loads(text))


SCENARIOS = {
    "korea-2025": lambda: api.load_scenario("korea-2025"),
    "austerity": lambda: api.load_scenario("korea-2025-austerity"),
    "supplementary": lambda: api.load_scenario("korea-2025-supplementary"),
    "whole numbers": lambda: api.load_scenario(LUMPY),
    "hostile": hostile,
}


@pytest.fixture(scope="module", params=SCENARIOS)
def plan(request: pytest.FixtureRequest) -> api.Plan:
    return api.bare_plan(SCENARIOS[request.param]())


@pytest.fixture(scope="module")
def korea() -> api.Plan:
    return api.bare_plan(api.load_scenario("korea-2025"))


@pytest.mark.parametrize("form", ["mps", "lp"])
@pytest.mark.parametrize("run", SOLVERS)
def test_other_solvers_confirm_the_plan(
    plan: api.Plan, form: Any, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / f"programme.{form}"
    path.write_text(api.solver_text(plan, form), encoding="ascii")
    check = api.check_solution(plan, run(path).read_text(encoding="utf-8"))
    assert check.agreement is api.Agreement.CONFIRMED
    assert check.objective == pytest.approx(plan.objective, rel=max(1e-6, check.tolerance))
    assert check.spending["theirs"].sum() == pytest.approx(check.spent)


def test_every_name_has_its_place_in_the_document(plan: api.Plan) -> None:
    names = api.solver_names(plan)
    text = api.solver_text(plan, "lp")
    rules = {r.id for r in plan.scenario.rules}
    for name, entry in {**names["columns"], **names["rows"]}.items():
        assert f"\\ {name} | {entry['path']} | " in text
        assert all(entry[part][lang] for part in ("what", "unit") for lang in api.LANGUAGES)
        place: Any = plan.scenario.document
        for step in entry["path"].replace("[", ".").replace("]", "").split("."):
            if place is plan.scenario.document["rules"] and step in rules:
                break
            place = place[int(step)] if isinstance(place, list) else place[step]
    assert len(names["columns"]) == len(plan.solution.program.columns)


def test_the_files_name_their_origin(korea: api.Plan) -> None:
    for form in ("mps", "lp"):
        text = api.solver_text(korea, form, "talent-budget report korea-2025")
        assert f"fingerprint: {korea.scenario.fingerprint}" in text
        assert "command: talent-budget report korea-2025\n" in text
        assert all(f"{k}: {v}\n" in text for k, v in api.versions().items())
    names = json.loads(api.solver_names_text(korea))
    assert names["fingerprint"] == korea.scenario.fingerprint
    entry = names["columns"]["units.visa_fast_track.visa_case.step1.2025"]
    assert entry["path"] == "programmes.visa_fast_track.activities.visa_case.supply"
    assert entry["what"]["en"].endswith("units commissioned in 2025")


def values(plan: api.Plan) -> dict[str, float]:
    names = api.solver_names(plan)["columns"]
    return dict(zip(names, plan.solution.x.tolist(), strict=True))


def lines(found: dict[str, float]) -> str:
    return "\n".join(f"{name} {value!r}" for name, value in found.items())


def test_a_worse_plan_is_told_from_a_broken_one(korea: api.Plan) -> None:
    nothing = api.check_solution(korea, lines(dict.fromkeys(values(korea), 0.0)))
    floors = [r.id for r in korea.scenario.rules]
    assert {r.path for r in nothing.broken.itertuples()} == {f"rules.{floor}" for floor in floors}
    settings = [f"rules.{floor}.active=false" for floor in floors]
    without = api.bare_plan(api.load_scenario("korea-2025", settings))
    idle = api.check_solution(without, lines(dict.fromkeys(values(without), 0.0)))
    assert idle.agreement is api.Agreement.WORSE
    assert idle.difference == pytest.approx(without.objective)
    assert "worse" in api.solver_check_text(idle)
    overspent = {name: 1.5 * value for name, value in values(korea).items()}
    check = api.check_solution(korea, lines(overspent))
    assert check.agreement is api.Agreement.BROKEN
    total = next(r for r in check.broken.itertuples() if r.path == "budget.total")
    assert (total.limit, total.actual) == pytest.approx((18000, 27000))
    assert "Total budget: limit 18,000, actual 27,000 (million KRW)" in api.solver_check_text(check)
    assert "총예산: 한도 18,000, 실제 27,000" in api.solver_check_text(check, "ko")


def test_a_hair_beyond_a_limit_is_put_down_to_tolerances(korea: api.Plan) -> None:
    found = {name: value * (1 + 1e-4) for name, value in values(korea).items()}
    check = api.check_solution(korea, lines(found))
    assert check.agreement is api.Agreement.BROKEN
    assert "tighter tolerances" in api.solver_check_text(check)
    assert "허용오차" in api.solver_check_text(check, "ko")


def test_a_better_plan_is_never_hushed_up(korea: api.Plan) -> None:
    best, everyone = lines(values(korea)), korea.everyone
    claimed = replace(korea, everyone=replace(everyone, objective=everyone.objective - 1.0))
    check = api.check_solution(claimed, best)
    assert check.agreement is api.Agreement.BETTER
    assert "is BETTER" in api.solver_check_text(check)


def test_files_of_conflicting_rules_show_the_conflict_elsewhere(tmp_path: Path) -> None:
    settings = ["rules.a-team-floor.share=0.9", "budget.by_year.2025=1", "years.last=2025"]
    plan = api.bare_plan(api.load_scenario("korea-2025", settings))
    assert plan.status is api.Status.INFEASIBLE
    path = tmp_path / "none.lp"
    path.write_text(api.solver_text(plan, "lp"), encoding="ascii")
    text = SOLVERS[0](path).read_text(encoding="utf-8")
    with pytest.raises(api.InvalidInput, match="found no plan"):
        api.check_solution(plan, text)


def test_commands_write_and_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new folder"
    settings = ["--set", "budget.total=17000"]
    assert main(["solver-files", "korea-2025", *settings, "--folder", str(folder)]) == 0
    assert "check-solution korea-2025.yaml" in capsys.readouterr().out
    assert sorted(p.name for p in folder.iterdir()) == [
        "korea-2025.lp", "korea-2025.mps", "korea-2025.names.json", "korea-2025.yaml",
    ]  # fmt: skip
    text = (folder / "korea-2025.mps").read_text(encoding="ascii")
    assert "* command: talent-budget solver-files korea-2025.yaml --folder .\n" in text
    assert str(tmp_path) not in text
    found = SOLVERS[0](folder / "korea-2025.lp")
    asked = ["check-solution", str(folder / "korea-2025.yaml"), "--solution", str(found)]
    assert main([*asked, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["agreement"] == "confirmed"
    assert abs(data["difference"]) < 1e-5
    assert main(["check-solution", "korea-2025", "--solution", str(found)]) != 0
    assert main(["check-solution", "korea-2025", "--solution", str(folder / "none")]) == 2
    assert "cannot be read" in capsys.readouterr().err
