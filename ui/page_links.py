"""The pages of this run, so that whatever is drawn can lead to another one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.state.desk import Desk
from ui.state.link import link_of


def remember(desk: Desk, pages: Mapping[str, StreamlitPage]) -> None:
    """Keeps the pages of this run by the paths of their sections, and what links to them carry."""
    st.session_state["pages"] = pages
    st.session_state["carried"] = link_of(desk.choice, desk.speech.language)


def lead_to(path: str, label: str) -> None:
    """A link to a section with these words; only the words where there are no pages."""
    page = st.session_state.get("pages", {}).get(path)
    if page is None:
        st.caption(label)
        return
    st.page_link(page, label=label, query_params=st.session_state["carried"])
