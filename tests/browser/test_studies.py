"""Studies in a real browser: looked at by keyboard and pointer, worked out beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.walking import calm

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PATIENCE = 180_000  # milliseconds
FIRST = {"en": "Retained against attracted", "ko": "잔류 대 유치"}
PLAN = {"en": "Plan {n}", "ko": "대안 {n}"}
RANGE = {"en": "90%:", "ko": "90%"}


def ends(page: Page) -> None:
    """Waits until the run of the page is over."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(
        timeout=PATIENCE
    )


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_plan_is_looked_at_by_pointer_and_by_keyboard(
    desk_server: str, page: Page, language: str
) -> None:
    page.goto(f"{desk_server}/trade_off?lang={language}")
    page.get_by_test_id("headline").filter(has_text=FIRST[language]).wait_for(timeout=PATIENCE)
    chart = page.locator(".st-key-frontier-chart")
    chart.locator(".mark-symbol path").first.click(timeout=PATIENCE)
    looked = page.get_by_test_id("panel-trade-one")
    looked.filter(has_text=PLAN[language].format(n=1)).wait_for(timeout=PATIENCE)
    ends(page)
    slider = page.locator('[class*="st-key-choose-trade-point"] input').first
    slider.focus()
    slider.press("ArrowRight")
    looked.filter(has_text=PLAN[language].format(n=2)).wait_for(timeout=PATIENCE)
    table = page.get_by_test_id("payoff")
    table.wait_for(timeout=PATIENCE)
    calm(page)
    table.focus()
    assert table.evaluate("one => one === document.activeElement")


def test_long_work_runs_beside_the_page_and_can_be_stopped(desk_server: str, page: Page) -> None:
    plan = "Plan"
    page.goto(f"{desk_server}/how_sure?lang=en")
    page.get_by_test_id("headline").filter(has_text=RANGE["en"]).wait_for(timeout=PATIENCE)
    ends(page)
    page.locator(".st-key-start-robust button").click(timeout=PATIENCE)
    under_way = page.locator(".st-key-waiting-robust")
    under_way.or_(page.get_by_test_id("robust")).first.wait_for(timeout=PATIENCE)
    pages = page.get_by_test_id("stPageLink-NavLink")
    pages.get_by_text(plan, exact=True).click()
    page.get_by_test_id("headline").filter(has_text="people more in Korea").wait_for(
        timeout=PATIENCE
    )
    known = page.locator(".st-key-range a")
    known.filter(has_text=RANGE["en"]).wait_for(timeout=PATIENCE)
    known.click()
    page.get_by_test_id("headline").filter(has_text=RANGE["en"]).wait_for(timeout=PATIENCE)
    ends(page)
    page.locator(".st-key-start-many button").click(timeout=PATIENCE)
    page.locator(".st-key-stop-many button").click(timeout=PATIENCE)
    page.locator(".st-key-start-many button").wait_for(timeout=PATIENCE)
    page.get_by_test_id("robust").wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("view", ["trade_off", "room", "how_sure"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_off_the_side(desk_server: str, page: Page, view: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{desk_server}/{view}?lang=ko")
    found = {"trade_off": "trade-said", "room": "ranges", "how_sure": "likely"}
    page.get_by_test_id(found[view]).wait_for(timeout=PATIENCE)
    ends(page)
    over = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]');"
        " return m.scrollWidth - m.clientWidth; }"
    )
    assert over <= 0
