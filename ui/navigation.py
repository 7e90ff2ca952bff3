"""The five places, the sections of the one that is open, and pages beside them."""

from __future__ import annotations

from contextlib import nullcontext

import streamlit as st

from optimizer.api.desk import Message
from ui.page_links import lead_to
from ui.places import ASIDE, PLACES, Section, place_of
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember


def render(desk: Desk, chosen: Section) -> None:
    """Links to all; a place opens where the visitor was in it last."""
    here = place_of(chosen)
    if here is not None:
        remember(f"in-{here.sections[0].path}")(chosen.path)
    with st.container(key="places", horizontal=True, gap="xxsmall"):
        for place in PLACES:
            first = place.sections[0].path
            path = last_choice(f"in-{first}", first)
            _link(desk, path, place.title, "here-place" if place is here else None)
    with st.container(key="sections", horizontal=True, gap="xxsmall"):
        for section in () if here is None else here.sections:
            _link(desk, section.path, section.title, "here" if section is chosen else None)
        st.space("stretch")
        for section in ASIDE:
            _link(desk, section.path, section.title, "here" if section is chosen else None)


def _link(desk: Desk, path: str, title: Message, mark: str | None) -> None:
    """A link; what is open bears a mark."""
    with nullcontext() if mark is None else st.container(key=mark, width="content"):
        lead_to(path, desk.speech.say(title))
