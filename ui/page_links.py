"""The pages of the desk, so that a panel can lead to another one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.state.desk import Desk
from ui.state.link import link_of


def remember(pages: Sequence[StreamlitPage]) -> None:
    """Keeps the pages of this run."""
    st.session_state["pages"] = {page.url_path: page for page in pages}


def lead_to(desk: Desk, name: str, label: str) -> None:
    """A link to a page with these words; only the words where there is no such page."""
    page = st.session_state.get("pages", {}).get(name)
    if page is None:
        st.caption(label)
        return
    link = link_of(desk.choice, desk.speech.language)
    st.page_link(page, label=label, query_params=link)
