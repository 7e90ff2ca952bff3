"""Words as columns of a table, one for each language, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.i18n import LANGUAGES, SOURCE, Words, rendered, verbatim


def in_columns(**words: Words) -> dict[str, object]:
    """Words as columns of a line: `name` in English, `name_ko` and the like in other languages."""
    return {
        column_in(name, language): said.in_(language)
        for name, said in words.items()
        for language in LANGUAGES
    }


def cell(row: Any, name: str) -> Words:
    """The words that such columns of a line of a table hold; the line may be a mapping too."""
    if not isinstance(row, Mapping):
        row = {one: getattr(row, one) for one in column_names(name) if hasattr(row, one)}
    said = {one: str(row.get(column_in(name, one), row[name])) for one in LANGUAGES}
    return verbatim(rendered(_in, said))


def column_in(name: str, language: str) -> str:
    """The column that holds the words of `name` in a language."""
    return name if language == SOURCE else f"{name}_{language}"


def column_names(name: str) -> list[str]:
    """The columns that hold the words of `name`, one for each language."""
    return [column_in(name, language) for language in LANGUAGES]


def _in(said: Mapping[str, str], *, language: str) -> str:
    return said.get(language, said[SOURCE])
