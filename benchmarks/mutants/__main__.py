"""`make mutants`: small faults drawn with a seed, one at a time, each held against the tests.

Works on a copy of the tracked files in the folder, keeps every result there and goes on where it
was stopped. A fault that no test notices is listed as a difference of text.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

from benchmarks.mutants import covering, faults
from benchmarks.mutants.children import (
    ENDLESS,
    Ended,
    allow,
    put_in_place,
    pytest_on,
    run_all,
    warm,
)
from benchmarks.mutants.covering import Covering
from benchmarks.mutants.faults import Fault
from benchmarks.mutants.report import report

ROOT = Path(__file__).resolve().parents[2]
STAGES = (2.0, 12.0, 40.0)
"""Seconds of tests that a fault is held against, quickest first; the later if all before pass."""
SLOWER = 4.0
"""How much longer than when recorded tests may take before the fault counts as endless."""
START = 20.0
"""Seconds of the processor on top, for importing and collecting."""
FAILED, COLLECTED_WITH_ERRORS, NONE_COLLECTED = 1, 2, 5
"""Exit codes of pytest."""


def main() -> None:
    """Draws, records, holds the faults against the tests and prints what was found."""
    options = _options()
    tree = options.folder / "tree"
    _copy(tree)
    warm()
    print(f"Seed {options.seed}, {options.faults} faults, results in {options.folder}", flush=True)
    records, logs = options.folder / "covering", options.folder / "logs"
    recordings = covering.missing(tree, records, options.tests, options.seconds)
    for ended in run_all(recordings, options.jobs, tree, logs):
        said = f"  recorded {ended.name} ({ended.seconds:.0f} s, exit code {ended.code})"
        print(said, flush=True)
    known = Covering(tree, records)
    database = options.folder / f"faults-{options.seed}-{options.faults}-{_state(tree, options)}"
    if not database.exists():
        faults.draw(tree, database, options.faults, options.seed, options.rooms)
    with use_db(database) as results:
        _hold_against_tests(results, tree, known, options)
        print(report(results, tree))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--faults", type=int, default=300, help="how many (default 300)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draw (default 1)")
    parser.add_argument("--jobs", type=int, default=2, help="test runs at a time (default 2)")
    parser.add_argument("--rooms", nargs="+", default=list(faults.ROOMS), help="where (all)")
    parser.add_argument(
        "--tests", nargs="*", default=list(covering.FOLDERS),
        help="folders of tests to record; what is recorded of others counts as it is (all)",
    )  # fmt: skip
    parser.add_argument(
        "--seconds", type=float, default=covering.SECONDS,
        help=f"of tests that are recorded of one file (default {covering.SECONDS:.0f})",
    )  # fmt: skip
    parser.add_argument(
        "--again", action="store_true", help="hold what survived before against the tests of now"
    )
    parser.add_argument(
        "--folder", type=lambda text: Path(text).resolve(), default=ROOT / "out" / "mutants",
        help="where the copy, the record of what tests run, and the results are kept",
    )  # fmt: skip
    return parser.parse_args()


def _state(tree: Path, options: argparse.Namespace) -> str:
    """Stands for the rooms and their sources: results go on only where both are the same."""
    digest = hashlib.sha256(" ".join(options.rooms).encode())
    for room in options.rooms:
        for path in sorted((tree / room).rglob("*.py")):
            digest.update(path.read_bytes())
    return f"{digest.hexdigest()[:8]}.sqlite"


def _copy(tree: Path) -> None:
    """Makes the copy what the tracked files are now; what did not change keeps its time."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    tracked = {name for name in names if name and (ROOT / name).is_file()}
    for name in tracked:
        source, target = ROOT / name, tree / name
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for path in [p for p in tree.rglob("*") if p.is_file() and "__pycache__" not in p.parts]:
        if path.relative_to(tree).as_posix() not in tracked:
            path.unlink()


def _hold_against_tests(
    results: WorkDB, tree: Path, known: Covering, options: argparse.Namespace
) -> None:
    """Runs the tests of every fault that has no result yet, and keeps the results."""
    waiting = {fault.name: fault for fault in faults.pending(results, tree, options.again)}
    logs = options.folder / "logs" / f"seed-{options.seed}-{options.faults}"
    done, total = 0, len(waiting)
    for ended in run_all(_works(waiting, tree, known), options.jobs, tree, logs):
        fault, done = waiting[ended.name], done + 1
        result = _result(fault, ended, logs / f"{ended.name}.txt", known)
        results.set_result(fault.name, result)
        where = f"{fault.path}:{fault.line} {fault.operator}"
        print(f"[{done}/{total}] {result.test_outcome.value:8} {ended.seconds:5.1f} s  {where}"
              f"{'  (timeout)' if ended.code in ENDLESS else ''}", flush=True)  # fmt: skip


Work = tuple[str, float, Callable[[], int]]


def _works(waiting: dict[str, Fault], tree: Path, known: Covering) -> Iterator[Work]:
    for name, fault in waiting.items():
        stages = _stages(known.tests_of(fault.path, fault.line), known)
        expected = sum(known.seconds[t] for stage in stages for t in stage)
        yield name, 300.0 + SLOWER * expected, _tried(fault, stages, tree, known.seconds)


def _stages(tests: list[str], known: Covering) -> list[list[str]]:
    """The tests in the order in which they are tried, in parts of growing cost."""
    stages: list[list[str]] = [[] for _ in STAGES]
    spent = 0.0
    for test in tests:
        spent += known.seconds[test] + 0.01
        at = next((i for i, most in enumerate(STAGES) if spent <= most), None)
        if at is None and stages[-1]:
            break
        stages[-1 if at is None else at].append(test)
    return [stage for stage in stages if stage]


def _tried(
    fault: Fault, stages: list[list[str]], tree: Path, seconds: Mapping[str, float]
) -> Callable[[], int]:
    def tried() -> int:
        module = fault.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        put_in_place(module, tree / fault.path, fault.faulty)
        code = NONE_COLLECTED
        for stage in stages:
            files = list(dict.fromkeys(test.split("::")[0] for test in stage))
            allow(START + SLOWER * sum(seconds[test] for test in stage))
            code = pytest_on(files, "-x", plugins=[_Only(stage)])
            if code not in (0, NONE_COLLECTED):
                break
        return code

    return tried


class _Only:
    """A plugin of pytest that keeps the chosen tests, in the order chosen."""

    def __init__(self, tests: list[str]) -> None:
        self.place = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list) -> None:  # type: ignore[type-arg]
        """Called by pytest once everything is collected."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self.place),
            key=lambda item: self.place[item.nodeid],
        )


def _result(fault: Fault, ended: Ended, log: Path, known: Covering) -> WorkResult:
    """How a fault fared: noticed by a failing test, an endless run or a crash, or by none."""
    caught = ended.code in (FAILED, COLLECTED_WITH_ERRORS) or ended.code < 0
    if not caught and ended.code not in (0, NONE_COLLECTED):
        text = log.read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"A test run ended with code {ended.code}:\n{text[-3000:]}")
    tail = log.read_text(encoding="utf-8", errors="replace")[-1500:]
    none = not known.tests_of(fault.path, fault.line)
    return WorkResult(
        worker_outcome=WorkerOutcome.NO_TEST if none else WorkerOutcome.NORMAL,
        output="timeout" if ended.code in ENDLESS else tail,
        test_outcome=TestOutcome.KILLED if caught else TestOutcome.SURVIVED,
        diff=fault.diff,
    )


if __name__ == "__main__":
    main()
