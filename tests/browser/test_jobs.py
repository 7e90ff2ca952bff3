"""Three jobs from start to end: tune and share a plan, compare and report, look up a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from optimizer.api import desk as api
from tests.browser.walking import calm, headline, opened, turn_to
from ui.speech import Speech

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

LANGUAGES = api.LANGUAGES
OTHERS = ("korea-2025-gpu-first", "korea-2025-austerity")
WORDS = {
    "en": {"gpu": "GPU access", "a_team": "A-team cultivation", "trouble": "cannot hold together",
           "people": "people", "added": "Japan"},
    "ko": {"gpu": "GPU 지원", "a_team": "A급 팀 양성", "trouble": "함께 성립할 수 없",
           "people": "명", "added": "일본"},
}  # fmt: skip


def floor_of(page: Page, programme: str) -> Locator:
    """The lower end of a programme's range."""
    lever = page.get_by_test_id("stSlider").filter(has_text=programme)
    return lever.locator("input").first


def told(page: Page) -> int:
    """The number in the headline."""
    return int("".join(filter(str.isdigit, headline(page).replace("2028", ""))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_planner_tunes_floors_repairs_a_conflict_and_shares_the_link(
    desk_server: str, page: Page, browser: Browser, language: str
) -> None:
    say = WORDS[language]
    opened(page, f"{desk_server}/?lang={language}")
    best = told(page)
    gpus = floor_of(page, say["gpu"])
    gpus.focus()
    for _ in range(30):
        gpus.press("ArrowRight")
    page.locator('[class*="st-key-back-floor-gpu_access"]').wait_for()
    calm(page)
    tuned = told(page)
    assert tuned < best
    floor_of(page, say["a_team"]).press("End")
    page.locator('[data-testid="headline"]', has_text=say["trouble"]).wait_for()
    calm(page)
    page.locator(".st-key-repairs button").first.click()
    page.locator('[data-testid="fact-spent"]').wait_for()
    calm(page)
    repaired = headline(page)
    assert 0 < told(page) <= best
    page.locator(".st-key-share button").click()
    link = page.locator('[data-testid="stPopoverBody"] code').inner_text()
    assert link.startswith(desk_server)
    second = browser.new_page()
    assert headline(opened(second, link)) == repaired
    second.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_consultant_compares_three_plans_and_downloads_the_report(
    desk_server: str, page: Page, tmp_path: Path, language: str
) -> None:
    opened(page, f"{desk_server}/?lang={language}")
    people = told(page)
    page.locator(".st-key-pin-this button:visible").first.click()
    page.locator(".st-key-unpin-0").wait_for()
    for n, name in enumerate(OTHERS, 1):
        pin_other(page, api.load_scenario(name), language)
        page.locator(f".st-key-unpin-{n}").wait_for()
        calm(page)
    line = page.get_by_test_id("line-people").locator("td").all_inner_texts()
    assert len(line) == 3
    plans = [api.bare_plan(api.load_scenario(name)) for name in ("korea-2025", *OTHERS)]
    for cell, plan in zip(line, plans, strict=True):
        assert Speech(language).people(plan.totals.net_people) in cell
    turn_to(page, "report")
    page.locator(".st-key-start-report button").click()
    page.locator(".st-key-report-get button").wait_for()
    calm(page)
    with page.expect_download() as saving:
        page.locator(".st-key-report-get button").click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    assert file.suffix == ".docx"
    first = " ".join(p.text for p in docx.Document(str(file)).paragraphs[:12])
    assert f"{people} {WORDS[language]['people']}".replace(" 명", "명") in first


def pin_other(page: Page, scenario: api.Scenario, language: str) -> None:
    """Pins the best plan of another scenario."""
    assert scenario.title is not None
    body = page.locator('[data-testid="stPopoverBody"]')
    if not body.is_visible():
        page.locator(".st-key-pin-other button").first.click()
    title = scenario.title.in_(language)
    box = body.locator(".st-key-pin-scenario input")
    box.click()
    page.get_by_role("option", name=title, exact=True).click()
    calm(page)
    body.locator(".st-key-pin-scenario-do button").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_analyst_compares_five_countries_and_looks_up_a_source(
    desk_server: str, page: Page, language: str
) -> None:
    opened(page, f"{desk_server}/countries?lang={language}")
    chosen = page.locator('[class*="st-key-choose-countries"]')
    bars = page.get_by_test_id("bars-countries").locator(".tbo-bar")
    assert bars.count() == 5
    added = WORDS[language]["added"]
    assert page.get_by_test_id("bars-countries").get_by_text(added, exact=True).count() == 0
    chosen.locator("[data-tag] button").last.click()
    page.wait_for_function(
        "() => document.querySelectorAll('[data-testid=bars-countries] .tbo-bar').length === 4"
    )
    chosen.locator("input").click()
    page.get_by_role("option", name=added, exact=True).click()
    page.get_by_test_id("bars-countries").get_by_text(added, exact=True).wait_for()
    calm(page)
    assert bars.count() == 5
    shut = page.locator(".tbo-opens details:not([open]):has(.tbo-cited a) > summary").first
    shut.click()
    source = page.locator(".tbo-opens details[open] .tbo-cited a").first
    source.wait_for()
    known = {one.address: one for one in api.load_evidence().sources.values()}
    found = known[str(source.get_attribute("href"))]
    assert source.inner_text() == f"{found.publisher}, {found.date}"
    assert source.get_attribute("title") == found.title
