"""`--help` tells every option with its default, every command with an example, in two languages."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.cli.commands import parser
from optimizer.cli.help import commands_of
from optimizer.cli.help_examples import EXAMPLES

COMMANDS = sorted(commands_of(parser()))
OPENING = {"en": "(default: ", "ko": "기본값: "}
HANGUL = re.compile("[가-힣]")


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


def options(name: str, language: str) -> Iterator[argparse.Action]:
    for action in commands_of(parser(language))[name]._actions:
        if not isinstance(action, argparse._HelpAction):
            yield action


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help_and_shows_its_default(name: str, language: str) -> None:
    for action in options(name, language):
        assert action.help, (name, action.dest)
        assert bool(HANGUL.search(action.help)) == (language == "ko"), action.help
        if action.option_strings and not action.required:
            assert OPENING[language] in action.help, (name, action.option_strings)
        if isinstance(action.default, int | float) and not isinstance(action.default, bool):
            assert f"{OPENING[language]}{action.default:g})" in action.help


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_prints_with_examples_in_the_language_asked_for(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, name, "--help"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    start = lines.index("예:" if language == "ko" else "examples:")
    assert [line.strip() for line in lines[start + 1 :]] == [
        f"talent-budget {line}" for line in EXAMPLES[name]
    ]
    foreign = re.findall("usage:|options:|positional|show this", said.out)
    assert bool(foreign) == (language == "en")
    assert bool(HANGUL.search(said.out)) == (language == "ko")


def test_no_command_lacks_an_example() -> None:
    assert sorted(EXAMPLES) == COMMANDS


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name in COMMANDS for line in EXAMPLES[name]]
)
def test_every_example_can_be_read(name: str, line: str) -> None:
    found = parser().parse_args(shlex.split(line))
    assert shlex.split(line)[0] == name
    assert callable(found.run)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("solve", 0), ("extra", 0), ("target", 0), ("conflict", 3), ("countries", 0),
        ("compare", 0), ("list", 0), ("schema", 0), ("completion", 0), ("solver-files", 0),
    ],
)  # fmt: skip
def test_examples_run(
    name: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in EXAMPLES[name]:
        assert main(shlex.split(line)) == code, capsys.readouterr().err
    assert capsys.readouterr().out or list(tmp_path.iterdir())


def test_the_language_of_the_system_counts_unless_another_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    main(["--help"])
    assert HANGUL.search(capsys.readouterr().out)
    main(["--help", "--lang=en"])
    assert not HANGUL.search(capsys.readouterr().out)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    main(["solve", "--help"])
    assert not HANGUL.search(capsys.readouterr().out)


def test_a_language_before_the_command_is_that_of_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--lang", "ko", "validate", "korea-2025"])
    assert "이상 없음" in capsys.readouterr().out
    main(["--lang", "ko", "validate", "korea-2025", "--lang", "en"])
    assert "is valid" in capsys.readouterr().out


def test_the_version_names_what_solves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    own = version("talent-budget-optimizer")
    lines = [f"talent-budget {own}", f"PuLP {version('pulp')}, HiGHS {version('highspy')}"]
    assert capsys.readouterr().out.splitlines() == lines
