"""What the views of the desk show in the language that nobody speaks; run by itself.

Prints, as JSON, for each view the texts with words outside messages. Titles of documents and data
are said to be there in that language; those that a study brings from its own process are names.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from typing import Any

import pyarrow
from google.protobuf.message import Message as Proto
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.i18n.paper_texts import CODE
from tests.i18n.pseudo import LANGUAGE, marked, texts_in, unsaid
from tests.ui import screen
from ui.jobs import studies
from ui.panels import decision_map, robust_plans

UNSEEN = re.compile(
    r"(^Latex|^Code|\.(id|icon|type|key|url|name|deferred_file_id|selection_mode|theme|columns|alias))$"
)
"""Entries of an element that nobody reads: formulas, commands, keys, kinds."""
SAID = ("title", "text", "description", "label")
"""Entries of a chart that are read."""
ATTRIBUTE = re.compile(r'(?:title|alt|aria-label|aria-description|placeholder|data-tip)="([^"]*)"')
NAMES = {"optimizer", "pulp", "highs", "data", "English", "false"}
"""Names that stand in the desk itself."""


def said_in_all(text: api.Text, language: str) -> str:
    """A title of a document that has the language too."""
    english = str(text.root.get("en", ""))
    return marked(english) if language == LANGUAGE else text.root.get(language, english)


def fields(element: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Texts and tables of an element, with the entry that holds them."""
    if not isinstance(element, Proto):
        yield path, element
        return
    for field, value in element.ListFields():
        entry = f"{path}.{field.name}"
        parts = value if field.is_repeated else [value]
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            parts = value.values()
        for part in parts:
            yield from fields(part, entry)


def texts(path: str, value: Any) -> Iterator[str]:
    """What a reader sees of an entry."""
    if isinstance(value, bytes):
        yield from cells(value)
    elif not isinstance(value, str) or UNSEEN.search(path) or UNSEEN.search(path.split(".")[0]):
        return
    elif value.startswith("{"):
        yield from spoken(json.loads(value))
    elif re.search(r"<[a-z0-9]+[ >]", value):
        yield from map(unescape, ATTRIBUTE.findall(value))
        shown = re.sub(r"<(style|script)[^>]*>.*?</\1>", " ", value, flags=re.DOTALL)
        yield unescape(re.sub(r"<[^>]+>", " ", shown))
    else:
        yield re.sub(r"\$[^$]+\$", " ", value)


def cells(content: bytes) -> Iterator[str]:
    """Texts of the cells of a table, and titles of its columns where those are messages."""
    try:
        table = pyarrow.ipc.open_stream(content).read_all()
    except pyarrow.ArrowInvalid:
        return
    for name in table.column_names:
        yield from (cell for cell in table[name].to_pylist() if isinstance(cell, str))


def spoken(chart: Any, entry: str = "") -> Iterator[str]:
    """Words of a chart."""
    if isinstance(chart, dict):
        for name, part in chart.items():
            yield from spoken(part, name)
    elif isinstance(chart, list):
        for part in chart:
            yield from spoken(part, entry)
    elif isinstance(chart, str) and entry in SAID:
        yield chart


def shown(node: Any) -> Iterator[str]:
    """All that a page shows."""
    for child in (getattr(node, "children", None) or {}).values():
        yield from shown(child)
    kind = type(node).__name__
    for path, value in fields(getattr(node, "proto", None), kind):
        yield from texts(path, value)


def opened(view: str) -> AppTest:
    """A view once its studies have answered."""
    at = screen.settled(screen.open_view(view, {"lang": LANGUAGE}))
    assert not at.exception, at.exception[0].message
    return at


def main(views: list[str]) -> None:
    """Prints what each view shows outside messages."""
    api.Text.in_ = said_in_all  # type: ignore[method-assign]
    screen.SECONDS = 600
    studies.DRAWS, robust_plans.DRAWS, decision_map.SIZE = 120, 12, 3
    known = [api.load_evidence().model_dump(), api.load_scenario("korea-2025").document]
    names = {*NAMES, *texts_in(known), *texts_in([s.title for s in api.list_scenarios()])}
    found = {}
    for view in views:
        left = (
            unsaid(CODE.sub(" ", unsaid(" ".join(text.split()), names)), names)
            for text in shown(opened(view)._tree)
        )
        found[view] = sorted({text for text in left if text})
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
