"""Long work beside the pages: a few processes for all visitors, its answers kept for everybody."""

from __future__ import annotations

import atexit
import logging
import os
import time
from collections.abc import Callable
from threading import Condition
from typing import Any

from optimizer.api import desk as api
from ui.jobs import limits
from ui.jobs.job import Job, JobStatus, Key, Queue, Stage, Task
from ui.jobs.studies import load, warm_up
from ui.jobs.worker import Worker

KEPT, MANY = 200e6, 400
"""Bytes of answers that are remembered, and how many at most."""
FEWEST, MOST = 2, 4
"""Processes for studies: one is always left to short ones, so that nobody waits behind a long one.

One more works out what pages wait for; those that do long studies help it.
"""
SHORT = 1.5
"""Seconds: so short a study is sooner over than its process would be renewed."""
NEARLY = 0.95
"""The most that is claimed of work whose progress is guessed from its usual time."""
AGAIN = 60.0
"""Seconds after which what failed for a page may be tried again."""
ALL_BUT = 0.99
"""The most that is told of work that is not over."""
SLICE = 0.1
"""Seconds between two looks of a page at whether it is still wanted."""


class WorkerPool:
    """Takes tasks of all visitors; each is worked out once, by one process at a time."""

    def __init__(
        self,
        processes: int = FEWEST,
        *,
        alive: Callable[[str], bool] = lambda owner: True,
        warm: bool = False,
    ) -> None:
        self._alive = alive
        self._known: dict[Key, Job] = {}
        self._times: dict[Key, float] = {}
        self._change = Condition()
        self.closed = False
        for_studies = [{Queue.SHORT}, *[set(Queue)] * (max(FEWEST, processes) - 1)]
        self._workers = [
            *(Worker(self, frozenset(queues), warm_up if warm else None) for queues in for_studies),
            Worker(self, frozenset({Queue.PAGE}), load if warm else None),
        ]

    def submit(self, task: Task, owner: str) -> None:
        """Has a study worked out unless it is known or under way; a failed one is tried again."""
        with self._change:
            job = self._known.get(task.key)
            if job is None or job.stage is Stage.FAILED:
                job = self._known[task.key] = Job(task)
            job.owners.add(owner)
            if self.closed:
                job.stage = Stage.FAILED
            self._drop_departed()
            self.begin(task.queue)
            self._change.notify_all()

    def begin(self, queue: Queue) -> None:
        """Has the processes ready that do work of this queue."""
        with self._change:
            for worker in self._workers:
                if queue in worker.queues and not self.closed:
                    worker.begin()

    def result(self, task: Task, owner: str, wanted: Callable[[], object]) -> Any:
        """What the work returns; `wanted` is called while it is under way, and may raise.

        What failed is not tried again at once; what came of it is not kept here.
        Raises InvalidInput with what the work refused or the limit that it reached.
        """
        while True:
            job = self._asked(task, owner)
            try:
                self._wait(job, wanted)
            finally:
                self.withdraw(owner, lambda other: other.key != task.key)
            if not job.watch.cancel.is_set() or self.closed or not self._alive(owner):
                break  # else whoever asked first took it back just then
        with self._change:
            if task.scenario is None or job.stage is Stage.DONE:
                self._known.pop(task.key, None)
        if job.stage is Stage.FAILED:
            raise api.InvalidInput(job.issues or [limits.reached(task, "process")])
        return job.answer

    def _wait(self, job: Job, wanted: Callable[[], object]) -> None:
        """Returns when the work is over, one way or the other."""
        while job.open:
            wanted()
            with self._change:
                self._change.wait_for(lambda: not job.open, SLICE)

    def _asked(self, task: Task, owner: str) -> Job:
        """The job of what a page waits for: a new one, or one under way, or a late failure."""
        with self._change:
            job = self._known.get(task.key)
            failed = job is not None and job.stage is Stage.FAILED
            if job is None or not failed or job.begun + AGAIN < time.monotonic():
                self.submit(task, owner)
            return self._known[task.key]

    def status(self, task: Task) -> JobStatus | None:
        """How a study stands; None if nobody asked, or all who did took it back."""
        with self._change:
            job = self._known.get(task.key)
            if job is None:
                return None
            if job.stage is Stage.DONE:  # the latest used is forgotten last
                self._known[task.key] = self._known.pop(task.key)
                return JobStatus(Stage.DONE, 1.0, 0.0, 0, job.answer)
            if job.stage is Stage.WAITING:
                return JobStatus(Stage.WAITING, before=self._before(job))
            if job.stage is Stage.FAILED:
                return JobStatus(Stage.FAILED, issues=job.issues)
            part, left = self._progress(job)
            return JobStatus(Stage.RUNNING, part, left)

    def seconds(self, task: Task) -> float | None:
        """Processor seconds that such a study took the last time; None if there was none."""
        return self._times.get(task.kind)

    def withdraw(self, owner: str, wanted: Callable[[Task], bool] = lambda task: False) -> None:
        """Takes back what `owner` asked and no longer wants.

        Work for nobody ends at once, but for what is over sooner than a process is renewed.
        """
        with self._change:
            for job in list(self._known.values()):
                if owner in job.owners and not wanted(job.task):
                    job.owners.discard(owner)
                    if not job.owners:
                        self._abandon(job)

    def close(self) -> None:
        """Ends all processes; nothing can be asked any more."""
        with self._change:
            self.closed = True
            for job in self._known.values():
                job.watch.cancel.set()
                if job.stage is Stage.WAITING:
                    job.stage = Stage.FAILED
            self._change.notify_all()
        for worker in self._workers:
            worker.join()

    # --- what the workers ask -----------------------------------------------------------------
    def next_job(self, worker: Worker) -> Job | None:
        """The next study for a worker, when there is one; None when the pool is closed."""
        with self._change:
            while not self.closed:
                self._drop_departed()
                job = next((t for t in self._waiting_for(worker) if self._may_begin(t)), None)
                if job is not None:
                    job.stage, job.begun = Stage.RUNNING, time.monotonic()
                    worker.job = job
                    return job
                self._change.wait()
            return None

    def told(self, job: Job, part: float) -> None:
        """How far a study is, as a share of one."""
        with self._change:
            if (part := min(part, ALL_BUT)) > job.part:
                job.part, job.told = part, time.monotonic()

    def done(self, job: Job, outcome: api.Outcome) -> None:
        """What a study found."""
        with self._change:
            job.stage, job.answer, job.size = Stage.DONE, outcome.value, outcome.size
            self._times[job.task.kind] = outcome.seconds
            self._forget()

    def failed(self, job: Job, fault: Exception) -> None:
        """Why a study found nothing: problems of its input, a limit, or a fault of ours."""
        with self._change:
            job.stage = Stage.FAILED
            if isinstance(fault, api.InvalidInput):
                job.issues = fault.issues
            elif isinstance(fault, api.LimitReached):
                job.issues = (limits.reached(job.task, fault.limit),)
            elif job.owners and not self.closed:
                logging.getLogger(__name__).warning("%s: %s", job.task.kind, fault)

    def release(self, worker: Worker) -> None:
        """A worker is free again."""
        with self._change:
            worker.job = None
            self._change.notify_all()

    # --- to be called with the lock held -----------------------------------------------------
    def _drop_departed(self) -> None:
        for job in list(self._known.values()):
            if job.open and not any(self._alive(owner) for owner in job.owners):
                self._abandon(job)

    def _waiting_for(self, worker: Worker) -> list[Job]:
        waiting = [t for t in self._known.values() if t.stage is Stage.WAITING]
        return [t for t in waiting if t.task.queue in worker.queues]

    def _may_begin(self, job: Job) -> bool:
        """Work that pages wait for is done one by one for each visitor: others have their turn."""
        busy = [c.job for c in self._workers if c.job is not None and c.job.task.page]
        return not job.task.page or all(job.visitors.isdisjoint(b.visitors) for b in busy)

    def _abandon(self, job: Job) -> None:
        if not job.open or self._soon_over(job):
            return
        if self._known.get(job.task.key) is job:
            del self._known[job.task.key]
        job.watch.cancel.set()
        if job.stage is Stage.WAITING:  # else its worker says so once the work has stopped
            job.stage = Stage.FAILED

    def _soon_over(self, job: Job) -> bool:
        """Whether to let a study end that nobody waits for any more; its answer is kept."""
        usual, spent = self.seconds(job.task), time.monotonic() - job.begun
        running = job.stage is Stage.RUNNING
        return running and usual is not None and usual <= SHORT and spent <= 2 * SHORT

    def _before(self, job: Job) -> int:
        """Studies that have to end, or to begin, before this one can begin."""
        able = [worker for worker in self._workers if job.task.queue in worker.queues]
        queue = [t for t in self._known.values() if t.stage is Stage.WAITING]
        return queue.index(job) + all(worker.job is not None for worker in able)

    def _progress(self, job: Job) -> tuple[float, float | None]:
        """Part done and seconds left: as told by the work, or by what it took the last time."""
        spent, usual = time.monotonic() - job.begun, self.seconds(job.task)
        if usual is not None:
            part = max(job.part, min(NEARLY, spent / max(usual, 1e-9)))
            return part, max(0.0, usual - spent)
        if job.part > 0:  # between two tellings the time left runs down
            whole = (job.told - job.begun) / job.part
            return job.part, max(0.0, whole - spent)
        return 0.0, None

    def _forget(self) -> None:
        """The answers used longest ago go first."""
        kept = sum(job.size for job in self._known.values())
        for key, job in list(self._known.items()):
            if kept <= KEPT and len(self._known) <= MANY:
                return
            if not job.open:
                kept -= job.size
                del self._known[key]


def _visiting(owner: str) -> bool:
    """Whether the page of an owner, `<own name>@<session>`, is still open."""
    from streamlit.runtime import exists, get_instance

    return not exists() or get_instance().is_active_session(owner.rsplit("@", 1)[-1])


_POOL = WorkerPool(min(MOST, (os.cpu_count() or 1) - 1), alive=_visiting, warm=True)
atexit.register(_POOL.close)


def worker_pool() -> WorkerPool:
    """The one of this desk; its processes end with the desk."""
    return _POOL
