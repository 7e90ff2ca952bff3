"""What was found wrong in the first release, as it was found: each input has the right answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.cli import main

FOUND = Path(__file__).parent / "found"
KOREA = "korea-2025"
DEEP = "[" * 100_000
LONG = "programme,year,spending\n" + "x" * 200_000 + ",2025,1\n"


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "where", "remedy"),
    [
        (["solve", str(FOUND / "mergebomb.yaml")], "mergebomb.yaml, line 6", "Write each entry"),
        (["solve", KOREA, "--set", "budget.total=1e308"], "budget.total", "unit of money"),
        (["uncertainty", KOREA, "--draws", "20000000"], "--draws", "500000"),
        (["app", "--port", "99999"], "--port", "65535"),
        (["extra", KOREA, "--amount", "1e15"], "amount", "unit of money"),
        (["evaluate", KOREA, "--plan", str(FOUND / "plan_thousandfold.csv")],
         "600 times the budget", "Divide the amounts by 1,000"),
        (["solve", KOREA, "--set", "title.en=a\x1b[31mred"], r"a\x1b[31mred", "quotes"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_at_once(
    capsys: pytest.CaptureFixture[str], arguments: list[str], where: str, remedy: str
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert where in said
    assert remedy in said
    assert "\x1b" not in said


@pytest.mark.parametrize(("name", "content"), [("deep.json", DEEP), ("long.csv", LONG)])
def test_a_plan_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert main(["evaluate", KOREA, "--plan", str(path)]) == 2
    assert name in capsys.readouterr().err


def test_bands_that_nobody_reaches_change_nothing() -> None:
    plan = api.bare_plan(api.load_scenario(FOUND / "unreachable_bounds.yaml"))
    assert plan.objective == pytest.approx(1127.08, abs=0.005)  # as with a million


def test_people_who_are_there_without_money_are_not_bought(
    capsys: pytest.CaptureFixture[str],
) -> None:
    totals = asked(capsys, "solve", str(FOUND / "prior_stock.yaml"))["totals"]
    assert totals["net_people"] == pytest.approx(51.5, abs=0.5)  # 86, of whom 35 without any money
    assert totals["cost_per_net_person"] == pytest.approx(350, abs=4)


def test_a_limit_of_people_is_told_in_people(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(FOUND / "outcome_floor_curve.yaml")
    assert main(["budget-curve", path, "--along", "attract12"]) == 0
    said = capsys.readouterr().out
    assert "between 22.4 and 24 people" in said.lower()
    assert "million won and" not in said


def test_a_price_at_a_limit_of_nought_holds_on_both_sides(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = asked(capsys, "prices", str(FOUND / "ramp_price_range.yaml"))["binding"]
    ramp = [row for row in rows if str(row["rule"]).startswith("ramp")]
    assert ramp
    steepest = min(ramp, key=lambda row: row["price"])
    assert steepest["holds_from"] < -1000.0  # million won; it said "until −308 won"
    assert steepest["holds_to"] > 1000.0


def test_a_plan_may_name_programmes_by_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    plan = asked(capsys, "evaluate", KOREA, "--plan", str(FOUND / "plan_by_titles.csv"))["moves"]
    lines = (FOUND / "plan_by_titles.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sum(row["given"] for row in plan) == sum(float(line.split(",")[-1]) for line in lines)


def test_an_answer_reaches_a_korean_code_page_and_a_full_disk_is_told() -> None:
    run = "import sys; from optimizer.cli import main; sys.exit(main(['solve', 'korea-2025']))"
    narrow = {"PYTHONIOENCODING": "cp949", "PYTHONUTF8": "0"}
    found = subprocess.run(
        [sys.executable, "-c", run], capture_output=True, check=False, env=_with(narrow)
    )
    assert found.returncode == 0
    assert "–" in found.stdout.decode("utf-8")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", run], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr


def _with(more: dict[str, str]) -> dict[str, str]:
    import os

    return {**os.environ, **more}
