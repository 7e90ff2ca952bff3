"""Titles of somebody's document: shown as text, whatever they hold, and never too long."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_view
from ui.markup import tag, unmarked
from ui.speech import LONGEST, Speech, clipped, shown

EVIL = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> **bold** [here](javascript:alert(1)) "
    "\x1b[31mred \u202eturned :red[hi] $x^2$ 😀"
)


def test_signs_that_steer_a_screen_or_turn_the_writing_are_left_out() -> None:
    assert shown("a\x1b[31m\u202eb\u2066c\x07\n d\u200f") == "a[31mbc d"
    assert shown("👩\u200d🔬 한국\u00a0연구") == "👩\u200d🔬 한국 연구"


def test_a_long_title_ends_in_dots() -> None:
    assert clipped("x" * LONGEST) == "x" * LONGEST
    assert clipped("x " * LONGEST) == ("x " * LONGEST)[: LONGEST - 1].rstrip() + "…"


def test_html_is_text() -> None:
    assert tag("p", EVIL, more={"title": '"><b>'}).count("<") == 2
    assert "&quot;&gt;&lt;b&gt;" in tag("p", more={"title": '"><b>'})


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A-team: 2.5 (S)", "A-team: 2.5 (S)"),
        ("**bold** _x_", r"\*\*bold\*\* \_x\_"),
        ("[a](b) :red[hi]", r"\[a\](b) \:red\[hi\]"),
        ("$x^2$ `c` ~~d~~ <b>", r"\$x^2\$ \`c\` \~\~d\~\~ \<b\>"),
        (r"\*", r"\\\*"),
    ],
)
def test_markup_in_a_label_is_text(text: str, label: str) -> None:
    assert unmarked(text) == label


def test_a_page_shows_such_titles_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    evil = {"en": EVIL + " long" * 60, "ko": EVIL + " long" * 60}
    changes = {"title": evil, "programmes": {"gpu_access": {"title": evil}}}
    scenario = api.change_scenario(api.load_scenario("korea-2025"), changes)
    from ui.jobs import isolation
    from ui.state import cache

    cache.base_of.clear()
    monkeypatch.setattr(api, "load_scenario", lambda name: scenario)
    isolation.trust([scenario])
    at = open_view("plan", {"lang": "en"})
    cache.base_of.clear()
    assert not at.exception
    page = "\n".join(bodies(at))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert not {"\x1b", "\u202e"} & set(page)
    labels = [button.label for button in at.button]
    assert not any("**bold**" in label or "](javascript" in label for label in labels)
    speech = Speech("en")
    assert len(speech.title(scenario.programmes, "gpu_access")) <= LONGEST
