"""A language that nobody speaks: every message in signs of its own, so that what has none shows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog

from optimizer.domain.evidence import Evidence
from optimizer.i18n import MORE_CATALOGUES
from optimizer.i18n.__main__ import as_compiled, read
from optimizer.i18n.catalogue import FOLDER
from optimizer.inputs.evidence import ROWS
from optimizer.inputs.meanings import groups

LANGUAGE = "eo"
"""Its code, that of a language without a catalogue."""
OPEN, CLOSE = "⟦", "⟧"
GLOSSARY = Path(__file__).resolve().parents[2] / "ui" / "glossary.yaml"
FIELDS = frozenset(
    name for group in (Evidence, *ROWS.values(), *groups()) for name in group.model_fields
)
"""Names that the layout gives to entries; others are names of the planner's."""
WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")
"""A word of English; codes in capital letters and single letters are none."""


def marked(text: str) -> str:
    """A message as the language says it."""
    return f"{OPEN}{text}{CLOSE}"


def written_to(folder: Path) -> Path:
    """The folder with the catalogue of the language and its terms."""
    catalogue = Catalog(locale=LANGUAGE, fuzzy=False)
    for entry in read(FOLDER / "ko.po"):
        if entry.id:
            many = not isinstance(entry.id, str)
            texts = tuple(marked(one) for one in entry.id) if many else marked(str(entry.id))
            catalogue.add(entry.id, texts, context=entry.context)
    (folder / f"{LANGUAGE}.mo").write_bytes(as_compiled(catalogue))
    terms = yaml.safe_load(GLOSSARY.read_text(encoding="utf-8"))
    own = {key: {LANGUAGE: term(one["en"])} for key, one in terms.items()}
    said = yaml.safe_dump(own, allow_unicode=True)
    (folder / GLOSSARY.name).write_text(said, encoding="utf-8")
    return folder


def term(english: Mapping[str, Any]) -> dict[str, Any]:
    """A term of the glossary; its forms stand inside sentences."""
    return {**english, "term": marked(english["term"]), "text": marked(english["text"])}


def speaking(catalogues: Path) -> dict[str, str]:
    """The environment of a command that knows the language."""
    return {**os.environ, MORE_CATALOGUES: str(catalogues)}


def outside(text: str) -> str:
    """What of a text is no message."""
    depth, out = 0, []
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        out.append(sign if depth == 0 and sign != CLOSE else " ")
    return "".join(out)


def unsaid(text: str, names: Iterable[str] = ()) -> str:
    """Words of a text that stand outside messages and are none of these names; '' for none."""
    left = outside(text)
    if WORD.search(left):
        for name in sorted(names, key=len, reverse=True):
            if name.casefold() in left.casefold():
                whole = rf"(?<!\w){re.escape(name)}(?!\w)"
                left = re.sub(whole, "0", left, flags=re.IGNORECASE)
    return " ".join(left.split()) if WORD.search(left) else ""


def texts_in(data: Any) -> Iterator[str]:
    """Every text in plain data that holds a word, and names of entries that are no fields."""
    if isinstance(data, Mapping):
        data = [*(name for name in data if name not in FIELDS), *data.values()]
    if isinstance(data, str):
        if WORD.search(data):
            yield " ".join(data.split())
    elif isinstance(data, Iterable):
        for part in data:
            yield from texts_in(part)
