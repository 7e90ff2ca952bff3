"""Catalogues: what each message is in a language other than English, its source."""

from __future__ import annotations

import os
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE = "en"
"""The language in which messages stand in the code."""
FOLDER = Path(__file__).parent / "locales"
MORE_CATALOGUES = "TALENT_BUDGET_CATALOGUES"
"""Name of the variable of the environment that holds a folder of further catalogues (`xx.mo`)."""


def folders(own: Path) -> list[Path]:
    """Where words of languages stand: the folder `own`, then that of further catalogues."""
    more = os.environ.get(MORE_CATALOGUES)
    return [own, *([Path(more)] if more else [])]


@cache
def _files() -> dict[str, Path]:
    return {file.stem: file for folder in folders(FOLDER) for file in sorted(folder.glob("*.mo"))}


LANGUAGES: tuple[str, ...] = (SOURCE, *_files())
"""English and every language that has a catalogue."""


def beside(language: str) -> Path | None:
    """The file `xx.json` beside the catalogue of a language; None where it has none."""
    file = _files().get(language, FOLDER / f"{SOURCE}.mo").with_name(f"{language}.json")
    return file if file.is_file() else None


@cache
def _catalogue(language: str) -> NullTranslations:
    file = _files().get(language)
    if file is None:
        return NullTranslations()
    with file.open("rb") as content:
        return GNUTranslations(content)


def translated(
    language: str, template: str, plural: str | None, count: float, context: str | None
) -> str:
    """The text of a message in `language`; the English one where its catalogue lacks it."""
    if not template:
        return ""
    known = _catalogue(language)
    if plural is None:
        return known.gettext(template) if context is None else known.pgettext(context, template)
    whole = int(count) if count == int(count) else 2
    if context is None:
        return known.ngettext(template, plural, whole)
    return known.npgettext(context, template, plural, whole)
