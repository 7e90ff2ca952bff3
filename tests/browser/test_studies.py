"""Studies in a real browser: looked at by keyboard and pointer, worked out beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.walking import calm, drawn, turn_to

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FIRST = {"en": "Retained against attracted", "ko": "잔류 대 유치"}
PLAN = {"en": "Plan {n}", "ko": "대안 {n}"}
RANGE = {"en": "90%, plan kept:", "ko": "90%"}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_plan_is_looked_at_by_pointer_and_by_keyboard(
    desk_server: str, page: Page, language: str
) -> None:
    page.goto(f"{desk_server}/trade_off?lang={language}")
    drawn(page, FIRST[language])
    chart = page.locator(".st-key-frontier-chart")
    chart.locator(".mark-symbol path").first.click()
    looked = page.get_by_test_id("panel-trade-one")
    looked.filter(has_text=PLAN[language].format(n=1)).wait_for()
    calm(page, studies=False)
    slider = page.locator('[class*="st-key-choose-trade-point"] input').first
    slider.focus()
    slider.press("ArrowRight")
    looked.filter(has_text=PLAN[language].format(n=2)).wait_for()
    table = page.get_by_test_id("payoff")
    table.wait_for()
    calm(page)
    table.focus()
    assert table.evaluate("one => one === document.activeElement")


def test_long_work_runs_beside_the_page_and_can_be_stopped(desk_server: str, page: Page) -> None:
    plan = "Plan"
    page.goto(f"{desk_server}/how_sure?lang=en")
    drawn(page, RANGE["en"])
    page.locator(".st-key-start-robust button").click()
    under_way = page.locator(".st-key-waiting-robust")
    under_way.or_(page.get_by_test_id("robust")).first.wait_for()
    pages = page.get_by_test_id("stPageLink-NavLink")
    pages.get_by_text(plan, exact=True).click()
    drawn(page, "people more in Korea")
    known = page.locator(".st-key-range a")
    known.filter(has_text=RANGE["en"]).wait_for()
    known.click()
    drawn(page, RANGE["en"])
    turn_to(page, "map")
    page.locator(".st-key-start-map button").click()
    page.locator(".st-key-stop-map button").click()
    page.locator(".st-key-start-map button").wait_for()
    turn_to(page, "how_sure")
    page.get_by_test_id("robust").wait_for()
