"""Workbooks of any extent are read by what stands in them, or refused; none is read for long."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.inputs.workbook.read import import_workbook

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)
"""Entities that stand for a thousand million letters."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "korea.xlsx"
    path.write_bytes(api.workbook(api.bare_plan(api.load_scenario("korea-2025"))))
    return path


def edited(written: Path, folder: Path, edit: Callable[[str, bytes], bytes | None]) -> Path:
    """The workbook with every part of it edited; None drops a part."""
    path = folder / "edited.xlsx"
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = edit(entry.filename, old.read(entry))
            if content is not None:
                new.writestr(entry.filename, content)
    return path


def is_sheet(name: str) -> bool:
    return "worksheets/sheet" in name


@pytest.mark.parametrize("cell", ["A1048576", "XFD60", "XFD1048576"])
def test_blank_cells_far_away_are_not_in_the_way(cell: str, written: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written)
    for sheet in book:
        sheet[cell].font = Font(bold=True)
    far = tmp_path / "far.xlsx"
    book.save(far)
    assert import_workbook(far).fingerprint == import_workbook(written).fingerprint


def test_what_stands_too_far_down_is_told(written: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written)
    book["Rules"]["A900000"] = "budget.total"
    far = tmp_path / "far.xlsx"
    book.save(far)
    with pytest.raises(InvalidInput, match="Clear row 900000"):
        import_workbook(far)


def test_dimensions_that_boast_are_not_believed(written: Path, tmp_path: Path) -> None:
    def boast(name: str, content: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', content)

    boasting = edited(written, tmp_path, boast)
    assert import_workbook(boasting).fingerprint == import_workbook(written).fingerprint


EDITS: dict[str, Callable[[str, bytes], bytes | None]] = {
    "a row beyond all": lambda n, c: (
        c.replace(b' r="5"', b' r="999999999999"') if is_sheet(n) else c
    ),
    "a column beyond all": lambda n, c: (
        re.sub(rb' r="B(\d+)"', rb' r="ZZZZZZ\1"', c) if is_sheet(n) else c
    ),
    "entities that multiply": lambda n, c: (
        BOMB + c.partition(b"?>")[2].replace(b'name="', b'name="&j;', 1)
        if n == "xl/workbook.xml" else c
    ),
    "a part that unpacks to much": lambda n, c: b"0" * 150_000_000 if "styles" in n else c,
    "no list of sheets": lambda n, c: None if n == "xl/workbook.xml" else c,
    "sheets cut short": lambda n, c: c[: len(c) // 2] if is_sheet(n) else c,
    "numbers that are dates": lambda n, c: c.replace(b't="n"', b't="d"') if is_sheet(n) else c,
    "no sheets": lambda n, c: None if is_sheet(n) else c,
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_damaged_and_hostile_workbooks_are_refused(
    name: str, written: Path, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput) as caught:
        import_workbook(edited(written, tmp_path, EDITS[name]))
    assert all(issue.problem and issue.remedy for issue in caught.value.issues)


@pytest.mark.parametrize(
    "content", [b"", b"hello", bytes.fromhex("d0cf11e0a1b11ae1"), b"PK\x03\x04"]
)
def test_other_files_are_refused(content: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(content)
    with pytest.raises(InvalidInput, match="no sound"):
        import_workbook(other)


def test_half_a_workbook_is_refused(written: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.xlsx"
    shutil.copy(written, half)
    half.write_bytes(half.read_bytes()[:20_000])
    with pytest.raises(InvalidInput, match="no sound"):
        import_workbook(half)


@pytest.mark.parametrize(
    ("cell", "remedy"), [("0,05", "0.05"), ("1.234,5", "1234.5"), ("5 %", "0.05"), ("５", "5")]
)
def test_a_number_as_text_is_told_as_it_was_meant(
    cell: str, remedy: str, written: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(written)
    sheet = book["Scenario"]
    (row,) = [r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == "budget.total"]
    keys = {c.value: c.column for c in sheet[1]}
    sheet.cell(row, keys["value"]).value = cell
    path = tmp_path / "text.xlsx"
    book.save(path)
    with pytest.raises(InvalidInput) as caught:
        import_workbook(path)
    assert f" {remedy}" in caught.value.issues[0].remedy
