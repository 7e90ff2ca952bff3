"""A declared table: types of its frame, cells in words, bare figures under heads with units."""

from __future__ import annotations

from math import nan
from typing import Any

import pytest

from docs.making.answer_tables import shapes
from optimizer import api
from optimizer.i18n import LANGUAGES, _, verbatim
from optimizer.reports.render.csv import frame_of
from optimizer.reports.render.text import text
from optimizer.results.cells import head, words_of
from optimizer.results.page import Bullets, Heading, Paragraph, Tone, page
from optimizer.results.table import Column, Kind, Shape, data

SHAPE = Shape(
    "chosen",
    verbatim("What was chosen"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("money", _("Money"), Kind.MONEY),
    Column("share", _("Share"), Kind.SHARE),
    Column("gain", _("Gain"), Kind.GOAL, brief=False),
    *data("rule"),
)
ROWS: list[dict[str, Any]] = [
    {"programme": "gpu_access", "money": 1800.0, "share": 0.1, "gain": 1.25, "rule": "a"},
    {"programme": "visa_fast_track", "money": nan, "share": nan, "gain": nan, "rule": "b"},
]
KOREA = api.load_scenario("korea-2025")


@pytest.mark.parametrize(
    ("language", "cells"),
    [("en", ["GPU access", "1.8 billion won", "10%"]), ("ko", ["GPU 지원", "18억 원", "10%"])],
)
def test_cells_carry_their_unit_in_the_language_asked_for(language: str, cells: list[str]) -> None:
    table = SHAPE.of(ROWS, KOREA)
    shown = table.shown(brief=True)
    assert [words_of(table, ROWS[0], c).in_(language) for c in shown] == cells
    assert [words_of(table, ROWS[1], c).in_(language) for c in shown][1:] == ["–", "–"]


def test_bare_figures_stand_under_heads_with_their_unit() -> None:
    frame = frame_of(SHAPE.of(ROWS, KOREA), "en")
    assert list(frame) == ["Programme", "Money (1 million won)", "Share", "Gain (goal)"]
    assert frame.iloc[0].tolist() == ["GPU access", 1800.0, 0.1, 1.25]
    assert frame.iloc[1, 1:].isna().all()


def test_two_columns_of_one_head_stay_two() -> None:
    twice = Shape("twice", _("Money"), *(Column(n, _("Money"), Kind.NUMBER) for n in ("a", "b")))
    assert list(frame_of(twice.of([{"a": 1.0, "b": 2.0}]))) == ["Money", "Money (2)"]


def test_a_page_leaves_out_what_is_empty_and_sets_notes_apart() -> None:
    told = page(
        Heading(verbatim("Head")),
        Paragraph(verbatim("One.")),
        Paragraph(verbatim("Two.")),
        Bullets((), verbatim("Nothing")),
        SHAPE.of([], KOREA),
        Bullets((verbatim("a"), verbatim("b\nc")), verbatim("List"), numbered=True),
        Paragraph(verbatim("Terms."), Tone.NOTE),
    )
    assert text(told) == "Head\nOne.\nTwo.\n\nList:\n  1. a\n  2. b\n     c\n\nTerms.\n"


@pytest.mark.parametrize(("module", "shape"), shapes(), ids=lambda one: getattr(one, "name", one))
def test_every_declared_table_names_each_column_once_and_its_units(
    module: str, shape: Shape
) -> None:
    names = [column.name for column in shape.columns]
    assert len(names) == len(set(names)), module
    table = shape.of([], KOREA)
    for column in table.shown():
        for language in LANGUAGES:
            told = head(table, column, bare=True).in_(language)
            assert told.strip(), column.name
        if column.kind is Kind.GOAL:
            assert "goal" in head(table, column, bare=True).in_("en").lower()
        if column.kind is Kind.PEOPLE:
            assert "people" in head(table, column, bare=True).in_("en").lower()
        if column.kind in (Kind.MONEY, Kind.CHANGE) and not isinstance(column.unit, str):
            assert "won" in head(table, column, bare=True).in_("en")
