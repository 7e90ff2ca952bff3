"""My plan in a real browser: type an amount, read the loss, take it back, share it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PATIENCE = 60_000  # milliseconds
BOX = {"en": "GPU access 2025", "ko": "GPU 지원 2025"}
EQUAL = {"en": "as many as the best plan", "ko": "최적안과 같음"}
FEWER = {"en": "fewer than the best plan", "ko": "명 적음"}
AMOUNT = {"en": "1.5", "ko": "15"}
ZERO = {"en": "Start from zero", "ko": "0에서 시작"}


def headline(page: Page, words: str) -> None:
    page.locator('[data-testid="headline"]', has_text=words).wait_for(timeout=PATIENCE)


def ends(page: Page) -> None:
    """Waits until the run of the page is over."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(
        timeout=PATIENCE
    )


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_amount_typed_shows_the_loss_and_a_link_restores_it(
    desk_server: str, page: Page, browser: Browser, language: str
) -> None:
    page.goto(f"{desk_server}/my_plan?lang={language}")
    headline(page, EQUAL[language])
    ends(page)
    page.get_by_role("button", name=ZERO[language]).click()
    headline(page, FEWER[language])
    ends(page)
    before = page.get_by_test_id("headline").inner_text()
    amount = page.get_by_role("spinbutton", name=BOX[language], exact=True)
    amount.fill(AMOUNT[language])
    amount.press("Enter")
    page.wait_for_function(
        "before => document.querySelector('[data-testid=headline]').innerText !== before",
        arg=before,
    )
    ends(page)
    assert page.get_by_test_id("mine-left").inner_text()
    assert page.get_by_test_id("broken-visa-floor").is_visible()
    assert parse_qs(urlsplit(page.url).query)["mine"] == ["gpu_access:2025:1500"]
    other = browser.new_page()
    other.goto(page.url)
    headline(other, page.get_by_test_id("headline").inner_text())
    other.close()


@pytest.mark.parametrize("view", ["why", "my_plan", "curve"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_off_the_side(desk_server: str, page: Page, view: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{desk_server}/{view}?lang=en")
    page.get_by_test_id("headline").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(500)
    ends(page)
    over = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]');"
        " return m.scrollWidth - m.clientWidth; }"
    )
    assert over <= 0
