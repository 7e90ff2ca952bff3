"""Only additional money on the desk: the answer is the engine's own, lifted years included."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, settled

KOREA = api.load_scenario("korea-2025")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_additional_money_says_what_it_adds_and_what_it_holds(language: str) -> None:
    at = settled(open_view("curve", {"scenario": "korea-2025", "lang": language}))
    assert api.contract("extra").sentence.in_(language) in part(at, "terms-extra")
    at.multiselect(key="extra-lift").set_value([2025]).run()
    if any(button.key == "start-extra" for button in at.button):  # else it is known already
        settled(at.button(key="start-extra").click().run())
    assert not at.exception
    found = api.extra(KOREA, 1800.0, lift=[2025])
    for sentence in found.sentences:
        assert sentence.in_(language) in part(at, "extra-said")
