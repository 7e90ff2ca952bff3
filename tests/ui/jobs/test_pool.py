"""Background work: told of, stopped, kept apart, and never in the way of the rest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from optimizer.api import desk as api
from tests.ui.jobs import slow_studies
from ui.jobs import limits, pool
from ui.jobs.job import Job, JobStatus, Queue, Stage, Task
from ui.jobs.pool import WorkerPool

KOREA = api.load_scenario("korea-2025")
OTHER = api.load_scenario("korea-2025", ["budget.total=9000"])
PATIENCE = 60.0
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def shared() -> Iterator[WorkerPool]:
    workers = WorkerPool()
    yield workers
    workers.close()


def until(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.02)


def finished(workers: WorkerPool, task: Task) -> JobStatus:
    def over() -> bool:
        status = workers.status(task)
        return status is not None and status.stage in (Stage.DONE, Stage.FAILED)

    until(over)
    status = workers.status(task)
    assert status is not None
    return status


def nap(seconds: float, scenario: api.Scenario = KOREA, *, long: bool = False) -> Task:
    return Task(slow_studies.nap, scenario, (seconds,), round(seconds), long=long)


def test_progress_is_told_and_the_answer_kept_for_everybody(shared: WorkerPool) -> None:
    task = nap(1.0)
    shared.submit(task, "one")
    parts = []

    def over() -> bool:
        status = shared.status(task)
        assert status is not None
        parts.append(status.part)
        return status.stage is Stage.DONE

    until(over)
    assert parts == sorted(parts)
    assert len({p for p in parts if 0 < p < 1}) >= 2
    answer = finished(shared, task).answer
    assert answer[:2] == (KOREA.fingerprint, 1.0)
    shared.submit(task, "two")
    assert finished(shared, task).answer is answer
    assert shared.seconds(task) is not None


def test_time_left_is_told_from_what_such_work_took_before(shared: WorkerPool) -> None:
    first = nap(0.4)
    shared.submit(first, "one")
    finished(shared, first)
    shared._times[first.kind] = 100.0
    again = nap(0.41)
    shared.submit(again, "one")
    until(lambda: (status := shared.status(again)) is not None and status.stage is Stage.RUNNING)
    status = shared.status(again)
    assert status is not None
    assert status.left is not None
    assert 90 < status.left <= 100
    shared.withdraw("one")


def test_between_two_tellings_the_time_left_runs_down(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(pool, "time", SimpleNamespace(monotonic=lambda: now[0]))
    workers, job = WorkerPool(), Job(nap(1.0), begun=100.0)
    left = []
    for then, part in ((102.0, 0.2), (105.0, 0.2), (106.0, 0.5), (113.0, 0.5)):
        now[0] = then
        workers.told(job, part)
        left.append(workers._progress(job)[1])
    assert left == pytest.approx([8.0, 5.0, 6.0, 0.0])


def test_work_for_nobody_ends_at_once_and_another_can_begin(shared: WorkerPool) -> None:
    slow = nap(30.0)
    shared.submit(slow, "one")
    until(lambda: (status := shared.status(slow)) is not None and status.stage is Stage.RUNNING)
    shared.withdraw("one")
    assert shared.status(slow) is None
    quick = nap(0.01)
    shared.submit(quick, "one")
    assert finished(shared, quick).stage is Stage.DONE


def test_a_short_study_may_end_though_nobody_waits_for_it(shared: WorkerPool) -> None:
    first, second = nap(0.31), nap(0.45)
    shared.submit(first, "one")
    finished(shared, first)
    shared.submit(second, "one")
    until(lambda: (status := shared.status(second)) is not None and status.stage is Stage.RUNNING)
    (worker,) = [c for c in shared._workers if c.job is shared._known[second.key]]
    working = worker.process.pid
    shared.withdraw("one")
    assert finished(shared, second).stage is Stage.DONE
    assert worker.process.pid == working


def test_one_visitor_s_stop_leaves_the_work_of_another(shared: WorkerPool) -> None:
    task, other = nap(1.5), nap(0.5, OTHER)
    shared.submit(task, "one")
    shared.submit(task, "two")
    shared.submit(other, "two")
    shared.withdraw("one")
    assert finished(shared, task).stage is Stage.DONE
    assert finished(shared, other).answer[0] == OTHER.fingerprint
    assert finished(shared, task).answer[0] == KOREA.fingerprint


def test_only_what_is_no_longer_wanted_is_dropped(shared: WorkerPool) -> None:
    old, new = nap(20.0, OTHER, long=True), nap(0.6)
    shared.submit(old, "one")
    shared.submit(new, "one")
    shared.withdraw("one", lambda task: task.scenario.fingerprint == KOREA.fingerprint)
    assert shared.status(old) is None
    assert finished(shared, new).stage is Stage.DONE


def test_short_work_never_waits_behind_long_work(shared: WorkerPool) -> None:
    long = [nap(20.0 + k, long=True) for k in range(3)]
    for task in long:
        shared.submit(task, "one")
    until(lambda: (status := shared.status(long[0])) is not None and status.stage is Stage.RUNNING)
    last = shared.status(long[2])
    assert last is not None
    assert (last.stage, last.before) == (Stage.WAITING, 2)
    short = nap(0.02)
    shared.submit(short, "two")
    assert finished(shared, short).stage is Stage.DONE
    shared.withdraw("one")
    assert [shared.status(task) for task in long] == [None] * 3


@pytest.mark.parametrize("work", [slow_studies.crash, slow_studies.fault])
def test_a_crash_stays_with_its_study(shared: WorkerPool, work: Callable[..., object]) -> None:
    bad, good = Task(work, KOREA), nap(0.3, OTHER)
    shared.submit(good, "two")
    shared.submit(bad, "one")
    status = finished(shared, bad)
    assert (status.stage, status.issues, status.answer) == (Stage.FAILED, (), None)
    assert finished(shared, good).stage is Stage.DONE
    shared.submit(bad, "one")
    assert finished(shared, bad).stage is Stage.FAILED
    after = Task(slow_studies.chatter, KOREA)
    shared.submit(after, "one")
    assert finished(shared, after).answer == "heard"


def test_problems_of_the_input_come_back(shared: WorkerPool) -> None:
    task = Task(slow_studies.refused, KOREA)
    shared.submit(task, "one")
    assert [i.problem for i in finished(shared, task).issues] == ["No such share."]


def test_answers_used_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MANY", 2)
    workers = WorkerPool()
    asked = [nap(0.001 + k / 1000) for k in range(3)]
    for task in asked:
        workers.submit(task, "one")
        finished(workers, task)
    assert [workers.status(task) is None for task in asked] == [True, False, False]
    workers.close()


def test_nobody_works_for_visitors_who_left() -> None:
    here = {"one", "two"}
    workers = WorkerPool(alive=lambda owner: owner in here)
    left, waiting, other = nap(30.0, long=True), nap(31.0, long=True), nap(0.02)
    workers.submit(left, "one")
    workers.submit(waiting, "one")
    until(lambda: (status := workers.status(left)) is not None and status.stage is Stage.RUNNING)
    here.remove("one")
    workers.submit(other, "two")
    assert finished(workers, other).stage is Stage.DONE
    assert (workers.status(left), workers.status(waiting)) == (None, None)
    workers.close()


def test_no_process_stays_behind() -> None:
    workers = WorkerPool()
    done, busy = nap(0.01), nap(60.0)
    workers.submit(done, "one")
    pid = finished(workers, done).answer[2]
    workers.submit(busy, "one")
    until(lambda: (status := workers.status(busy)) is not None and status.stage is Stage.RUNNING)
    workers.close()
    for worker in workers._workers:
        assert worker.process.pid is None
        assert worker.thread is None or not worker.thread.is_alive()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


KILLED = """
import os, time
from optimizer.api import desk as api
from tests.ui.jobs import slow_studies
from ui.jobs.pool import WorkerPool
from ui.jobs.job import Task, Stage
workers, task = WorkerPool(), Task(slow_studies.nap, api.load_scenario("korea-2025"), (60.0,))
workers.submit(task, "one")
while workers.status(task).part == 0:
    time.sleep(0.05)
print(*(c.process.pid for c in workers._workers if c.process.pid is not None), flush=True)
os._exit(9)
"""


def test_no_process_survives_a_desk_that_was_killed() -> None:
    desk = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE, check=False
    )
    assert desk.returncode == 9
    pids = [int(pid) for pid in desk.stdout.split()]
    assert pids

    def lives(pid: int) -> bool:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        return state != "Z"  # ended, though nobody has asked how

    until(lambda: not any(lives(pid) for pid in pids))


@pytest.mark.parametrize(
    ("work", "said"),
    [(slow_studies.never, "longer than 1 seconds"), (slow_studies.greedy, "of memory")],
)
def test_a_file_that_never_ends_is_ended_while_others_are_served(
    shared: WorkerPool, monkeypatch: pytest.MonkeyPatch, work: Callable[..., object], said: str
) -> None:
    seconds = 1.0 if work is slow_studies.never else 60.0
    page = api.Limits(seconds, memory=200 << 20, answer=1 << 20)
    usual = limits.OF[Queue.PAGE]
    monkeypatch.setattr(limits, "PAGE", page)
    monkeypatch.setitem(limits.OF, Queue.PAGE, page)
    study = nap(0.05 + seconds / 100, OTHER)
    shared.submit(study, "other")
    stuck = Task(work, None, ("a.yaml", b""), page=True)
    with pytest.raises(api.InvalidInput) as fault:
        shared.result(stuck, "one", lambda: None)
    (issue,) = fault.value.issues
    assert issue.where == "a.yaml"
    assert said in issue.problem
    assert finished(shared, study).stage is Stage.DONE
    monkeypatch.setitem(limits.OF, Queue.PAGE, usual)  # a new process may take a second to start
    sound = Task(slow_studies.size_of, None, ("b.yaml", b"12345"), page=True)
    assert shared.result(sound, "one", lambda: None) == 5
    assert shared.status(sound) is None
