"""HTML in pieces: every text is escaped, so that no title of a scenario can break the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import streamlit as st


class Safe(str):
    """Markup that was built here and needs no escaping."""

    __slots__ = ()


MARKUP = re.compile(r"([\\`*_\[\]$~<>]|:(?=\w))")
"""Signs by which labels of widgets are written in bold, as links, formulas, icons and the like."""
VOID = frozenset({"br", "hr"})


def tag(
    name: str,
    *content: str,
    css: str = "",
    style: str = "",
    more: Mapping[str, str] | None = None,
) -> Safe:
    """An element with its content; plain strings are escaped, `Safe` ones are kept."""
    attributes = {"class": css, "style": style, **(more or {})}
    written = "".join(f' {k}="{escape(v)}"' for k, v in attributes.items() if v)
    inner = "".join(c if isinstance(c, Safe) else escape(c) for c in content)
    return Safe(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{inner}</{name}>")


def unmarked(text: str) -> str:
    """A text as the label of a widget, where nothing of it is taken for markup."""
    return MARKUP.sub(r"\\\1", text)


def named(name: str) -> dict[str, str]:
    """The attribute by which tests find an element."""
    return {"data-testid": name}


def put(*content: str) -> None:
    """Writes markup to the page, where there is any."""
    if content:
        st.html("".join(c if isinstance(c, Safe) else escape(c) for c in content))
