"""Work in a process of its own: answered, stopped, held to its limits, never left behind."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from optimizer.errors import InvalidInput
from optimizer.system.killable_process import (
    KillableProcess,
    LimitReached,
    Limits,
    ProcessLost,
    WorkFailed,
)
from optimizer.system.progress import Cancelled, Progress, Watch
from tests.needed import on_linux
from tests.system import calls

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


@pytest.fixture(scope="module")
def process() -> Iterator[KillableProcess]:
    one = KillableProcess()
    yield one
    one.end()


def until(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # ended, though nobody has asked how


def test_calls_are_answered_one_after_the_other_by_one_process(process: KillableProcess) -> None:
    assert process.call(calls.double, 2.5).value == 5.0
    assert process.call(calls.nap, 0.0).value == process.call(calls.nap, 0.0).value == process.pid
    assert process.call(calls.chatter).value == "heard"


def test_progress_is_told_and_a_stop_is_heard_by_the_work(
    process: KillableProcess, tmp_path: Path
) -> None:
    parts: list[Progress] = []
    watch = Watch(parts.append)
    before = process.call(calls.nap, 0.0).value
    Timer(1.0, watch.cancel.set).start()
    with pytest.raises(Cancelled):
        process.call(calls.obedient, str(tmp_path / "left"), watch=watch)
    assert (tmp_path / "left").read_text(encoding="utf-8") == "stopped"
    assert len(parts) >= 2
    assert [p.done for p in parts] == sorted({p.done for p in parts})
    assert process.call(calls.nap, 0.0).value == before


@pytest.mark.parametrize("reason", ["stop", "seconds"])
def test_work_that_hears_nothing_is_ended_and_the_next_call_finds_a_process(
    process: KillableProcess, tmp_path: Path, reason: str
) -> None:
    watch, file = Watch(), tmp_path / "pid"
    if reason == "stop":
        Timer(0.3, watch.cancel.set).start()
    limits = Limits(seconds=0.3 if reason == "seconds" else None)
    with pytest.raises(Cancelled if reason == "stop" else LimitReached) as fault:
        process.call(calls.deaf, str(file), watch=watch, limits=limits)
    assert getattr(fault.value, "limit", "stop") == reason
    assert not lives(int(file.read_text(encoding="utf-8")))
    assert process.call(calls.double, 1).value == 2


def test_memory_is_limited_for_one_call_alone(process: KillableProcess) -> None:
    on_linux()
    with pytest.raises(LimitReached, match="memory"):
        process.call(calls.greedy, 400_000_000, limits=Limits(memory=100_000_000))
    assert process.call(calls.greedy, 50_000_000, limits=Limits(memory=100_000_000)).value == 50
    assert process.call(calls.greedy, 200_000_000).value == 200


def test_an_answer_that_is_too_long_is_not_taken_in(process: KillableProcess) -> None:
    assert process.call(calls.long_answer, 900, limits=Limits(answer=1000)).size < 1000
    with pytest.raises(LimitReached, match="answer"):
        process.call(calls.long_answer, 2000, limits=Limits(answer=1000))


def test_faults_come_back_as_what_they_are(
    process: KillableProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        process.call(calls.refuse)
    assert refused.value.issues[0].problem.in_("ko") == "아님."
    with pytest.raises(WorkFailed, match="RuntimeError"):
        process.call(calls.fault)
    with pytest.raises(WorkFailed, match="Unfit"):
        process.call(calls.unfit)
    with pytest.raises(ProcessLost):
        process.call(calls.crash)
    assert process.call(calls.double, 3).value == 6


KILLED = """
import os, sys, threading, time
from pathlib import Path
from optimizer.system.killable_process import KillableProcess
from tests.system import calls
one, file = KillableProcess(), sys.argv[1]
threading.Thread(target=one.call, args=(calls.deaf, file), daemon=True).start()
while not (Path(file).exists() and Path(file).read_text()):
    time.sleep(0.02)
os.kill(os.getpid(), 9)
"""


def test_no_process_survives_a_caller_that_was_killed_whatever_it_does(tmp_path: Path) -> None:
    on_linux()
    file = tmp_path / "pid"
    caller = subprocess.run([sys.executable, "-c", KILLED, str(file)], cwd=ROOT, check=False)
    assert caller.returncode == -9
    until(lambda: not lives(int(file.read_text(encoding="utf-8"))))
