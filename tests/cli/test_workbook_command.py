"""`import` and workbooks on the command line: exit codes, files, messages that name cells."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from optimizer.api import desk as api
from optimizer.cli import main

TINY = Path(__file__).resolve().parents[1] / "formulation" / "tiny.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The workbook of a small scenario, written by the command."""
    target = tmp_path / "tiny.xlsx"
    command = ["report", str(TINY), "--format", "xlsx", "--lang", "ko", "--out", str(target)]
    assert main(command) == 0
    return target


def test_a_workbook_comes_back_as_a_document(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "back.yaml"
    assert main(["import", str(book), "--out", str(target)]) == 0
    wanted = api.load_scenario(TINY).fingerprint
    assert api.load_scenario(target).fingerprint == wanted
    capsys.readouterr()
    assert main(["import", str(book), "--json", "--out", str(target)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["fingerprint"] == wanted
    assert api.load_scenario(target).fingerprint == wanted
    assert main(["import", str(book)]) == 0
    assert capsys.readouterr().out == target.read_text(encoding="utf-8")


def test_faults_are_told_by_cell_and_nothing_is_written(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = openpyxl.load_workbook(book)
    page = edited["시나리오"]
    rows = {row[0].value: row for row in page.iter_rows()}
    value = next(cell.column for cell in page[1] if cell.value == "value") - 1
    rows["budget.total"][value].value = "많이"
    rows["years.last"][value].value = 2020
    edited.save(book)
    target = tmp_path / "back.yaml"
    assert main(["import", str(book), "--out", str(target)]) == 2
    said = capsys.readouterr().err
    for name in ("budget.total", "years.last"):
        assert f"시나리오!{rows[name][value].coordinate} ({name})" in said
    assert not target.exists()
    assert main(["import", str(tmp_path / "none.xlsx")]) == 2


def test_the_plan_in_a_workbook_is_evaluated(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["evaluate", str(TINY), "--plan", str(book), "--json"]) == 0
    judged = json.loads(capsys.readouterr().out)
    best = api.bare_plan(api.load_scenario(TINY))
    assert judged["broken"] == []
    assert judged["left_on_the_table"] == pytest.approx(0.0, abs=1e-7)
    assert judged["plan"]["spent"] == pytest.approx(best.spent)
