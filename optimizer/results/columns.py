"""Words as columns of a table, one for each language, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.i18n import LANGUAGES, SOURCE, Words, rendered, verbatim

WORDS = "words"
"""Kind of a column of a table that stands in every language."""


def in_columns(**words: Words) -> dict[str, object]:
    """Words as columns of a line: `name` in English, `name_ko` and the like in other languages."""
    return {
        _column(name, language): said.in_(language)
        for name, said in words.items()
        for language in LANGUAGES
    }


def columns_of(shape: Mapping[str, str]) -> Mapping[str, str]:
    """Columns of a table and their types, a column of words once for each language."""
    return {
        column: "str" if kind == WORDS else kind
        for name, kind in shape.items()
        for column in ([_column(name, one) for one in LANGUAGES] if kind == WORDS else [name])
    }


def cell(row: Any, name: str) -> Words:
    """The words that such columns of a line of a table hold."""
    said = {one: str(getattr(row, _column(name, one), getattr(row, name))) for one in LANGUAGES}
    return verbatim(rendered(_in, said))


def _column(name: str, language: str) -> str:
    return name if language == SOURCE else f"{name}_{language}"


def _in(said: Mapping[str, str], *, language: str) -> str:
    return said.get(language, said[SOURCE])
