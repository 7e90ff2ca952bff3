"""Five places with their sections: one row of them, old addresses, and nobody loses their place."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.browser.walking import calm, opened, sideways, turn_to

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FROZEN = Path(__file__).resolve().parents[1] / "reference" / "first_release" / "links.json"
LINKS = json.loads(FROZEN.read_text(encoding="utf-8"))
PLACES = {
    "en": ["Plan", "Explore", "How sure", "Countries", "Decide"],
    "ko": ["배분안", "탐색", "확실성", "국가 비교", "결정"],
}
OLD = {
    "": ("Plan", "Best plan"),
    "why": ("Plan", "Why"),
    "my_plan": ("Explore", "My plan"),
    "curve": ("Explore", "Budget curve"),
    "trade_off": ("Explore", "Trade-off"),
    "room": ("Explore", "Room"),
    "how_sure": ("How sure", "Range and chances"),
    "countries": ("Countries", "Compare"),
    "scenarios": ("Decide", "Scenarios"),
    "report": ("Decide", "Report"),
    "evidence": ("Evidence",),
    "method": ("Method",),
}
"""Addresses of the first release, and where each opens now."""


def here(page: Page) -> tuple[str, ...]:
    """Names of the place and the section that are open."""
    return tuple(page.locator(".st-key-here-place a, .st-key-here a").all_inner_texts())


@pytest.mark.parametrize(("path", "link"), list(zip(OLD, cycle(sorted(LINKS)), strict=False)))
def test_an_address_of_the_first_release_opens_its_section(
    desk_server: str, page: Page, path: str, link: str
) -> None:
    page.goto(f"{desk_server}/{path}?{urlencode({**LINKS[link], 'lang': 'en'})}")
    calm(page, studies=False)
    assert here(page) == OLD[path]
    assert page.get_by_test_id("headline").count() == 1
    assert page.get_by_test_id("ignored").count() == 0


@pytest.mark.parametrize("language", PLACES)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_places_stand_in_one_row(
    desk_server: str, page: Page, width: int, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("countries", "report"):
        opened(page, f"{desk_server}/{path}?lang={language}")
        assert sideways(page) <= 0
        places = page.locator(".st-key-places a")
        assert places.all_inner_texts() == PLACES[language]
        boxes = [places.nth(n).bounding_box() for n in range(5)]
        assert len({round(box["y"]) for box in boxes if box is not None}) == 1
        assert all(box is not None and box["x"] + box["width"] <= width for box in boxes)


def test_a_place_opens_where_one_was_in_it(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en&budget=9000")
    turn_to(page, "trade_off")
    choice = page.get_by_role("combobox").nth(1)
    chosen = choice.input_value()
    turn_to(page, "countries")
    page.locator(".st-key-places a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/trade_off?*budget=9000*")
    calm(page)
    assert here(page) == ("Explore", "Trade-off")
    assert choice.input_value() == chosen
