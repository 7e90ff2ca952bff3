"""Studies of the desk tell how far they are before they are over, and never go back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from optimizer import api
from tests.studies import two_channels
from tests.studies.unsure import unsure
from ui.background import long_studies
from ui.background.long_studies import Tell

KOREA = api.load_scenario("korea-2025")
Study = Callable[[Tell], object]

STUDIES: dict[str, Study] = {
    "uncertainty": lambda tell: long_studies.uncertainty(KOREA, tell, 40),
    "insight": lambda tell: long_studies.insight(unsure(), tell, 40),
    "robust": lambda tell: long_studies.robust(KOREA, tell, 20),
    "switching": lambda tell: long_studies.switching(unsure(), tell),
    "trade_off": lambda tell: long_studies.trade_off(KOREA, tell, "net_people", "spending"),
    "room": lambda tell: long_studies.room(KOREA, tell, 0.02, 1),
    "next_million": lambda tell: long_studies.next_million(KOREA, tell),
    "bottlenecks": lambda tell: long_studies.bottlenecks(KOREA, tell),
    "memo": lambda tell: long_studies.memo(two_channels.bands(), tell, "html", "en", 40, None),
    "memo_page": lambda tell: long_studies.memo_page(two_channels.bands(), tell, "ko", 40, None),
}


@pytest.fixture(autouse=True)
def one_country(monkeypatch: pytest.MonkeyPatch) -> None:
    some = api.country_scenarios()[:1]
    monkeypatch.setattr(api, "country_scenarios", lambda: some)


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_tells_how_far_it_is_before_it_is_over(name: str) -> None:
    told: list[float] = []
    STUDIES[name](told.append)
    assert any(0.0 < share < 1.0 for share in told[:-1])
    assert told == sorted(told)
    assert told[-1] == long_studies.MOST


def test_the_draws_of_an_insight_are_the_beginning_of_its_progress() -> None:
    told: list[float] = []
    long_studies.insight(unsure(), told.append, 40)
    assert 0.0 < told[0] < long_studies.DRAWN
    assert long_studies.DRAWN in told
