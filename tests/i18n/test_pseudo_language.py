"""A third language is a catalogue and nothing else: one that nobody speaks shows up everywhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.i18n.pseudo import CLOSE, LANGUAGE, OPEN, speaking, written_to

ROOT = Path(__file__).resolve().parents[2]
KOREA = "korea-2025"
COMMANDS = {
    "solve": [KOREA],
    "target": [KOREA, "--outcome", "attracted", "--at-least", "20"],
    "conflict": [KOREA, "--set=rules.gpu-floor.share=0.7", "--set=rules.a-team-floor.share=0.6"],
    "track-record": [],
}
BROKEN = ROOT / "tests" / "broken" / "documents"


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of the language."""
    return written_to(tmp_path_factory.mktemp("catalogues"))


def said(catalogues: Path, *command: str) -> str:
    """What a command prints in that language, on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "optimizer", *command, "--lang", LANGUAGE],
        cwd=ROOT,
        env=speaking(catalogues),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2, 3)
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_speaks_it(catalogues: Path, command: str) -> None:
    text = said(catalogues, command, *COMMANDS[command])
    assert text.count(OPEN) == text.count(CLOSE)
    assert text.count(OPEN) > 9
    assert text.splitlines()[1].startswith(OPEN) or text.startswith(OPEN)


@pytest.mark.parametrize("name", ["everything_at_once", "tabs", "unknown_rule_kind"])
def test_an_error_speaks_it(catalogues: Path, name: str) -> None:
    _head, *problems = said(catalogues, "validate", str(BROKEN / f"{name}.yaml")).splitlines()
    assert [line for line in problems if OPEN not in line and "Did you mean" not in line] == []
    assert any(OPEN in line for line in problems)


def test_help_speaks_it(catalogues: Path) -> None:
    assert said(catalogues, "solve", "--help").count(OPEN) > 9


def test_a_memo_speaks_it(catalogues: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.html"
    said(catalogues, "report", KOREA, "--format", "html", "--draws", "64", "--out", str(out))
    assert out.read_text(encoding="utf-8").count(OPEN) > 200
