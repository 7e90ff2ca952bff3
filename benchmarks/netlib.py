"""How many times HiGHS' own time a certified solve takes on programmes of others.

    python benchmarks/netlib.py FOLDER [NAME…]

FOLDER holds MPS files, such as `check/instances` of HiGHS' repository. HiGHS alone reads the file
and runs with its defaults; ours is `solve`, certificate included. Both in processor time, in one
process, median of several runs; what reading takes here is told beside.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import process_time

import highspy

from optimizer.lp import read_mps, solve

NAMES = (
    "afiro", "adlittle", "israel", "e226", "standata", "scrs8", "stair", "shell", "perold",
    "25fv47", "greenbea",
)  # fmt: skip
RUNS = 5
AIM = 3.0


def alone(path: Path) -> float:
    """Processor seconds of HiGHS with its defaults."""
    start = process_time()
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.readModel(str(path))
    highs.run()
    return process_time() - start


def ours(path: Path) -> tuple[float, float]:
    """Processor seconds of reading and of solving; the answer must be certified."""
    start = process_time()
    program = read_mps(path)
    read = process_time()
    found = solve(program)
    taken = process_time() - read
    assert found.certificate is not None
    assert found.certificate.passed
    return read - start, taken


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    folder, names = Path(sys.argv[1]), sys.argv[2:] or NAMES
    print(f"{'programme':<12}{'HiGHS ms':>10}{'ours ms':>10}{'ratio':>8}{'reading ms':>12}")
    for name in names:
        path = folder / f"{name}.mps"
        ours(path)  # what is imported once counts for nothing
        theirs = median(alone(path) for _ in range(RUNS))
        read, taken = zip(*(ours(path) for _ in range(RUNS)), strict=True)
        ratio = median(taken) / theirs
        note = "" if ratio <= AIM else f"  above {AIM:g}"
        times = f"{1e3 * theirs:>10.1f}{1e3 * median(taken):>10.1f}{ratio:>8.2f}"
        print(f"{name:<12}{times}{1e3 * median(read):>12.1f}{note}")


if __name__ == "__main__":
    main()
