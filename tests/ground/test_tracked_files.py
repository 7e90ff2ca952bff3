"""What is committed belongs to the project alone: no machine, no registry, nothing switched off."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 1_000_000  # bytes

# Written in pieces, so that this file does not hold what it forbids.
FOLDERS = ("work", "tmp", "root", "home", "Users", "opt/py" + "pi", "opt/wheels")
HOSTS = (
    ("py" + "pi", "org"),
    ("python" + "hosted", "org"),
    ("registry", "npm" + "js", "org"),
    ("deb", "debian", "org"),
    ("archive", "ubuntu", "com"),
    ("conda", "ana" + "conda", "org"),
)
OPTIONS = ("index" + "-url", "find" + "-links", "trusted" + "-host")
MACHINE = re.compile(r"(?<![\w./:~-])/(?:" + "|".join(FOLDERS) + ")/", re.IGNORECASE)
REGISTRY = re.compile("|".join(re.escape(name) for name in (*map(".".join, HOSTS), *OPTIONS)))
SWITCHED_OFF = re.compile(
    "|".join(("TO" + "DO", "FIX" + "ME", "NotImpl" + "ementedError", "x" + "fail"))
    + "|"
    + r"\.?(?:import" + "or)?sk" + r"ip(?:if)?\("
)  # fmt: skip
MAY_SKIP = {"tests/needed.py"}  # one place decides what happens where a program is missing


@cache
def tracked() -> tuple[str, ...]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    return tuple(name for name in names if name and (ROOT / name).is_file())


@cache
def texts() -> dict[str, str]:
    found = {}
    for name in tracked():
        raw = (ROOT / name).read_bytes()
        if b"\0" not in raw:
            found[name] = raw.decode("utf-8")
    return found


def lines_with(pattern: re.Pattern[str], ending: str = "") -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts().items()
        if name.endswith(ending)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_list_of_files_is_not_empty() -> None:
    assert {"pyproject.toml", "README.md", "optimizer/__init__.py"} <= set(texts())


@pytest.mark.parametrize("path", ["/tm" + "p/x", "see /wo" + "rk/main", '"/ro' + 'ot/.cache"'])
def test_a_machine_path_is_recognised(path: str) -> None:
    assert MACHINE.search(path)


def test_an_address_of_a_source_is_no_machine_path() -> None:
    assert not MACHINE.search("https://www.example.go.kr/home/work/12")


def test_no_machine_paths() -> None:
    assert lines_with(MACHINE) == []


def test_no_registry_addresses() -> None:
    assert lines_with(REGISTRY) == []


def test_nothing_is_left_open_or_switched_off() -> None:
    found = lines_with(SWITCHED_OFF, ".py")
    assert [line for line in found if line.split(":")[0] not in MAY_SKIP] == []


def test_every_text_ends_with_one_line_end() -> None:
    bad = [name for name, text in texts().items() if text and not text.endswith("\n")]
    bad += [name for name, text in texts().items() if text.endswith("\n\n") or "\r" in text]
    assert bad == []


def test_no_large_files() -> None:
    assert [name for name in tracked() if (ROOT / name).stat().st_size > LARGEST] == []
