"""Studies of the desk tell how far they are before they are over, and never go back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from optimizer.api import desk as api
from tests.studies import two_channels
from tests.studies.unsure import unsure
from ui.jobs import studies

KOREA = api.load_scenario("korea-2025")
Study = Callable[[api.Watch], object]

STUDIES: dict[str, Study] = {
    "uncertainty": lambda watch: api.uncertainty(KOREA, 40, watch=watch),
    "insight": lambda watch: studies.insight(unsure(), 40, watch=watch),
    "robust": lambda watch: api.robust(KOREA, 20, watch=watch),
    "switching": lambda watch: api.switching_points(unsure(), watch=watch),
    "trade_off": lambda watch: api.trade_off(KOREA, "net_people", "spending", watch=watch),
    "room": lambda watch: api.room(KOREA, 0.02, 1, watch=watch),
    "next_million": lambda watch: studies.next_million(KOREA, watch=watch),
    "bottlenecks": lambda watch: studies.bottlenecks(KOREA, watch=watch),
    "memo": lambda watch: studies.paper(two_channels.bands(), "html", "en", 40, None, watch=watch),
}


@pytest.fixture(autouse=True)
def one_country(monkeypatch: pytest.MonkeyPatch) -> None:
    some = api.country_scenarios()[:1]
    monkeypatch.setattr(api, "country_scenarios", lambda: some)


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_tells_how_far_it_is_before_it_is_over(name: str) -> None:
    told: list[float] = []
    STUDIES[name](api.Watch(lambda progress: told.append(progress.done / progress.total)))
    assert any(0.0 < share < 1.0 for share in told[:-1])
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_draws_of_an_insight_are_the_beginning_of_its_progress() -> None:
    told: list[float] = []
    watch = api.Watch(lambda progress: told.append(progress.done / progress.total))
    studies.insight(unsure(), 40, watch=watch)
    assert 0.0 < told[0] < studies.DRAWN
    assert studies.DRAWN in told


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_stops_when_it_is_told_to(name: str) -> None:
    watch = api.Watch()
    watch.cancel.set()
    with pytest.raises(api.Cancelled):
        STUDIES[name](watch)
