"""Trade-off: points, sentences, the plan looked at and the payoff table are the engine's own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view, part, settled
from ui.charts.frontier_chart import PICK, Place, frontier_chart

LINK = {"scenario": "korea-2025"}
KOREA = api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def found() -> api.TradeOff:
    return api.trade_off(KOREA, "retained", "attracted")


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    return {code: settled(open_view("trade_off", {**LINK, "lang": code})) for code in api.LANGUAGES}


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_every_efficient_plan_is_told_and_tabled(
    found: api.TradeOff, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    assert not at.exception
    for sentence in found.sentences:
        assert " ".join(sentence.in_(language).split()) in part(at, "trade-said")
    heads = {"en": ("Retained (people)", "Attracted (people)"), "ko": ("잔류(명)", "유치(명)")}
    points = next(d.value for d in at.dataframe if heads[language][0] in d.value.columns)
    assert list(points[heads[language][0]]) == list(found.points["first"])
    assert list(points[heads[language][1]]) == list(found.points["second"])
    assert len(at.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_plan_looked_at_shows_its_money_beside_the_best_plan(
    found: api.TradeOff, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    slider = next(s for s in at.slider if s.key and s.key.startswith("choose-trade-point"))
    slider.set_value(1).run()
    assert not at.exception
    assert {"en": "Plan 1", "ko": "대안 1"}[language] in part(at, "panel-trade-one")
    money = found.allocation[found.allocation["point"] == 0].set_index("programme")["spending"]
    best = api.solve(KOREA).allocation.groupby("programme")["spending"].sum()
    for p in KOREA.programmes:
        for amount in (money[p], best[p]):
            said = api.wording.money(float(amount), KOREA.money.parsed, language)
            assert said in part(at, f"bar-{p}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_other_outcomes_are_chosen_and_never_the_same_twice(language: str) -> None:
    at = settled(open_view("trade_off", {**LINK, "lang": language}))
    at.selectbox(key="choose-trade-first").set_value("spending").run()
    at = settled(at)
    assert not at.exception
    second = at.selectbox(key="choose-trade-second")
    assert {"en": "Spending", "ko": "지출"}[language] not in second.options
    found = api.trade_off(KOREA, "spending", second.value)
    assert " ".join(found.sentences[0].in_(language).split()) in part(at, "trade-said")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_payoff_table_is_the_engine_s(shown: dict[str, AppTest], language: str) -> None:
    at = shown[language]
    names = ("retained", "attracted", "spending")
    found = api.payoff(KOREA, names)
    head = {"en": "Put first", "ko": "우선 지표"}[language]
    table = next(d.value for d in at.dataframe if head in d.value.columns)
    for name, column in zip(names, table.columns[1:], strict=True):
        assert list(table[column]) == list(found.table[name])
    least = float(found.table.set_index("goal").loc["spending", "spending"])
    assert api.wording.money(least, KOREA.money.parsed, language) in part(at, "line-spending")
    at.multiselect(key="choose-payoff").set_value(["retained"]).run()
    said = {"en": "at least two outcomes", "ko": "지표를 두 개 이상"}[language]
    assert any(said in body for body in bodies(at))


def test_a_point_can_be_pressed_and_the_best_plan_is_named_in_the_picture() -> None:
    places = [Place(float(x), float(9 - x * x), f"point {x}") for x in range(4)]
    best = Place(1.5, 6.0, "best here")
    spec = frontier_chart(places, best, (2, "third"), ("x", "y"), joined=True, dark=False)
    assert [p["name"] for p in spec["params"]] == [PICK]
    texts = [r["text"] for rows in spec["datasets"].values() for r in rows if "text" in r]
    assert texts == ["third", "best here"]
    assert [r["number"] for r in spec["datasets"]["rows-0"]] == [0, 1, 2, 3]
    loose = frontier_chart(places, None, (0, "first"), ("x", "y"), joined=False, dark=True)
    marks = [layer["mark"]["type"] for layer in loose["layer"]]
    assert "line" not in marks
