"""What survives a reload of the page: a visitor's documents and pins, found again by a cookie."""

from __future__ import annotations

from collections import OrderedDict
from secrets import token_urlsafe
from typing import Any

import streamlit as st

from ui import opened, pins

COOKIE = "talent-budget-visitor"
PARTS = (opened.STATE, pins.STATE)
VISITORS = 200
"""Visitors whose things are kept; whoever came longest ago is forgotten first."""
DAYS = 7

Shelf = dict[str, Any]


@st.cache_resource(show_spinner=False)
def _shelves() -> OrderedDict[str, Shelf]:
    return OrderedDict()


def restore() -> None:
    """Gives a page that has just opened what its visitor kept; later nothing happens."""
    state = st.session_state
    if "ticket" in state:
        return
    shelves, ticket = _shelves(), st.context.cookies.get(COOKIE, "")
    state.ticket = ticket if ticket in shelves else ""
    state.update(shelves.get(state.ticket, {}))
    state.seen = {part: state.get(part) for part in PARTS}


def keep() -> None:
    """Keeps what changed on this page; the first thing kept gives the visitor a cookie.

    The cookie holds nothing but a name that cannot be guessed and means nothing elsewhere.
    """
    state, shelves = st.session_state, _shelves()
    now = {part: state.get(part) for part in PARTS}
    new = {part: one for part, one in now.items() if one is not state.seen[part]}
    state.seen = now
    if not state.ticket and any(new.values()):
        state.ticket, state.new_ticket = token_urlsafe(24), True
    if state.ticket and new:  # another page of the same visitor may have kept the rest
        shelves[state.ticket] = shelves.get(state.ticket, {}) | new
        shelves.move_to_end(state.ticket)
        while len(shelves) > VISITORS:
            shelves.popitem(last=False)
    if state.get("new_ticket"):
        _hand_out(state.ticket)


def _hand_out(ticket: str) -> None:
    """Has the browser keep the name; once per page would do, but a run may be broken off."""
    lasting = f"path=/; max-age={DAYS * 86_400}; SameSite=Strict"
    cookie = f"document.cookie = '{COOKIE}={ticket}; {lasting}'"
    with st.container(key="ticket"):
        st.html(f"<script>{cookie}</script>", unsafe_allow_javascript=True)
