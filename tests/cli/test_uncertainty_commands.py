"""The commands `uncertainty` and `map`: plain data, text in both languages, refusals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from optimizer.cli import main
from optimizer.cli.answer import Meter
from tests.studies.unsure import unsure


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "unsure.json"
    path.write_text(json.dumps(unsure().document), encoding="utf-8")
    return str(path)


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_uncertainty_as_plain_data(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uncertainty", document, "--draws", "200", "--seed", "4", "--json"]) == 0
    found = answer(capsys)
    assert (found["status"], found["draws"], found["with_plan"]) == ("optimal", 200, 200)
    assert sum(p["leads"] for p in found["programmes"]) == pytest.approx(1.0)
    assert found["certificate"]["worst_residual"] < 1e-8
    assert {"tornado", "sobol", "switching", "evppi", "discovery"} <= set(found["insight"])
    assert found["insight"]["evpi"]["people"] > 0


def test_the_same_command_gives_the_same_answer(
    document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = []
    for workers in ("1", "2", "1"):
        command = ["uncertainty", document, "--draws", "1200", "--brief", "--json"]
        assert main([*command, "--workers", workers]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1] == texts[2]
    assert "insight" not in json.loads(texts[0])


def test_uncertainty_in_words(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Path(document).with_name("ministry.csv")
    plan.write_text("programme,year,spending\nvisa,2025,500\n", encoding="utf-8")
    base = ["uncertainty", document, "--draws", "100", "--plan", str(plan)]
    assert main([*base, "--points", "sobol"]) == 0
    text = capsys.readouterr().out
    assert "90% of 100 draws" in text
    assert "'ministry' loses" in text
    assert "People at low" in text
    assert main([*base, "--lang", "ko", "--brief"]) == 0
    assert "100회 추출의 90%" in capsys.readouterr().out


def test_progress_goes_to_stderr(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    from optimizer.api import Progress

    meter = Meter("draws")
    meter.told -= 2.0
    meter(Progress(3, 12, 6.0))
    meter(Progress(4, 12, 8.0))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "draws:  25% done, about 18 s left \n"


@pytest.mark.parametrize(
    "command",
    [
        ["uncertainty", "--draws", "40"],
        ["robust", "--draws", "10"],
        ["room", "--plans", "1"],
        ["prices"],
        ["trade-off", "--between", "net_people", "spending"],
        ["bottlenecks"],
        ["report", "--format", "mps", "--out", "FILE"],
    ],
    ids=lambda command: command[0],
)
def test_long_commands_hand_their_progress_to_the_meter(
    command: list[str], document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []
    monkeypatch.setattr(Meter, "__call__", lambda self, p: told.append(p.done / p.total))
    rest = [str(tmp_path / "file") if word == "FILE" else word for word in command[1:]]
    assert main([command[0], document, *rest]) == 0
    assert told
    assert told[-1] == 1.0


def test_work_can_be_stopped_from_the_keyboard() -> None:
    command = [sys.executable, "-m", "optimizer", "uncertainty", "korea-2025"]
    with subprocess.Popen(
        [*command, "--draws", "100000", "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as run:  # fmt: skip
        assert run.stderr is not None
        first = run.stderr.readline()
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        out, said = run.communicate(timeout=30)
    assert first.startswith("draws:")
    assert (run.returncode, out) == (130, "")
    assert said.splitlines()[-1] == "Stopped on request."
    assert "Traceback" not in said


def test_a_map_as_plain_data_and_as_text(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["map", document, "--x", "arrival", "--y", "budget.total", "--size", "6"]
    assert main([*command, "--y-range", "200", "1400", "--json"]) == 0
    found = answer(capsys)
    assert len(found["cells"]) == 36
    assert found["y"]["values"][0] == 200
    assert set(found["shares"]) == {"institutes", "visa"}
    for language, word in (("en", "Leads on the map"), ("ko", "최다 배분")):
        assert main([*command, "--lang", language]) == 0
        text = capsys.readouterr().out
        assert word in text
        assert text.count("|") == 12


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["uncertainty", "--draws", "0"], "from 1 to 500000"),
        (["map", "--x", "arrival", "--y", "arrival"], "same number"),
        (["map", "--x", "arival", "--y", "kept"], "Did you mean 'arrival'?"),
    ],
)
def test_what_makes_no_sense_is_refused(
    document: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([arguments[0], document, *arguments[1:]]) == 2
    assert said in capsys.readouterr().err


def test_rules_that_conflict_in_every_draw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = {
        "id": "stars", "kind": "outcome_floor", "tier": "S", "people": 1000.0,
        "owner": "Ministry", "reason": "Stars",
    }  # fmt: skip
    path = tmp_path / "torn.json"
    path.write_text(json.dumps(unsure(rules=[rule]).document), encoding="utf-8")
    assert main(["uncertainty", str(path), "--draws", "30", "--json"]) == 3
    found = answer(capsys)
    assert found["status"] == "infeasible"
    assert sum(c["draws"] for c in found["conflicts"]) == 30
    assert all("stars" in c["rules"] for c in found["conflicts"])


def test_a_scheduler_that_is_not_there(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uncertainty", document, "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert "no Dask scheduler" in capsys.readouterr().err
