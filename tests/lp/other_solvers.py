"""Solvers that read our files and write solution files: CBC, GLPK, HiGHS."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import highspy
import pulp

from tests.needed import glpsol

Run = Callable[[Path], Path]
"""Solves an MPS or LP file and returns the solution file beside it."""


def by_cbc(file: Path) -> Path:
    out = file.with_suffix(".cbc")
    tight = ["primalT", "1e-9", "dualT", "1e-9"]  # CBC's own tolerance is wide for narrow steps
    command = [pulp.PULP_CBC_CMD.pulp_cbc_path, str(file), *tight, "solve", "solution", str(out)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "read with 0 errors" in said or file.suffix == ".lp"
    return out


def by_glpk(file: Path) -> Path:
    return _glpsol(file, "--write", ".glpk")


def by_glpk_report(file: Path) -> Path:
    return _glpsol(file, "--output", ".txt")


def _glpsol(file: Path, option: str, suffix: str) -> Path:
    out = file.with_suffix(suffix)
    form = "--freemps" if file.suffix == ".mps" else "--lp"
    command = [glpsol(), form, str(file), option, str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return out


def by_highs(file: Path) -> Path:
    return _highs(file, 0)


def by_highs_table(file: Path) -> Path:
    return _highs(file, 1)


def _highs(file: Path, style: int) -> Path:
    out, solver = file.with_suffix(f".highs{style}"), highspy.Highs()
    solver.setOptionValue("output_flag", False)
    assert solver.readModel(str(file)) == highspy.HighsStatus.kOk
    solver.run()
    solver.writeSolution(str(out), style)
    return out


SOLVERS: list[Run] = [by_cbc, by_highs, by_highs_table, by_glpk, by_glpk_report]
