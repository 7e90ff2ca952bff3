"""A language that nobody speaks on the desk, in papers and commands: all is messages, or names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.i18n.command_texts import COMMANDS, OTHERS
from tests.i18n.paper_texts import READ
from tests.i18n.pseudo import OPEN, marked, outside, speaking, unsaid, written_to
from ui.places import SECTIONS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of the language."""
    return written_to(tmp_path_factory.mktemp("catalogues"))


def left(catalogues: Path, module: str, *arguments: str, at: Path = ROOT) -> dict[str, list[str]]:
    """What each page shows outside messages."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.i18n.{module}", *arguments],
        cwd=at,
        env={**speaking(catalogues), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_every_view_of_the_desk_says_nothing_but_messages(catalogues: Path) -> None:
    assert left(catalogues, "desk_texts", *SECTIONS) == {view: [] for view in SECTIONS}


def test_every_paper_says_nothing_but_messages(catalogues: Path) -> None:
    assert left(catalogues, "paper_texts") == {form: [] for form in READ}


def test_every_command_says_nothing_but_messages(catalogues: Path, tmp_path: Path) -> None:
    said = left(catalogues, "command_texts", at=tmp_path)
    assert said == {command: [] for command in (*COMMANDS, *OTHERS)}


def test_a_word_outside_messages_is_seen() -> None:
    text = marked("spent on " + marked("Visa")) + " GPU 12 Left of the year"
    assert "spent" not in outside(text)
    assert unsaid(text) == "GPU 12 Left of the year"
    assert unsaid(text, ["Left of the year"]) == ""
    assert unsaid(f"{OPEN}all of it") == ""
