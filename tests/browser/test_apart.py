"""Two visitors of one desk: what one changes or takes back, the other never sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.walking import calm, headline, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def type_budget(page: Page, amount: str, full: str) -> str:
    """Types a budget and gives the new headline."""
    box = page.get_by_role("textbox", name="Total budget (billion won)", exact=True)
    box.fill(amount)
    box.press("Enter")
    page.get_by_test_id("budget-in-full").filter(has_text=full).wait_for()
    calm(page)
    return headline(page)


def test_visitors_never_see_each_other(desk_server: str, page: Page, browser: Browser) -> None:
    other = browser.new_page()
    signed = headline(opened(page, f"{desk_server}/?lang=en"))
    opened(other, f"{desk_server}/?lang=en")
    mine = type_budget(page, "9", "₩9,000,000,000")
    theirs = type_budget(other, "30", "₩30,000,000,000")
    assert len({signed, mine, theirs}) == 3
    page.locator(".st-key-undo button").click()
    page.get_by_test_id("budget-in-full").filter(has_text="₩18,000,000,000").wait_for()
    calm(page)
    assert headline(page) == signed
    assert headline(other) == theirs
    other.locator(".st-key-pin-this button:visible").first.click()
    other.locator(".st-key-unpin-0").wait_for()
    calm(other)
    assert other.get_by_test_id("budget-in-full").inner_text() == "₩30,000,000,000"
    assert page.get_by_test_id("changed").inner_text() == "Nothing changed"
    page.get_by_role("radio", name="한국어").or_(page.get_by_role("button", name="한국어")).click()
    page.locator('[data-testid="headline"]', has_text="명").wait_for()
    calm(page)
    assert page.locator(".st-key-unpin-0").count() == 0
    assert headline(other) == theirs
    other.close()
