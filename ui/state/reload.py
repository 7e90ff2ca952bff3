"""What survives a reload of the page: a visitor's documents and pins, found again by a cookie.

Tabs of one browser share a store: each takes over what the others put there or took away, and what
two of them change at once is joined, never overwritten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock
from typing import Any

import streamlit as st

from ui.state import documents, pins

SCRIPT = Path(__file__).parent / "visitor_cookie.js"
COOKIE = "talent-budget-visitor"
MOST_KEYS = 8
"""Keys in a cookie: tabs that were opened before there was one get one each."""
VISITORS = 200
"""Visitors whose things are kept; whoever came longest ago is forgotten first."""
DAYS = 7

Things = Mapping[Hashable, Any]
Store = dict[str, Things]
"""Part of what is kept → its members by what tells them apart, the oldest first."""

_lock = Lock()


@st.cache_resource(show_spinner=False)
def _stores() -> OrderedDict[str, Store]:
    return OrderedDict()


def restore() -> None:
    """Gives a page what its visitor kept, here or in another tab."""
    state = st.session_state
    if "visitor_key" not in state:
        state.visitor_key, state.seen = _visitor_key(st.context.cookies.get(COOKIE, "")), {}
    _share()


def keep() -> None:
    """Keeps what changed on this page; the first thing kept gives the visitor a cookie.

    The cookie holds nothing but names that cannot be guessed and mean nothing elsewhere.
    """
    state, stores = st.session_state, _stores()
    if state.visitor_key not in stores and any(_here().values()):
        with _lock:
            state.new_visitor_key = state.get("new_visitor_key", False) or not state.visitor_key
            state.visitor_key, state.seen = state.visitor_key or token_urlsafe(24), {}
            stores[state.visitor_key] = {}
            while len(stores) > VISITORS:
                stores.popitem(last=False)
    _share()
    if state.get("new_visitor_key"):
        _set_cookie(state.visitor_key)


def _visitor_key(cookie: str) -> str:
    """The name of the visitor's store; the stores of several names become one."""
    stores = _stores()
    with _lock:
        known = [name for name in cookie.split(".")[:MOST_KEYS] if name in stores]
        for other in known[1:]:
            if stores[other] is not stores[known[0]]:
                theirs, stores[other] = stores[other], stores[known[0]]
                for part, things in theirs.items():
                    stores[other][part] = {**stores[other].get(part, {}), **things}
        return known[0] if known else ""


def _share() -> None:
    """Makes page and store the same: what either added is there, what either took away is gone."""
    state, stores = st.session_state, _stores()
    if state.visitor_key not in stores:
        return
    mine = _here()
    with _lock:
        store = stores[state.visitor_key]
        stores.move_to_end(state.visitor_key)
        for part, things in mine.items():
            store[part] = joined(state.seen.get(part, {}), things, store.get(part, {}))
        now = dict(store)
    state.seen = now
    if now[documents.STATE] != mine[documents.STATE]:
        documents.put_all({str(name): one for name, one in now[documents.STATE].items()})
    if now[pins.STATE].keys() != mine[pins.STATE].keys():
        st.session_state[pins.STATE] = tuple(now[pins.STATE].values())


def joined(before: Things, mine: Things, theirs: Things) -> Things:
    """What became of `before` in two places: all that either added, nothing that either removed."""
    kept = {k: v for k, v in theirs.items() if k in mine or k not in before}
    return kept | {k: v for k, v in mine.items() if k not in before}


def _here() -> Store:
    """What this page has."""
    opened: Things = {name: one for name, one in documents.mine().items()}
    return {documents.STATE: opened, pins.STATE: {p.key: p for p in pins.pinned()}}


def _set_cookie(key: str) -> None:
    """Has the browser keep the name beside those it has; a run may be broken off, so in each."""
    script = SCRIPT.read_text(encoding="utf-8")
    for name, value in {
        "COOKIE": COOKIE,
        "KEY": key,
        "MOST": str(MOST_KEYS),
        "SECONDS": str(DAYS * 86_400),
    }.items():
        script = script.replace(name, value)
    with st.container(key="visitor-key"):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
