"""The desk in a real browser: what a planner does in the first minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.walking import calm, drawn, headline, sideways, turn_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BEST = "people more in Korea by 2028"
CONFLICT = "These rules cannot hold together"
BEST_KO = "2028년까지 한국 인재"


def opened(page: Page, address: str, words: str = BEST) -> str:
    """Opens a page and gives its headline."""
    page.goto(address)
    return drawn(page, words)


def link(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def type_budget(page: Page, label: str, amount: str) -> None:
    box = page.get_by_role("textbox", name=label, exact=True)
    box.fill(amount)
    box.press("Enter")


def test_a_new_budget_brings_a_new_plan_and_a_link_that_restores_it(
    desk_server: str, page: Page, browser: Browser
) -> None:
    before = opened(page, f"{desk_server}/?lang=en")
    type_budget(page, "Total budget (billion won)", "9")
    page.get_by_test_id("budget-in-full").filter(has_text="₩9,000,000,000").wait_for()
    page.wait_for_function(
        "before => document.querySelector('[data-testid=headline]').innerText !== before",
        arg=before,
    )
    calm(page, studies=False)
    after = headline(page)
    assert int(after.split()[0]) < int(before.split()[0])
    assert link(page)["budget"] == ["9000"]
    other = browser.new_page()
    assert opened(other, page.url) == after
    assert other.get_by_test_id("changed").inner_text() == "You changed 1 thing"
    other.close()


def test_the_language_changes_every_word_and_keeps_the_plan(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en&budget=9000")
    page.get_by_role("button", name="한국어").or_(page.get_by_role("radio", name="한국어")).click()
    drawn(page, BEST_KO)
    assert page.get_by_role("textbox", name="총예산(억 원)", exact=True).input_value() == "90"
    assert link(page)["lang"] == ["ko"]
    shown = page.get_by_test_id("stMain").inner_text()
    assert "people" not in shown
    assert page.locator(".st-key-scenario-chosen input").input_value() == "대한민국 2025~2028"
    assert page.locator(".st-key-measure input").input_value() == "순증 인원"
    assert "억 원" in shown


def test_a_slider_moved_by_keyboard_adds_a_floor_and_undo_takes_it_back(
    desk_server: str, page: Page
) -> None:
    before = opened(page, f"{desk_server}/?lang=en")
    low = page.get_by_test_id("stSlider").filter(has_text="GPU access").locator("input").first
    low.focus()
    for _ in range(12):  # faster than the desk answers: no press may be lost
        low.press("ArrowRight")
    page.get_by_test_id("changed").filter(has_text="You changed 1 thing").wait_for()
    page.get_by_role("button", name="GPU access, at least: 10% → 22%").wait_for()
    page.get_by_test_id("cost-gpu-floor").wait_for()
    while page.get_by_test_id("changed").inner_text() != "Nothing changed":
        page.get_by_role("button", name="Undo", exact=True).click()
        calm(page, studies=False)
    assert headline(page) == before


def test_a_conflict_is_answered_with_repairs_and_one_click_mends_it(
    desk_server: str, page: Page
) -> None:
    opened(
        page,
        f"{desk_server}/?lang=en&floor.gpu_access=0.6&floor.a_team_cultivation=0.6",
        CONFLICT,
    )
    page.get_by_role("button", name="Keep “At least 60% for A-team cultivation”").click()
    drawn(page, BEST)
    assert page.get_by_role("button", name="GPU access, at least: 10% → 23%").count() == 1


def test_what_was_taken_back_stays_so_while_studies_run(desk_server: str, page: Page) -> None:
    """A study's look at how far it is carries what the browser showed a moment ago."""
    moves = "floor.gpu_access=0.6&floor.a_team_cultivation=0.6"
    for budget in (17_171, 17_173):  # never solved before: studies are under way
        opened(page, f"{desk_server}/?lang=en&{moves}&budget={budget}", CONFLICT)
        page.get_by_role("button", name="Keep “At least 60% for A-team cultivation”").click()
        drawn(page, BEST)
        page.wait_for_timeout(900)
        page.get_by_role("button", name="Undo", exact=True).click()
        drawn(page, CONFLICT)
        page.get_by_role("button", name="Keep “At least 60% for GPU access”").click()
        drawn(page, BEST)
        assert link(page)["floor.gpu_access"] == ["0.6"]
        assert link(page)["floor.a_team_cultivation"] != ["0.6"]


def test_pages_keep_the_choice(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en&budget=9000")
    for path, words in (
        ("evidence", "The numbers behind the plan"),
        ("method", "How the plan is found"),
        ("scenarios", "Scenarios"),
        ("plan", BEST),
    ):
        turn_to(page, path)
        drawn(page, words)
        assert page.get_by_test_id("budget-in-full").inner_text() == "₩9,000,000,000"
        assert link(page)["budget"] == ["9000"]


def test_the_browser_s_back_button_takes_a_step_back(desk_server: str, page: Page) -> None:
    opened(page, f"{desk_server}/?lang=en")
    type_budget(page, "Total budget (billion won)", "9")
    page.get_by_test_id("budget-in-full").filter(has_text="₩9,000,000,000").wait_for()
    calm(page, studies=False)
    page.go_back()
    page.get_by_test_id("budget-in-full").filter(has_text="₩18,000,000,000").wait_for()


@pytest.mark.parametrize("width", [390, 1280, 1440])
def test_nothing_runs_off_the_side(desk_server: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, f"{desk_server}/?lang=en")
    assert sideways(page) <= 0
    for chart in ("bars-money", "bars-people"):
        tracks = page.get_by_test_id(chart).locator(".tbo-track")
        widths = tracks.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
        assert len(widths) >= 3
        assert max(widths) - min(widths) < 0.5
    flow = page.locator(".st-key-flow-wide" if width > 760 else ".st-key-flow-narrow")
    assert flow.is_visible()


def test_nothing_is_fetched_from_anywhere_else(desk_server: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{desk_server}/?lang=ko", BEST_KO)
    assert len(asked) > 5
    outside = [url for url in asked if not url.startswith((desk_server, "data:", "blob:"))]
    assert outside == []
