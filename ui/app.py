"""The planner's desk: `talent-budget app` opens it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import streamlit as st

from ui import page_links, sidebar, top_bar, tour, widgets
from ui.panels import failures, study_progress
from ui.state import link, reload
from ui.state.desk import Desk, current_desk, current_speech
from ui.views import (
    countries,
    curve,
    evidence,
    how_sure,
    method,
    my_plan,
    plan,
    report,
    room,
    scenarios,
    trade_off,
    why,
)

# The pages; the desk opens on the first.
VIEWS: tuple[ModuleType, ...] = (
    plan,
    why,
    my_plan,
    curve,
    trade_off,
    room,
    how_sure,
    countries,
    scenarios,
    evidence,
    method,
    report,
)

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
        page_title=desk.speech.say("product"),
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    study_progress.begin(desk)
    for style in STYLES:
        st.html(style)
    pages = [
        st.Page(
            drawn(view, desk),
            title=desk.speech.say(view.TITLE),
            url_path=view.__name__.rsplit(".", 1)[-1],
            default=view is VIEWS[0],
        )
        for view in VIEWS
    ]
    chosen = st.navigation(pages, position="hidden")
    page_links.remember(pages)
    above = st.container(key="above")
    answer(VIEWS[pages.index(chosen)], desk)
    with above:
        top_bar.render(desk, pages)
        tour.render(desk, pages, chosen)
    with st.sidebar:
        costs = sidebar.render(desk)
    link.write_link()
    chosen.run()
    sidebar.fill(desk, costs)
    reload.keep()
    widgets.arrived()
    study_progress.end()


def answer(view: ModuleType, desk: Desk) -> None:
    """What a view can say at once, before the levers and the rest of the page are drawn anew."""
    if hasattr(view, "answer"):
        view.answer(desk)


def drawn(view: ModuleType, desk: Desk) -> Callable[[], None]:
    """The view as a page without arguments."""
    return lambda: view.render(desk)


if __name__ == "__main__":
    main()
