"""`talent-budget track-record`: text in both languages, plain data, other tables, refusals."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.inputs.shipped import data_folder

QUICK = ["track-record", "--draws", "500"]


def test_text_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(QUICK) == 0
    english = capsys.readouterr().out
    assert main([*QUICK, "--lang", "ko"]) == 0
    korean = capsys.readouterr().out
    assert "Misses, the largest first" in english
    assert "예측이 빗나간 사업" in korean


def test_plain_data_reconcile(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*QUICK, "--json", "--seed", "3"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["draws"], data["seed"], data["level"]) == (500, 3, 0.9)
    judged = [p for p in data["programmes"] if p["verdict"] in ("above", "below", "inside")]
    everything = data["coverage"][0]
    assert everything["of"] == len(judged)
    assert everything["inside"] == sum(p["verdict"] == "inside" for p in judged)
    assert everything["share"] == everything["inside"] / everything["of"]
    withheld = [p for p in data["programmes"] if p["verdict"] == "withheld"]
    assert all(p["central"] is None and p["reason"]["ko"] for p in withheld)
    assert all(p["title"]["en"] and p["counts"]["ko"] for p in data["programmes"])
    assert all(s["en"] and s["ko"] for s in [*data["sentences"], *data["method"]])


def test_other_tables_may_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in data_folder().glob("*.csv"):
        shutil.copy(path, tmp_path)
    path = tmp_path / "track_record.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count("kor_kdt,KOR") == 1
    path.write_text(text.replace("kor_kdt,KOR", "kor_courses,KOR"), encoding="utf-8")
    out = tmp_path / "answer.json"
    assert main([*QUICK, "--json", "--data", str(tmp_path), "--out", str(out)]) == 0
    names = {p["programme"] for p in json.loads(out.read_text(encoding="utf-8"))["programmes"]}
    assert "kor_courses" in names
    assert "kor_kdt" not in names
    assert capsys.readouterr().out == ""


def test_too_few_draws_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["track-record", "--draws", "5"]) == 2
    assert "--draws: '5' cannot be used here. Give" in capsys.readouterr().err
