"""Numbers without a title speak in words, never as a place of the document."""

from __future__ import annotations

import re
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.domain.slots import slots
from optimizer.formulation.number_words import number_title
from optimizer.formulation.uncertain import uncertain_numbers
from tests.tiny import tiny

PLACES = [
    ("pathways.q.bands[0].net", "net yield of ‘Fellow attracted’, first band",
     "‘펠로우 유치’ 1인당 순증 인원(1구간)"),
    ("pathways.q.bands[0].people", "people a year on ‘Fellow attracted’, first band",
     "‘펠로우 유치’ 연간 인원(1구간)"),
    ("pathways.q.stay", "share of ‘Fellow attracted’ who stay a year", "‘펠로우 유치’ 연간 잔류율"),
    ("pathways.q.needs.c.amount", "‘c’ needed by one person on ‘Fellow attracted’",
     "‘펠로우 유치’ 1인당 ‘c’"),
    ("programmes.p.activities.a.supply.bands[0].unit_cost", "unit cost of ‘a’", "‘a’ 단가"),
    ("programmes.p.indexation", "growth of the costs of ‘p’ a year", "‘p’ 연간 비용 상승률"),
    ("objective.tiers.S", "weight of S tier", "S급 가중치"),
    ("objective.channels.attracted", "weight of ‘attracted’", "‘유치’ 가중치"),
    ("budget.by_year.2025", "budget of 2025", "2025년 예산"),
    ("rules.own.share", "share of the rule ‘p: at least 10% of the budget’",
     "‘p: 예산의 10% 이상’ 규칙의 비율"),
]  # fmt: skip


def document() -> dict[str, Any]:
    found = tiny(rules=[{"id": "own", "kind": "programme_floor", "programme": "p", "share": 0.1}])
    found["pathways"]["q"]["title"] = {"en": "Fellow attracted", "ko": "펠로우 유치"}
    return found


@pytest.mark.parametrize(("path", "en", "ko"), PLACES)
def test_a_place_in_words(path: str, en: str, ko: str) -> None:
    said = number_title(api.scenario_of(document()), path)
    assert (said.in_("en"), said.in_("ko")) == (en, ko)


@pytest.mark.parametrize("name", ["korea-2025", "jpn-2025"])
def test_every_number_of_a_shipped_scenario_has_words(name: str) -> None:
    scenario = api.load_scenario(name)
    for slot in slots(scenario):
        said = number_title(scenario, slot.path)
        assert slot.path not in said.in_("en")
        assert not re.search(r"\w\.\w+\.|bands\[", said.in_("en") + said.in_("ko")), slot.path


def test_an_uncertain_number_written_in_place_speaks_in_words() -> None:
    stated = document()
    stated["pathways"]["q"]["bands"][0]["net"] = {"value": 0.5, "low": 0.3, "high": 0.6}
    (number,) = uncertain_numbers(api.scenario_of(stated)).values()
    assert number.title.in_("en") == "net yield of ‘Fellow attracted’, first band"


def test_so_do_its_map_and_its_switching_points() -> None:
    stated = document()
    stated["pathways"]["q"]["bands"][0]["net"] = {"value": 0.5, "low": 0.3, "high": 0.6}
    stated["pathways"]["q"]["bands"][1]["net"] = {"value": 0.2, "low": 0.1, "high": 0.3}
    scenario = api.scenario_of(stated)
    said = [*api.switching_points(scenario).points["title"]]
    assert "net yield of ‘Fellow attracted’, first band" in said
    assert not any("bands[" in title for title in said)
