"""Choices within a view, remembered while the visitor looks at something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st


def last_choice(name: str, default: Any) -> Any:
    """What was chosen last under this name."""
    return st.session_state.setdefault("chosen", {}).get(name, default)


def remember(name: str) -> Callable[[Any], None]:
    """Takes note of what is chosen."""

    def note(value: Any) -> None:
        st.session_state.setdefault("chosen", {})[name] = value

    return note
