"""Room: ranges, different plans, near ties and the cost of another amount are the engine's own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, settled

LINK = {"scenario": "korea-2025"}
KOREA = api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def found() -> api.Room:
    return api.room(KOREA, 0.02, 3)


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    return {code: settled(open_view("room", {**LINK, "lang": code})) for code in api.LANGUAGES}


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_ranges_are_shown_from_least_to_most(
    found: api.Room, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    assert not at.exception
    for row in found.ranges.itertuples():
        told = part(at, f"span-{row.programme}")
        for amount in (row.least, row.most, row.now):
            said = api.wording.money(max(0.0, float(str(amount))), KOREA.money.parsed, language)
            assert said in told


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_different_plans_stand_side_by_side(
    found: api.Room, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    heads = {"en": ("Best plan", "Plan 1", "Plan 3"), "ko": ("최적안", "대안 1", "대안 3")}
    for head in heads[language]:
        assert head in part(at, "others")
    for row in found.plans.itertuples():
        said = api.wording.money(float(str(row.spending)), KOREA.money.parsed, language)
        assert said in part(at, f"line-{row.programme}")
    for sentence in found.sentences[-3:]:
        assert " ".join(sentence.in_(language).split()) in part(at, "others-said")
    assert part(at, "ties")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_another_loss_is_worked_out_at_once(language: str) -> None:
    at = settled(open_view("room", {**LINK, "lang": language}))
    at.slider(key="choose-room-count-1-5").set_value(1).run()
    at.slider(key="choose-room-slack-0.5-10").set_value(5.0).run()
    at = settled(at)
    assert not at.exception
    assert "5%" in part(at, "panel-ranges")
    wide = api.room(KOREA, 0.05, 1).ranges.set_index("programme")["most"]
    said = api.wording.money(float(wide["visa_fast_track"]), KOREA.money.parsed, language)
    assert said in part(at, "span-visa_fast_track")


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("way", ["more", "less"])
def test_why_not_more_or_less_tells_what_it_costs(way: str, language: str) -> None:
    at = settled(open_view("room", {**LINK, "lang": language}))
    at.selectbox(key="choose-why-not-programme").set_value("gpu_access").run()
    at.button_group(key="choose-why-not-way").set_value(way).run()
    at = settled(at)
    assert not at.exception
    spent = api.solve(KOREA).allocation.groupby("programme")["spending"].sum()
    amount = max(0.0, float(spent["gpu_access"]) + (1800.0 if way == "more" else -1800.0))
    answer = api.why_not(KOREA, "gpu_access", amount=round(amount, 6))
    for sentence in answer.sentences:
        assert " ".join(sentence.in_(language).split()) in part(at, "why-not-said")


def test_a_moved_lever_starts_nothing_slow_but_offers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.panels.study_progress.QUICK", 0.0)
    at = settled(open_view("room", {**LINK, "lang": "en"}))
    at.text_input(key="budget-en").set_value("17").run()
    assert not at.exception
    assert not any(b.key == "stop-room" for b in at.button)
    assert at.button(key="start-room").label == "Work this out"
    at.button(key="start-room").click().run()
    at = settled(at)
    assert "span-visa_fast_track" in "".join(e.proto.body for e in at.get("html"))
