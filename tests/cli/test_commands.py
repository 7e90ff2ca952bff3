"""The command line as scripts rely on it: shapes, exit codes, streams, same answer every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.cli import main

KOREA = "korea-2025"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


@pytest.fixture(scope="module")
def solved() -> dict[str, Any]:
    command = [sys.executable, "-m", "optimizer", "solve", KOREA, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


PROMISED = {
    "scenario": {"id", "title", "fingerprint"},
    "versions": {"optimizer", "pulp", "highs", "data"},
    "certificate": {"primal_residual", "dual_residual", "gap", "passed"},
    "allocation": {"programme", "year", "spending", "share"},
    "activities": {"programme", "activity", "year", "units", "unit_cost", "spending"},
    "capacities": {"capacity", "year", "available", "used", "price"},
    "people": {"pathway", "channel", "tier", "year", "supported", "net"},
    "totals": {"retained", "attracted", "by_tier", "cost_per_net_person"},
    "binding": {
        "rule", "title", "price", "price_down", "price_up", "holds_from", "holds_to", "sentence",
    },
}  # fmt: skip


@pytest.mark.parametrize("part", PROMISED)
def test_the_promised_entries_are_there(solved: dict[str, Any], part: str) -> None:
    entries = solved[part][0] if isinstance(solved[part], list) else solved[part]
    assert PROMISED[part] <= set(entries)


def test_the_plan_is_certified_and_reconciles(solved: dict[str, Any]) -> None:
    assert solved["status"] == "optimal"
    assert solved["certificate"]["passed"] is True
    assert solved["money_unit"] == "million KRW"
    spent = solved["spent"]
    for part in ("allocation", "activities"):
        assert sum(r["spending"] for r in solved[part]) == pytest.approx(spent, rel=1e-9)
    assert spent <= 18000 * (1 + 1e-9)
    assert solved["budget"] == pytest.approx(spent + solved["unspent"])
    pairs = {(r["programme"], r["year"]) for r in solved["allocation"]}
    assert len(pairs) == len(solved["allocation"]) == 4 * 4
    assert sum(r["share"] for r in solved["allocation"]) == pytest.approx(1.0)
    people = {c: 0.0 for c in ("retained", "attracted")}
    tiers = dict.fromkeys(solved["totals"]["by_tier"], 0.0)
    for r in solved["people"]:
        people[r["channel"]] += r["net"]
        tiers[r["tier"]] += r["net"]
    before = solved["baseline"]["net_people"]  # GPUs that are free keep a few of tier S
    assert before == pytest.approx(0.095448, abs=1e-6)
    assert solved["net_people"] == pytest.approx(sum(people.values()))
    people["retained"] -= before
    tiers["S"] -= before
    assert people == pytest.approx({c: solved["totals"][c] for c in people})
    assert tiers == pytest.approx(solved["totals"]["by_tier"])
    assert solved["totals"]["cost_per_net_person"] == pytest.approx(spent / sum(people.values()))
    more = solved["objective"] - solved["baseline"]["objective"]
    assert solved["additional_objective"] == pytest.approx(more)


def test_every_used_capacity_is_there(solved: dict[str, Any]) -> None:
    for r in solved["capacities"]:
        assert r["used"] <= r["available"] + 1e-6


def test_the_same_answer_in_every_process(solved: dict[str, Any]) -> None:
    command = [sys.executable, "-m", "optimizer", "solve", KOREA, "--json"]
    for seed in ("1", "77"):
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert json.loads(done.stdout) == solved


def test_a_budget_of_nothing_is_a_plan(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = data(capsys, "solve", KOREA, "--budget", "0")
    assert code == 0
    assert answer["status"] == "optimal"
    assert answer["spent"] == 0
    assert len(answer["allocation"]) == 16
    assert {r["spending"] for r in answer["allocation"]} == {0.0}


def test_conflicting_rules_are_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    rules = ("--set", "rules.gpu-floor.share=0.6", "--set", "rules.a-team-floor.share=0.6")
    code, answer = data(capsys, "solve", KOREA, *rules)
    assert code == 3
    assert answer["status"] == "infeasible"
    code, out, err = run(capsys, "solve", KOREA, *rules)
    assert code == 3
    assert "cannot hold together" in out
    assert "Traceback" not in out + err


def test_every_problem_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = (
        "--set",
        "budget.totl=1",
        "--set",
        "rules.gpu-flor.share=0.1",
        "--set",
        "years.last=no",
    )
    code, out, err = run(capsys, "solve", KOREA, *wrong)
    assert code == 2
    assert out == ""
    assert "Traceback" not in err
    for words in ("budget.totl", "Did you mean 'total'", "Did you mean 'gpu-floor'", "years.last"):
        assert words in err


def test_an_unknown_scenario_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "solve", "korea-2024")
    assert code == 2
    assert "Did you mean 'korea-2025'?" in err


def test_the_answer_goes_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "solve", KOREA, "--json", "--out", str(tmp_path / "plan.json"))
    assert (code, out) == (0, "")
    assert "plan.json" in err
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["status"] == "optimal"
    code, _, err = run(capsys, "solve", KOREA, "--out", str(tmp_path / "none" / "plan.txt"))
    assert code == 2
    assert f"There is no folder {tmp_path / 'none'}" in err


def test_a_plan_can_be_handed_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    run(capsys, "solve", KOREA, "--json", "--out", str(plan))
    code, answer = data(capsys, "evaluate", KOREA, "--plan", str(plan))
    assert code == 0
    assert answer["obeys"] is True
    assert answer["left_on_the_table"] == pytest.approx(0.0, abs=1e-6)
    (tmp_path / "bad.csv").write_text(
        "programme,year,spending\nvisa,2025,1\nvisa_fast_track,1999,x\n"
    )
    code, _, err = run(capsys, "evaluate", KOREA, "--plan", str(tmp_path / "bad.csv"))
    assert code == 2
    assert "3 problems" in err
    assert "Did you mean 'visa_fast_track'" in err


def test_extra_money_and_targets(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = data(capsys, "extra", KOREA, "--amount", "1000")
    assert code == 0
    assert sum(r["added"] for r in answer["added"]) == pytest.approx(1000)
    assert min(r["added"] for r in answer["added"]) > -1e-3
    code, answer = data(capsys, "target", KOREA, "--outcome", "net_people", "--at-least", "40")
    assert code == 0
    assert answer["reached"] == pytest.approx(40)
    assert answer["least_money"] < 18000
    code, _ = data(capsys, "target", KOREA, "--outcome", "net_people", "--at-least", "90000")
    assert code == 3


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_text_is_for_a_minister(capsys: pytest.CaptureFixture[str], language: str) -> None:
    code, out, _ = run(capsys, "solve", KOREA, "--lang", language)
    assert code == 0
    assert ("A-team cultivation" in out) == (language == "en")
    assert ("A급 팀 양성" in out) == (language == "ko")
    for word in ("dual", "infeasible", "optimal solution", "nan", "None"):
        assert word not in out


def test_what_is_shipped_is_listed_and_valid(capsys: pytest.CaptureFixture[str]) -> None:
    _, shipped = data(capsys, "list")
    assert shipped[0]["id"] == KOREA
    assert len(shipped) >= 8
    for row in shipped:
        code, answer = data(capsys, "validate", row["id"])
        assert code == 0
        assert answer["status"] == "valid"


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, schema = data(capsys, "schema")
    assert code == 0
    assert "programmes" in json.dumps(schema)


def test_what_plainly_collides_is_said_before_solving(capsys: pytest.CaptureFixture[str]) -> None:
    rules = ("--set", "rules.gpu-floor.share=0.6", "--set", "rules.a-team-floor.share=0.6")
    code, answer = data(capsys, "validate", KOREA, *rules)
    assert code == 0
    assert "add up to 24.7 billion won" in answer["look"][0]["problem"]
    assert "합계는 247억 원" in answer["look"][0]["problem_ko"]
    assert data(capsys, "validate", KOREA)[1]["look"] == []
    assert main(["validate", KOREA, "--set", rules[1], "--set", rules[3], "--lang", "ko"]) == 0
    assert answer["look"][0]["problem_ko"] in capsys.readouterr().out


def test_a_thousandfold_budget_is_told_at_every_door(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a setting, in an overlay, in a document of a shipped name and in a workbook."""
    said = "The budget was 18 billion won and is 18 trillion won. Check the unit"
    overlay, whole = tmp_path / "more.yaml", tmp_path / "whole.yaml"
    overlay.write_text(
        f"schema: 1\nid: more\nbase: {KOREA}\nchanges: {{budget: {{total: 18e6}}}}\n"
    )
    scenario = api.load_scenario(KOREA, ["budget.total=18e6"])
    whole.write_text(api.document_text(scenario), encoding="utf-8")
    for asked in ([KOREA, "--set", "budget.total=18e6"], [str(overlay)], [str(whole)]):
        assert main(["validate", *asked]) == 0
        assert said in capsys.readouterr().out
    monkeypatch.setattr(api, "import_workbook", lambda _path: scenario)
    assert main(["import", "any.xlsx"]) == 0
    assert said in capsys.readouterr().err
    code, answer = data(capsys, "import", "any.xlsx")
    assert (code, answer["look"][0]["where"]) == (0, "budget.total")
