"""Budget curve: today's place, the stretches and the tables are the engine's own."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.tiny import tiny
from tests.ui.screen import open_view, part, settled
from ui.charts.curve_chart import Share, shares_chart
from ui.panels import budget_curve

LINK = {"scenario": "korea-2025"}
KOREA = api.load_scenario("korea-2025")
TIGHT = {f"floor.{p}": "0.6" for p in KOREA.programmes}


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    return {code: settled(open_view("curve", {**LINK, "lang": code})) for code in api.LANGUAGES}


@cache
def curve(stop: float, along: str | None) -> api.BudgetCurve:
    return api.budget_curve(KOREA, 0.0, stop, along=along)


def labels(at: AppTest) -> list[str]:
    """Texts that the first chart writes into its picture."""
    rows = at.get("vega_lite_chart")[0].proto.datasets
    frames = [convert_arrow_bytes_to_pandas_df(r.data.data) for r in rows]
    return [text for frame in frames if "text" in frame for text in frame["text"]]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_today_lies_on_the_curve(shown: dict[str, AppTest], language: str) -> None:
    plan = api.solve(KOREA)
    said = api.wording.digits(plan.totals.net_people, 2)
    money = api.wording.money(18000.0, KOREA.money.parsed, language)
    expected = {"en": f"now {money}: {said} people", "ko": f"현재 {money}: {said}명"}
    found = curve(36000.0, None)
    assert len(shown[language].get("vega_lite_chart")) == 2
    assert labels(shown[language]) == [expected[language]]
    for sentence in found.sentences:
        assert " ".join(sentence.in_(language).split()) in part(shown[language], "curve-said")


@pytest.mark.parametrize(
    ("at", "value"), [(0, 1), (5, 3.5), (10, 6), (14, 7.2), (17.5, 8.25), (20, 9), (30, 9)]
)
def test_a_place_between_two_breakpoints_lies_on_the_line_between_them(
    at: float, value: float
) -> None:
    assert budget_curve._at([0, 10, 20, 30], [1, 6, 9, 9], at) == pytest.approx(value)


def test_today_between_two_breakpoints_has_what_the_plan_yields() -> None:
    document = {**tiny(), "budget": {"total": 5}}
    document["programmes"]["p"]["activities"]["a"]["supply"] = {
        "bands": [{"units": 4, "unit_cost": 2}, {"units": 4, "unit_cost": 4}]
    }
    scenario = api.scenario_of(document)
    found = api.budget_curve(scenario, 0.0, 24.0)
    assert 5.0 not in list(found.points["at"])
    places, people = found.points["at"].tolist(), found.points["net_people"].tolist()
    # the first four units cost 2 each and bring half a person each: 5 buys 2.5 units
    assert budget_curve._at(places, people, 5.0) == pytest.approx(1.25)


def test_tables_hold_every_breakpoint(shown: dict[str, AppTest]) -> None:
    found = curve(36000.0, None)
    frames = [d.value for d in shown["en"].dataframe]
    points = next(f for f in frames if "Budget or limit (1 million won)" in f.columns)
    assert list(points["Net people"]) == list(found.points["net_people"])
    assert list(points["GPU access (1 million won)"]) == list(found.spending["gpu_access"])
    pieces = next(f for f in frames if "Part of the next amount" in f.columns)
    assert list(pieces["Part of the next amount"]) == list(found.pieces["share"])


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_rule_can_be_moved_instead(language: str) -> None:
    at = settled(open_view("curve", {**LINK, "lang": language}))
    settled(at.selectbox(key="curve-chosen").set_value("gpu-floor").run())
    assert not at.exception
    rule = next(r for r in KOREA.rules if r.id == "gpu-floor")
    assert rule.title is not None
    assert rule.title.in_(language) in part(at, "headline")
    found = curve(9000.0, "gpu-floor")
    for sentence in found.sentences:
        assert " ".join(sentence.in_(language).split()) in part(at, "curve-said")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_rules_that_never_hold_are_answered_with_repairs(language: str) -> None:
    at = settled(open_view("curve", {**LINK, **TIGHT, "lang": language}))
    assert not at.exception
    assert part(at, "conflict-set")
    settled(at.button(key="repair-0").click().run())
    assert not at.exception
    assert len(at.get("vega_lite_chart")) == 2


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_rule_that_can_hold_elsewhere_names_the_stretch_where_it_cannot(language: str) -> None:
    tight = {"floor.gpu_access": "0.6", "floor.a_team_cultivation": "0.6"}
    at = settled(open_view("curve", {**LINK, **tight, "lang": language}))
    settled(at.selectbox(key="curve-chosen").set_value("gpu-floor").run())
    assert not at.exception
    assert part(at, "curve-none")
    said = {"en": "the rules cannot hold together", "ko": "규칙들이 함께 성립하지 않음"}
    assert said[language] in part(at, "curve-said")
    gap = {"en": "rules cannot hold together", "ko": "규칙 동시 성립 불가"}
    assert labels(at) == [gap[language]]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_no_money_still_has_a_curve(language: str) -> None:
    at = settled(open_view("curve", {**LINK, "budget": "0", "lang": language}))
    assert not at.exception
    assert at.selectbox(key="curve-chosen").options == [
        {"en": "total budget", "ko": "총예산"}[language]
    ]
    assert len(at.get("vega_lite_chart")) == 2


def test_what_a_programme_gives_back_hangs_below_the_line() -> None:
    parts = [
        Share(0.0, 1.0, "one", 0.75, "#111111", "one"),
        Share(0.0, 1.0, "two", 0.5, "#222222", "two"),
        Share(0.0, 1.0, "three", -0.25, "#333333", "three"),
    ]
    spec = shares_chart(parts, (0.0, 1.0), "money")
    rows = spec["datasets"]["rows-0"]
    assert [(r["foot"], r["top"]) for r in rows] == [(0.0, 0.75), (0.75, 1.25), (-0.25, 0.0)]


def test_many_stretches_are_drawn_as_24_equal_ones() -> None:
    """`gpu_access` takes 40% of every won."""
    at = [float(v) for v in range(31)]
    spending = pd.DataFrame({"at": at} | {p: [0.0] * 31 for p in KOREA.programmes})
    spending["gpu_access"] = [0.4 * v for v in at]
    speech = SimpleNamespace(title=lambda _, p: p, money=lambda v, _: f"{v:g}", share=str)
    desk: Any = SimpleNamespace(speech=speech)
    found: Any = SimpleNamespace(spending=spending, scenario=KOREA)
    drawn = [s for s in budget_curve._shares(desk, found, 10.0) if "gpu_access" in s.hint]
    assert [s.start for s in drawn] == pytest.approx([3.0 * k / 24 for k in range(24)])
    assert [s.value for s in drawn] == pytest.approx([0.4] * 24)
