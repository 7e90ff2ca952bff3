"""Why: limits, levers and flips on screen are the engine's own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view, part, settled, words
from ui.state import cache

LINK = {"scenario": "korea-2025"}


@pytest.fixture(scope="module")
def scenario() -> api.Scenario:
    return api.load_scenario("korea-2025")


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    return {code: settled(open_view("why", {**LINK, "lang": code})) for code in api.LANGUAGES}


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_every_binding_limit_stands_there_with_both_sides(
    scenario: api.Scenario, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    binding = cache.priced(scenario).plan.binding
    assert len(binding) > 3
    for row in binding.itertuples():
        sentence = row.sentence if language == "en" else row.sentence_ko
        assert str(sentence) in part(at, f"limit-{row.rule}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_levers_are_ranked_by_what_a_step_gains(
    scenario: api.Scenario, shown: dict[str, AppTest], language: str
) -> None:
    report = cache.priced(scenario)
    levers, first = report.levers, report.sentences[0].in_(language)
    assert part(shown[language], "why-first").startswith(" ".join(first.split()))
    useful = [str(r.lever) for r in levers.itertuples() if float(str(r.gain)) > 1e-6]
    body = next(b for b in bodies(shown[language]) if 'data-testid="bars-steps"' in b)
    places = [body.index(f'data-testid="bar-{lever}"') for lever in useful[:10]]
    assert len(places) > 3
    assert places == sorted(places)
    assert api.wording.digits(float(levers["gain"].iloc[0]), 2) in part(
        shown[language], "bars-steps"
    )


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_flips_are_told_and_assumptions_drawn_differently(
    scenario: api.Scenario, shown: dict[str, AppTest], language: str
) -> None:
    found = api.switching_points(scenario)
    for sentence in found.sentences:
        assert " ".join(sentence.in_(language).split()) in part(shown[language], "flips")
    body = next(b for b in bodies(shown[language]) if 'data-testid="tornado"' in b)
    lines = body.split('data-testid="swing-')[1:]
    grades = dict(zip(found.points["number"], found.points["grade"], strict=True))
    assert len(lines) > 3
    for line in lines:
        assert ("tbo-hollow" in line) == (grades[line.split('"', 1)[0]] == "X")
    flipping = {str(r.number) for r in found.points.itertuples() if r.leader_then}
    assert flipping == {n for n in grades if f"swing-{n}" in body} & {
        line.split('"', 1)[0] for line in lines if "tbo-arm-flips" in line
    }


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_review_and_the_rules_are_complete(
    scenario: api.Scenario, shown: dict[str, AppTest], language: str
) -> None:
    plan = cache.priced(scenario).plan
    for one in api.review(plan):
        assert " ".join(one.finding.in_(language).split()) in part(
            shown[language], f"check-{one.key}"
        )
    for row in plan.rules.itertuples():
        title = row.title if language == "en" else row.title_ko
        assert str(title) in part(shown[language], f"rule-{row.rule}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_without_money_nothing_flips(language: str) -> None:
    at = open_view("why", {**LINK, "budget": "0", "lang": language})
    assert not at.exception
    said = {"en": "Without money there is no decision", "ko": "예산이 없어 바뀔 결론도 없음"}
    assert said[language] in words(at)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_conflict_is_answered_with_repairs_here_too(language: str) -> None:
    tight = {"floor.gpu_access": "0.6", "floor.a_team_cultivation": "0.6"}
    at = open_view("why", {**LINK, **tight, "lang": language})
    assert part(at, "conflict-set")
    at.button(key="repair-0").click().run()
    assert not at.exception
    assert part(at, "limits")
