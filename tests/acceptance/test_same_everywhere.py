"""One document, one plan: at the desk, on the command line, in Python and through a workbook."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from tests.ui.screen import open_view, part
from ui.speech import Speech

NAMES = [shipped.id for shipped in api.list_scenarios()]
KEYS = ["programme", "year", "spending"]


def test_every_document_of_the_folder_is_compared() -> None:
    assert len(NAMES) >= 8
    assert "korea-2025" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_is_the_same_everywhere(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = api.solve(api.load_scenario(name))
    assert plan.spent > 0
    assert by_command(name, capsys) == (plan.scenario.fingerprint, money(plan.allocation))
    assert by_workbook(name, tmp_path) == (plan.scenario.fingerprint, money(plan.allocation))
    mark, shown = by_desk(name)
    titles = Speech("en")
    expected = [
        (titles.title(plan.scenario.programmes, programme), year, spending)
        for programme, year, spending in money(plan.allocation)
    ]
    assert plan.scenario.fingerprint in mark
    assert shown == sorted(expected)


def money(rows: pd.DataFrame) -> list[tuple[str, int, float]]:
    """Programme, year and spending, to more digits than are ever printed."""
    triples = zip(*(rows[key] for key in KEYS), strict=True)
    return sorted((str(p), int(y), round(float(m), 6)) for p, y, m in triples)


def by_command(name: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, list[object]]:
    """Fingerprint and money as `solve --json` prints them."""
    capsys.readouterr()
    assert main(["solve", name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    return told["scenario"]["fingerprint"], money(pd.DataFrame(told["allocation"]))


def by_workbook(name: str, tmp_path: Path) -> tuple[str, list[object]]:
    """Fingerprint and money of the scenario that its own workbook states."""
    file = tmp_path / "plan.xlsx"
    file.write_bytes(api.report(api.load_scenario(name), "xlsx", language="ko"))
    plan = api.bare_plan(api.import_workbook(file))
    return plan.scenario.fingerprint, money(plan.allocation)


def by_desk(name: str) -> tuple[str, list[tuple[str, int, float]]]:
    """The certificate and the table of spending that the Plan view shows."""
    at = open_view("plan", {"scenario": name, "lang": "en"})
    assert not at.exception
    headings = ["Programme", "Year"]
    for table in at.dataframe:
        columns = list(table.value.columns)
        if columns[:2] == headings and len(columns) == 4:
            rows = table.value.iloc[:, :3]
            return part(at, "certificate"), money(rows.set_axis(KEYS, axis=1))
    raise AssertionError("The view has no table of spending.")
