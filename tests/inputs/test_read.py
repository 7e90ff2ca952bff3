"""Texts of documents are read as YAML 1.2 or JSON, each value as it is meant."""

from __future__ import annotations

import contextlib
import datetime
import json
import math
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, strategies as st

from optimizer.errors import InvalidInput
from optimizer.inputs.load import load_scenario
from optimizer.inputs.read import read_file, read_text
from optimizer.inputs.tree import plain

GOOD = Path(__file__).resolve().parents[1] / "broken" / "good.yaml"


def value(text: str) -> Any:
    return read_text(f"entry: {text}")["entry"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("NO", "NO"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("010", 10),
        ("+5", 5),
        ("-0", 0),
        ("1e3", 1000.0),
        ("1.5E-3", 0.0015),
        (".5", 0.5),
        ("5.", 5.0),
        ("1_000", "1_000"),
        ("18,000", "18,000"),
        ("0x10", "0x10"),
        ("0b1", "0b1"),
        ("12:30:45", "12:30:45"),
        ("2025-01-31", "2025-01-31"),
        ("2025-01-31 10:00:00", "2025-01-31 10:00:00"),
        ("1.2.3", "1.2.3"),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        ("inf", "inf"),
        ("nan", "nan"),
        ("=", "="),
        (".", "."),
        ("'5'", "5"),
        ('"\\u00e9"', "é"),
        ("가나다", "가나다"),
        ("NOR", "NOR"),
        ("[1, a, ~]", [1, "a", None]),
        ("{2025: 1, true: 2, ~: 3, 1.5: 4}", {"2025": 1, "true": 2, "null": 3, "1.5": 4}),
    ],
)
def test_readings(text: str, meant: Any) -> None:
    read = value(text)
    assert read == meant
    assert type(read) is type(meant)


def test_not_a_number_is_read_as_such() -> None:
    assert math.isnan(value(".nan"))


def test_norway_is_a_country() -> None:
    assert load_scenario(GOOD, ["country=NOR"]).country == "NOR"


def test_anchors_aliases_and_merge_keys_are_resolved() -> None:
    read = read_text("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\n")
    assert read == {"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 3}, "c": {"x": 1, "y": 2}}
    read["a"]["x"] = 9
    assert read["c"]["x"] == 1


@pytest.mark.parametrize(
    "start", ["", "\ufeff", "\n\n", "# comment\n", "---\n", "%YAML 1.2\n---\n"]
)
def test_documents_may_start_with_marks(tmp_path: Path, start: str) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(f"{start}a: 1\n", encoding="utf-8")
    assert read_file(path) == {"a": 1}


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_bytes(GOOD.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_scenario(path) == load_scenario(GOOD)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_is_read_however_it_is_laid_out(tmp_path: Path, indent: Any) -> None:
    document = {**read_file(GOOD), "title": {"en": "Team 🙂", "ko": "팀"}}
    for ascii_only in (True, False):
        path = tmp_path / "document.json"
        text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
        path.write_text(text, encoding="utf-8")
        title = load_scenario(path).title
        assert title is not None
        assert title.in_("en") == "Team 🙂"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"a": 1,\n "b": {"c": 1, "c": 2}}', "document, line 2: b.c"),
        ('{"a": [1, 2}', "document, line 1, column 12"),
        ('{"a": "\\ud800"}', "document: a"),
        ("a: {1: 2, '1': 3}", "document, line 1: a.1"),
    ],
)
def test_faults_are_placed(text: str, where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_text(text)
    assert [issue.where for issue in caught.value.issues] == [where]


def test_every_repeated_entry_is_told() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_text("a: 1\nb: [{c: 1, c: 2}, {d: {e: 1, e: 1}}]\na: 2\na: 3\n")
    assert [str(issue) for issue in caught.value.issues] == [
        "document, line 2: b[0].c: The entry 'c' is given twice (first on line 2). "
        "Keep one of the two.",
        "document, line 2: b[1].d.e: The entry 'e' is given twice (first on line 2). "
        "Keep one of the two.",
        "document, line 3: a: The entry 'a' is given twice (first on line 1). Keep one of the two.",
        "document, line 4: a: The entry 'a' is given twice (first on line 1). Keep one of the two.",
    ]


@given(st.text(max_size=60) | st.text(" :-[]{}&*!|>'\"#%@`,?\n\tab1.~<=", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    read: object = {}
    with contextlib.suppress(InvalidInput):
        read = read_text(text)
    assert isinstance(read, dict)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
)
DATA = st.dictionaries(
    st.text("abc가 .:#", min_size=1, max_size=5),
    st.recursive(
        SCALARS,
        lambda part: (
            st.lists(part, max_size=3)
            | st.dictionaries(st.text("ab1", min_size=1, max_size=3), part, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(DATA)
def test_what_is_written_is_read(data: dict[str, Any]) -> None:
    assert read_text(json.dumps(data)) == data
    assert read_text(json.dumps(data, ensure_ascii=False, indent=1)) == data
    quoted = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assert read_text(quoted) == data


def test_numbers_of_any_library_become_plain() -> None:
    document = {
        "a": (np.int64(3), np.float64(0.5), Decimal("0.25"), Fraction(1, 8)),
        2025: datetime.date(2025, 1, 31),
    }
    tree, issues = plain(document)
    assert issues == []
    assert tree == {"a": [3, 0.5, 0.25, 0.125], "2025": "2025-01-31"}
    assert [type(n) for n in tree["a"]] == [int, float, float, float]


@pytest.mark.parametrize("odd", [object(), {1, 2}, b"bytes", len, 3j])
def test_what_is_no_data_is_refused(odd: Any) -> None:
    _, issues = plain({"a": [odd]})
    assert [issue.where for issue in issues] == ["a[0]"]


def test_data_that_contains_itself_is_refused() -> None:
    endless: list[Any] = []
    endless += [endless, endless]
    _, issues = plain({"a": endless})
    assert len(issues) == 1
    assert "refers to itself" in issues[0].problem
