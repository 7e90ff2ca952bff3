"""The desk in a language that nobody speaks: every view shows messages alone, and names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.i18n.pseudo import speaking, written_to

ROOT = Path(__file__).resolve().parents[2]
VIEWS = sorted(file.stem for file in (ROOT / "ui" / "views").glob("[a-z]*.py"))


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each view shows outside messages."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.i18n.desk_texts", *VIEWS],
        cwd=ROOT,
        env=speaking(written_to(tmp_path_factory.mktemp("catalogues"))),
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_nothing_but_messages(left: dict[str, list[str]], view: str) -> None:
    assert left[view] == []
