"""Small pieces of Markdown: headings, tables, code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cell(text: object) -> str:
    """A text as one cell of a table: on one line, its bars escaped."""
    return " ".join(str(text).split()).replace("|", "\\|")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; an empty text where there are no rows."""
    lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
    if not lines:
        return ""
    top = f"| {' | '.join(head)} |"
    return "\n".join([top, f"|{'---|' * len(head)}", *lines]) + "\n"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading with a name that other pages can link to."""
    name = f"({anchor})=\n" if anchor else ""
    return f"{name}{'#' * level} {text}\n"


def fence(language: str, text: str) -> str:
    """A block of code."""
    bars = "````" if "```" in text else "```"
    return f"{bars}{language}\n{text.rstrip()}\n{bars}\n"


def code(text: object) -> str:
    """Code within a line; nothing for an empty text."""
    return f"`{text}`" if str(text) else ""


def plain(text: str) -> str:
    """Words that are no Markdown: brackets, stars and the like stand as they are."""
    for sign in ("\\", "[", "]", "*", "_", "<", ">", "{", "}", "$"):
        text = text.replace(sign, f"\\{sign}")
    return text


def pages(parts: Iterable[str]) -> str:
    """Parts one below the other, an empty line between them."""
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part)
