"""Exact answers: time of the proof in rational numbers beside HiGHS alone, programme by programme.

    python benchmarks/exact.py [FILE OR FOLDER …]

Without an argument the programmes of the test suite. Larger ones, `80bau3b`, `greenbea`, `perold`
or `cplex1`, stand in `check/instances` of HiGHS (<https://github.com/ERGO-Code/HiGHS>). Seconds are
medians of three; the proof includes solving in floats and reading every number as a decimal.
"""

from __future__ import annotations

import sys
from pathlib import Path

import highspy
import numpy as np
from road import seconds

from optimizer.errors import OptimizerError
from optimizer.lp import LinearProgram, read_mps, solve_exactly

INSTANCES = Path(__file__).parents[1] / "tests" / "lp" / "instances"
LIMIT = 300.0


def highs_alone(program: LinearProgram) -> None:
    """The same rows passed to HiGHS in one call and solved with its own settings."""
    a = program.arrays
    n, m = len(a.gain), len(a.row_lower)
    sense = -1 if program.maximise else 1
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(
        n, m, len(a.data), 2, 1, 0.0, sense * a.gain, a.lower, a.upper, a.row_lower, a.row_upper,
        a.indptr.astype(np.int32), a.indices.astype(np.int32), a.data, np.zeros(n, dtype=np.int32),
    )  # fmt: skip
    solver.run()


def files(paths: list[str]) -> list[Path]:
    """All MPS files among and within the paths."""
    found: list[Path] = []
    for path in map(Path, paths or [str(INSTANCES)]):
        found += sorted(path.glob("*.mps*")) if path.is_dir() else [path]
    return found


def main(paths: list[str]) -> None:
    """Print one line for each programme."""
    print("programme       rows  columns  entries   HiGHS [s]  proof [s]   ratio  verdict")
    for path in files(paths):
        try:
            program = read_mps(path)
        except OptimizerError as refused:
            print(f"{path.name:14} left out: {str(refused).splitlines()[0]}")
            continue
        if program.arrays.integer.any():
            print(f"{path.name:14} left out: whole numbers")
            continue
        alone = seconds(lambda program=program: highs_alone(program), 3)
        answers = []
        proof = seconds(
            lambda program=program, answers=answers: answers.append(
                solve_exactly(program, time_limit=LIMIT)
            ),
            3,
        )
        answer = answers[-1]
        said = f"{answer.status}" if answer.proved else f"not proved ({answer.status})"
        value = "" if answer.objective is None else f" {float(answer.objective):.15g}"
        name = path.name.removesuffix(".gz").removesuffix(".mps")
        print(
            f"{name:14} {len(program.rows):5} {len(program.columns):8} "
            f"{len(program.arrays.data):8} {alone:11.4f} {proof:10.4f} {proof / alone:7.1f}  "
            f"{said}{value}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
