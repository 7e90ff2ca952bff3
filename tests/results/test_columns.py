"""Words go into columns of a table by language and come back as they were."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.i18n import EMPTY
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.table import Kind, Shape, data

SHAPE = Shape("chairs", EMPTY, *data("title", "gap", kind=Kind.WORDS))


def test_words_have_a_column_for_each_language_and_come_back() -> None:
    chairs = Text(en="Chairs", ko="석좌")
    columns = in_columns(title=chairs, gap=EMPTY)
    assert columns == {"title": "Chairs", "title_ko": "석좌", "gap": "", "gap_ko": ""}
    (row,) = lines(SHAPE.frame([columns]))
    said = cell(row, "title")
    assert (said.in_("en"), said.in_("ko")) == ("Chairs", "석좌")
    assert not cell(row, "gap").in_("ko")


def test_a_table_without_a_column_of_a_language_speaks_english() -> None:
    (row,) = lines(Shape("rules", EMPTY, *data("rule")).frame([{"rule": "quota"}]))
    assert cell(row, "rule").in_("ko") == "quota"
