"""Every view in every situation and both languages."""

from __future__ import annotations

import re

import pytest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_desk, open_view, part, words
from ui.places import SECTIONS

VIEWS = list(SECTIONS)
CASES = {
    "solved": {"scenario": "korea-2025"},
    "conflict": {f"floor.{p}": "0.6" for p in api.load_scenario("korea-2025").programmes},
    "no money": {"budget": "0"},
    "invalid": {"set.money.per_usd": "-5"},
    "nonsense": {"scenario": "atlantis", "budget": "much", "x": "<b>y</b>"},
}
HEADLINES = {
    ("plan", "solved", "en"): "people more in Korea by 2028",
    ("plan", "solved", "ko"): "2028년까지 한국 인재",
    ("plan", "conflict", "en"): "These rules cannot hold together",
    ("plan", "conflict", "ko"): "규칙들이 함께 성립할 수 없음",
    ("plan", "no money", "en"): "Fewer than one person more by 2028",
    ("plan", "no money", "ko"): "2028년까지 순증 1명 미만",
    ("plan", "invalid", "en"): "These inputs do not fit together",
    ("plan", "invalid", "ko"): "입력값이 서로 맞지 않음",
}


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("view", VIEWS)
def test_view_survives(view: str, case: str, language: str) -> None:
    at = open_view(view, {**CASES[case], "lang": language})
    assert not at.exception
    assert part(at, "headline")
    if (view, case, language) in HEADLINES:
        assert HEADLINES[view, case, language] in part(at, "headline")


def test_the_whole_desk_opens_on_the_plan() -> None:
    at = open_desk()
    assert not at.exception
    assert "people more in Korea by 2028" in part(at, "headline")
    assert at.selectbox(key="scenario-chosen").value == "korea-2025"


def test_nothing_from_a_link_becomes_markup() -> None:
    at = open_view("plan", {"x": "<b>y</b>"})
    assert "x=<b>y</b>" in part(at, "ignored")
    assert not any("<b>y</b>" in body for body in bodies(at))


def test_invalid_input_lists_every_problem_and_keeps_the_levers() -> None:
    at = open_view("plan", {"set.money.per_usd": "-5", "set.years.first": "5000"})
    told = part(at, "state-invalid")
    assert "money.per_usd" in told
    assert "years" in told
    assert at.text_input(key="budget-en").value == "18"
    at.button(key="trouble-reset").click().run()
    assert "people more" in part(at, "headline")


def test_a_conflict_offers_repairs_that_work() -> None:
    at = open_view("plan", {"floor.gpu_access": "0.6", "floor.a_team_cultivation": "0.6"})
    assert "At least 60% for GPU access" in part(at, "conflict-set")
    first = at.button(key="repair-0")
    promised = re.search(r"with ([\d.]+) net people", first.label)
    assert promised is not None
    first.click().run()
    assert not at.exception
    kept = re.match(r"([\d.]+) people more", part(at, "headline"))
    assert kept is not None
    assert float(kept[1]) == pytest.approx(float(promised[1]), abs=0.6)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_cautions_and_what_additional_means_stand_by_the_headline(language: str) -> None:
    at = open_view("plan", {"lang": language})
    for caution in api.load_scenario("korea-2025").cautions:
        assert " ".join(caution.in_(language).split()) in words(at)
    assert {"en": "additional", "ko": "추가 인원"}[language] in words(at)


@pytest.mark.parametrize("shipped", [s.id for s in api.list_scenarios()])
def test_every_shipped_scenario_opens(shipped: str) -> None:
    at = open_view("plan", {"scenario": shipped})
    assert not at.exception
    assert part(at, "headline")


def test_method_shows_every_kind_of_row_in_the_programme() -> None:
    at = open_view("method")
    kinds = api.method_table(api.load_scenario("korea-2025"))
    assert len(kinds) >= 5
    for row in kinds.itertuples():
        assert str(row.title) in part(at, f"kind-{row.rule}")
    formulas = [element.value for element in at.latex]
    assert all(any(str(f) in shown for shown in formulas) for f in kinds["formula"])


def test_evidence_shows_every_number_with_its_range() -> None:
    at = open_view("evidence")
    scenario = api.load_scenario("korea-2025")
    assert f"{len(scenario.evidence)} numbers" in part(at, "counted")
    shown = "\n".join(bodies(at))
    for name, number in scenario.evidence.items():
        assert f'data-testid="number-{name}"' in shown
        if number.low is not None:
            assert api.wording.digits(number.low) in part(at, f"number-{name}")
    assumed = sum(1 for q in scenario.evidence.values() if str(q.grade) == "X")
    assert shown.count('class="tbo-assumed"') == assumed


def test_a_fault_of_ours_is_told_and_not_shown_raw(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(scenario: api.Scenario) -> api.Plan:
        raise RuntimeError("inner detail")

    monkeypatch.setattr("ui.state.cache.plan_of", broken)
    at = open_desk({"lang": "ko"})
    assert not at.exception
    assert "화면 표시 오류" in part(at, "state-fault")
    assert "inner detail" not in words(at)
