"""Countries: figures are the engine's, gaps stay gaps, every figure leads to its sources."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view, part, settled, words
from ui.state import cache

KOREA = api.load_scenario("korea-2025")
SOME = ("KOR", "SGP", "CAN", "USA")


def said(text: api.Text, language: str) -> str:
    return " ".join(text.in_(language).split())


def page(language: str, section: str = "countries") -> AppTest:
    at = open_view(section, {"lang": language})
    assert not at.exception
    return at


@pytest.fixture(scope="module")
def found() -> api.CountryComparison:
    return api.compare_countries(SOME)


@pytest.fixture(scope="module")
def answer() -> api.SpendLike:
    return api.spend_like(KOREA, "SGP")


@pytest.fixture(scope="module", params=api.LANGUAGES)
def compared(request: pytest.FixtureRequest) -> tuple[str, AppTest]:
    at = page(request.param)
    at.multiselect(key="choose-countries").set_value(list(SOME)).run()
    assert not at.exception
    return request.param, at


def test_money_stands_in_bars_and_a_gap_is_no_zero(
    found: api.CountryComparison, compared: tuple[str, AppTest]
) -> None:
    language, at = compared
    own = "said_ko" if language == "ko" else "said"
    rows = found.figures[found.figures["figure"] == "yearly_of_gdp"]
    assert rows["value"].isna().any()
    for row in rows.itertuples():
        told = part(at, f"bar-{row.country}")
        if isfinite(float(str(row.value))):
            assert str(getattr(row, own)) in told
        else:
            assert {"en": "no figure", "ko": "자료 없음"}[language] in told.split("%")[0]
            gap = str(row.gap_ko if language == "ko" else row.gap)
            assert gap in told


def test_the_parts_of_a_bar_make_the_whole(compared: tuple[str, AppTest]) -> None:
    _, at = compared
    body = next(b for b in bodies(at) if 'data-testid="bars-countries"' in b)
    longest = body.split('data-testid="bar-KOR"')[1].split('data-testid="bar-')[0]
    widths = [float(w) for w in re.findall(r"width:([\d.]+)%", longest)]
    assert len(widths) >= 4
    assert sum(widths) == pytest.approx(100.0, abs=0.01)


def test_differences_come_largest_first_and_open_to_their_sources(
    found: api.CountryComparison, compared: tuple[str, AppTest]
) -> None:
    language, at = compared
    every = "\n".join(bodies(at))
    own = "sentence_ko" if language == "ko" else "sentence"
    alike = found.differences[found.differences["comparable"]]
    places = [every.index(f'data-testid="difference-{name}"') for name in alike["figure"]]
    assert places == sorted(places)
    for row in found.differences.itertuples():
        assert str(getattr(row, own)) in words(at)
    sources = api.load_evidence().sources
    rows = found.figures[found.figures["figure"].isin(found.differences["figure"])]
    named = {s for listed in rows["sources"] for s in listed.split(", ") if s}
    assert len(named) > 10
    for name in named:
        if sources[name].address:
            assert sources[name].address.replace("&", "&amp;") in every


def test_overlaps_and_gaps_are_told(
    found: api.CountryComparison, compared: tuple[str, AppTest]
) -> None:
    _, at = compared
    strategies = api.countries().strategies
    never = strategies[~strategies["adds"] & strategies["country"].isin(SOME)]
    assert len(never) > 0
    for name in never["strategy"]:
        assert f'data-testid="programme-{name}"' in "\n".join(bodies(at))
    for country in set(found.gaps["country"]):
        title = api.load_evidence().title("country", str(country))
        assert any(title.in_(language) in part(at, "gaps") for language in api.LANGUAGES)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_one_country_is_too_few(language: str) -> None:
    at = page(language)
    at.multiselect(key="choose-countries").set_value(["KOR"]).run()
    assert not at.exception
    assert {"en": "at least two", "ko": "두 곳 이상"}[language] in words(at)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_spend_like_tells_people_rules_and_the_nearest_plan(
    answer: api.SpendLike, language: str
) -> None:
    at = settled(page(language, "spend_like"))
    assert not at.exception
    for sentence in answer.here.sentences:
        assert said(sentence, language) in part(at, "like-said")
    for row in answer.here.beside.itertuples():
        told = part(at, "like")
        for amount in (row.given, row.best, row.nearest):
            money = api.wording.money(float(str(amount)), KOREA.money.parsed, language)
            assert money in told
    for rule in answer.here.evaluation.broken["rule"]:
        assert part(at, f"broken-{rule}")


def test_only_mixes_that_can_be_copied_are_offered() -> None:
    offered = cache.to_copy(KOREA)
    assert "SGP" in offered
    for country in dict.fromkeys(cache.countries().strategies["country"]):
        if country not in offered:
            with pytest.raises(api.InvalidInput):
                api.spend_like(KOREA, country)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_next_million_is_ranked_and_a_gap_is_told(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [KOREA, api.country_scenario("DEU")]
    gains, limits = api.next_million(some), api.bottlenecks(some)

    def at_hand(desk: Any, task: Any, name: str, **rest: Any) -> Any:
        return {"more": gains, "hold": limits}[name]

    monkeypatch.setattr("ui.panels.next_million.study_progress.answer", at_hand)
    at = page(language, "next_million")
    for sentence in (*gains.sentences, *limits.sentences):
        assert said(sentence, language) in words(at)
    for row in gains.gains.itertuples():
        assert api.wording.digits(float(str(row.gain)), 2) in part(at, f"bar-{row.scenario}")
    for row in limits.common.head(5).itertuples():
        assert api.wording.percent(float(str(row.share))) in part(at, f"bar-{row.limit}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_track_record_is_honest_and_misses_come_first(language: str) -> None:
    at = page(language, "track_record")
    record = cache.track_record()
    held = record.of("all")
    assert held is not None
    verdict = part(at, "track-verdict")
    assert str(held.inside) in verdict
    assert str(held.of) in verdict
    for sentence in record.sentences:
        assert said(sentence, language) in part(at, "track-said")
    body = next(b for b in bodies(at) if 'data-testid="track"' in b)
    places = [body.index(f'data-testid="dot-{p.record.id}"') for p in record.predictions]
    assert places == sorted(places)
    assert body.count("tbo-dot tbo-dot-miss") == len(record.misses)


def test_the_scenario_is_ranked_among_the_countries_once() -> None:
    from ui.jobs import studies

    asked = studies.with_countries(KOREA)
    assert asked[0] is KOREA
    germany = api.change_scenario(api.country_scenario("DEU"), {"budget": {"total": 1.0}})
    asked = studies.with_countries(germany)
    assert [s.id for s in asked].count(germany.id) == 1
    assert asked[0].fingerprint == germany.fingerprint
