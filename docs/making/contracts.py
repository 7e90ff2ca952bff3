"""Who may import whom, read off the contracts in pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docs.making.markdown import code, fence, heading, pages

ROOT = Path(__file__).resolve().parents[2]


def contracts() -> list[dict[str, Any]]:
    """The contracts as they are declared."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def _listed(names: list[str]) -> str:
    return ", ".join(code(name) for name in names)


def _said(contract: dict[str, Any]) -> Iterator[str]:
    """One contract in words."""
    if contract["type"] == "layers":
        yield "From top to bottom; a room imports only what stands below it:"
        yield fence("text", "\n".join(contract["layers"]))
    elif contract["type"] == "protected":
        allowed = [m for m in contract["allowed_importers"]]
        yield f"Opened only by {_listed(allowed)}: {_listed(contract['protected_modules'])}."
    elif contract["type"] == "forbidden":
        yield (
            f"{_listed(contract['source_modules'])} may not import "
            f"{_listed(contract['forbidden_modules'])}."
        )
        excepted = contract.get("ignore_imports", [])
        if excepted:
            yield "Excepted: " + ", ".join(code(e.replace(" -> ", " → ")) for e in excepted) + "."


def text() -> str:
    """Every contract under its name."""
    parts: list[str] = []
    for contract in contracts():
        parts += [heading(3, contract["name"]), *_said(contract)]
    return pages(parts)
