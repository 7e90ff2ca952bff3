"""Text files in UTF-16 and UTF-32: read where a mark says so, else named in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.errors import InvalidInput
from optimizer.inputs.plan_file import rows_in
from optimizer.inputs.read import read_file
from optimizer.inputs.tables import read_raw
from optimizer.lp.files.lp_reader import read_lp
from optimizer.lp.files.mps_reader import read_mps
from optimizer.text.encodings import NotText, text_in

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
LP = "max\n obj: 3 인재 + 2 y\nst\n c1: 인재 + y <= 4\nend\n"
MPS = """NAME          T
ROWS
 N  COST
 L  LIM
COLUMNS
    X         COST      1.0   LIM       1.0
RHS
    RHS       LIM       4.0
ENDATA
"""
YAML = "schema: 1\nid: wide\ntitle: 대한민국\n"
TABLE = "programme,year,spending\nvisa,2025,10\n인재,2026,5\n"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", *WIDE])
def test_a_mark_is_believed_by_every_reader(encoding: str, tmp_path: Path) -> None:
    def file(name: str, text: str) -> Path:
        return written(tmp_path, name, f"\ufeff{text}".encode(encoding))

    assert read_file(file("a.yaml", YAML)) == {"schema": 1, "id": "wide", "title": "대한민국"}
    assert [c.key for c in read_lp(file("a.lp", LP)).columns] == ["인재", "y"]
    assert read_mps(file("a.mps", MPS)).rows[0].rhs == 4.0
    assert rows_in(file("a.csv", TABLE).read_bytes(), "a.csv").rows[1]["programme"] == "인재"
    assert read_raw(file("t.csv", TABLE), []) == [r.split(",") for r in TABLE.split()]


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_without_a_mark_the_encoding_is_named_with_the_remedy(
    encoding: str, language: str, tmp_path: Path
) -> None:
    name = encoding.upper()[:6]
    readers = [
        (lambda: read_file(written(tmp_path, "a.yaml", YAML.encode(encoding)))),
        (lambda: read_lp(written(tmp_path, "a.lp", LP.encode(encoding)))),
        (lambda: read_mps(written(tmp_path, "a.mps", MPS.encode(encoding)))),
        (lambda: rows_in(TABLE.encode(encoding), "a.csv")),
    ]
    for read in readers:
        with pytest.raises(InvalidInput) as refused:
            read()
        (issue,) = refused.value.issues
        assert issue.where.startswith("a.")
        told = issue.told(language)
        assert name in told
        assert "UTF-8" in told


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_mark_that_the_rest_belies_is_told(encoding: str) -> None:
    with pytest.raises(NotText, match=f"marked as {encoding.upper()}"):
        text_in(YAML.encode(encoding) + b"\x00\xd8\x00")


def test_bytes_of_no_text_are_not_called_wide() -> None:
    binary = bytes(range(256)) * 40
    with pytest.raises(NotText, match=r"^The text is not UTF-8\.$"):
        text_in(binary)
    damaged = "id: a\x00b\n" + "title: of a plan\n" * 9
    assert text_in(damaged.encode()) == damaged
    assert text_in("대한".encode("cp949"), "cp949") == "대한"
