"""What no command can answer is refused as input or told as a conflict, never as a fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from optimizer.cli import main
from tests.tiny import tiny_file

TOO_MUCH = {"id": "floor", "kind": "programme_floor", "programme": "p", "amount": 90}
"""More than the programme can spend."""


@pytest.mark.parametrize("command", ["robust", "budget-curve", "room", "solve"])
def test_rules_that_conflict_are_answered_with_repairs(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["--to", "100"] if command == "budget-curve" else []
    code = main([command, tiny_file(tmp_path, rules=[TOO_MUCH]), *more])
    assert code == 3
    assert "--set rules.floor.amount=" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "changes", "said"),
    [
        (["budget-curve", "FILE"], {"whole": True}, "whole numbers"),
        (["uncertainty", "FILE", "--draws", "2", "--seed", "-1"], {}, "seed"),
        (["robust", "FILE", "--draws", "2", "--seed", "-1"], {}, "seed"),
        (["room", "FILE", "--plans", "100000"], {}, "plans"),
        (["evaluate", "FILE", "--plan", "EMPTY"], {}, "empty"),
        (["solve", "FILE", "--set", "rules=[]"], {"rules": [TOO_MUCH]}, "changes nothing"),
        (["solve", "FILE", "--set", "programmes.p={}"], {}, "changes nothing"),
        (["extra", "FILE", "--amount", "-1e9"], {}, "'-1e9' cannot be used here"),
        (["lp", ".", "solve"], {}, "- .: The file cannot be read"),
        (["countries", "--data", "FILE"], {}, "columns.csv"),
    ],
)
def test_bad_input_is_told_as_such(
    arguments: list[str],
    changes: dict[str, Any],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    places = {"FILE": tiny_file(tmp_path, **changes), "EMPTY": str(empty)}
    code = main([places.get(word, word) for word in arguments])
    assert code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["target", "FILE", "--outcome", "retained", "--at-least", "nan"],
        ["extra", "FILE", "--amount", "inf"],
        ["solve", "FILE", "--budget", "nan"],
        ["uncertainty", "FILE", "--workers", "0"],
    ],
)
def test_numbers_that_are_none_are_refused(arguments: list[str], tmp_path: Path) -> None:
    file = tiny_file(tmp_path)
    assert main([file if word == "FILE" else word for word in arguments]) == 2


def test_a_binding_supply_has_its_line_in_the_workbook(tmp_path: Path) -> None:
    out = tmp_path / "tiny.xlsx"
    assert main(["report", tiny_file(tmp_path), "--format", "xlsx", "--out", str(out)]) == 0
    assert out.stat().st_size > 5_000
