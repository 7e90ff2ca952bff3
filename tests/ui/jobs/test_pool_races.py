"""Many visitors at once, with every window between two steps held open: nobody's work is lost."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.system.killable_process import Outcome
from tests.ui.jobs import slow_studies
from ui.jobs import limits, pool, worker
from ui.jobs.job import JobStatus, Queue, Stage, Task
from ui.jobs.pool import WorkerPool

KOREA = api.load_scenario("korea-2025")
PATIENCE = 30.0
WINDOW = 0.05
begun: list[str] = []


class Thread(threading.Thread):
    """A thread that takes long to start."""

    def start(self) -> None:
        time.sleep(WINDOW)
        super().start()
        time.sleep(WINDOW)


class InThread:
    """Work in the thread of its worker, as if in a process that is slow to start."""

    pid = None

    def __init__(self, prepare: object = None, *, nice: int = 0) -> None:
        self.prepare = prepare

    def start(self) -> None:
        time.sleep(WINDOW / 5)

    def end(self) -> None:
        time.sleep(WINDOW / 5)

    def call(
        self, work: Callable[..., Any], *given: Any, limits: api.Limits, watch: api.Watch
    ) -> Outcome:
        begun.append(str(given[-1]))
        for part in range(5):
            if watch.cancel.wait(0.002):
                raise api.Cancelled("stopped")
            watch.tell(api.Progress(part, 5, 0.0))
        if work is slow_studies.refused:
            work(*given)
        if work is slow_studies.never:
            raise api.LimitReached("seconds")
        return Outcome((work.__name__, given[-1]), 10.0, 100)


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(worker, "Thread", Thread)
    monkeypatch.setattr(api, "KillableProcess", InThread)
    begun.clear()
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def workers() -> Iterator[WorkerPool]:
    one = WorkerPool()
    yield one
    one.close()
    assert not any(c.thread is not None and c.thread.is_alive() for c in one._workers)


def at_once(*acts: Callable[[], object]) -> None:
    """All of these at the same moment, to their end; none may fail."""
    faults: list[BaseException] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait(PATIENCE)
            act()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert faults == []
    assert not any(thread.is_alive() for thread in threads)


def nap(number: float, *, long: bool = False, page: bool = False) -> Task:
    return Task(slow_studies.nap, KOREA, (number,), long=long, page=page)


def finished(workers: WorkerPool, task: Task) -> JobStatus:
    end = time.monotonic() + PATIENCE
    while (status := workers.status(task)) is None or status.stage in (
        Stage.WAITING,
        Stage.RUNNING,
    ):
        assert time.monotonic() < end
        time.sleep(0.005)
    return status


def test_two_first_studies_at_once_both_succeed(workers: WorkerPool) -> None:
    first, second = nap(1.0), nap(2.0)
    at_once(lambda: workers.submit(first, "one"), lambda: workers.submit(second, "two"))
    assert finished(workers, first).answer == ("nap", 1.0)
    assert finished(workers, second).answer == ("nap", 2.0)
    threads = [c.thread for c in workers._workers if c.thread is not None]
    assert len(threads) == len(set(threads)) == 2


def test_all_threads_find_one_office() -> None:
    found: list[WorkerPool] = []
    at_once(*[lambda: found.append(pool.worker_pool())] * 8)
    assert len({id(one) for one in found}) == 1


def test_work_taken_back_before_it_began_is_left(workers: WorkerPool) -> None:
    task = nap(3.0)
    workers.submit(task, "one")
    workers.withdraw("one")
    assert workers.status(task) is None
    after = nap(4.0)
    workers.submit(after, "one")
    assert finished(workers, after).stage is Stage.DONE
    assert begun.count("3.0") <= 1
    assert all(c.job is None or c.job.task == after for c in workers._workers)


def test_who_still_wants_it_gets_it_when_another_takes_it_back(workers: WorkerPool) -> None:
    for round_ in range(10):
        task = nap(10.0 + round_, page=True)
        workers.submit(task, "one@a")
        answers: list[object] = []

        def want(task: Task = task, answers: list[object] = answers) -> None:
            answers.append(workers.result(task, "two@b", lambda: None))

        at_once(want, lambda: workers.withdraw("one@a"))
        assert answers == [("nap", 10.0 + round_)]


def test_a_page_that_is_overtaken_takes_its_work_back(workers: WorkerPool) -> None:
    class Overtaken(Exception):
        pass

    def overtaken() -> None:
        raise Overtaken

    task = nap(5.0, page=True)
    with pytest.raises(Overtaken):
        workers.result(task, "one", overtaken)
    assert workers.status(task) is None


def test_a_visitor_s_pages_are_worked_out_one_by_one(
    workers: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way: dict[str, int] = {}
    most: dict[str, int] = {}
    lock = threading.Lock()
    before = InThread.call

    def counted(self: InThread, work: Any, *given: Any, **more: Any) -> Outcome:
        visitor = "one" if given[-1] < 100 else "two"
        with lock:
            under_way[visitor] = under_way.get(visitor, 0) + 1
            most[visitor] = max(most.get(visitor, 0), under_way[visitor])
        try:
            return before(self, work, *given, **more)
        finally:
            with lock:
                under_way[visitor] -= 1

    monkeypatch.setattr(InThread, "call", counted)
    at_once(
        *(
            (lambda n=n: workers.result(nap(n, page=True), f"one@{n}", lambda: None))  # type: ignore[misc]
            for n in range(4)
        ),
        lambda: workers.result(nap(100.0, page=True), "two@x", lambda: None),
    )
    assert most == {"one": 1, "two": 1}


def test_what_fails_for_a_page_is_told_and_not_tried_again_at_once(workers: WorkerPool) -> None:
    stuck = Task(slow_studies.never, KOREA, ("x",), page=True)
    for _ in range(3):
        with pytest.raises(api.InvalidInput) as fault:
            workers.result(stuck, "one", lambda: None)
        (issue,) = fault.value.issues
        assert f"{limits.PAGE.seconds:.0f} seconds" in issue.problem
        assert f"{limits.PAGE.seconds:.0f}초" in issue.problem.in_("ko")
    assert begun == ["x"]
    refused = Task(slow_studies.refused, KOREA, (), page=True)
    with pytest.raises(api.InvalidInput, match="No such share"):
        workers.result(refused, "one", lambda: None)


def test_a_closed_pool_refuses_instead_of_waiting(workers: WorkerPool) -> None:
    closing = threading.Timer(WINDOW / 2, workers.close)
    closing.start()
    for number in (6.0, 7.0):
        with pytest.raises(api.InvalidInput):
            workers.result(nap(number, page=True), "one", lambda: None)
        closing.join()


@pytest.mark.parametrize("seed", range(3))
def test_many_visitors_who_ask_and_take_back_at_random_lose_nothing(seed: int) -> None:
    workers = WorkerPool(3)

    def visit(name: int) -> None:
        chance = random.Random(100 * seed + name)
        owner = f"{name}@{name}"
        for _ in range(25):
            number = float(chance.randrange(6))
            act = chance.randrange(5)
            if act == 0:
                found = workers.result(nap(number, page=True), owner, lambda: None)
                assert found == ("nap", number)
            elif act == 1:
                workers.submit(nap(number, long=bool(chance.randrange(2))), owner)
            elif act == 2:
                workers.withdraw(owner)
            elif act == 3:
                workers.withdraw(owner, lambda task, n=number: task.arguments == (n,))  # type: ignore[misc]
            else:
                status = workers.status(nap(number))
                assert status is None or status.answer in (None, ("nap", number))
            time.sleep(chance.random() * 0.004)
        workers.submit(nap(float(name), long=True), owner)
        assert finished(workers, nap(float(name), long=True)).stage is Stage.DONE

    at_once(*((lambda n=n: visit(n)) for n in range(6)))  # type: ignore[misc]
    end = time.monotonic() + PATIENCE
    while any(c.job is not None for c in workers._workers):
        assert time.monotonic() < end
        time.sleep(0.01)
    assert not any(job.open for job in workers._known.values())
    workers.close()
    assert not any(c.thread is not None and c.thread.is_alive() for c in workers._workers)


def test_page_work_never_takes_the_last_process_of_short_studies(workers: WorkerPool) -> None:
    short = [c for c in workers._workers if Queue.PAGE not in c.queues]
    assert [c.queues for c in short] == [{Queue.SHORT}]
