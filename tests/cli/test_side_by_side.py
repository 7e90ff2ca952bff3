"""The commands `compare` and `countries`: answers, exit codes, files and both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from optimizer.cli import main
from tests.studies.two_channels import CONFLICT, DOCUMENT, written


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """A document that has a plan, and one whose rules cannot hold together."""
    (tmp_path / "sound").mkdir()
    (tmp_path / "broken").mkdir()
    broken = DOCUMENT | {"id": "broken", "rules": CONFLICT}
    return written(DOCUMENT, tmp_path / "sound"), written(broken, tmp_path / "broken")


def test_a_conflict_does_not_end_a_comparison(
    capsys: pytest.CaptureFixture[str], two: tuple[str, str]
) -> None:
    code, answer = data(capsys, "compare", *two)
    assert code == 0
    assert [s["status"] for s in answer["scenarios"]] == ["optimal", "infeasible"]
    assert answer["scenarios"][0]["conflict"] is None
    assert answer["scenarios"][1]["conflict"]
    assert answer["scenarios"][1]["repairs"]
    people = [f["value"] for f in answer["figures"] if f["figure"] == "net_people"]
    assert people[0] > 0
    assert people[1] is None


def test_one_change_for_all_and_a_file_in_korean(
    capsys: pytest.CaptureFixture[str], two: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "answer.txt"
    options = ["--set", "budget.total=80", "--lang", "ko", "--out", str(out)]
    assert main(["compare", two[0], two[0], *options]) == 0
    assert capsys.readouterr().out == ""
    text = out.read_text(encoding="utf-8")
    assert "시나리오 비교" in text
    assert "two-channels (2)" in text
    assert "8,000만 원" in text


def test_all_faults_of_all_documents_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = data(capsys, "compare", "korea-2052", "nowhere")
    assert code == 2
    assert [i["where"].split(",")[0] for i in answer["issues"]] == ["korea-2052", "nowhere"]
    assert main(["compare", "korea-2025"]) == 2
    assert "2 to 20" in capsys.readouterr().err


def test_countries_all_and_some(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = data(capsys, "countries")
    assert code == 0
    assert {"KOR", "USA", "EUU"} <= set(answer["countries"])
    assert len(answer["strategies"]) > 60
    code, sides = data(capsys, "countries", "kor", "gbr", "--year", "2026")
    assert code == 0
    assert (sides["year"], list(sides["countries"])) == (2026, ["KOR", "GBR"])
    assert sides["differences"][0]["spread"] >= sides["differences"][1]["spread"]
    assert main(["countries", "KOR", "GBR", "--lang", "ko"]) == 0
    assert "국가 비교: 한국, 영국 (2025)" in capsys.readouterr().out
    code, refused = data(capsys, "countries", "KOR", "ATL")
    assert code == 2
    assert "ATL" in refused["issues"][0]["problem"]


def test_other_data_are_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["countries", "--data", str(tmp_path)]) == 2
    assert "columns.csv" in capsys.readouterr().err
