"""How a test walks the desk in a browser: open a view, wait until all its work is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ui.places import ASIDE, FIRST, PLACES, SECTIONS, place_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 180_000  # milliseconds
CALM = """async studies => {
  const app = () => document.querySelector('[data-testid=stApp]');
  const unfinished = '[data-testid=stSkeleton], [data-stale="true"]'
    + (studies ? ', [class*="st-key-stop-"]' : '');
  const moving = one => one.playState === 'running'
    && one.effect.getComputedTiming().endTime !== Infinity;
  const busy = () => app() === null
    || app().dataset.testScriptState !== 'notRunning'
    || document.querySelector('[data-testid=headline]') === null
    || document.querySelector(unfinished) !== null
    || document.getAnimations().some(moving);
  for (let calm = 0; calm < 4; calm = busy() ? 0 : calm + 1) {
    await new Promise(done => setTimeout(done, 80));
  }
  return true;
}"""
"""Settles once nothing ran, moved or was worked out during a quarter of a second."""
SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid=stMain]'), all = document.documentElement;
  return Math.max(main.scrollWidth - main.clientWidth, all.scrollWidth - all.clientWidth);
}"""


def calm(page: Page, *, studies: bool = True) -> None:
    """Waits until the page is drawn and, if asked, none of its studies is under way."""
    page.set_default_timeout(PATIENCE)
    page.locator('[data-testid="headline"]').first.wait_for()
    page.wait_for_function(CALM, arg=studies)


def opened(page: Page, address: str) -> Page:
    """The page at an address, calm."""
    page.goto(address)
    calm(page)
    return page


def turn_to(page: Page, path: str) -> None:
    """Follows the links to a section, by its place, in the lines at the top."""
    section = SECTIONS[path]
    place = place_of(section)
    lines = page.locator(".st-key-sections a")
    if place is None:  # pages that stand at the end of the line, whichever place is open
        link = lines.nth(ASIDE.index(section) - len(ASIDE))
    else:
        page.locator(".st-key-places a").nth(PLACES.index(place)).click()
        link = lines.nth(place.sections.index(section))
    link.filter(has_text=re.compile(r"\S")).wait_for()
    calm(page, studies=False)
    link.click()
    page.wait_for_url(re.compile(rf"/{'' if path == FIRST else path}(\?|$)"))
    calm(page)


def headline(page: Page) -> str:
    """The first sentence of the view."""
    return page.locator('[data-testid="headline"]').first.inner_text()


def drawn(page: Page, words: str) -> str:
    """The first sentence of the view, once these words are in it and the page is drawn."""
    page.locator('[data-testid="headline"]', has_text=words).wait_for(timeout=PATIENCE)
    calm(page, studies=False)
    return headline(page)


def sideways(page: Page) -> int:
    """Pixels by which the page runs off the side."""
    return int(page.evaluate(SIDEWAYS))
