"""A reloaded page: what its visitor opened and pinned is still there, and nobody else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optimizer.api import desk as api
from tests.browser.walking import calm, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_documents_and_pins_survive_a_reload_and_stay_with_their_visitor(
    desk_server: str, page: Page, browser: Browser
) -> None:
    document = api.document_text(api.load_scenario("korea-2025", ["id=mine", "title.en=Mine"]))
    opened(page, f"{desk_server}/scenarios?lang=en")
    file = {"name": "mine.yaml", "mimeType": "application/yaml", "buffer": document.encode()}
    page.locator('[data-testid="stFileUploader"] input[type=file]').first.set_input_files([file])
    page.wait_for_url("**scenario=file-*")
    calm(page)
    page.locator(".st-key-pin-this button:visible").first.click()
    page.locator(".st-key-unpin-0").wait_for()
    calm(page)
    address = page.url
    opened(page, address)
    assert page.locator(".st-key-unpin-0").count() == 1
    assert page.locator(".st-key-scenario-chosen input").input_value() == "Mine"
    other = browser.new_page()
    opened(other, address)
    assert other.locator(".st-key-unpin-0").count() == 0
    assert other.locator(".st-key-scenario-chosen input").input_value() == "Korea 2025–2028"
    other.close()
