"""Children of a process that has imported the packages of others: a test run each, soon begun."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

WARM = (
    "numpy", "pandas", "pulp", "highspy", "flint", "scipy.stats", "scipy.optimize", "scipy.sparse",
    "pydantic", "yaml", "matplotlib.figure", "openpyxl", "docx", "SALib", "altair", "hypothesis",
    "pytest", "streamlit.testing.v1",
)  # fmt: skip
PROFILE = "mutants"
"""Profile of Hypothesis: the same examples for everybody, and no search for a smaller one."""
OPTIONS = (
    "-q", "-m", "not browser", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header",
    "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning",
)  # fmt: skip
ENDLESS = (-signal.SIGKILL, -signal.SIGPROF)
"""Exit codes of a child that was past its time on the clock or on the processor."""
MEMORY = 8 << 30
"""Bytes that a child may take."""


def warm() -> None:
    """Imports what the tests need of others; nothing of the project itself."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ[name] = "1"
    os.environ["HYPOTHESIS_PROFILE"] = PROFILE
    for name in WARM:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    from hypothesis import Phase, settings

    phases = (Phase.explicit, Phase.generate)
    settings.register_profile(
        PROFILE, derandomize=True, deadline=None, database=None, phases=phases
    )


@dataclass(frozen=True)
class Ended:
    """A child that ended: its exit code, or minus the signal that ended it, and its seconds."""

    name: str
    code: int
    seconds: float


@dataclass
class _Running:
    name: str
    begun: float
    limit: float


def run_all(
    works: Iterable[tuple[str, float, Callable[[], int]]], jobs: int, tree: Path, logs: Path
) -> Iterator[Ended]:
    """Runs works (name, seconds allowed, what to do) in `jobs` children; yields each that ended.

    A child works in `tree` and writes to `logs/<name>.txt`; past its seconds it is ended.
    """
    waiting, running = iter(works), dict[int, _Running]()
    logs.mkdir(parents=True, exist_ok=True)
    try:
        while True:
            while len(running) < jobs and (work := next(waiting, None)) is not None:
                name, limit, task = work
                pid = _fork(task, tree, logs / f"{name}.txt")
                running[pid] = _Running(name, time.monotonic(), limit)
            if not running:
                return
            yield from _ended(running)
    finally:
        for pid in running:
            _end(pid)


def _ended(running: dict[int, _Running]) -> Iterator[Ended]:
    time.sleep(0.02)
    for pid in list(running):
        seconds = time.monotonic() - running[pid].begun
        if seconds > running[pid].limit:
            _end(pid)
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            _end(pid)  # whatever the child itself started and left
            yield Ended(running.pop(pid).name, code, seconds)


def _end(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _fork(task: Callable[[], int], tree: Path, log: Path) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        return pid
    code = 70
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in (1, 2):
            os.dup2(out, number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.path[:] = [str(tree), *(p for p in sys.path if Path(p).resolve() != Path.cwd())]
        os.chdir(tree)
        os.environ["PYTHONPATH"] = str(tree)
        code = task()
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def allow(seconds: float) -> None:
    """Ends this child once it has used so many more seconds of the processor."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def pytest_on(files: Iterable[str], *options: str, plugins: Iterable[Any] = ()) -> int:
    """Runs pytest on test files of the tree that this child works in; its exit code."""
    import pytest

    return int(pytest.main([*OPTIONS, *options, *files], plugins=list(plugins)))


def put_in_place(module: str, path: Path, text: str) -> None:
    """From now on an import of this module reads this text; no file is touched."""
    sys.meta_path.insert(0, _Replaced(module, path, text))


class _Replaced(MetaPathFinder):
    def __init__(self, module: str, path: Path, text: str) -> None:
        self.module, self.path, self.text = module, path, text

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != self.module:
            return None
        package = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        loader = _Loader(name, str(self.path), self.text)
        return spec_from_file_location(
            name, self.path, loader=loader, submodule_search_locations=package
        )


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self.text = text

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = compile(self.text, self.path, "exec", dont_inherit=True)
        return code
