"""Choices within a view, remembered while the visitor looks at something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from ui import widgets


def last_choice(name: str, default: Any) -> Any:
    """What was chosen last under this name."""
    return st.session_state.setdefault("chosen", {}).get(name, default)


def remember(name: str) -> Callable[[Any], None]:
    """Takes note of what is chosen."""

    def note(value: Any) -> None:
        st.session_state.setdefault("chosen", {})[name] = value

    return note


def one_of(
    label: str, name: str, options: Sequence[str], *, words: Callable[[str], str], default: str
) -> str:
    """A list of which one entry is chosen; `words` says what each is called."""
    known = last_choice(name, default)
    key = widgets.show(f"choose-{name}", known if known in options else default)
    picked = st.selectbox(
        label,
        list(options),
        format_func=words,
        key=key,
        width=420,
        on_change=widgets.on(key, remember(name), options),
    )
    return str(picked)


def between(
    label: str, name: str, ends: tuple[float, float, float], *, default: float, pattern: str
) -> float:
    """A number on a slider; `ends` are the least, the most and the step."""
    least, most, step = ends
    known: float = min(most, max(least, last_choice(name, default)))
    key = widgets.show(f"choose-{name}-{least:g}-{most:g}", known)
    st.slider(
        label,
        min_value=least,
        max_value=most,
        step=step,
        format=pattern,
        key=key,
        width=420,
        on_change=widgets.on(key, remember(name)),
    )
    return known
