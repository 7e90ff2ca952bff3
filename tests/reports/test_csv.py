"""Cells of CSV files: no text is worked out by a spreadsheet, no number is touched."""

from __future__ import annotations

import pandas as pd
import pytest

from optimizer.api import desk as api


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A1",
        "+1+cmd",
        "-2+3",
        "@SUM(A1)",
        " =1+1",
        "\t=1",
        "\r=1",
        "＝1+1",
        "－1+1",
        "\u2212A1",
        "'=1",
    ],
)
def test_a_text_that_would_be_worked_out_is_quoted(text: str) -> None:
    frame = pd.DataFrame({text: [text]}, index=[text])
    safe = api.safe_cells(frame)
    assert safe.columns[0] == safe.index[0] == safe.iloc[0, 0] == f"'{text}"


@pytest.mark.parametrize("text", ["", "Korea", "1-2", "-3", "\u22123.5", "+4 %", "-1,000", "가=나"])
def test_words_and_plain_numbers_stay_as_they_are(text: str) -> None:
    assert api.safe_cells(pd.DataFrame({"a": [text]})).iloc[0, 0] == text


def test_numbers_keep_their_kind_and_two_columns_of_one_name_stay_two() -> None:
    frame = pd.DataFrame([[-1.5, "=1", None], [2.0, "x", True]], columns=["n", "t", "t"])
    safe = api.safe_cells(frame)
    assert safe["n"].tolist() == [-1.5, 2.0]
    assert safe.iloc[:, 1].tolist() == ["'=1", "x"]
    assert safe.iloc[:, 2].tolist() == [None, True]


def test_the_file_begins_with_the_mark_that_excel_needs_for_korean() -> None:
    content = api.csv_bytes(pd.DataFrame({"이름": ["한국", "=1"]}))
    assert content == b"\xef\xbb\xbf" + "이름\n한국\n'=1\n".encode()
