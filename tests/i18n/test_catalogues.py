"""Catalogues hold exactly the messages of the code, each with the places that its English has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message as Entry

from optimizer.i18n import LANGUAGES, Message, in_a_row, ngettext, pgettext
from optimizer.i18n.__main__ import as_compiled, as_text, empty, in_the_code, read, updated
from optimizer.i18n.catalogue import FOLDER

CATALOGUES = sorted(FOLDER.glob("*.po"))
WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def places(text: str) -> set[str]:
    """Names of the places of a message; none where its braces are no places."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()


def entries(file: Path) -> Iterator[tuple[Entry, list[str], list[str]]]:
    """Messages of a catalogue: its entry, its English texts, its own."""
    for entry in read(file):
        if entry.id:
            english = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            own = [entry.string] if isinstance(entry.string, str) else list(entry.string or [])
            yield entry, english, own


def test_a_language_is_a_catalogue() -> None:
    assert tuple(file.stem for file in CATALOGUES) == LANGUAGES[1:] == ("ko",)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_no_message_is_missing_or_unused(file: Path) -> None:
    """Otherwise: `make words`, and write the texts it lists."""
    catalogue = read(file)
    assert empty(catalogue) == []
    assert file.read_bytes() == as_text(updated(catalogue))
    assert file.with_suffix(".mo").read_bytes() == as_compiled(catalogue)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_place_of_a_translation_is_filled(file: Path) -> None:
    known = {(message.context, message.one): names for message, names in in_the_code().items()}
    wrong = []
    for entry, english, own in entries(file):
        values = known.get((entry.context, english[0]), set())
        for text in own:
            if places(text) - values - set().union(*map(places, english)):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_braces_of_a_translation_are_balanced(file: Path) -> None:
    wrong = []
    for _entry, english, own in entries(file):
        if any(map(places, english)):
            wrong += [text for text in own if "{" in text and not places(text)]
    assert wrong == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_translation_states_the_numbers_of_its_english(file: Path) -> None:
    wrong = [
        text
        for _entry, english, own in entries(file)
        for text in own
        for number in NUMBERS.findall(english[-1])
        if number not in NUMBERS.findall(text) and not number.isdigit()
    ]
    assert wrong == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_no_translation_is_its_english(file: Path) -> None:
    found = (set(english) & set(own) for _entry, english, own in entries(file))
    assert [text for same in found for text in same if WORDS.search(text)] == []


def test_a_message_is_said_in_each_language() -> None:
    said = Message("{spent} of {total}", {"spent": Message("one"), "total": 2})
    assert (str(said), said.in_("en"), said.in_("xx")) == ("one of 2",) * 3
    assert pgettext("effects", "; ").in_("ko") == ", "
    assert in_a_row([said, "x"], "; ") == "one of 2; x"
    assert [str(ngettext("{n} row", "{n} rows", n, n=n)) for n in (1, 2)] == ["1 row", "2 rows"]


def test_a_message_is_filled_later() -> None:
    known = pgettext("loss", "{n} more").filled(n=3)
    assert (str(known), known.in_("ko"), known.context) == ("3 more", "3 더 큼", "loss")
    assert ngettext("{of}", "{of}s", 2).filled(of="row") == "rows"


def test_braces_of_a_message_without_values_stand() -> None:
    assert Message("{ref: id}") == "{ref: id}"
    assert Message("{ref: id}").in_("ko") == "{ref: id}"
