"""Every view for everyone: no fault that axe finds, keys alone, a large type, a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.walking import calm, headline, opened, sideways
from ui.places import SECTIONS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ko")
BOTH = (
    "plan", "why", "my_plan", "curve", "trade_off", "room", "how_sure", "countries", "scenarios",
    "evidence", "method", "report",
)  # fmt: skip
"""Sections of many words; the others are looked at in one language each, by turns."""
PAGES = [(name, code) for name in BOTH for code in LANGUAGES] + [
    (name, LANGUAGES[n % 2]) for n, name in enumerate(name for name in SECTIONS if name not in BOTH)
]
GRAVE = ("moderate", "serious", "critical")
CONFLICT = "floor.gpu_access=0.6&floor.a_team_cultivation=0.6"
OVER = ("glossary", "share", "take-away", "certified")
"""What opens over the page."""
OPEN_ALL = """() => {
  const shut = [...document.querySelectorAll('[data-testid=stMain] details:not([open])')];
  shut.forEach(one => one.querySelector('summary').click());
  return shut.length;
}"""
PLACES = """() => {
  const shown = one => one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && one.tabIndex >= 0 && one.closest('[inert]') === null;
  const all = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(shown);
  all.forEach((one, n) => { one.dataset.place = n; });
  const heads = one => one.type === 'radio' || one.role === 'radio';
  return all.filter(one => !heads(one)).map(one => one.dataset.place);
}"""
"""Numbers all places a keyboard should reach (of radio buttons, keys reach the chosen one)."""
HERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return {place: one.dataset.place ?? '', name: one.outerHTML.slice(0, 160),
          seen: box.width * box.height > 0};
}"""


@pytest.fixture(scope="module", params=PAGES, ids="-".join)
def view(browser: Browser, desk_server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A view in a language, its work done."""
    name, language = request.param
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened(context.new_page(), f"{desk_server}/{name}?lang={language}")
    context.close()


def faults(page: Page) -> list[str]:
    """What axe finds on the page, with the first places of each fault."""
    answer = Axe().run(page, options={"resultTypes": ["violations"]}).response
    found: list[dict[str, Any]] = answer["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:200]} {node.get('failureSummary')}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"][:3]
    ]


def test_axe_finds_no_fault(view: Page) -> None:
    """In English on a light ground, in Korean on a dark one."""
    view.set_viewport_size({"width": 1280, "height": 900})
    view.emulate_media(color_scheme="dark" if "lang=ko" in view.url else "light")
    view.evaluate(OPEN_ALL)
    calm(view)
    assert faults(view) == []
    assert sideways(view) <= 0


@pytest.mark.parametrize("width", [640, 390])  # 640: a screen of 1280 at 200%
def test_nothing_runs_off_the_side(view: Page, width: int) -> None:
    view.emulate_media(color_scheme="light")
    view.set_viewport_size({"width": width, "height": 800})
    calm(view)
    assert sideways(view) <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_in_what_opens_over_the_page(
    desk_server: str, page: Page, theme: str
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    opened(page, f"{desk_server}/?lang=ko")
    for name in OVER:
        page.locator(f".st-key-{name} button").first.click()
        page.locator('[data-testid="stPopoverBody"]').wait_for()
        calm(page)
        assert (name, faults(page)) == (name, [])
        page.keyboard.press("Escape")
        page.locator('[data-testid="stPopoverBody"]').wait_for(state="hidden")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_in_a_conflict(desk_server: str, page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    opened(page, f"{desk_server}/?lang=en&{CONFLICT}")
    assert "cannot hold together" in headline(page)
    assert faults(page) == []


def test_keys_alone_reach_every_lever_and_link(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en")
    wanted = set(page.evaluate(PLACES))
    reached: list[dict[str, Any]] = []
    for _ in range(3 * len(wanted)):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(HERE))
        if len(reached) > 1 and reached[-1]["place"] == reached[0]["place"] != "":
            break
    assert len(wanted) > 40  # the levers, the pages, the tables
    missing = wanted - {one["place"] for one in reached}
    left_out = [page.locator(f'[data-place="{n}"]').first for n in sorted(missing)]
    assert [one.evaluate("one => one.outerHTML.slice(0, 300)") for one in left_out] == []
    assert [one["name"] for one in reached if one["place"] and not one["seen"]] == []


def test_keys_alone_move_a_lever_and_turn_the_page(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en")
    before = headline(page)
    budget = page.get_by_role("textbox", name="Total budget (billion won)", exact=True)
    budget.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    page.get_by_test_id("budget-in-full").filter(has_text="₩9,000,000,000").wait_for()
    calm(page)
    assert headline(page) != before
    page.locator('.st-key-sections a[href*="why"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/why*")
    calm(page)
    assert page.get_by_test_id("budget-in-full").inner_text() == "₩9,000,000,000"
