"""What widgets show, and what happens when one is moved."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from math import inf
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Literal

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.state.view_choices import last_choice, remember

ON_ITS_WAY = 0.3
"""Seconds after which what a run has sent is with the browser, even if the run was broken off."""
_NEVER = (None, -inf)
_OFFICE = "application/vnd.openxmlformats-officedocument"
MIME: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".docx": f"{_OFFICE}.wordprocessingml.document",
        ".html": "text/html",
        ".hwpx": "application/hwp+zip",
        ".json": "application/json",
        ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        ".yaml": "application/yaml",
        ".zip": "application/zip",
    }
)
"""Kinds of file for the browser; any other is plain text."""
Kind = Literal["primary", "secondary", "tertiary"]
Width = Literal["content", "stretch"]


def show(key: str, value: Any) -> str:
    """Sets what a widget shows before it is drawn, and returns its key.

    A widget that shows the value already is left alone: setting it again would take back what was
    pressed in the browser meanwhile. What was set just before a run was broken off, and may never
    have left, is set once more. The key must change with whatever makes Streamlit forget a widget:
    for sliders their ends.
    """
    state, now = st.session_state, time.monotonic()
    unsure = state.setdefault("unsure", {})
    if key in state and state[key] != value:
        state.setdefault("replaced", {})[key] = (state[key], inf)
    if now - unsure.get(key, -inf) < ON_ITS_WAY or key not in state or state[key] != value:
        state[key] = value
        unsure[key] = now
    return key


def anew() -> None:
    """Has the browser write every choice anew, in the words that its options have now."""
    state = st.session_state
    for key, value in list(state.items()):
        each = value if isinstance(value, list) else [value]
        if each and all(isinstance(one, str) for one in each):
            state[key] = value


def arrived() -> None:
    """Notes that a run came to its end: the browser has what it set, or will in a moment."""
    state, until = st.session_state, time.monotonic() + ON_ITS_WAY
    state.unsure = {}
    replaced = state.get("replaced", {})
    state.replaced = {key: (old, min(until, end)) for key, (old, end) in replaced.items()}


def on(
    key: str, act: Callable[[Any], None], among: Collection[Any] | None = None
) -> Callable[[], None]:
    """A callback that hands the widget's new value to `act`.

    A choice, or each of several, has to be `among` the options, else it is left aside. From a page
    that is just being drawn anew it may come back as mere words of the other language, or as None.
    So is what the widget showed until a moment ago, where the browser had not heard of the change.
    """

    def act_on_it() -> None:
        value = st.session_state[key]
        each = value if isinstance(value, list) else [value]
        if _late(key, value) or not (among is None or all(one in among for one in each)):
            return
        act(value)

    return act_on_it


def _late(key: str, value: Any) -> bool:
    """Whether a value is what was shown before it was replaced, sent before that was known.

    A study's look at how far it is carries what the browser shows; whoever moves a widget sends
    for the whole page.
    """
    context = get_script_run_ctx()
    if context is not None and context.fragment_ids_this_run:
        return True
    old, until = st.session_state.get("replaced", {}).get(key, _NEVER)
    return bool(time.monotonic() < until and value == old)


def offered(picked: Any, among: Sequence[Any]) -> Any:
    """What was picked, or the first option where it is none of them; see `on`."""
    return picked if picked in among else among[0]


def one_of(
    label: str, name: str, options: Sequence[str], *, words: Callable[[str], str], default: str
) -> str:
    """A list of which one entry is chosen; `words` says what each is called."""
    known = last_choice(name, default)
    key = show(f"choose-{name}", known if known in options else default)
    picked = st.selectbox(
        label,
        list(options),
        format_func=words,
        key=key,
        width=420,
        on_change=on(key, remember(name), options),
    )
    return str(picked)


def between(
    label: str, name: str, ends: tuple[float, float, float], *, default: float, pattern: str
) -> float:
    """A number on a slider; `ends` are the least, the most and the step."""
    least, most, step = ends
    known: float = min(most, max(least, last_choice(name, default)))
    key = show(f"choose-{name}-{least:g}-{most:g}", known)
    st.slider(
        label,
        min_value=least,
        max_value=most,
        step=step,
        format=pattern,
        key=key,
        width=420,
        on_change=on(key, remember(name)),
    )
    return known


def download(
    label: str,
    content: bytes | Callable[[], str | bytes],
    file: str,
    key: str,
    *,
    icon: str | None = None,
    kind: Kind = "secondary",
    disabled: bool = False,
    width: Width = "content",
) -> None:
    """A button that writes a file, when it is pressed, and draws nothing anew."""
    mime = MIME.get(PurePath(file).suffix, "text/plain")
    st.download_button(
        label, content, file_name=file, mime=mime, key=key, on_click="ignore", icon=icon,
        type=kind, disabled=disabled, width=width,
    )  # fmt: skip


def segments(
    label: str, name: str, words: Mapping[str, str], *, default: str, hide: bool = False
) -> str:
    """Some words side by side of which one is chosen; remembered under the name."""
    key = show(f"choose-{name}", last_choice(name, default))
    picked = st.segmented_control(
        label,
        list(words),
        format_func=lambda one: words[one],
        required=True,
        key=key,
        label_visibility="collapsed" if hide else "visible",
        on_change=on(key, remember(name), words),
    )
    return str(picked)
