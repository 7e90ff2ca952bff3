"""A kind of rule is complete in two files: a copy with one more shows it wherever rules are shown.

The kind, `unit_floor`, is in the two files of `new_kind`; beside them the catalogue gets the Korean
of its words. Nothing else of the copy is touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
NEW = Path(__file__).parent / "new_kind"
KOREAN = {
    "Unit floor": "물량 하한",
    "Least units of the activity": "최소 물량",
    "{title}: at least {least} units": "{title}: {least}단위 이상",
}
Shown = tuple[Mapping[str, Any], openpyxl.Workbook]


def copied(folder: Path) -> None:
    """The project with one more kind of rule: two files, and its words in the catalogue."""
    for part in ("optimizer", "ui", "data", "scenarios", "docs/making", "tests/ui"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=left_out)
    shutil.copy(ROOT / "docs/__init__.py", folder / "docs")
    shutil.copy(NEW / "unit_rules.py", folder / "optimizer/domain")
    shutil.copy(NEW / "unit_floor.py", folder / "optimizer/formulation/rules")
    shutil.copy(NEW / "shown.py", folder)
    file = folder / "optimizer/i18n/locales/ko.po"
    with file.open("rb") as source:
        catalogue = read_po(source)
    for english, korean in KOREAN.items():
        catalogue.add(english, korean)
    with file.open("wb") as target:
        write_po(target, catalogue)
    with file.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


@pytest.fixture(scope="module")
def shown(
    tmp_path_factory: pytest.TempPathFactory, convert: Callable[[Sequence[Path], str], Path]
) -> Shown:
    """What the copy shows, and its workbook as LibreOffice computes it."""
    folder, book = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("book") / "book.xlsx"
    copied(folder)
    tiny = ROOT / "tests/formulation/tiny.yaml"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "shown.py", str(tiny), str(book)],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    computed = convert([book], "xlsx") / book.name
    return json.loads(done.stdout), openpyxl.load_workbook(computed, data_only=True)


def test_the_plan_keeps_the_rule_and_its_price_speaks_in_its_own_unit(shown: Shown) -> None:
    plan = shown[0]["plan"]
    bought = [r["units"] for r in plan["activities"] if r["programme"] == "visa"]
    assert sum(bought) == pytest.approx(65.0)
    [price] = [r for r in plan["binding"] if r["rule"] == "cases"]
    assert (price["per"], price["per_ko"]) == ("permits", "허가")
    assert price["price_up"] == pytest.approx(shown[0]["one_more"], rel=1e-6)
    assert price["price_up"] < 0
    assert price["sentence"].startswith("one more costs")
    assert "won" not in price["sentence"]


def test_the_workbook_checks_the_rule_by_a_formula(shown: Shown) -> None:
    check = shown[1]["Rules check"]
    rows = [row for row in check.iter_rows(values_only=True) if row[3] == "Unit floor"]
    [(_path, _kind, title, _what, unit, actual, sense, limit, _left, verdict, *_rest)] = rows
    assert (title, unit, sense) == ("case: at least 65 units", "permits", "≥")
    assert (actual, limit, verdict) == (pytest.approx(65.0), 65.0, "OK")


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        ("en", "case: at least 65 units", "Programme | Activity | Least units of the activity"),
        ("ko", "case: 65단위 이상", "사업 | 활동 | 최소 물량"),
    ],
)
def test_the_memo_and_the_form_of_the_desk_know_it(
    shown: Shown, language: str, title: str, asked: str
) -> None:
    assert title in shown[0]["memo"][language]
    assert shown[0]["form"][language] == asked


def test_the_schema_the_names_and_the_page_of_formulas_know_it(shown: Shown) -> None:
    found = shown[0]
    assert found["schema"]
    assert "### Unit floor" in found["mathematics"]
    assert "kind: unit_floor" in found["mathematics"]
    assert r"\sum_{y} u_{a,y} \ge \text{least_units}" in found["mathematics"]
    row = found["names"]["rows"]["unit_floor.cases"]
    assert (row["path"], row["unit"]) == ("rules.cases", {"en": "permits", "ko": "허가"})
