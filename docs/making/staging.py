"""Lays out what Sphinx reads: the pages by hand, and the parts made from code and data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making import (
    answer_tables,
    commands,
    contracts,
    document,
    evidence,
    glossary,
    mathematics,
    python,
    road,
    tables,
)

DOCS = Path(__file__).resolve().parents[1]
NOT_PAGES = {"making"}

PARTS: Mapping[str, Callable[[], str]] = {
    "answer-tables.md": answer_tables.text,
    "commands.md": commands.text,
    "contracts.md": contracts.text,
    "document.md": document.text,
    "evidence.md": evidence.text,
    "glossary.md": lambda: glossary.text("en"),
    "glossary-ko.md": lambda: glossary.text("ko"),
    "names.md": glossary.names_text,
    "mathematics.md": mathematics.text,
    "python.md": python.text,
    "road.md": road.text,
    "tables.md": tables.text,
}
"""Files below `generated/`, which pages include, and what writes each."""


def stage(target: Path) -> None:
    """Writes all pages and parts below `target`; files that did not change keep their time."""
    wanted = {target / "generated" / name: part().encode() for name, part in PARTS.items()}
    for path in sorted(DOCS.rglob("*")):
        place = path.relative_to(DOCS)
        if path.is_file() and place.parts[0] not in NOT_PAGES and path.suffix in (".md", ".png"):
            wanted[target / place] = path.read_bytes()
    for path, content in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    for path in target.rglob("*"):
        if path.is_file() and path not in wanted:
            path.unlink()
