"""The road a solve really takes: one is followed, call by call, and held to the list of steps."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import yaml

from docs.making.markdown import code, pages
from optimizer.api import desk as api

STEPS = Path(__file__).parent / "road.yaml"
SCENARIO = "korea-2025"
Call = tuple[str, str]
"""Module and qualified name of a function."""


def steps() -> list[dict[str, Any]]:
    """The steps by hand: a function, what it does, the steps below it."""
    read: list[dict[str, Any]] = yaml.safe_load(STEPS.read_text(encoding="utf-8"))
    return read


@cache
def followed(name: str = SCENARIO) -> tuple[tuple[Call, tuple[Call, ...]], ...]:
    """Each function of `optimizer` that one solve calls, at its first call, with those above it."""
    scenario = api.load_scenario(name)
    found: dict[Call, tuple[Call, ...]] = {}
    stack: list[Call] = []

    def heard(frame: FrameType, event: str, _: Any) -> None:
        place = str(frame.f_globals.get("__name__", ""))
        if not place.startswith("optimizer.") or event not in ("call", "return"):
            return
        if event == "return":
            if stack:
                stack.pop()
            return
        call = (place, frame.f_code.co_qualname)
        known = set(found.get(call, stack))
        if call not in found or not known:
            found[call] = tuple(stack)
        stack.append(call)

    sys.setprofile(heard)
    try:
        api.solve(scenario)
    finally:
        sys.setprofile(None)
    return tuple(found.items())


def place_of(name: str, above: tuple[str, ...]) -> str | None:
    """The module of a step's function, as it was called below these others; None if it was not."""
    for (module, function), stack in followed():
        callers = [one for _, one in stack]
        if function == name and all(one in callers for one in above):
            return module
    return None


def walked(
    nodes: list[dict[str, Any]], above: tuple[str, ...] = ()
) -> Iterator[tuple[int, str, str, str | None]]:
    """Every step with its depth, function, words and module."""
    for node in nodes:
        yield len(above), node["call"], node["does"], place_of(node["call"], above)
        yield from walked(node.get("then", []), (*above, node["call"]))


def text() -> str:
    """The steps as nested lists, each with the module where it was found."""
    lines = []
    for depth, call, does, module in walked(steps()):
        where = f" ({code(module)})" if module else ""
        lines.append(f"{'  ' * depth}- {code(call)}{where}: {does}")
    return pages(["\n".join(lines)])
