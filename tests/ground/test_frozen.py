"""What the rooms hand to each other cannot be changed afterwards."""

from __future__ import annotations

from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

import optimizer

ROOT = Path(optimizer.__file__).parent
ROOMS = ("domain", "formulation", "lp", "results", "studies")
NOTES = {"lp_reader", "lp_tokens", "mps_parts"}
"""Modules that take notes while they read a file, and hand none of them on."""


@pytest.mark.parametrize("room", ROOMS)
def test_every_dataclass_is_frozen(room: str) -> None:
    seen, loose = 0, []
    for path in sorted((ROOT / room).rglob("[!_]*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        module = import_module(".".join(parts))
        for one in vars(module).values():
            if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.__name__:
                seen += 1
                if not one.__dataclass_params__.frozen and path.stem not in NOTES:
                    loose.append(f"{module.__name__}.{one.__name__}")
    assert seen > 0
    assert not loose
