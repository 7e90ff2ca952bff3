"""Names of any length are read on one line: clipped in the middle, two that differ told apart."""

from __future__ import annotations

import pytest

from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.read import read_text
from optimizer.reports.render.text import columns
from optimizer.text.shortening import LONGEST, apart, clipped, clipped_text
from tests.both_languages import Said

LONG = "n" * 10_000


def test_a_clipped_name_keeps_its_beginning_and_its_end() -> None:
    said = clipped(f"begin{LONG}end")
    assert len(said) == LONGEST
    assert said.startswith("beginn")
    assert said.endswith("nend")
    assert clipped("n" * LONGEST) == "n" * LONGEST


@pytest.mark.parametrize("place", [0, 5_000, 9_999])
def test_two_long_names_read_differently_wherever_they_differ(place: int) -> None:
    names = [f"{LONG[:place]}{letter}{LONG[place + 1 :]}" for letter in "abc"]
    told = list(apart([*names, names[0]]).values())
    assert len(set(told)) == 3
    assert all(len(name) <= LONGEST for name in told)


def test_a_table_of_long_names_stays_narrow_and_tells_them_apart() -> None:
    rows = [["Name", "Value"], [f"{LONG}a{LONG}", "1"], [f"{LONG}b{LONG}", "2"]]
    lines = list(columns(rows))
    assert all(len(line) <= LONGEST + 7 for line in lines)
    assert lines[2][:LONGEST] != lines[3][:LONGEST]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_issue_clips_names_in_its_place_and_its_words(language: str) -> None:
    said = Said(f"There is no '{LONG} {LONG}'.", f"없는 이름: '{LONG} {LONG}'.")
    issue = Issue(f"pathways.a{LONG}.bands[0].net", said, Said(f"Write {LONG}x.", f"{LONG}x 기재."))
    told = issue.told(language)
    assert len(told) < 320
    assert "pathways.annn" in told
    assert ".bands[0].net: " in told
    assert "nnnx" in told


def test_a_document_with_an_endless_name_is_refused_in_a_short_message() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_text(f"schema: 1\n{LONG}:\n  a: 1\n  a: 2\n".replace(LONG, LONG[:900]))
    assert len(str(refused.value)) < 250
    assert "is given twice" in str(refused.value)


def test_what_planners_write_is_never_clipped() -> None:
    told = "programmes.research_institutes.activities.fellow_post.supply.bands[0].unit_cost"
    assert clipped_text(told) == told
