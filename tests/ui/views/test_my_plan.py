"""My plan: boxes, files, links and undo lead to what the engine says of that plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view, part, words
from ui.moves import own_plan

LINK = {"scenario": "korea-2025", "lang": "en"}
KOREA = api.load_scenario("korea-2025")
SLOTS = [(p, y) for p in KOREA.programmes for y in KOREA.years.all]


def box(at: AppTest, programme: str, year: int, language: str = "en") -> float | None:
    text = at.text_input(key=f"hand-{programme}-{year}-{language}").value
    return None if text is None else float(text.replace(",", ""))


def test_it_starts_from_the_best_plan_and_leaves_nothing_on_the_table() -> None:
    at = open_view("my_plan", LINK)
    best = own_plan.best_money(api.solve(KOREA))
    assert "as many as the best plan" in part(at, "headline")
    assert part(at, "mine-rules").startswith("keeps every rule")
    for (p, y), money in best.items():
        assert box(at, p, y) == pytest.approx(money / 1000, rel=1e-5, abs=1e-6)
    for p in KOREA.programmes:
        given = sum(best[p, y] for y in KOREA.years.all)
        said = api.wording.money(given, KOREA.money.parsed, "en")
        assert part(at, f"hand-sum-{p}").endswith(f" {said} · best plan {said}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_an_amount_typed_is_evaluated(language: str) -> None:
    size = {"en": 1000.0, "ko": 100.0}[language]
    at = open_view("my_plan", {**LINK, "lang": language})
    at.button(key="hand-zero").click().run()
    at.text_input(key=f"hand-gpu_access-2025-{language}").set_value(f"{5000 / size:g}").run()
    assert not at.exception
    for p in KOREA.programmes:
        given = 5000.0 if p == "gpu_access" else 0.0
        said = api.wording.money(given, KOREA.money.parsed, language)
        assert f" {said} · " in part(at, f"hand-sum-{p}")
    found = api.evaluate(KOREA, {("gpu_access", 2025): 5000.0})
    digits = api.wording.digits
    assert digits(found.plan.totals.net_people, 2) in part(at, "headline")
    best = {"en": "best plan", "ko": "최적안"}[language]
    assert best not in part(at, "headline")  # a plan that breaks rules is not measured against it
    assert found.left_on_the_table is not None
    assert digits(found.left_on_the_table, 2) in part(at, "mine-left")
    assert len(found.broken) > 2
    for row in found.broken.itertuples():
        title = row.title if language == "en" else row.title_ko
        assert str(title) in part(at, f"broken-{row.rule}")
        by = api.wording.money(float(str(row.missed_by)), KOREA.money.parsed, language)
        assert by in part(at, f"broken-{row.rule}")
    assert at.query_params["mine"] == "gpu_access:2025:5000"


def test_money_that_nobody_can_absorb_is_named_idle() -> None:
    at = open_view("my_plan", {**LINK, "mine": "a_team_cultivation:2028:18000"})
    found = api.evaluate(KOREA, {("a_team_cultivation", 2028): 18000.0})
    idle = float(found.moves["idle"].sum())
    assert idle > 1
    said = api.wording.money(idle, KOREA.money.parsed, "en")
    assert said in part(at, "mine-idle")
    assert f"{said} of it idle" in part(at, "bar-a_team_cultivation")


def test_every_step_can_be_undone_and_the_best_plan_copied() -> None:
    at = open_view("my_plan", LINK)
    before = part(at, "headline")
    at.text_input(key="hand-visa_fast_track-2025-en").set_value("0").run()
    changed = part(at, "headline")
    assert changed != before
    at.button(key="hand-undo").click().run()
    assert part(at, "headline") == before
    at.button(key="hand-redo").click().run()
    assert part(at, "headline") == changed
    at.button(key="hand-copy").click().run()
    assert part(at, "headline") == before
    assert at.query_params["mine"].count("~") > 3


def test_a_lever_moved_keeps_the_plan_and_a_new_scenario_drops_it() -> None:
    at = open_view("my_plan", {**LINK, "mine": "gpu_access:2025:900"})
    at.text_input(key="budget-en").set_value("9").run()
    assert box(at, "gpu_access", 2025) == 0.9
    assert box(at, "gpu_access", 2026) == 0
    assert at.query_params["mine"] == "gpu_access:2025:900"


def test_a_plan_in_the_link_that_makes_no_sense_is_left_aside() -> None:
    at = open_view("my_plan", {**LINK, "mine": "moon_base:2025:900"})
    assert "mine=moon_base" in part(at, "ignored")
    assert "as many as the best plan" in part(at, "headline")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_without_a_best_plan_the_own_one_is_still_evaluated(language: str) -> None:
    tight = {"floor.gpu_access": "0.6", "floor.a_team_cultivation": "0.6"}
    at = open_view("my_plan", {**LINK, **tight, "mine": "gpu_access:2025:900", "lang": language})
    said = {"en": "there is no best plan to compare with", "ko": "비교할 최적안 없음"}
    assert said[language] in part(at, "mine-left")
    assert at.button(key="hand-copy").disabled
    assert part(at, "broken")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_zero_is_a_budget(language: str) -> None:
    at = open_view("my_plan", {**LINK, "budget": "0", "lang": language})
    assert not at.exception
    assert part(at, "mine-rules")
    assert all(box(at, p, y, language) == 0 for p, y in SLOTS)


def test_a_file_becomes_the_plan() -> None:
    at = open_view("my_plan", LINK)
    file = "programme,year,spending\ngpu_access,2025,900\nvisa_fast_track,2026,450\n"
    at.file_uploader(key="hand-file").set_value([("mine.csv", file.encode(), "text/csv")]).run()
    assert not at.exception
    assert box(at, "gpu_access", 2025) == 0.9
    assert box(at, "visa_fast_track", 2026) == 0.45
    assert box(at, "a_team_cultivation", 2025) == 0


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_faulty_file_lists_every_fault_and_changes_nothing(language: str) -> None:
    at = open_view("my_plan", {**LINK, "lang": language})
    before = part(at, "headline")
    file = "programme,year,spending\nmoon,2025,1\ngpu_access,1999,1\ngpu_access,2025,lots\n"
    at.file_uploader(key="hand-file").set_value([("mine.csv", file.encode(), "text/csv")]).run()
    told = part(at, "hand-faults")
    assert all(word in told for word in ("moon", "1999", "lots"))
    assert part(at, "headline") == before
    at.file_uploader(key="hand-file").set_value([("mine.csv", b"", "text/csv")]).run()
    assert "spending" in part(at, "hand-faults")
    assert "moon" not in words(at)


def test_a_file_is_held_to_the_years_that_were_moved() -> None:
    at = open_view("my_plan", {**LINK, "set.years.last": "2027"})
    assert not at.exception
    for year, told in ((2028, True), (2027, False)):
        file = f"programme,year,spending\ngpu_access,{year},900\n"
        at.file_uploader(key="hand-file").set_value([("mine.csv", file.encode(), "text/csv")]).run()
        assert any('data-testid="hand-faults"' in body for body in bodies(at)) is told
    assert box(at, "gpu_access", 2027) == 0.9


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(SLOTS), st.floats(0, 1e5).map(lambda v: round(v, 3))))
def test_links_and_files_bring_the_plan_back(money: dict[tuple[str, int], float]) -> None:
    hand = own_plan.hand_of(money)
    assert own_plan.decode(KOREA, own_plan.encode(hand)) == hand
    back = own_plan.read(own_plan.write(money, KOREA), KOREA, "mine.csv")
    assert back == hand
    assert own_plan.hand_of(own_plan.money_of(hand, KOREA)) == hand


def test_a_file_of_a_korean_spreadsheet_is_read() -> None:
    text = 'programme,year,spending,비고\ngpu_access,2025,"1,200",임차료\n'
    for encoding in ("utf-8", "utf-8-sig", "cp949", "utf-16"):
        hand = own_plan.read(text.encode(encoding), KOREA, "mine.csv")
        assert hand == (("gpu_access", 2025, 1200.0),)


def test_a_plan_of_another_horizon_keeps_only_what_this_one_knows() -> None:
    hand = (("gpu_access", 1999, 5.0), ("gpu_access", 2025, 7.0), ("moon", 2025, 9.0))
    assert own_plan.money_of(hand, KOREA) == {("gpu_access", 2025): 7.0}
