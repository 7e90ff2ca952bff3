"""The pages of this run, so that whatever is drawn can lead to another one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.state.desk import Desk
from ui.state.link import link_of


def remember(pages: Mapping[str, StreamlitPage]) -> None:
    """Keeps the pages of this run by the paths of their sections."""
    st.session_state["pages"] = pages


def lead_to(desk: Desk, path: str, label: str) -> None:
    """A link to a section with these words; only the words where there are no pages."""
    page = st.session_state.get("pages", {}).get(path)
    if page is None:
        st.caption(label)
        return
    st.page_link(page, label=label, query_params=link_of(desk.choice, desk.speech.language))
