"""A language that nobody speaks: every message in signs of its own, so that what has none shows."""

from __future__ import annotations

from pathlib import Path

import yaml
from babel.messages.catalog import Catalog

from optimizer.i18n.__main__ import as_compiled, read
from optimizer.i18n.catalogue import FOLDER

LANGUAGE = "eo"
"""Its code, that of a language without a catalogue."""
OPEN, CLOSE = "⟦", "⟧"
UI_WORDS = Path(__file__).resolve().parents[2] / "ui" / "words" / "en.yaml"


def marked(text: str) -> str:
    """A message as the language says it."""
    return f"{OPEN}{text}{CLOSE}"


def written_to(folder: Path) -> Path:
    """The folder with the catalogue of the language and its words of the desk."""
    catalogue = Catalog(locale=LANGUAGE, fuzzy=False)
    for entry in read(FOLDER / "ko.po"):
        if entry.id:
            many = not isinstance(entry.id, str)
            texts = tuple(marked(one) for one in entry.id) if many else marked(str(entry.id))
            catalogue.add(entry.id, texts, context=entry.context)
    (folder / f"{LANGUAGE}.mo").write_bytes(as_compiled(catalogue))
    words = yaml.safe_load(UI_WORDS.read_text(encoding="utf-8"))
    own = yaml.safe_dump({key: marked(text) for key, text in words.items()}, allow_unicode=True)
    (folder / f"{LANGUAGE}.yaml").write_text(own, encoding="utf-8")
    return folder
