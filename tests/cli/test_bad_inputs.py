"""Whatever is wrong is told with place, problem and remedy, and ends with exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.cli.bad_inputs import bad_inputs, written
from tests.cli.shown import assert_printable

BAD = dict(bad_inputs())


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return written(tmp_path_factory.mktemp("bad"))


def test_there_are_three_hundred() -> None:
    assert len(BAD) > 300


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_refused_in_words(
    name: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = list(BAD[name])
    for word, path in places.items():
        words = [w.replace(word, path) for w in words]
    code = main([*words, "--json"] if words else [])
    out, err = capsys.readouterr()
    assert code == 2, f"{out[:300]} {err[:300]}"
    assert "Traceback" not in err
    assert_printable(out)
    assert_printable(err)
    assert " problem" in err.splitlines()[0]
    if words:
        issues = json.loads(out)["issues"]
        assert issues
        for issue in issues:
            assert issue["where"]
            assert issue["problem"].endswith((".", "?", "…"))
            assert issue["remedy"].endswith((".", "?", "…"))
            assert any("가" <= sign <= "힣" for sign in issue["problem_ko"] + issue["remedy_ko"])


def test_all_wrong_options_are_told_at_once(
    places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["uncertainty", places["TINY"], "--draws", "x", "--seed", "-1", "--workers", "0"]
    assert main([*line, "--lang", "ko"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("입력 오류 3건:")
    assert all(option in err for option in ("--draws", "--seed", "--workers"))


def test_nothing_is_left_behind(places: dict[str, str], tmp_path: Path) -> None:
    assert not Path(places["OUT"]).exists()
