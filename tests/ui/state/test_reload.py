"""Two tabs of one browser: what either keeps is there in both, what either takes away in none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from ui.state import documents, pins, reload

KOREA = api.load_scenario("korea-2025")
OTHERS = [api.load_scenario("korea-2025", [f"budget.total={n}"]) for n in (9000, 12000, 15000)]
KEY = "the-visitor"


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "joined"),
    [
        ("", "a", "b", "ba"),
        ("a", "ab", "ac", "acb"),
        ("ab", "a", "ab", "a"),
        ("ab", "ab", "b", "b"),
        ("ab", "b", "abc", "bc"),
        ("ab", "ac", "bd", "dc"),
        ("", "", "ab", "ab"),
    ],
)
def test_what_two_added_is_there_and_what_one_took_away_is_gone(
    before: str, mine: str, theirs: str, joined: str
) -> None:
    found = reload.joined(*(dict.fromkeys(one) for one in (before, mine, theirs)))
    assert list(found) == list(joined)


def page() -> None:
    from ui.state import reload

    reload.restore()
    reload.keep()


@pytest.fixture
def stores() -> Iterator[dict[str, reload.Store]]:
    reload._stores().clear()
    reload._stores()[KEY] = {}
    yield reload._stores()
    reload._stores().clear()


def tab(key: str = KEY) -> AppTest:
    at = AppTest.from_function(page)
    at.session_state["visitor_key"], at.session_state["seen"] = key, {}
    return at.run()


def pinned(at: AppTest) -> list[str]:
    return [one.scenario.fingerprint for one in at.session_state[pins.STATE]]


def test_a_pin_in_each_of_two_tabs_is_there_in_both(stores: dict[str, reload.Store]) -> None:
    one, two = tab(), tab()
    for at, scenario in ((one, OTHERS[0]), (two, OTHERS[1])):
        at.session_state[pins.STATE] = (pins.Pin("best", scenario),)
        at.run()
    one.run()
    both = {OTHERS[0].fingerprint, OTHERS[1].fingerprint}
    assert set(pinned(one)) == set(pinned(two)) == both
    one.session_state[pins.STATE] = ()
    one.run()
    two.session_state[documents.STATE] = {"file-x": OTHERS[2]}
    two.run()
    one.run()
    assert pinned(one) == pinned(two) == []
    assert one.session_state[documents.STATE] == {"file-x": OTHERS[2]}


def test_a_tab_that_keeps_nothing_takes_nothing_away(stores: dict[str, reload.Store]) -> None:
    one = tab()
    one.session_state[pins.STATE] = (pins.Pin("best", KOREA),)
    one.run()
    two = tab()
    assert pinned(two) == pinned(one) == [KOREA.fingerprint]


def test_tabs_that_got_names_of_their_own_share_a_shelf_from_the_next_load_on(
    stores: dict[str, reload.Store],
) -> None:
    one, two = tab(""), tab("")
    for at, scenario in ((one, OTHERS[0]), (two, OTHERS[1])):
        at.session_state[pins.STATE] = (pins.Pin("best", scenario),)
        at.run()
    names = [at.session_state["visitor_key"] for at in (one, two)]
    assert len({*names, KEY}) == 3
    loaded = tab(reload._visitor_key(".".join(["unknown", *names])))
    assert set(pinned(loaded)) == {OTHERS[0].fingerprint, OTHERS[1].fingerprint}
    one.run()
    two.run()
    assert set(pinned(one)) == set(pinned(two)) == set(pinned(loaded))


def test_a_forgotten_visitor_whose_page_is_open_is_known_again(
    stores: dict[str, reload.Store],
) -> None:
    one = tab()
    one.session_state[pins.STATE] = (pins.Pin("best", KOREA),)
    one.run()
    stores.clear()
    one.run()
    assert pinned(one) == [KOREA.fingerprint]
    assert KEY in stores


def test_the_document_on_the_page_stays_when_others_crowd_it_out(
    stores: dict[str, reload.Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST", 2)
    one, two = tab(), tab()
    one.session_state[documents.STATE] = {"file-a": OTHERS[0]}
    one.session_state["choice"] = type("Choice", (), {"scenario": "file-a"})()
    one.run()
    two.session_state[documents.STATE] = {f"file-{n}": s for n, s in enumerate(OTHERS)}
    two.run()
    one.run()
    assert "file-a" in one.session_state[documents.STATE]
