"""A process of the desk and the thread that hands it one piece of work after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from optimizer.api import desk as api
from ui.jobs import limits
from ui.jobs.job import Job, Queue

if TYPE_CHECKING:
    from ui.jobs.pool import WorkerPool

NICE = 5
"""How far work stands back behind the pages of the desk."""
PATIENCE = 5.0
"""Seconds that a process may take to end."""


class Worker:
    """Does work of some queues for a pool; `job` is what it works on, under that's lock."""

    def __init__(
        self, pool: WorkerPool, queues: frozenset[Queue], prepare: Callable[[], None] | None
    ) -> None:
        self.pool, self.queues = pool, queues
        self.prepare = prepare
        self.job: Job | None = None
        self.process = api.KillableProcess(prepare, nice=NICE)
        self.thread: Thread | None = None

    def begin(self) -> None:
        """Starts the thread, once; to be called under the lock of the pool."""
        if self.thread is None:
            thread = Thread(target=self._serve, daemon=True, name="studies")
            thread.start()
            self.thread = thread

    def join(self) -> None:
        """Waits until thread and process are over."""
        if self.thread is not None:
            self.thread.join(PATIENCE)

    def _serve(self) -> None:
        try:
            while not self.pool.closed:
                self._ready()
                job = self.pool.next_job(self)
                if job is not None:
                    self._work(job)
                    self.pool.release(self)
        finally:
            self.process.end()

    def _ready(self) -> None:
        """Has a process that needs preparing start, or start again, before it is needed."""
        try:
            if self.prepare is not None:
                self.process.start()
        except OSError:  # no process can be had now; the next work will try again, and say so
            logging.getLogger(__name__).exception("process")

    def _work(self, job: Job) -> None:
        task = job.task

        def tell(progress: api.Progress) -> None:
            self.pool.told(job, progress.done / max(1, progress.total))

        try:
            outcome = self.process.call(
                task.work,
                *task.given,
                limits=limits.OF[task.queue],
                watch=api.Watch(tell, job.watch.cancel),
            )
        except Exception as fault:  # whatever it is, the next work has to find a worker
            self.pool.failed(job, fault)
        else:
            self.pool.done(job, outcome)
