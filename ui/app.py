"""The planner's desk: `talent-budget app` opens it."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

import streamlit as st

from optimizer.api.desk import pgettext
from ui import navigation, page_links, sidebar, top_bar, tour, widgets
from ui.panels import failures, study_progress
from ui.places import FIRST, SECTIONS, Section, place_of
from ui.state import link, reload
from ui.state.desk import Desk, current_desk, current_speech

SIDEBAR = 344
ICON = Path(__file__).parent / "icon.svg"
STYLES = [Path(__file__).parent / name for name in ("desk.css", "pages.css")]


def main() -> None:
    """Draws one run of the page; a fault of ours is logged and told, never shown raw."""
    try:
        draw()
    except Exception:
        logging.getLogger(__name__).exception("desk")
        failures.fault(current_speech())


def draw() -> None:
    """The page: the line at the top, the levers, the chosen view."""
    reload.restore()
    link.begin()
    desk = current_desk()
    st.set_page_config(
        page_title=desk.speech.say(pgettext("product", "Talent Budget Optimizer")),
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    study_progress.begin(desk)
    for style in STYLES:
        st.html(style)
    pages = {
        path: st.Page(
            partial(section.render, desk),
            title=title_of(desk, section),
            url_path=path,
            default=path == FIRST,
        )
        for path, section in SECTIONS.items()
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    section = next(SECTIONS[path] for path, page in pages.items() if page == chosen)
    page_links.remember(desk, pages)
    above = st.container(key="above")
    if section.answer is not None:  # before the levers and the rest are drawn anew
        section.answer(desk)
    with above:
        top_bar.render(desk)
        navigation.render(desk, section)
        tour.render(desk, section)
    with st.sidebar:
        costs = sidebar.render(desk)
    link.write_link()
    chosen.run()
    sidebar.fill(desk, costs)
    reload.keep()
    widgets.arrived()
    study_progress.end()


def title_of(desk: Desk, section: Section) -> str:
    """What the browser calls a page: the place and its section."""
    place, name = place_of(section), desk.speech.say(section.title)
    return name if place is None else f"{desk.speech.say(place.title)} · {name}"


if __name__ == "__main__":
    main()
