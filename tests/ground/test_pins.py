"""Every package that any extra needs has exactly one tested version in constraints.txt."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PINS = dict(line.split("==") for line in LINES)
DECLARED = [
    Requirement(text)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for text in group
]


def needed() -> set[str]:
    """Names of everything installed here that the declared packages need, directly or not."""
    seen: set[tuple[str, str]] = set()
    waiting = [(r.name, extra) for r in DECLARED for extra in (*r.extras, "")]
    while waiting:
        name, extra = waiting.pop()
        if (canonicalize_name(name), extra) in seen:
            continue
        try:
            texts = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        seen.add((canonicalize_name(name), extra))
        for requirement in map(Requirement, texts):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(requirement.name, e) for e in (*requirement.extras, "")]
    return {name for name, _ in seen}


def test_lines_are_plain_pins_in_order_and_once() -> None:
    assert [line for line in LINES if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", line)] == []
    assert sorted(PINS) == list(PINS)
    assert len(PINS) == len(LINES)


@pytest.mark.parametrize("requirement", DECLARED, ids=str)
def test_a_declared_package_is_pinned_within_its_range(requirement: Requirement) -> None:
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_what_the_declared_packages_need_is_pinned_too() -> None:
    found = needed()
    assert {"pulp", "numpy", "pytest", "tornado"} <= found
    assert sorted(found - set(PINS)) == []
