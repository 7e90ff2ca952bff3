"""MPS and LP files say exactly the programme, whatever its names, and every solver reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf
from pathlib import Path

import highspy
import numpy as np
import pytest
from hypothesis import given, strategies as st

from optimizer.lp.broken_limits import broken_limits
from optimizer.lp.files.ascii_names import LONGEST, names_of
from optimizer.lp.files.lp_writer import lp_text
from optimizer.lp.files.mps_writer import mps_text, number
from optimizer.lp.files.solution_file import read_solution
from optimizer.lp.program import Column, LinearProgram, MalformedProgram, Row, Sense, program
from optimizer.lp.solver import solve
from tests.lp.drawing import programs
from tests.lp.other_solvers import SOLVERS, Run

HOSTILE = [
    "free", "inf", "INFINITY", "infra", "nano", "e12", "E 5", "ee", "e", "st", "s.t.", "subject to",
    "end", "bounds", "Int", "binary", "max", "objective", "constant", "RHS", "MARKER", "a b", "a_b",
    "A_B", "a-b", "1abc", ".x", "-", "+", "", " ", "x:", "<= 3", '"=1+1"', "it's", "tab\there",
    "line\nbreak", "\\ comment", "* comment", "인재 유치", "인재유치", "🚀", "🛰", "tötal", "Ωmega",
    "x" * 200, "x" * 199 + "y", "긴 이름 " * 50, "[3]", "a^2", "3 x", "$cost",
]  # fmt: skip
TEXTS = {"mps": mps_text, "lp": lp_text}


def hostile() -> LinearProgram:
    """Every kind of bound, row and column under names that formats take for something else."""
    gain = {key: 1.0 + i / 8 for i, key in enumerate(HOSTILE)}
    rows = {f"row {key}": ({key: 1.0}, "<=", 3.0 + i / 4) for i, key in enumerate(HOSTILE)} | {
        "tötal": (dict.fromkeys(HOSTILE, 1.0), "<=", 150.25),
        "nothing": ({}, ">=", -1.0),
        "e1": ({"free": 1.0, "inf": -1.0}, ">=", -0.5),
        "a b": ({"a b": 2.0, "a_b": -1.0}, "==", 0.5),
        "a_b": ({"🚀": 0.1 + 0.2, "🛰": 1e-7, "긴 이름 " * 50: 0.0}, "<=", 1e15),
    }
    lower = {"🚀": -inf, "🛰": -5.5, "st": -inf, "end": -3, "max": 1.0}
    upper = {"🚀": 4.0, "free": 3, "end": -1, "A_B": 0.5, "🛰": 2.5, "max": 1.0}
    made = program(gain, rows, lower=lower, upper=upper, integer=["a_b", "🛰", "1abc", "e12"])
    return replace(made, constant=-7.25)


def saved(text: str, form: str, folder: Path) -> Path:
    text.encode("ascii")
    assert max(map(len, text.splitlines())) <= 255
    path = folder / f"programme.{form}"
    path.write_text(text, encoding="ascii")
    return path


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("run", SOLVERS)
@pytest.mark.parametrize("maximise", [True, False])
def test_hostile_names_solve_to_the_same_optimum(
    form: str, run: Run, maximise: bool, tmp_path: Path
) -> None:
    ours = replace(hostile(), maximise=maximise)
    if not maximise:
        low = (replace(c, lower=max(float(c.lower), -9.0)) for c in ours.columns)
        ours = replace(ours, columns=tuple(low))
    solution = solve(ours)
    path = saved(TEXTS[form](ours, comments=["인재 'quoted' \\ * 🚀", "a" * 900]), form, tmp_path)
    claim = read_solution(run(path).read_text(encoding="utf-8"), names_of(ours))
    assert broken_limits(ours, claim.x) == ()
    found = float(ours.arrays.gain @ claim.x) + ours.constant
    assert found == pytest.approx(solution.objective, rel=1e-6)


@given(st.lists(st.text(max_size=130), unique=True, max_size=12))
def test_names_differ_and_every_format_takes_them(keys: list[str]) -> None:
    rows = [(k, ({}, "<=", 1.0)) for k in (*HOSTILE, *keys)]
    names = names_of(program(dict.fromkeys([*HOSTILE, *keys], 0.0), dict(rows)))
    both = [*names.columns, *names.rows]
    assert len({n.lower() for n in both}) == len(both) == 2 * len({*HOSTILE, *keys})
    for name in both:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_.]*", name)
        assert len(name) <= LONGEST
        assert name.lower() not in {"free", "inf", "e12", "st", "end", "max", "objective", "rhs"}
        assert not re.match(r"(?i)inf|nan|e[0-9.e]|e$", name)


def test_names_say_what_they_name() -> None:
    keys = [("units", "visa", 0), "인재 유치", "Zürich", "a b", "a_b", "A.B", object()]
    names = names_of(program(dict.fromkeys(keys, 0.0), {}))
    expected = ("units.visa.0", "injae_yuchi", "Zurich", "a_b", "a_b_2", "A_B_3", "object")
    assert names.columns == expected


def highs_reads(path: Path) -> highspy.HighsLp:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    assert solver.readModel(str(path)) == highspy.HighsStatus.kOk
    return solver.getLp()


def assert_says(path: Path, ours: LinearProgram) -> None:
    """What HiGHS reads is number for number what we hold."""
    lp, names, arrays = highs_reads(path), names_of(ours), ours.arrays
    sign = -1.0 if ours.maximise and path.suffix == ".mps" else 1.0
    assert (lp.sense_ == highspy.ObjSense.kMaximize) is (ours.maximise and sign > 0)
    at = [list(lp.col_names_).index(name) for name in names.columns]
    rows = [list(lp.row_names_).index(name) for name in names.rows]
    read = np.zeros((len(lp.row_names_), len(lp.col_names_)))
    matrix = lp.a_matrix_
    matrix_is_by_column = matrix.format_ == highspy.MatrixFormat.kColwise
    for i in range(len(matrix.start_) - 1):
        for k in range(matrix.start_[i], matrix.start_[i + 1]):
            place = (matrix.index_[k], i) if matrix_is_by_column else (i, matrix.index_[k])
            read[place] = matrix.value_[k]
    stated = np.zeros((len(names.rows), len(names.columns)))
    np.add.at(stated, (arrays.row_of, arrays.indices), arrays.data)
    assert np.array_equal(read[np.ix_(rows, at)].reshape(stated.shape), stated)
    assert np.array_equal(sign * np.array(lp.col_cost_)[at], arrays.gain)
    assert np.array_equal(np.array(lp.col_lower_)[at], arrays.lower)
    assert np.array_equal(np.array(lp.col_upper_)[at], arrays.upper)
    assert np.array_equal(np.array(lp.row_lower_)[rows], arrays.row_lower)
    assert np.array_equal(np.array(lp.row_upper_)[rows], arrays.row_upper)
    whole = [i for i, kind in enumerate(lp.integrality_) if kind == highspy.HighsVarType.kInteger]
    assert {at.index(i) for i in whole} == set(np.flatnonzero(arrays.integer))


def test_the_hostile_file_is_the_programme_number_for_number(tmp_path: Path) -> None:
    ours = replace(hostile(), constant=0.0)
    whole = {"🛰": (-5.0, 2.0)}
    columns = (
        replace(c, lower=whole[c.key][0], upper=whole[c.key][1]) if c.key in whole else c
        for c in ours.columns
    )
    ours = replace(ours, columns=tuple(columns))
    for form, text in TEXTS.items():
        assert_says(saved(text(ours), form, tmp_path), ours)


@given(drawn=programs(units=False), form=st.sampled_from(sorted(TEXTS)), whole=st.booleans())
def test_the_file_is_the_programme_number_for_number(
    drawn: LinearProgram, form: str, whole: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if any(c.lower > c.upper for c in drawn.columns):
        return
    columns = tuple(
        replace(c, integer=whole and float(c.lower).is_integer() and float(c.upper).is_integer())
        for c in drawn.columns
    )
    ours = replace(drawn, columns=columns)
    assert_says(saved(TEXTS[form](ours), form, tmp_path_factory.mktemp("file")), ours)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_itself(value: float) -> None:
    text = number(value)
    assert float(text) == value
    assert len(re.sub(r"e.*|[-.]", "", text).strip("0")) <= 17


def test_bounds_of_whole_columns_are_whole() -> None:
    column = Column("n", 0.5, 2.9999999999, 1.0, integer=True)
    text = mps_text(LinearProgram((column,), ()))
    assert " UP BOUND n 3\n LO BOUND n 1\n" in text


def test_draws_are_refused() -> None:
    drawn = LinearProgram((Column("x", gain=np.array([1.0, 2.0])),), (Row("r", {}, Sense.LE, 1.0),))
    for text in TEXTS.values():
        with pytest.raises(MalformedProgram, match="draws"):
            text(drawn)
