"""Editing in a real browser: open a file, change a rule and a number, pin, save, open again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from optimizer import api

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PATIENCE = 60_000  # milliseconds
WORDS = {
    "en": {
        "rules": "Edit rules", "save": "Save", "open": "Open", "share": "Share of the budget (%)",
        "author": "Signed by", "reason": "Reason", "file": "Whole document (YAML)",
        "pin": "Pin this plan", "linkless": "no link can carry", "link": "Share",
    },
    "ko": {
        "rules": "규칙 편집", "save": "저장", "open": "열기", "share": "예산 비중(%)",
        "author": "작성자", "reason": "사유", "file": "전체 문서(YAML)",
        "pin": "이 배분안 고정", "linkless": "링크로 공유할 수 없음", "link": "공유",
    },
}  # fmt: skip


def ends(page: Page) -> None:
    """Waits until the run of the page is over."""
    page.wait_for_timeout(300)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(
        timeout=PATIENCE
    )


def part(page: Page, name: str) -> None:
    """Opens a part of the page."""
    page.get_by_test_id("stMain").get_by_role("radio", name=name, exact=True).click()
    ends(page)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_rule_is_changed_signed_saved_and_opened_again(
    desk_server: str, page: Page, tmp_path: Path, language: str
) -> None:
    say = WORDS[language]
    page.goto(f"{desk_server}/scenarios?lang={language}")
    page.get_by_test_id("headline").wait_for(timeout=PATIENCE)
    ends(page)
    part(page, say["rules"])
    box = page.get_by_role("spinbutton", name=say["share"], exact=True).nth(2)
    box.fill("25")
    box.press("Enter")
    page.get_by_test_id("rule-gpu-floor").filter(has_text="25%").wait_for(timeout=PATIENCE)
    ends(page)
    assert parse_qs(urlsplit(page.url).query)["floor.gpu_access"] == ["0.25"]
    page.get_by_role("button", name=say["pin"]).click()
    page.get_by_role("button", name=say["pin"]).and_(page.locator(":disabled")).wait_for()
    part(page, say["save"])
    for name, text in (("author", "Kim"), ("reason", "Trial")):
        page.get_by_role("textbox", name=say[name], exact=True).fill(text)
        page.keyboard.press("Tab")
        ends(page)
    with page.expect_download(timeout=PATIENCE) as saving:
        page.get_by_role("button", name=say["file"]).click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    saved = api.load_scenario(file)
    assert (saved.author, saved.rules[2].share) == ("Kim", 0.25)
    part(page, say["open"])
    page.locator('[data-testid="stFileUploader"] input[type=file]').first.set_input_files(file)
    page.get_by_test_id("file-open").wait_for(timeout=PATIENCE)
    ends(page)
    opened = parse_qs(urlsplit(page.url).query)["scenario"]
    assert opened == [f"file-{saved.fingerprint}"]
    page.get_by_role("button", name=say["link"], exact=True).click()
    page.get_by_text(say["linkless"]).wait_for(timeout=PATIENCE)


@pytest.mark.parametrize(("name", "width"), [("open", 390), ("rules", 390), ("save", 1280)])
def test_nothing_runs_off_the_side(desk_server: str, page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{desk_server}/scenarios?lang=en&floor.gpu_access=0.3")
    page.get_by_test_id("headline").wait_for(timeout=PATIENCE)
    ends(page)
    part(page, WORDS["en"][name])
    over = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]');"
        " return m.scrollWidth - m.clientWidth; }"
    )
    assert over <= 0
