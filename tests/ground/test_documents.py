"""The documents name only commands that exist, and the pipeline runs what the README says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES_TO_CONTRIBUTE = 60
RUN = "import sys; from optimizer.cli import main; sys.exit(main())"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(name: str) -> str:
    """Only what stands in code: fenced blocks and inline code."""
    text = text_of(name)
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return "\n".join([*blocks, *inline])


def made_by(code: str) -> set[str]:
    return set(re.findall(r"(?:^|\s|&&)make ([a-z]+)", code, re.MULTILINE))


TARGETS = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
COMMANDS = sorted(
    {
        command
        for name in ("README.md", "CONTRIBUTING.md")
        for command in re.findall(
            r"(?:^|[\s/\\])talent-budget ([a-z-]+)", code_of(name), re.MULTILINE
        )
    }
)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_make_commands_exist(document: str) -> None:
    named = made_by(code_of(document))
    assert {"test", "check"} <= named
    assert named <= TARGETS


def test_help_lists_every_command() -> None:
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert made_by(shown) == TARGETS


def test_the_pipeline_runs_the_commands_of_the_readme() -> None:
    script = text_of(".ci/run")
    assert re.findall(r"^make (\w+)", script, re.MULTILINE) == ["check", "test"]
    assert "REQUIRE_BROWSER=1" in script


def test_contributing_is_short() -> None:
    assert len(text_of("CONTRIBUTING.md").splitlines()) <= MOST_LINES_TO_CONTRIBUTE


def test_the_readme_shows_a_first_example() -> None:
    assert {"app", "solve"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_documented_command_explains_itself(command: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", RUN, command, "--help"], capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, shown.stderr
    assert command in shown.stdout
