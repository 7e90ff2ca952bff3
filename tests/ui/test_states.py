"""States in which a page has little to show: no goal, no plan to compare with, no money."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, settled, words

CONFLICT = {"floor.gpu_access": "0.6", "floor.a_team_cultivation": "0.6"}
NO_GOAL = {"tier.S": "0", "tier.A": "0"}
SAID = {"en": "Nothing counts towards the goal", "ko": "목표에 반영되는 인원이 없음"}


@pytest.mark.parametrize("view", ["plan", "curve", "why", "how_sure"])
@pytest.mark.parametrize("language", api.LANGUAGES)
def test_without_a_weight_no_plan_is_called_better(view: str, language: str) -> None:
    at = settled(open_view(view, {"lang": language, **NO_GOAL}))
    assert SAID[language] in part(at, "no-goal")
    if view == "plan":
        nobody = {"en": "would add nobody", "ko": "순증 효과 없음"}
        assert nobody[language] not in part(at, "facts")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_plan_by_hand_has_no_best_one_beside_it_where_rules_conflict(language: str) -> None:
    text = words(open_view("my_plan", {"lang": language, **CONFLICT}))
    beside = {"en": "ticks the best plan's", "ko": "눈금은 최적안"}
    assert beside[language] not in text


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_conflict_names_each_number_once(language: str) -> None:
    at = open_view("plan", {"lang": language, **CONFLICT})
    assert part(at, "conflict-set").count("60%") == 2


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_without_money_nothing_is_said_to_be_tied(language: str) -> None:
    text = words(settled(open_view("room", {"lang": language, "budget": "0"})))
    wrong = {"en": ("could flip", "nearly tied"), "ko": ("바뀔 결론", "우열이")}
    assert not any(one in text for one in wrong[language])
