"""My plan in a real browser: type an amount, read the loss, take it back, share it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.walking import calm, drawn, headline

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BOX = {"en": "GPU access 2025", "ko": "GPU 지원 2025"}
EQUAL = {"en": "as many as the best plan", "ko": "최적안과 같음"}
NOTHING = {"en": "By hand: 0 people more", "ko": "0명 순증"}
AMOUNT = {"en": "1.5", "ko": "15"}
ZERO = {"en": "Start from zero", "ko": "0에서 시작"}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_amount_typed_shows_the_loss_and_a_link_restores_it(
    desk_server: str, page: Page, browser: Browser, language: str
) -> None:
    page.goto(f"{desk_server}/my_plan?lang={language}")
    drawn(page, EQUAL[language])
    page.get_by_role("button", name=ZERO[language]).click()
    before = drawn(page, NOTHING[language])
    amount = page.get_by_role("textbox", name=BOX[language], exact=True)
    amount.fill(AMOUNT[language])
    amount.press("Enter")
    page.wait_for_function(
        "before => document.querySelector('[data-testid=headline]').innerText !== before",
        arg=before,
    )
    calm(page, studies=False)
    assert page.get_by_test_id("mine-left").inner_text()
    assert page.get_by_test_id("broken-visa-floor").is_visible()
    assert parse_qs(urlsplit(page.url).query)["mine"] == ["gpu_access:2025:1500"]
    other = browser.new_page()
    other.goto(page.url)
    drawn(other, headline(page))
    other.close()
