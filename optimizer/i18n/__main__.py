"""Brings the catalogues up to date with the messages of the code, and compiles them (needs Babel).

Run `python -m optimizer.i18n` in a checkout after a message changed: new messages are added with
an empty text, unused ones removed, and the empty ones listed. Exit code 1 while any is empty.
"""

from __future__ import annotations

import ast
import sys
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from optimizer.i18n.catalogue import FOLDER

ROOM = FOLDER.parents[1]
ROOMS = (ROOM, ROOM.parent / "ui")
"""Where the code is that states messages."""
KEYWORDS = {"_": 1, "pgettext": 2, "ngettext": 2, "npgettext": 3}
"""Functions whose first arguments are texts of a message, and how many."""


BESIDE = {"optimizer.inputs.meanings": "meanings"}
"""Modules whose messages no call states, and the function of each that gives context and text."""


class Known(NamedTuple):
    """A message of the code: its context, its text, and its text for many."""

    context: str | None
    one: str
    many: str | None = None


def in_the_code() -> dict[Known, set[str]]:
    """Every message that the code states, and those of `BESIDE`, with the names of their values."""
    found: dict[Known, set[str]] = {}
    for module, function in BESIDE.items():
        for context, text in getattr(import_module(module), function)():
            found.setdefault(Known(context, text), set())
    for path in sorted(file for room in ROOMS for file in room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = KEYWORDS.get(node.func.id, 0)
                texts = [getattr(arg, "value", None) for arg in node.args[:count]]
                if texts and len(texts) == count and all(isinstance(t, str) for t in texts):
                    stated = [str(text) for text in texts]
                    context = stated.pop(0) if "pgettext" in node.func.id else None
                    names = {k.arg for k in node.keywords if k.arg is not None}
                    found.setdefault(Known(context, *stated), set()).update(names)
    return found


def read(file: Path) -> Catalog:
    """A catalogue as it is written; `file` is a .po file."""
    with file.open("rb") as content:
        return read_po(content, locale=file.stem)


def updated(before: Catalog) -> Catalog:
    """The catalogue with exactly the messages of the code, those it knew with their texts."""
    after = Catalog(locale=before.locale, header_comment=HEADER, fuzzy=False)
    for known in sorted(in_the_code(), key=lambda k: (k.one, k.context or "")):
        old = before.get(known.one, context=known.context)
        text = None if old is None else old.string
        if known.many is not None and isinstance(text, str):
            text = (text,)
        if known.many is None and isinstance(text, tuple | list):
            text = text[0]
        name = known.one if known.many is None else (known.one, known.many)
        after.add(name, text, context=known.context)
    return after


DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands for the day in what is compiled, so that the same texts give the same file."""
HEADER = "# Messages of Talent Budget Optimizer; written by `python -m optimizer.i18n`."


def as_text(catalogue: Catalog) -> bytes:
    """What a .po file holds, the same on every day."""
    out = BytesIO()
    write_po(out, catalogue, width=100, omit_header=True)
    plural = f'"Plural-Forms: {catalogue.plural_forms}\\n"'
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n'
    head += f'"Content-Type: text/plain; charset=utf-8\\n"\n{plural}\n\n'
    return head.encode() + out.getvalue().strip() + b"\n"


def as_compiled(catalogue: Catalog) -> bytes:
    """What a .mo file holds."""
    out = BytesIO()
    catalogue.creation_date = catalogue.revision_date = DAY
    write_mo(out, catalogue)
    return out.getvalue()


def empty(catalogue: Catalog) -> list[str]:
    """Messages without a text."""
    texts = ((m.id, [m.string] if isinstance(m.string, str) else m.string) for m in catalogue)
    return [str(name) for name, forms in texts if name and not all(forms or [None])]


def main() -> int:
    """Writes every catalogue anew; lists what has no text."""
    lacking: list[str] = []
    for file in sorted(FOLDER.glob("*.po")):
        new = updated(read(file))
        file.write_bytes(as_text(new))
        file.with_suffix(".mo").write_bytes(as_compiled(read(file)))
        lacking += [f"{file.name}: {name}" for name in empty(new)]
    sys.stdout.write("\n".join(lacking or ["Every message has its text."]) + "\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
