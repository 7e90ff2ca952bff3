"""Declared tables and pages on paper: widths, marks, totals, notes; one memo in two languages."""

from __future__ import annotations

from dataclasses import replace

from optimizer.i18n import EMPTY, Message, Words, _, rendered, verbatim
from optimizer.reports.render.blocks import Column as Head, Kind as Mark, Memo, Row, Table as Grid
from optimizer.reports.render.document import MOST, document, spoken
from optimizer.results.page import Block, Bullets, Drawing, Heading, Paragraph, Tone, page
from optimizer.results.table import ASSUMED, Column, Kind, Shape, data

SHAPE = Shape(
    "grades",
    verbatim("What it rests on"),
    Column("title", _("Number"), width=3.0),
    Column("people", _("People"), Kind.PEOPLE, reads=lambda people: f"{people:.1f}"),
    Column("share", _("Share"), Kind.SHARE),
    *data("rule"),
)


def paper(*blocks: Block) -> Memo:
    return document(page(Heading(verbatim("Title")), *blocks))


def grid(memo: Memo, language: str) -> Grid:
    return next(b for b in spoken(memo, language).blocks if isinstance(b, Grid))


def test_a_declared_table_is_a_grid_of_words_with_marks_and_totals() -> None:
    rows = [
        {"title": "a", "people": 2.0, "share": 0.25, "rule": "x", ASSUMED: True},
        {"title": "b", "people": 6.0, "share": None, "rule": "y", ASSUMED: False},
        {"title": _("Total"), "people": 8.0, "share": 1.0, "rule": ""},
    ]
    table = SHAPE.of(rows)
    table = replace(table, totals=1)
    shown = grid(paper(table), "en")
    assert shown.columns == (
        Head(verbatim("Number"), 3.0),
        Head(verbatim("People"), 1.0, True),
        Head(verbatim("Share"), 1.0, True),
    )
    assert shown.rows == (
        Row(("▲ a", "2.0", "25%"), Mark.ASSUMED),
        Row(("b", "6.0", "–"), Mark.BODY),
        Row(("Total", "8.0", "100%"), Mark.TOTAL),
    )
    assert grid(paper(table), "ko").rows[-1].cells[0] == "합계"


def test_a_note_that_says_nothing_in_a_language_is_left_out_there() -> None:
    def only_in_english(*, language: str) -> str:
        return "rounded" if language == "en" else ""

    table = SHAPE.of([{"title": "a", "people": 1.0, "share": 1.0}])
    table = replace(table, notes=(rendered(only_in_english), verbatim("always")))
    notes = {language: grid(paper(table), language).notes for language in ("en", "ko")}
    assert notes == {"en": ("rounded", "always"), "ko": ("always",)}


def test_a_page_has_room_for_so_many_rows_and_says_how_many_are_left_out() -> None:
    rows = [{"title": str(n), "people": 1.0, "share": 0.0} for n in range(MOST + 3)]
    shown = grid(paper(SHAPE.of(rows)), "en")
    assert len(shown.rows) == MOST
    assert shown.notes == ("3 more rows stand in CSV and XLSX.",)


def test_one_memo_is_said_in_every_language() -> None:
    said: Words = _("Total")
    memo = paper(
        Bullets((said,), _("Number")), Paragraph(said, Tone.LEAD), Drawing(verbatim("a\nb"))
    )
    english, korean = (spoken(memo, language) for language in ("en", "ko"))
    assert english.blocks == (
        Heading(_("Number"), 2), Bullets((said,)), Paragraph(said, Tone.LEAD),
        Paragraph(verbatim("a"), Tone.CODE), Paragraph(verbatim("b"), Tone.CODE),
    )  # fmt: skip
    assert [type(b) for b in korean.blocks] == [type(b) for b in english.blocks]
    assert (korean.language, korean.subtitle, korean.title) == ("ko", EMPTY, "Title")
    assert isinstance(korean.blocks[1], Bullets)
    assert korean.blocks[1].items == ("합계",)
    assert isinstance(said, Message)
    assert memo.blocks[1] == Paragraph(said, Tone.LEAD), "the memo itself keeps its messages"
