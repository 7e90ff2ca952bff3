"""Rooms stay small enough to read: short files with telling names."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(p for room in ("optimizer", "ui") for p in (ROOT / room).rglob("*.py"))
MOST_LINES = 300
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "misc",
    "tools",
    "base_utils",
}


def test_modules_are_found() -> None:
    assert ROOT / "optimizer" / "errors.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_short_and_its_name_says_something(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) < MOST_LINES
    assert lines[0].startswith('"""'), "a file opens with one sentence of purpose"
    assert not EMPTY_NAMES & {path.stem, *path.relative_to(ROOT).parts}
