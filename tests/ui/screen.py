"""The desk run without a browser, and readers of what it shows."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from ui.jobs import job, pool

APP = Path(__file__).resolve().parents[2] / "ui" / "app.py"
SECONDS = 60


def open_desk(link: Mapping[str, str] | None = None) -> AppTest:
    """The whole desk, opened at a link."""
    return _opened(AppTest.from_file(APP, default_timeout=SECONDS), link or {})


def open_view(view: str, link: Mapping[str, str] | None = None) -> AppTest:
    """One view with the levers beside it, opened at a link."""
    at = AppTest.from_function(_page, kwargs={"view": view}, default_timeout=SECONDS)
    return _opened(at, link or {})


def _opened(at: AppTest, link: Mapping[str, str]) -> AppTest:
    for key, value in link.items():
        at.query_params[key] = value
    return at.run()


def settled(at: AppTest) -> AppTest:
    """The page once no study that it waits for is under way."""
    end = time.monotonic() + SECONDS
    under_way = (job.Stage.WAITING, job.Stage.RUNNING)
    while any(button.key.startswith("stop-") for button in at.button if button.key):
        known = pool.worker_pool()._known
        while any(job.stage in under_way for job in list(known.values())):
            assert time.monotonic() < end
            time.sleep(0.05)
        at.run()
    return at


def _page(view: str) -> None:
    import streamlit as st

    from ui import sidebar
    from ui.panels import study_progress
    from ui.places import SECTIONS
    from ui.state import link
    from ui.state.desk import current_desk

    link.begin()
    desk = current_desk()
    study_progress.begin(desk)
    with st.sidebar:
        costs = sidebar.render(desk)
    link.write_link()
    section = SECTIONS[view]
    if section.answer is not None:
        section.answer(desk)
    section.render(desk)
    sidebar.fill(desk, costs)


def bodies(at: AppTest) -> list[str]:
    """Every piece of HTML on the page."""
    return [element.proto.body for element in at.get("html")]


def words(at: AppTest) -> str:
    """All text that the desk wrote as HTML."""
    return _plain("\n".join(bodies(at)))


def part(at: AppTest, name: str) -> str:
    """Text from the element with this test name to the end of the piece that holds it."""
    mark = f'data-testid="{name}"'
    for body in bodies(at):
        if mark in body:
            return _plain("<" + body[body.index(mark) :])
    raise AssertionError(f"There is no {name} on the page.")


def _plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())
