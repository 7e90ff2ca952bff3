"""A new study in at most three files reaches terminal, data, every form of file, and the desk."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
STUDY = '''
"""What half of the budget would buy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.i18n import _
from optimizer.results.page import Page, Paragraph, page, terms
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View
from optimizer.results.table import Column, Kind, Shape, rows_of
from optimizer.solving.variants import with_budget
from optimizer.studies.best_plan.study import bare_plan

HALVED = Shape(
    "halved",
    _("Money of each programme at half the budget"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("half", _("At half the budget"), Kind.MONEY),
)


@dataclass(frozen=True, repr=False)
class Halved(Shown):
    """The best plan of half the budget."""

    plan: Plan

    def view(self) -> View:
        """One line and one table."""
        return View("half", self.plan.allocation)

    def _table(self) -> Any:
        sums = self.plan.allocation.groupby("programme", sort=False)["spending"].sum()
        return HALVED.frame({"programme": p, "half": v} for p, v in sums.items())

    def page(self) -> Page:
        """The table with one sentence."""
        said = Paragraph(_("Half the money, spent best."))
        return page(said, HALVED.of(self._table(), self.plan.scenario), terms("best_plan"))

    def data(self) -> Mapping[str, Any]:
        """The same as data."""
        return {"halved": self._table()}


def half_budget(scenario: Scenario) -> Halved:
    """The best plan of half the budget."""
    return Halved(bare_plan(with_budget(scenario, scenario.budget.total / 2)))
'''
LISTED = """    ShortQuestion("half-budget", _("what half of the budget would buy"), half_budget),
)
\"\"\"Every such question"""
PANEL = """
from ui.panels import failures, short_questions, study_progress
from ui.state import link
from ui.state.desk import current_desk
link.begin()
desk = current_desk()
study_progress.begin(desk)
short_questions.render(desk, failures.planned(desk))
"""
DESK = f"""
from streamlit.testing.v1 import AppTest
from tests.ui.screen import bodies, settled
at = AppTest.from_string({PANEL!r}, default_timeout=60)
at.query_params["scenario"], at.query_params["lang"] = "korea-2025", "en"
at.run()
assert not at.exception, at.exception
assert any("panel-half-budget" in body for body in bodies(at))
at = settled(at.button(key="start-half-budget").click().run())
assert not at.exception, at.exception
frame = next(d.value for d in at.dataframe if "At half the budget (1 million won)" in d.value)
assert frame.shape == (4, 2), frame
assert abs(frame.iloc[:, 1].sum() - 9000) < 1e-3, frame
print("shown")
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one study more: two files touched."""
    root = tmp_path_factory.mktemp("copy")
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in ("optimizer", "ui", "data", "scenarios", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=unwanted)
    (root / "optimizer/studies/half_budget.py").write_text(STUDY.lstrip(), encoding="utf-8")
    listed = root / "optimizer/api/short_questions.py"
    text = listed.read_text(encoding="utf-8")
    begin = "from optimizer.studies.trade_off.study import"
    text = text.replace(begin, f"from optimizer.studies.half_budget import half_budget\n{begin}")
    text = text.replace(')\n"""Every such question', LISTED)
    listed.write_text(text, encoding="utf-8")
    return root


def told(copy: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=copy, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def ask(copy: Path, *options: str) -> str:
    return told(copy, "-m", "optimizer", "half-budget", "korea-2025", *options)


def test_it_is_a_command_with_help_text_and_data(copy: Path) -> None:
    assert "what half of the budget would buy" in told(copy, "-m", "optimizer", "--help")
    page = ask(copy)
    assert page.startswith("Half the money, spent best.\n\nProgramme")
    assert "A-team cultivation" in page
    assert "billion won" in page
    rows = json.loads(ask(copy, "--json"))["halved"]
    assert sum(row["half"] for row in rows) == pytest.approx(9000)


@pytest.mark.parametrize("form", ["csv", "html", "docx", "hwpx", "xlsx"])
def test_it_takes_every_form(copy: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"half.{form}"
    ask(copy, "--out", str(file))
    head = "At half the budget"
    if form == "csv":
        rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
        assert rows[0] == ["Programme", f"{head} (1 million won)"]
        assert sum(float(row[1]) for row in rows[1:]) == pytest.approx(9000)
    elif form == "xlsx":
        sheet = load_workbook(BytesIO(file.read_bytes())).worksheets[1]
        assert [cell.value for cell in sheet[1]] == ["Programme", f"{head} (1 million won)"]
        assert sum(row[1].value for row in sheet.iter_rows(min_row=2)) == pytest.approx(9000)
    elif form == "html":
        assert head in file.read_text(encoding="utf-8")
    else:
        part = {"docx": "word/document.xml", "hwpx": "Contents/section0.xml"}[form]
        text = ZipFile(file).read(part).decode()
        assert head in text
        assert "A-team cultivation" in text


def test_the_desk_offers_and_shows_it(copy: Path) -> None:
    assert told(copy, "-c", DESK).endswith("shown\n")
