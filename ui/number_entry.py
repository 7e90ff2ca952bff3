"""A box for a number that is typed: read as it is meant, or refused in words beside the box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from ui import widgets
from ui.markup import named, put, tag
from ui.moves.typed_numbers import Box, Refusal, read
from ui.state.desk import Desk

REFUSED = "refused"
"""What was last refused in which box; forgotten when anything is taken."""


def number(
    desk: Desk,
    name: str,
    label: str,
    box: Box,
    *,
    value: float | None,
    act: Callable[[float], None],
    blank: float | None = None,
    hint: str | None = None,
    width: int | Literal["stretch"] = "stretch",
    hide: bool = False,
    tell: bool = True,
) -> None:
    """Draws the box with `value` in it; `act` gets what is typed.

    An emptied box is `blank`. A refusal stands below, unless it is to be told elsewhere.
    """
    key = widgets.show(name, "" if value is None else box.shown(value))

    def take(text: str) -> None:
        refused: dict[str, Refusal] = st.session_state.setdefault(REFUSED, {})
        refused.pop(key, None)
        found = read(text, box) if text.strip() or blank is None else blank
        if isinstance(found, Refusal):
            refused[key] = found
        else:
            act(found)

    st.text_input(
        label,
        key=key,
        help=hint,
        width=width,
        label_visibility="collapsed" if hide else "visible",
        on_change=widgets.on(key, take),
    )
    if tell:
        refusal(desk, key)


def refusal(desk: Desk, *keys: str) -> None:
    """What was refused in these boxes; nothing where all was taken."""
    refused: dict[str, Refusal] = st.session_state.get(REFUSED, {})
    for key in keys:
        if key in refused:
            say(desk, key, refused[key])


def say(desk: Desk, key: str, refused: Refusal) -> None:
    """Why a text is not taken."""
    said = desk.speech.say(refused.said)
    more = {**named(f"refused-{key}"), "role": "alert"}
    put(tag("p", said, css="tbo-refused", more=more))
