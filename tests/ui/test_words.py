"""Every sentence of the desk is a message: English in the code, its other languages catalogues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from optimizer.i18n.__main__ import KEYWORDS, in_the_code
from ui.places import ASIDE, PLACES
from ui.speech import Speech

UI = Path(__file__).resolve().parents[2] / "ui"
MODULES = sorted(UI.rglob("*.py"))
HANGUL = re.compile(r"[\uac00-\ud7a3]")
TWO_WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}")


def standing(tree: ast.Module) -> Iterator[ast.expr]:
    """Docstrings, and texts of messages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from node.args[: KEYWORDS.get(node.func.id, 0)]


def literals(path: Path) -> list[str]:
    """String constants of a module, without docstrings and messages."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = set(map(id, standing(tree)))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_no_sentence_stands_outside_a_message(path: Path) -> None:
    written = [
        text
        for text in literals(path)
        if not text.startswith("tbo-") and (HANGUL.search(text) or TWO_WORDS.search(text))
    ]
    assert written == []


def test_messages_of_the_desk_are_in_the_catalogues() -> None:
    known = {(message.context, message.one) for message in in_the_code()}
    titles = [s.title for s in (*PLACES, *ASIDE, *(s for p in PLACES for s in p.sections))]
    assert len(titles) == 5 + 19 + 2
    assert [t for t in titles if (t.context, t.template) not in known] == []
    assert [t for t in titles if not HANGUL.search(Speech("ko").say(t))] == []
