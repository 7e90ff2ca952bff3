"""The address of the page: what was chosen as parts of a link, and a link taken over."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from optimizer.api import desk as api
from ui.moves import added_rules, levers, own_plan
from ui.state import documents
from ui.state.choices import Choice, default_scenario

SCENARIO, LANGUAGE, MINE = "scenario", "lang", "mine"
TOUR = "tour"
"""Part of a link: with 0 nobody is invited to the tour."""


def begin() -> None:
    """Takes over the link when the page opens, or when the browser went back or forward."""
    state = st.session_state
    link = dict(st.query_params)
    if link.pop(TOUR, "1") == "0":
        state.toured = True
    first = "choice" not in state
    touched = state.pop("touched", False)
    if first:
        state.choice = Choice(default_scenario())
        state.language = _language_of_visitor()
        state.past, state.future, state.ignored = [], [], ()
        state.link = {}
    if (first and link) or (not first and not touched and link != state.link):
        _adopt(link)
    state.link = link


def _adopt(link: Mapping[str, str]) -> None:
    state = st.session_state
    ignored = []
    parts = dict(link)
    name = parts.pop(SCENARIO, default_scenario())
    if not documents.known(name):
        ignored.append(f"{SCENARIO}={name}"[:80])
        name = default_scenario()
    language = parts.pop(LANGUAGE, state.language)
    if language not in api.LANGUAGES:
        ignored.append(f"{LANGUAGE}={language}"[:80])
        language = state.language
    mine = None
    if MINE in parts:
        mine = own_plan.decode(documents.base_of(name), text := parts.pop(MINE))
        ignored += [f"{MINE}={text}"[:80]] if mine is None else []
    rules, parts, misfits = added_rules.decode(documents.base_of(name), parts)
    values, nonsense = levers.decode(documents.ground_of(name, rules), parts)
    state.choice = Choice(name, (*rules.items(), *values.items()), mine)
    state.language = language
    state.ignored = (*ignored, *misfits, *nonsense)


def _language_of_visitor() -> str:
    asked = (st.context.locale or "").lower()
    return next((code for code in api.LANGUAGES if asked.startswith(code)), api.SOURCE)


def link_of(choice: Choice, language: str) -> dict[str, str]:
    """The parts of a link that restores this choice."""
    return {
        SCENARIO: choice.scenario,
        LANGUAGE: language,
        **levers.encode(choice.values),
        **({} if choice.mine is None else {MINE: own_plan.encode(choice.mine)}),
    }


def write_link() -> None:
    """Puts the choice into the address; an untouched desk keeps a clean address."""
    state = st.session_state
    untouched = state.choice == Choice(default_scenario()) and (
        state.language == _language_of_visitor()
    )
    link = {} if untouched else link_of(state.choice, state.language)
    if dict(st.query_params) != link:
        st.query_params.from_dict(link)
    state.link = link
