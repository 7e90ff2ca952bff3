"""Words as columns of a table, one for each language, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.i18n import LANGUAGES, SOURCE, Words, rendered, verbatim

STATED = (SOURCE, "ko")
"""Languages whose columns a table states by name."""
KOREAN = "_ko"


def in_columns(**words: Words) -> dict[str, object]:
    """Words as columns of a line: `name` in English, `name_ko` and the like in other languages."""
    return {
        _column(name, language): said.in_(language)
        for name, said in words.items()
        for language in LANGUAGES
    }


def in_every_language(shape: Mapping[str, str]) -> Mapping[str, str]:
    """Columns of a table and their types: beside Korean words those of all further languages."""
    further = [code for code in LANGUAGES if code not in STATED]
    return {
        column: kind
        for name, kind in shape.items()
        for column in (
            name,
            *(f"{name.removesuffix(KOREAN)}_{code}" for code in further if name.endswith(KOREAN)),
        )
    }


def cell(row: Any, name: str) -> Words:
    """The words that such columns of a line of a table hold."""
    said = {one: str(getattr(row, _column(name, one), getattr(row, name))) for one in LANGUAGES}
    return verbatim(rendered(_in, said))


def _column(name: str, language: str) -> str:
    return name if language == SOURCE else f"{name}_{language}"


def _in(said: Mapping[str, str], *, language: str) -> str:
    return said.get(language, said[SOURCE])
