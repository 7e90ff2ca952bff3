"""The glossary: the words of the desk, and the names that the code and the papers use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from docs.making.markdown import pages, plain

ROOT = Path(__file__).resolve().parents[2]
DESK = ROOT / "ui" / "glossary.yaml"
NAMES = Path(__file__).parent / "names.yaml"


def terms(language: str) -> list[tuple[str, str]]:
    """Each term of the desk with its meaning, in the order of the desk."""
    known: dict[str, Any] = yaml.safe_load(DESK.read_text(encoding="utf-8"))
    return [(one[language]["term"], one[language]["text"]) for one in known.values()]


def names() -> list[tuple[str, str]]:
    """Each name of the model and the code with what it stands for, in the order of the file."""
    known: dict[str, str] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return list(known.items())


def listed(pairs: list[tuple[str, str]]) -> str:
    """Terms with their meanings, as a list of definitions."""
    return pages(f"{plain(term)}\n: {plain(meaning)}\n" for term, meaning in pairs)


def text(language: str) -> str:
    """The terms of the desk in a language."""
    return listed(terms(language))


def names_text() -> str:
    """The names of the model and the code."""
    return listed(names())
