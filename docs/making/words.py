"""Words of the code in one language: the one place that knows how they are kept there."""

from __future__ import annotations

import inspect
from typing import Any


def said(words: Any, language: str = "en") -> str:
    """A title or sentence of the code in a language."""
    return words if isinstance(words, str) else str(words.in_(language))


def purpose(thing: Any) -> str:
    """The docstring of a class, function or module, cleaned; empty where it has none of its own."""
    text = thing.__doc__
    return "" if text is None else inspect.cleandoc(text)


def first_sentence(text: str) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join(text.split("\n\n")[0].split())


def told(text: str) -> str:
    """A docstring as Markdown: its examples become blocks of code."""
    out: list[str] = []
    inside = False
    for line in text.splitlines():
        if line.lstrip().startswith(">>>") and not inside:
            inside = True
            out += ["", "```pycon"]
        elif inside and not line.strip():
            inside = False
            out.append("```")
        out.append(line.strip() if inside else line.replace("<", "\\<"))
    return "\n".join([*out, "```"] if inside else out)
