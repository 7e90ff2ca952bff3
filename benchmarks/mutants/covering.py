"""Which tests run which lines, how long each takes: recorded once per test file and kept."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.mutants.children import pytest_on

SOURCES = ("optimizer", "ui")
FOLDERS = (
    "formulation", "results", "lp", "solving", "studies", "ui", "reports", "domain", "inputs",
    "reference", "acceptance", "textbook", "cli", "statistics",
)  # fmt: skip
"""Folders of tests that run the rooms in question, the nearest first."""
FEW = 8
"""Examples of a property that are enough to see which lines it runs."""
SECONDS = 60.0
"""Time after which no further test of a file is recorded; what began before is ended."""


def files_of_tests(tree: Path, folders: Sequence[str] = FOLDERS) -> list[str]:
    """The files of tests that may notice a fault, folder by folder."""
    found = [p for folder in folders for p in sorted((tree / "tests" / folder).rglob("test_*.py"))]
    return [p.relative_to(tree).as_posix() for p in found]


def entry_of(tree: Path, folder: Path, file: str) -> Path:
    """Where the record of a file of tests is kept: under its name and its content."""
    digest = hashlib.sha256((tree / file).read_bytes()).hexdigest()[:10]
    return folder / f"{file.replace('/', '.')}.{digest}.json"


def missing(
    tree: Path, folder: Path, folders: Sequence[str] = FOLDERS, seconds: float = SECONDS
) -> Iterator[tuple[str, float, Callable[[], int]]]:
    """The recordings of folders of tests that are still to be made, as works for children."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files_of_tests(tree, folders):
        entry = entry_of(tree, folder, file)
        if not entry.exists():
            yield file.replace("/", "."), 300 + 2 * seconds, _recording(tree, file, entry, seconds)


def _recording(tree: Path, file: str, entry: Path, seconds: float) -> Callable[[], int]:
    def record() -> int:
        from coverage import Coverage

        data = entry.with_suffix(".coverage")
        places = [str(tree / name) for name in SOURCES]
        coverage = Coverage(data_file=str(data), source=places, config_file=False, messages=False)
        recorder = _Recorder(coverage, seconds)
        coverage.start()
        try:
            code = pytest_on([file], plugins=[recorder])
        finally:
            coverage.stop()
        found = _lines(coverage, tree, recorder)
        data.unlink(missing_ok=True)
        part = entry.with_suffix(".part")
        part.write_text(json.dumps(found), encoding="utf-8")
        part.rename(entry)
        return code

    return record


class _Recorder:
    """A plugin of pytest that names the running test to the coverage, and keeps its time."""

    def __init__(self, coverage: Any, seconds: float) -> None:
        self.coverage = coverage
        self.last = time.monotonic() + seconds
        self.examples: dict[str, float] = {}
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Lets properties run on few examples; their time is reckoned up to all of them."""
        from hypothesis import settings

        times: dict[int, float] = {}
        for item in items:
            test = getattr(item.obj, "__func__", getattr(item, "obj", None))
            stated = getattr(test, "_hypothesis_internal_use_settings", None)
            if stated is not None and stated.max_examples > FEW:
                test._hypothesis_internal_use_settings = settings(stated, max_examples=FEW)
                times[id(test)] = stated.max_examples / FEW
            self.examples[item.nodeid] = times.get(id(test), 1.0)

    def pytest_runtest_logstart(self, nodeid: str, location: Any) -> None:
        self.coverage.switch_context(nodeid)

    def pytest_runtest_protocol(self, item: Any) -> bool | None:
        """Called by pytest for every test; one that comes too late is passed over."""
        return True if time.monotonic() > self.last else None

    def pytest_runtest_logreport(self, report: Any) -> None:
        seconds = report.duration * self.examples[report.nodeid]
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + seconds
        if not report.passed:
            self.failed.add(report.nodeid)


def _lines(coverage: Any, tree: Path, recorder: _Recorder) -> dict[str, Any]:
    """The tests that passed with their seconds; file → line → their numbers; the files' texts."""
    tests = [name for name in recorder.seconds if name not in recorder.failed]
    number = {name: at for at, name in enumerate(tests)}
    data = coverage.get_data()
    lines: dict[str, dict[int, list[int]]] = {}
    texts: dict[str, str] = {}
    for path in sorted(data.measured_files()):
        name = os.path.relpath(path, tree)
        found = {
            line: sorted(number[c] for c in contexts if c in number)
            for line, contexts in data.contexts_by_lineno(path).items()
        }
        lines[name] = {line: numbers for line, numbers in found.items() if numbers}
        texts[name] = Path(path).read_text(encoding="utf-8")
    return {
        "tests": {name: round(recorder.seconds[name], 3) for name in tests},
        "failed": sorted(recorder.failed),
        "lines": lines,
        "texts": {name: texts[name] for name in lines if lines[name]},
    }


class Covering:
    """The records of all files of tests as they are now; answers which tests run a line."""

    def __init__(self, tree: Path, folder: Path) -> None:
        self.tree = tree
        self.seconds: dict[str, float] = {}
        self._records: list[tuple[list[str], dict[str, Any], dict[str, str]]] = []
        self.failed: list[str] = []
        for file in files_of_tests(tree):
            entry = entry_of(tree, folder, file)
            if entry.exists():
                record = json.loads(entry.read_text(encoding="utf-8"))
                self.seconds |= record["tests"]
                self.failed += record["failed"]
                self._records.append((list(record["tests"]), record["lines"], record["texts"]))

    def tests_of(self, path: str, line: int) -> list[str]:
        """The tests that run the statement at a line of a file, quickest first.

        What runs on import counts as run by every test that runs anything of the file. Tests of
        the same room (`tests/lp` for `optimizer/lp`) come before others that are as quick.
        """
        text = (self.tree / path).read_text(encoding="utf-8")
        wanted = _statement(text, line)
        found: set[str] = set()
        for tests, lines, texts in self._records:
            if path in texts:
                old = _moved(texts[path], text, wanted) if wanted else None
                for at, numbers in lines[path].items():
                    if old is None or int(at) in old:
                        found |= {tests[n] for n in numbers}
        room = path.split("/")[1]
        return sorted(found, key=lambda t: (self._cost(t, room), t))

    def _cost(self, test: str, room: str) -> float:
        near = test.split("/")[1] == room
        return self.seconds[test] * (1.0 if near else 3.0) + (0.0 if near else 0.2)


@cache
def _statement(text: str, line: int) -> frozenset[int] | None:
    """The lines of the innermost statement at a line; None for what runs on import."""
    inside, best = False, None
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.stmt) or not node.lineno <= line <= (node.end_lineno or 0):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = inside or node.body[0].lineno <= line
            continue
        if isinstance(node, ast.ClassDef):
            continue
        body = getattr(node, "body", None)
        last = node.end_lineno if not body else max(node.lineno, body[0].lineno - 1)
        if best is None or node.lineno >= best[0]:
            best = (node.lineno, max(last or line, line))
    return frozenset(range(best[0], best[1] + 1)) if inside and best is not None else None


@cache
def _moved(old: str, new: str, wanted: frozenset[int]) -> frozenset[int] | None:
    """Where lines of the new text stood in the old one; None where none of them did."""
    if old == new:
        return wanted
    found = {
        block.a + 1 + at - (block.b + 1)
        for block in SequenceMatcher(
            None, old.splitlines(), new.splitlines(), False
        ).get_matching_blocks()
        for at in wanted
        if block.b + 1 <= at < block.b + 1 + block.size
    }
    return frozenset(found) or None
