"""Words for data and for tables: by language, and as heads."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.i18n import LANGUAGES, Words


def in_all(words: Words) -> dict[str, str]:
    """Words in every language, as plain data."""
    return {language: words.in_(language) for language in LANGUAGES}


def heads(words: Iterable[Words], language: str) -> list[str]:
    """The heads of a table."""
    return [head.in_(language) for head in words]
