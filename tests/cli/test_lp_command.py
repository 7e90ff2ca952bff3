"""`talent-budget lp`: every question to the programme of a file, in both languages."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from optimizer.cli import main
from optimizer.lp.files.lp_writer import lp_text
from optimizer.lp.files.mps_writer import mps_text
from tests.textbook.programmes import dakota

WYNDOR = """Maximize
 profit: 3 doors + 5 windows
Subject To
 plant1: doors <= 4
 plant2: 2 windows <= 12
 plant3: 3 doors + 2 windows <= 18
End
"""
IMPOSSIBLE = WYNDOR.replace("End", " least: doors + windows >= 20\nEnd")
ENDLESS = "Maximize\n goal: x - y\nSubject To\n r: x - 2 y <= 3\nEnd\n"
WHOLE = WYNDOR.replace("End", "General\n doors\n windows\nEnd").replace("<= 18", "<= 17")


@pytest.fixture
def wyndor_file(tmp_path: Path) -> Path:
    path = tmp_path / "wyndor.lp"
    path.write_text(WYNDOR, encoding="utf-8")
    return path


def asked(
    capsys: pytest.CaptureFixture[str], path: Path, *arguments: str
) -> tuple[int, dict[str, Any]]:
    code = main(["lp", str(path), *arguments, "--json"])
    said = capsys.readouterr()
    data: dict[str, Any] = json.loads(said.out)
    assert data["status"] == "invalid" or {"moves", "fixed"} == set(data["holds"])
    return code, data


def test_solve_gives_the_published_plan_and_prices(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    code, data = asked(capsys, wyndor_file, "solve")
    assert (code, data["status"], data["objective"]) == (0, "optimal", pytest.approx(36))
    assert {v["column"]: v["value"] for v in data["values"]} == {
        "doors": pytest.approx(2), "windows": pytest.approx(6),
    }  # fmt: skip
    assert [a["price"] for a in data["activities"]] == pytest.approx([0, 1.5, 1])
    assert data["certificate"]["passed"] is True


def test_prices_hold_as_far_as_the_book_says(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    _, data = asked(capsys, wyndor_file, "prices")
    ends = {r["row"]: (r["price_down"], r["holds_from"], r["holds_to"]) for r in data["rows"]}
    assert ends["plant2"] == pytest.approx((1.5, 6, 18))
    assert ends["plant3"] == pytest.approx((1, 12, 24))
    assert ends["plant1"][1:] == (pytest.approx(2), None)
    gains = {c["column"]: (c["gain_from"], c["gain_to"]) for c in data["columns"]}
    assert gains == {"doors": (0, pytest.approx(7.5)), "windows": (pytest.approx(2), None)}
    _, one = asked(capsys, wyndor_file, "prices", "--name", "plant2")
    assert ([r["row"] for r in one["rows"]], one["columns"]) == (["plant2"], [])


def test_dakota_is_proved_exactly_from_both_formats(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for form, text, objective in (
        ("lp", lp_text(dakota()), "280"),
        ("mps", mps_text(dakota()), "-280"),
    ):
        path = tmp_path / f"dakota.{form}"
        path.write_text(text, encoding="ascii")
        code, data = asked(capsys, path, "exact")
        assert (code, data["proved"], data["objective"]) == (0, True, objective)
        assert {v["column"]: v["exact"] for v in data["values"] if v["value"]} == {
            "desk": "2", "chair": "8",
        }  # fmt: skip


def test_the_curve_has_every_breakpoint(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    code, data = asked(
        capsys, wyndor_file, "curve", "--name", "plant3", "--from", "0", "--to", "40"
    )
    assert code == 0
    points = [(p["at"], p["objective"]) for p in data["points"]]
    assert points == [pytest.approx(p) for p in ((0, 0), (12, 30), (24, 42), (40, 42))]
    assert data["slopes"] == pytest.approx([2.5, 1, 0])


def test_room_and_front_of_two_sums(capsys: pytest.CaptureFixture[str], wyndor_file: Path) -> None:
    _, data = asked(capsys, wyndor_file, "room", "--slack", "0.5", "--plans", "1")
    ends = {r["column"]: (r["least"], r["most"]) for r in data["room"]}
    assert ends == {"doors": pytest.approx((0, 4)), "windows": pytest.approx((1.2, 6))}
    assert len(data["plans"]) == 1
    for second in ("min: doors", "minimize doors"):
        _, data = asked(capsys, wyndor_file, "front", "--second", second)
        points = [(p["objective"], p["second"]) for p in data["points"]]
        assert points == [pytest.approx(p) for p in ((36, 2), (30, 0))]


def test_a_front_of_whole_plans(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "whole.lp"
    path.write_text(WHOLE, encoding="utf-8")
    _, data = asked(capsys, path, "front", "--second", "min doors")
    points = [(p["objective"], p["second"]) for p in data["points"]]
    assert points == [pytest.approx(p) for p in ((33, 1), (30, 0))]
    assert data["complete"] is True
    code, data = asked(capsys, path, "prices")
    assert (code, data["issues"][0]["where"]) == (2, "prices")


def test_a_conflict_is_told_with_the_least_that_mends_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "impossible.lp"
    path.write_text(IMPOSSIBLE, encoding="utf-8")
    for question in ("solve", "conflict"):
        code, data = asked(capsys, path, question)
        assert code == 3
        sets = {frozenset(m["name"] for m in c["members"]) for c in data["conflicts"]}
        assert sets == {
            frozenset({"least", "plant3"}), frozenset({"least", "plant1", "plant2"}),
        }  # fmt: skip
        # plant 3 allows 6 windows and 2 doors, 8 in all
        assert data["repairs"][0]["limits"] == [{"name": "least", "limit": pytest.approx(8)}]


def test_bounds_that_contradict_a_row_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "bounds.lp"
    path.write_text("min\n x + y\nst\n r: x + y >= 9\nbounds\n x <= 2\n y <= 3\nend\n")
    code, data = asked(capsys, path, "conflict")
    members = [(m["kind"], m["name"], m["limit"]) for m in data["conflicts"][0]["members"]]
    assert code == 3
    assert sorted(members) == [("bound", "x", 2.0), ("bound", "y", 3.0), ("row", "r", 9.0)]


def test_what_has_no_end_is_said_to_have_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "endless.lp"
    path.write_text(ENDLESS, encoding="utf-8")
    for question in ("solve", "exact"):
        code, data = asked(capsys, path, question)
        assert (code, data["status"]) == (3, "unbounded")


def test_an_answer_takes_the_form_of_its_file(wyndor_file: Path, tmp_path: Path) -> None:
    """The optimum of Hillier and Lieberman: one hour more at plant 2 is worth 1.5."""
    table, book = tmp_path / "plan.csv", tmp_path / "plan.xlsx"
    for out in (table, book):
        assert main(["lp", str(wyndor_file), "solve", "--out", str(out)]) == 0
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["Column", "Value"], ["doors", "2.0"], ["windows", "6.0"]]
    sheets = openpyxl.load_workbook(book).worksheets
    tight = [[cell.value for cell in row] for row in sheets[-1].iter_rows(min_row=2)]
    assert [(row[0], row[-1]) for row in tight] == [
        ("plant2", pytest.approx(1.5)),
        ("plant3", pytest.approx(1)),
    ]


def test_what_is_exported_is_read_again(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.mps"
    assert main(["lp", str(wyndor_file), "export", "--form", "mps", "--out", str(again)]) == 0
    capsys.readouterr()
    _, data = asked(capsys, again, "solve")
    assert data["objective"] == pytest.approx(-36)


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (["slove"], "QUESTION"),
        (["solve", "--slack", "0.1"], "--slack"),
        (["curve"], "--name"),
        (["curve", "--name", "plant9"], "--name"),
        (["curve", "--name", "plant3", "--from", "9", "--to", "1"], "--from"),
        (["room", "--plans", "-1"], "--plans"),
        (["front"], "--second"),
        (["front", "--second", "min doorz"], "--second"),
        (["front", "--second", "doors windows"], "--second"),
        (["prices", "--name", "plant9"], "--name"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    code, data = asked(capsys, wyndor_file, *arguments)
    assert code == 2
    assert where in [issue["where"] for issue in data["issues"]]
    assert all(issue["problem_ko"] and issue["remedy_ko"] for issue in data["issues"])


def test_files_that_are_none_are_refused_without_a_word_of_the_solver(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "broken.mps"
    path.write_bytes(b"NAME\nROWS\n N obj\nCOLUMNS\n x obj 1,5\nENDATA\n")
    for file in (path, tmp_path / "missing.lp"):
        assert main(["lp", str(file), "solve"]) == 2
        said = capfd.readouterr()
        assert said.out == ""
        assert said.err.startswith("1 problem in the input:\n- ")


def test_both_languages_say_the_same_numbers(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    for question in (["solve"], ["prices"], ["exact"], ["conflict"], ["room"]):
        english, korean = (
            (main(["lp", str(wyndor_file), *question, "--lang", language]), capsys.readouterr().out)
            for language in ("en", "ko")
        )
        assert english[0] == korean[0] == 0
        numbers = [re.findall(r"-?\d+(?:\.\d+)?", text) for _, text in (english, korean)]
        assert numbers[0] == numbers[1]
        assert any("가" <= letter <= "힣" for letter in korean[1])


def test_names_do_not_move_a_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "names.lp"
    path.write_text(WYNDOR.replace("doors", "do\x1b[31mors"), encoding="utf-8")
    assert main(["lp", str(path), "solve"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_time_limit_that_is_not_reached_changes_nothing(
    capsys: pytest.CaptureFixture[str], wyndor_file: Path
) -> None:
    without = asked(capsys, wyndor_file, "solve")
    assert asked(capsys, wyndor_file, "solve", "--time-limit", "60") == without


@pytest.mark.parametrize(
    ("language", "told"), [("en", "given up after 5,000 parts"), ("ko", "5,000개 부분에서 중단")]
)
def test_whole_numbers_without_end_are_said_to_be_unproved(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str, told: str
) -> None:
    path = tmp_path / "endless.lp"
    path.write_text(
        "max\n obj: x - y\nst\n a: 3 x - 3 y - c = 1\nbounds\n c <= 0.5\ngenerals\n x y\nend\n"
    )
    assert main(["lp", str(path), "exact", "--lang", language]) == 4
    assert told in capsys.readouterr().out


def test_names_too_long_for_a_line_are_clipped_and_stay_apart(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    long = "n" * 5_000
    path = tmp_path / "long.lp"
    path.write_text(
        f"max\n obj: {long}1{long} + {long}2{long}\nst\n"
        f" r{long}: {long}1{long} + {long}2{long} <= 4\n s{long}: {long}1{long} <= 3\nend\n"
    )
    columns = set[str]()
    for question in (["room", "--plans", "1"], ["solve"], ["prices"], ["exact"]):
        assert main(["lp", str(path), *question]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) < 150
        columns |= {line.split()[0] for line in lines if line.startswith("nnn")}
    assert len(columns) == 2, "two columns, each of them the same everywhere"
    assert main(["lp", str(path), "curve", "--name", "q" * 9_000]) == 2
    told = capsys.readouterr().err
    assert len(told) < 400
    assert "…" in told
