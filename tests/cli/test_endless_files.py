"""Files that never end and pipes that nobody writes to are refused, whatever reads them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.needed import on_linux

READERS = (
    ("lp", "{}", "solve"),
    ("import", "{}", "--out", "{}.yaml"),
    ("verify", "{}"),
    ("evaluate", "korea-2025", "--plan", "{}"),
    ("check-solution", "korea-2025", "--solution", "{}"),
    ("validate", "{}"),
)


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_a_pipe_without_writer_is_refused(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_linux()
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    assert main([word.format(pipe) for word in command]) == 2
    assert "1 problem in the input" in capsys.readouterr().err


def test_a_workbook_without_end_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_linux()
    assert main(["import", "/dev/zero", "--out", str(tmp_path / "out.yaml")]) == 2
    assert "1 problem in the input" in capsys.readouterr().err
    assert not (tmp_path / "out.yaml").exists()
