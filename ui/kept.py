"""What survives a reload of the page: a visitor's documents and pins, found again by a cookie.

Tabs of one browser share a shelf: each takes over what the others put there or took away, and what
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

from ui import opened, pins

SCRIPT = Path(__file__).parent / "ticket.js"
COOKIE = "talent-budget-visitor"
TICKETS = 8
"""Tickets in a cookie: tabs that were opened before there was one each get their own."""
VISITORS = 200
"""Visitors whose things are kept; whoever came longest ago is forgotten first."""
DAYS = 7

Things = Mapping[Hashable, Any]
Shelf = dict[str, Things]
"""Part of what is kept → its members by what tells them apart, the oldest first."""

_lock = Lock()


@st.cache_resource(show_spinner=False)
def _shelves() -> OrderedDict[str, Shelf]:
    return OrderedDict()


def restore() -> None:
    """Gives a page what its visitor kept, here or in another tab."""
    state = st.session_state
    if "ticket" not in state:
        state.ticket, state.seen = _ticket(st.context.cookies.get(COOKIE, "")), {}
    _share()


def keep() -> None:
    """Keeps what changed on this page; the first thing kept gives the visitor a cookie.

    The cookie holds nothing but names that cannot be guessed and mean nothing elsewhere.
    """
    state, shelves = st.session_state, _shelves()
    if state.ticket not in shelves and any(_here().values()):
        with _lock:
            state.new_ticket = state.get("new_ticket", False) or not state.ticket
            state.ticket, state.seen = state.ticket or token_urlsafe(24), {}
            shelves[state.ticket] = {}
            while len(shelves) > VISITORS:
                shelves.popitem(last=False)
    _share()
    if state.get("new_ticket"):
        _hand_out(state.ticket)


def _ticket(cookie: str) -> str:
    """The name of the visitor's shelf; the shelves of several names become one."""
    shelves = _shelves()
    with _lock:
        known = [name for name in cookie.split(".")[:TICKETS] if name in shelves]
        for other in known[1:]:
            if shelves[other] is not shelves[known[0]]:
                theirs, shelves[other] = shelves[other], shelves[known[0]]
                for part, things in theirs.items():
                    shelves[other][part] = {**shelves[other].get(part, {}), **things}
        return known[0] if known else ""


def _share() -> None:
    """Makes page and shelf the same: what either added is there, what either took away is gone."""
    state, shelves = st.session_state, _shelves()
    if state.ticket not in shelves:
        return
    mine = _here()
    with _lock:
        shelf = shelves[state.ticket]
        shelves.move_to_end(state.ticket)
        for part, things in mine.items():
            shelf[part] = joined(state.seen.get(part, {}), things, shelf.get(part, {}))
        now = dict(shelf)
    state.seen = now
    if now[opened.STATE] != mine[opened.STATE]:
        opened.put_all({str(name): one for name, one in now[opened.STATE].items()})
    if now[pins.STATE].keys() != mine[pins.STATE].keys():
        st.session_state[pins.STATE] = tuple(now[pins.STATE].values())


def joined(before: Things, mine: Things, theirs: Things) -> Things:
    """What became of `before` in two places: all that either added, nothing that either removed."""
    kept = {k: v for k, v in theirs.items() if k in mine or k not in before}
    return kept | {k: v for k, v in mine.items() if k not in before}


def _here() -> Shelf:
    """What this page has."""
    documents: Things = {name: one for name, one in opened.mine().items()}
    return {opened.STATE: documents, pins.STATE: {p.key: p for p in pins.pinned()}}


def _hand_out(ticket: str) -> None:
    """Has the browser keep the name beside those it has; a run may be broken off, so in each."""
    script = SCRIPT.read_text(encoding="utf-8")
    for name, value in {
        "COOKIE": COOKIE,
        "TICKET": ticket,
        "MOST": str(TICKETS),
        "SECONDS": str(DAYS * 86_400),
    }.items():
        script = script.replace(name, value)
    with st.container(key="ticket"):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
