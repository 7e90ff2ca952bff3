"""Files of others say what their formats say, and what is not understood is refused by line."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace
from inspect import signature
from math import inf
from pathlib import Path

import highspy
import pytest
from hypothesis import given, settings

from optimizer.errors import InvalidInput
from optimizer.lp import read_lp, read_mps, solve
from optimizer.lp.files.lp_writer import lp_text
from optimizer.lp.files.mps_parts import MpsRow
from optimizer.lp.files.mps_writer import mps_text
from optimizer.lp.files.text import text_of
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from tests.lp.drawing import programs
from tests.textbook.programmes import farmer, wyndor

MPS = """NAME          sample
OBJSENSE
    MAX
ROWS
 N  profit
 L  r1
 G  r2
 E  r3
 N  idle
COLUMNS
    x         profit    1.0       r1        1.0
    x         r2        1.0       idle      2.0
    MARKER                 'MARKER'                 'INTORG'
    y         profit    2.0       r3        1.0
    z         r1        -1.5D0
    MARKER                 'MARKER'                 'INTEND'
    w         r3        -1
RHS
    RHS       r1        4.0       r2        1.0
    RHS       profit    -7
    RHS       r3        2
RANGES
    RNG       r1        2.5       r3        -1
BOUNDS
 LO BND       x         -9
 UP BND       x         -1
 PL BND       y
 MI BND       w
ENDATA
"""
LP = r"""\ a comment
Maximize
 profit: x + 2 y + 3 + 7 - 3
Subject To
 r1: 1.5 <= x - 1.5 z <= 4
 r2: x >= 1
 r3: 2 >= y - w \ also from below
 2 + y - w >=
   3
Bounds
 -9 <= x <= -1
 w free
 w <= 1e30
Generals
 y
Binary
 z
End
"""


def written(folder: Path, content: str | bytes, form: str) -> Path:
    path = folder / f"programme.{form}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def expected(last: tuple[Row, ...], upper: float) -> LinearProgram:
    r1: dict[Key, float] = {"x": 1.0, "z": -1.5}
    return LinearProgram(
        (
            Column("x", -9.0, -1.0, 1.0),
            Column("y", 0.0, inf, 2.0, integer=True),
            Column("z", 0.0, 1.0, 0.0, integer=True),
            Column("w", -inf, upper, 0.0),
        ),
        (
            Row(("r1", ">="), r1, Sense.GE, 1.5),
            Row(("r1", "<="), r1, Sense.LE, 4.0),
            Row("r2", {"x": 1.0}, Sense.GE, 1.0),
            *last,
        ),
        constant=7.0,
    )


def test_an_mps_file_is_read_as_the_format_says(tmp_path: Path) -> None:
    r3: dict[Key, float] = {"y": 1.0, "w": -1.0}
    rows = (Row(("r3", ">="), r3, Sense.GE, 1.0), Row(("r3", "<="), r3, Sense.LE, 2.0))
    right = expected(rows, inf)
    assert read_mps(written(tmp_path, MPS, "mps")) == right
    assert read_mps(written(tmp_path, gzip.compress(MPS.encode()), "mps.gz")) == right
    assert read_mps(written(tmp_path, MPS.replace("\n", "\r\n"), "mps")) == right
    one_line = MPS.replace("OBJSENSE\n    MAX", "OBJSENSE MAXIMIZE")
    assert read_mps(written(tmp_path, one_line, "mps")) == right


def test_an_lp_file_is_read_as_the_format_says(tmp_path: Path) -> None:
    rows = (
        Row("r3", {"y": 1.0, "w": -1.0}, Sense.LE, 2.0),
        Row(("row", 5), {"y": 1.0, "w": -1.0}, Sense.GE, 1.0),
    )
    read = read_lp(written(tmp_path, LP, "lp"))
    right = expected(rows, inf)
    assert {c.key: c for c in read.columns} == {c.key: c for c in right.columns}
    assert (read.rows, read.maximise, read.constant) == (right.rows, True, 7.0)


def test_a_number_behind_a_bound_that_takes_none_is_passed_over(tmp_path: Path) -> None:
    assert " PL BND       y\n" in MPS
    more = MPS.replace(" PL BND       y\n", " PL BND       y         7\n")
    assert read_mps(written(tmp_path, more, "mps")) == read_mps(written(tmp_path, MPS, "mps"))


def test_files_of_a_hundred_million_bytes_are_read() -> None:
    for reads in (text_of, read_mps):
        assert signature(reads).parameters["largest"].default == 100_000_000


@pytest.mark.parametrize(
    ("kind", "span", "limits"),
    [
        ("L", 3.0, (4.0, 7.0)), ("L", -3.0, (4.0, 7.0)), ("G", 3.0, (7.0, 10.0)),
        ("G", -3.0, (7.0, 10.0)), ("E", 3.0, (7.0, 10.0)), ("E", -3.0, (4.0, 7.0)),
        ("E", 0.0, (7.0, 7.0)), ("L", None, (-inf, 7.0)), ("G", None, (7.0, inf)),
    ],
)  # fmt: skip
def test_a_range_is_counted_as_the_format_says(
    kind: str, span: float | None, limits: tuple[float, float]
) -> None:
    assert MpsRow(kind, rhs=7.0, span=span).limits == limits


def test_fixed_columns_hold_names_with_spaces(tmp_path: Path) -> None:
    text = (
        "NAME\nROWS\n N  cost\n G  need one\nCOLUMNS\n"
        "    MARKER                 'MARKER'                 'INTORG'\n"
        "    col one   cost           3.0       need one       2.0\n"
        "    MARKER                 'MARKER'                 'INTEND'\n"
        "    col two   cost           1.0       need one       1.0\n"
        "RHS\n              need one       4.0\nBOUNDS\n UP           col two        1.0\n"
        " PL           col one\nENDATA\n"
    )
    assert read_mps(written(tmp_path, text, "mps")) == LinearProgram(
        (Column("col one", gain=3.0, integer=True), Column("col two", 0.0, 1.0, 1.0)),
        (Row("need one", {"col one": 2.0, "col two": 1.0}, Sense.GE, 4.0),),
        maximise=False,
    )


@pytest.mark.parametrize(
    ("right", "wrong", "where", "said"),
    [
        (" 1.0       r1        1.0", " 1,5       r1        1.0", "line 11", "'1,5' is no number"),
        (" 1.0       r1        1.0", " nan       r1        1.0", "line 11", "no number"),
        (" 1.0       r1        1.0", " 1e999     r1        1.0", "line 11", "no number"),
        ("r2        1.0       idle", "r9        1.0       idle", "line 12", "no 'r9'"),
        (" L  r1", " L  r2", "line 7", "'r2' is given twice"),
        (" L  r1", " L", "line 6", "should hold"),
        ("    z         r1        -1.5D0", "    y r3 2", "line 15", "'y r3' is given twice"),
        (" PL BND       y", " SC BND       y 5", "line 27", "semi-continuous"),
        (" PL BND       y", " UP BND       q 5", "line 27", "no 'q'"),
        (" PL BND       y", " XX BND       y 5", "line 27", "no kind of bound"),
        (" LO BND       x         -9\n", "", "programme.mps", "upper bound below 0"),
        ("ENDATA", "QUADOBJ\n x x 1\nENDATA", "line 29", "QUADOBJ"),
        ("ENDATA", "SOS\n S1 s1\nENDATA", "line 29", "SOS"),
        ("ENDATA\n", "", "programme.mps", "ends before ENDATA"),
        ("    MAX", "    upwards", "line 3", "no direction"),
        ("    RHS       r3", "    OTHER     r3", "line 21", "two sets"),
        ("    RHS       r3        2", "    RHS       r1        2", "line 21", "given twice"),
    ],
)
def test_what_an_mps_file_should_not_say_is_refused(
    right: str, wrong: str, where: str, said: str, tmp_path: Path
) -> None:
    assert right in MPS
    with pytest.raises(InvalidInput) as fault:
        read_mps(written(tmp_path, MPS.replace(right, wrong), "mps"))
    issues = fault.value.issues
    assert any(where in i.where and said in str(i.problem) for i in issues), str(fault.value)
    assert all(i.problem.in_("ko") and i.remedy.in_("ko") for i in issues)


@pytest.mark.parametrize(
    ("right", "wrong", "where", "said"),
    [
        ("x + 2 y + 3", "x + 1,5 y + 3", "line 3", "','"),
        ("x + 2 y + 3", "x + 1.5.2 y + 3", "line 3", "'.2'"),
        ("x + 2 y + 3", "x + 2e999 y + 3", "line 3", "'2e999'"),
        ("x + 2 y + 3", "[ x ^ 2 ] / 2", "line 3", "Only linear"),
        ("r2: x >= 1", "r1: x >= 1", "line 6", "'r1' is given twice"),
        ("r2: x >= 1", "r2: x >= 1 y", "line 6", "'y'"),
        ("r2: x >= 1", "r2: x >= 1 + 3", "line 6", "'+'"),
        ("r2: x >= 1", "r2: z = 1 -> x >= 1", "line 6", "'->'"),
        ("r2: x >= 1", "r2: x >= 1e30", "programme.lp", "'r2' must be"),
        ("r2: x >= 1", "r2: x <= -1e30", "programme.lp", "'r2' must be"),
        (" w free", " q free", "line 12", "no 'q'"),
        (" w free", " w <= 3 x <= 4", "line 12", "cannot stand here"),
        (" -9 <= x <= -1", " x <= -1", "programme.lp", "upper bound below 0"),
        ("Generals", "Semi-continuous", "line 14", "Semi-continuous"),
        ("Maximize", "Hello", "programme.lp", "does not begin"),
        ("End\n", "", "programme.lp", "ends before End"),
        ("End\n", "End\nmore\n", "line 19", "'more'"),
    ],
)
def test_what_an_lp_file_should_not_say_is_refused(
    right: str, wrong: str, where: str, said: str, tmp_path: Path
) -> None:
    assert right in LP
    with pytest.raises(InvalidInput) as fault:
        read_lp(written(tmp_path, LP.replace(right, wrong), "lp"))
    issues = fault.value.issues
    assert any(where in i.where and said in str(i.problem) for i in issues), str(fault.value)
    assert all(i.problem.in_("ko") and i.remedy.in_("ko") for i in issues)


@pytest.mark.parametrize("read", [read_mps, read_lp])
@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01", b"\x1f\x8b\x08broken", b"hello\nworld\n", b"\n" * 5000, None]
)
def test_what_is_no_programme_is_refused(read, content, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "none.mps" if content is None else written(tmp_path, content, "mps")
    with pytest.raises(InvalidInput):
        read(path)


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\n" * 3_000_000)
    with pytest.raises(InvalidInput, match="more than 1 MB"):
        read_mps(written(tmp_path, bomb, "mps"), largest=1_000_000)


def test_names_in_korean_code_pages_are_read(tmp_path: Path) -> None:
    text = MPS.replace("x    ", "인재 ")
    for encoding in ("utf-8", "utf-8-sig", "cp949"):
        read = read_mps(written(tmp_path, text.encode(encoding), "mps"))
        assert read.columns[0].key == "인재"


def test_damaged_files_end_in_a_programme_or_a_refusal(tmp_path: Path) -> None:
    rng, told = random.Random(12), list[int]()
    pieces = ["nan", "1e400", "->", "[", "\n", "  ", "ROWS\n", "'MARKER'", "<=", "end\n", "$", "\\"]
    for form, text, read in (("mps", MPS, read_mps), ("lp", LP, read_lp)) * 150:
        at, cut = rng.randrange(len(text)), rng.randrange(12)
        damaged = text[:at] + rng.choice(["", *pieces]) + text[at + cut :]
        try:
            assert read(written(tmp_path, damaged, form)).arrays is not None
        except InvalidInput as fault:
            told.append(len(fault.issues))
    assert min(told) >= 1
    assert max(told) <= 21


@settings(max_examples=40)
@given(programs(bounded=True))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, program: LinearProgram
) -> None:
    folder = tmp_path_factory.mktemp("files")
    best = solve(program)
    assert best.objective is not None
    for read, text, sign in (
        (read_lp, lp_text(program), 1.0),
        (read_mps, mps_text(program), -1.0 if program.maximise else 1.0),
    ):
        again = read(written(folder, text, "any"))
        assert len(again.rows) == len(program.rows)
        assert solve(again).objective == pytest.approx(sign * best.objective, abs=1e-9)


@pytest.mark.parametrize("program", [wyndor(), farmer()])
@pytest.mark.parametrize("form", ["mps", "lp"])
def test_highs_reads_the_same_numbers(form: str, program: LinearProgram, tmp_path: Path) -> None:
    text = (mps_text if form == "mps" else lp_text)(replace(program, constant=2.5))
    path = written(tmp_path, text, form)
    ours = (read_mps if form == "mps" else read_lp)(path).arrays
    theirs = highspy.Highs()  # type: ignore[no-untyped-call]
    theirs.setOptionValue("output_flag", False)
    theirs.readModel(str(path))
    lp = theirs.getLp()
    assert ours.gain.tolist() == list(lp.col_cost_)
    assert (ours.lower.tolist(), ours.upper.tolist()) == (list(lp.col_lower_), list(lp.col_upper_))
    assert ours.row_lower.tolist() == list(lp.row_lower_)
    assert ours.row_upper.tolist() == list(lp.row_upper_)
    assert sorted(ours.data[ours.data != 0].tolist()) == sorted(lp.a_matrix_.value_)
