"""Countries, report, tour and terms in a real browser, by pointer and by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optimizer.api import desk as api
from tests.browser.walking import calm, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COUNTRIES = {"en": "Countries, two to eight", "ko": "비교 국가(2~8곳)"}
JAPAN = {"en": "Japan", "ko": "일본"}
FORM = {"en": "What to make", "ko": "문서 종류"}
LP = {"en": "The programme to read (LP)", "ko": "수식 확인용(LP)"}
MAKE = {"en": "Make it", "ko": "작성"}
GET = {"en": "Download korea-2025.lp", "ko": "korea-2025.lp 내려받기"}
START = {"en": "Start the tour", "ko": "안내 시작"}
NEXT = {"en": "Next", "ko": "다음"}
STOP = {"en": "End the tour", "ko": "안내 종료"}
TERMS = {"en": "Terms", "ko": "용어"}
SEARCH = {"en": "Look up a term", "ko": "용어 찾기"}
REGRET = {"en": "Regret", "ko": "후회"}
RETAINED = {"en": "retained", "ko": "잔류"}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_country_is_added_and_a_figure_opens_to_its_source(
    desk_server: str, page: Page, language: str
) -> None:
    opened(page, f"{desk_server}/countries?lang={language}")
    assert page.get_by_test_id("bar-JPN").count() == 0
    box = page.get_by_role("combobox", name=COUNTRIES[language])
    box.fill(JAPAN[language])
    box.press("Enter")
    page.get_by_test_id("bar-JPN").wait_for()
    calm(page)
    line = page.get_by_test_id("difference-yearly_per_head")
    source = line.locator("a[href^=http]").first
    assert not source.is_visible()
    line.locator("summary").first.focus()
    page.keyboard.press("Enter")
    source.wait_for()
    assert JAPAN[language] in line.inner_text()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_report_is_made_and_downloaded(
    desk_server: str, page: Page, tmp_path: Path, language: str
) -> None:
    opened(page, f"{desk_server}/report?lang={language}")
    box = page.get_by_role("combobox", name=FORM[language])
    box.fill(LP[language])
    box.press("Enter")
    page.get_by_text(f"--format lp --lang {language}").wait_for()
    page.get_by_role("button", name=MAKE[language]).click()
    button = page.get_by_role("button", name=GET[language])
    button.wait_for()
    with page.expect_download() as waiting:
        button.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == "korea-2025.lp"
    made = api.report(api.load_scenario("korea-2025"), "lp", language=language)
    assert path.read_bytes() == made


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_tour_leads_over_the_pages_by_keyboard(
    desk_server: str, page: Page, language: str
) -> None:
    opened(page, f"{desk_server}/?lang={language}&budget=9000")
    page.get_by_role("button", name=START[language]).press("Enter")
    for step in range(2, 5):
        page.get_by_role("button", name=NEXT[language], exact=True).press("Enter")
        page.get_by_test_id("tour-words").filter(has_text=str(step)).wait_for()
        calm(page)
    page.wait_for_url("**/why?**")
    assert "budget=9000" in page.url
    page.get_by_role("button", name=STOP[language]).press("Enter")
    page.get_by_test_id("tour-words").wait_for(state="detached")
    assert page.get_by_test_id("tour-invite").count() == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_terms_are_looked_up_and_figures_opened(
    desk_server: str, page: Page, language: str
) -> None:
    opened(page, f"{desk_server}/?lang={language}&tour=0")
    page.get_by_role("button", name=TERMS[language]).click()
    page.get_by_role("searchbox", name=SEARCH[language]).fill(REGRET[language])
    listed = page.get_by_test_id("glossary-list")
    page.wait_for_function("document.querySelectorAll('.tbo-glossary dt').length < 5")
    assert REGRET[language] in listed.inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("radio", name=RETAINED[language], exact=True).click()
    page.get_by_test_id("derived-sum").wait_for()
    calm(page)
    row = page.get_by_test_id("derived-rows").locator("summary").first
    row.focus()
    page.keyboard.press("Enter")
    page.get_by_test_id("derived-rows").locator("table").first.wait_for()
