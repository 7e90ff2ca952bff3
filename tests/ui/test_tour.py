"""The tour: offered quietly, walked step by step, and never in the way again."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_desk, part
from ui import tour
from ui.places import SECTIONS


def shown(at: object) -> str:
    return "\n".join(bodies(at))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_tour_is_walked_forth_and_back(language: str) -> None:
    at = open_desk({"lang": language, "budget": "9000"})
    assert part(at, "tour-invite")
    at.button(key="tour-start").click().run()
    assert "1" in part(at, "tour-words").split()[0]
    at.button(key="tour-next").click().run()
    assert not at.exception
    assert 'data-testid="tour-invite"' not in shown(at)
    second = part(at, "tour-words")
    at.button(key="tour-back").click().run()
    assert part(at, "tour-words") != second
    at.button(key="tour-end").click().run()
    assert 'data-testid="tour-words"' not in shown(at)
    at.run()
    assert 'data-testid="tour-invite"' not in shown(at)
    assert at.query_params["budget"] in ("9000", ["9000"])


def test_who_declines_is_not_asked_again() -> None:
    at = open_desk()
    at.button(key="tour-skip").click().run()
    assert 'data-testid="tour-invite"' not in shown(at)
    at.run()
    assert 'data-testid="tour-invite"' not in shown(at)


def test_a_link_can_leave_the_tour_out() -> None:
    at = open_desk({"tour": "0", "budget": "9000"})
    assert not at.exception
    assert 'data-testid="tour-invite"' not in shown(at)
    assert 'data-testid="ignored"' not in shown(at)
    assert "tour" not in at.query_params


def test_every_step_stands_on_a_page_of_the_desk() -> None:
    assert {step.view for step in tour.STEPS} <= set(SECTIONS)
    assert 5 <= len(tour.STEPS) <= 7
