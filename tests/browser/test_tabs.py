"""Two tabs of one browser: what each keeps is there in both, and each speaks its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.walking import calm, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def pinned(page: Page) -> int:
    return page.locator('[class*="st-key-unpin-"] button:visible').count()


def test_a_pin_in_each_of_two_tabs_is_there_in_both(desk_server: str, page: Page) -> None:
    other = page.context.new_page()
    opened(page, f"{desk_server}/?lang=en")
    opened(other, f"{desk_server}/?lang=ko&budget=9000")
    for tab in (page, other):  # both were opened before there was a cookie
        tab.locator(".st-key-pin-this button:visible").first.click()
        tab.locator(".st-key-unpin-0").wait_for()
        calm(tab, studies=False)
    for tab, word in ((other, "명"), (page, "people")):
        tab.reload()
        calm(tab, studies=False)
        assert pinned(tab) == 2
        assert word in tab.locator('[data-testid="headline"]').first.inner_text()
    other.locator(".st-key-unpin-0 button:visible").first.click()
    other.locator(".st-key-unpin-1").wait_for(state="detached")
    calm(other, studies=False)
    page.reload()
    calm(page, studies=False)
    assert pinned(page) == 1
    other.close()
