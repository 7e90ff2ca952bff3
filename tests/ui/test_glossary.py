"""Terms: complete in both languages, found by any of their words, explained where they stand."""

from __future__ import annotations

import re

import pytest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_desk, open_view
from ui import glossary

HANGUL = re.compile(r"[가-힣]")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_every_term_has_a_name_and_a_meaning(language: str) -> None:
    entries = glossary.entries(language)
    assert len(entries) >= 25
    assert len({e.term for e in entries}) == len(entries)
    for entry in entries:
        assert entry.forms
        assert len(entry.text) > 10
        assert bool(HANGUL.search(entry.text)) == (language == "ko") or entry.key == "worth"


def test_both_languages_explain_the_same() -> None:
    assert [e.key for e in glossary.entries("en")] == [e.key for e in glossary.entries("ko")]


@pytest.mark.parametrize(
    ("language", "asked", "first"),
    [("en", "REGRET", "regret"), ("en", "floor ", "floor"), ("ko", "하한", "floor"),
     ("ko", "후회", "regret"), ("en", "nobody has measured", "evidence_grade")],
)  # fmt: skip
def test_a_term_is_found_by_its_words(language: str, asked: str, first: str) -> None:
    assert glossary.found(language, asked)[0].key == first


def test_what_is_no_term_is_not_found() -> None:
    assert glossary.found("en", "unicorn") == []
    assert len(glossary.found("en", " ")) == len(glossary.entries("en"))


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_headline_explains_its_terms_to_pointer_and_keyboard(language: str) -> None:
    at = open_view("plan", {"lang": language})
    shown = "\n".join(bodies(at))
    known = {e.key: e for e in glossary.entries(language)}
    for key in ("net_people", "retained", "attracted", "assumption"):
        tip = known[key].text.replace("'", "&#x27;")
        assert re.search(rf'class="tbo-term"[^>]*tabindex="0"[^>]*{re.escape(tip)}', shown)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_list_is_searched_from_the_bar(language: str) -> None:
    at = open_desk({"lang": language})
    entry = next(e for e in glossary.entries(language) if e.key == "regret")
    other = next(e for e in glossary.entries(language) if e.key == "tier")
    box = at.text_input(key="glossary-asked")
    listed = next(b for b in bodies(at) if 'data-testid="glossary-list"' in b)
    assert entry.text in listed
    assert other.text in listed
    box.set_value(entry.term).run()
    assert not at.exception
    listed = next(b for b in bodies(at) if 'data-testid="glossary-list"' in b)
    assert entry.text in listed
    assert other.text not in listed
