"""Editing in a real browser: open a file, change a rule and a number, pin, save, open again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from optimizer.api import desk as api
from tests.browser.walking import calm, opened, sideways, turn_to

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS = {
    "en": {
        "share": "Share of the budget (%)",
        "author": "Signed by", "reason": "Reason", "file": "Whole document (YAML)",
        "pin": "Pin this plan", "linkless": "no link can carry", "link": "Share",
    },
    "ko": {
        "share": "예산 비중(%)",
        "author": "작성자", "reason": "사유", "file": "전체 문서(YAML)",
        "pin": "이 배분안 고정", "linkless": "링크로 공유할 수 없음", "link": "공유",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_rule_is_changed_signed_saved_and_opened_again(
    desk_server: str, page: Page, tmp_path: Path, language: str
) -> None:
    say = WORDS[language]
    opened(page, f"{desk_server}/rules?lang={language}")
    box = page.get_by_role("textbox", name=say["share"], exact=True).nth(2)
    box.fill("25")
    box.press("Enter")
    page.get_by_test_id("rule-gpu-floor").filter(has_text="25%").wait_for()
    calm(page)
    assert parse_qs(urlsplit(page.url).query)["floor.gpu_access"] == ["0.25"]
    page.get_by_role("button", name=say["pin"]).click()
    page.get_by_role("button", name=say["pin"]).and_(page.locator(":disabled")).wait_for()
    turn_to(page, "save")
    for name, text in (("author", "Kim"), ("reason", "Trial")):
        page.get_by_role("textbox", name=say[name], exact=True).fill(text)
        page.keyboard.press("Tab")
        calm(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name=say["file"]).click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    saved = api.load_scenario(file)
    assert (saved.author, saved.rules[2].share) == ("Kim", 0.25)
    turn_to(page, "scenarios")
    page.locator('[data-testid="stFileUploader"] input[type=file]').first.set_input_files(file)
    page.get_by_test_id("file-open").wait_for()
    calm(page)
    chosen = parse_qs(urlsplit(page.url).query)["scenario"]
    assert chosen == [f"file-{saved.fingerprint}"]
    page.get_by_role("button", name=say["link"], exact=True).click()
    page.get_by_text(say["linkless"]).wait_for()


@pytest.mark.parametrize(("name", "width"), [("scenarios", 390), ("rules", 390), ("save", 1280)])
def test_nothing_runs_off_the_side(desk_server: str, page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, f"{desk_server}/{name}?lang=en&floor.gpu_access=0.3")
    assert sideways(page) <= 0
