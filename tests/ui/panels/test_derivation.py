"""Figures of the headline open into rows that add up to them and the numbers they rest on."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view, part, words

KOREA = api.load_scenario("korea-2025")
PLAN = api.bare_plan(KOREA)


def opened(figure: str, language: str) -> AppTest:
    at = open_view("plan", {"lang": language})
    assert 'data-testid="derived-sum"' not in "\n".join(bodies(at))
    at.button_group(key="choose-derived").set_value(figure).run()
    assert not at.exception
    return at


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("figure", ["net_people", "retained", "attracted"])
def test_people_come_of_rows_that_add_up(figure: str, language: str) -> None:
    at = opened(figure, language)
    bands = api.people_bands(PLAN)
    if figure != "net_people":
        bands = bands[bands["channel"] == figure]
    assert PLAN.baseline is not None
    before = PLAN.baseline.totals
    without = before.net_people if figure == "net_people" else before.by_channel[figure]
    whole = float(bands["net"].sum()) - without
    if without > 1e-6:
        assert api.wording.digits(without, 6) in part(at, "derived-without")
    expected = PLAN.totals.net_people if figure == "net_people" else PLAN.totals.by_channel[figure]
    assert whole == pytest.approx(expected, rel=1e-9)
    told = part(at, "derived-sum")
    assert api.wording.digits(whole, 6) in told
    assert api.wording.digits(whole, 2) in told
    for pathway in set(bands["pathway"]):
        row = part(at, f"derived-{pathway}")
        for number in api.yield_numbers(KOREA, str(pathway)).itertuples():
            title = str(number.title_ko if language == "ko" else number.title)
            assert title in row
    others = set(KOREA.pathways) - set(bands["pathway"])
    assert not any(f'data-testid="derived-{q}"' in b for q in others for b in bodies(at))


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_spending_comes_of_units_and_their_cost(language: str) -> None:
    at = opened("spent", language)
    unit = KOREA.money.parsed
    how = {
        "en": "Units bought × mean cost of a unit",
        "ko": "활동·연도별로 (구매 단위 수 × 평균 단가)",
    }
    assert part(at, "derived-how").startswith(how[language])
    assert api.wording.money(PLAN.spent, unit, language, 6) in part(at, "derived-sum")
    for row in PLAN.activities[PLAN.activities["spending"] > 0].itertuples():
        told = part(at, f"derived-{row.programme}.{row.activity}")
        assert api.wording.money(float(str(row.spending)), unit, language, 6) in told
        assert api.wording.digits(float(str(row.units)), 6) in told


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_cost_of_a_head_is_spending_over_people(language: str) -> None:
    at = opened("cost", language)
    unit, cost = KOREA.money.parsed, PLAN.totals.cost_per_net_person
    assert cost is not None
    assert cost == pytest.approx(PLAN.spent / PLAN.totals.net_people)
    told = part(at, "derived-how")
    for figure in (PLAN.spent, cost):
        assert api.wording.money(figure, unit, language) in told
    assert api.wording.digits(PLAN.totals.net_people, 6) in told


def test_assumptions_are_marked_where_a_figure_opens() -> None:
    at = opened("net_people", "en")
    rows = next(b for b in bodies(at) if 'data-testid="derived-rows"' in b)
    assert rows.count('class="tbo-assumed"') == rows.count("tbo-grade tbo-grade-x") > 0


def test_choosing_nothing_closes_it() -> None:
    at = opened("retained", "en")
    at.button_group(key="choose-derived").set_value(None).run()
    assert not at.exception
    assert 'data-testid="derived-sum"' not in "\n".join(bodies(at))


def test_without_people_only_what_there_is_can_be_opened() -> None:
    at = open_view("plan", {"lang": "en", "budget": "0"})
    assert not at.exception
    assert "Fewer than one" in words(at)
