"""The five places, the sections of the one that is open, and pages beside them."""

from __future__ import annotations

import streamlit as st

from ui.page_links import lead_to
from ui.places import ASIDE, PLACES, Section, place_of
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember


def render(desk: Desk, chosen: Section) -> None:
    """Links to all; a place opens where the visitor was in it last."""
    speech, here = desk.speech, place_of(chosen)
    if here is not None:
        remember(f"in-{here.title}")(chosen.path)
    with st.container(key="places", horizontal=True, gap="xxsmall"):
        for place in PLACES:
            path = last_choice(f"in-{place.title}", place.sections[0].path)
            lead_to(desk, path, speech.say(place.title))
    with st.container(key="sections", horizontal=True, gap="xxsmall"):
        for section in () if here is None else here.sections:
            lead_to(desk, section.path, speech.say(section.title))
        st.space("stretch")
        for section in ASIDE:
            lead_to(desk, section.path, speech.say(section.title))
