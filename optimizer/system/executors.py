"""Where work runs: in this process, in several, or on a cluster; always as an `Executor`."""

from __future__ import annotations

import logging
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any, TypeVar

from optimizer.errors import OptimizerError
from optimizer.system.progress import Cancelled, Progress, Watch
from optimizer.system.spawn import Fresh, end_with_parent

Task = TypeVar("Task")
Result = TypeVar("Result")
AHEAD = 3
"""Tasks handed over for each worker before the first of them is done; bounds the memory."""
MOST_LOSSES = 5
"""Times a pool of processes is renewed after a worker died, before the fault is passed on."""


class EngineFault(OptimizerError):
    """The engine cannot be reached, or lost its workers again and again."""


class InProcess(Executor):
    """Runs each task at once, in the caller's thread."""

    workers = 1

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future that is done when this returns."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:
            future.set_exception(fault)
        return future


class Processes(Executor):
    """Processes of this machine, started afresh; a pool that lost a worker can be renewed."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, mp_context=Fresh(), initializer=end_with_parent)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a task to the pool."""
        return self._pool.submit(fn, *args, **kwargs)

    def renew(self) -> None:
        """A new pool in place of one that broke."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new()

    def kill(self) -> None:
        """End the processes at once, whatever they do.

        The pool then learns that it broke. It tells every task, which a cancelled one does not
        take; and it would wait without end for the rest of a result that was half sent.
        """
        for item in list((getattr(self._pool, "_pending_work_items", None) or {}).values()):
            if item.future.cancelled():
                item.future = Future()
        for process in list((getattr(self._pool, "_processes", None) or {}).values()):
            process.kill()
        results = getattr(self._pool, "_result_queue", None)
        if results is not None:
            results._writer.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


@contextmanager
def engine(workers: int = 1, scheduler: str | None = None) -> Iterator[Executor]:
    """An executor with so many processes, or the Dask cluster whose scheduler is at an address.

    Raises EngineFault when there is no such scheduler or Dask is not installed.

    Example:
        >>> from optimizer import api as tb
        >>> with tb.engine(workers=1) as executor:
        ...     tb.uncertainty(tb.example(), 32, executor=executor)
        <UnderUncertainty example: 32 draws, 6.11 to 8.37 additional people where the plan is kept>
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
    elif workers <= 1:
        yield InProcess()
    else:
        pool = Processes(workers)
        try:
            yield pool
        except BaseException:
            pool.kill()
            raise
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        distributed: Any = import_module("distributed")  # only when a cluster is asked for
    except ImportError:
        raise EngineFault(
            "Dask is not installed; install talent-budget-optimizer[distributed]."
        ) from None
    _reach(address)
    _hush()
    try:
        client = distributed.Client(address, timeout=10, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as fault:
        raise EngineFault(f"There is no Dask scheduler at {address} ({fault}).") from None
    try:
        executor = client.get_executor(pure=False, retries=MOST_LOSSES)
        executor.workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        yield executor
    except (CancelledError, OSError) as fault:
        if client.status == "running" and not isinstance(fault, CancelledError):
            raise
        raise EngineFault(f"The Dask scheduler at {address} was lost amid the work.") from None
    finally:
        with suppress(Exception):  # a client without its scheduler may not close in peace
            client.close(timeout=5)


def _hush() -> None:
    """Dask logs its own tracebacks where a scheduler is lost; what it means is told in words."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _reach(address: str) -> None:
    """Raises EngineFault at once where nobody listens; Dask would try again for long."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if not host or not port.isdigit():
        raise EngineFault(f"'{address}' is no address of a scheduler; write tcp://HOST:PORT.")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=5).close()
    except OSError as fault:
        raise EngineFault(f"There is no Dask scheduler at {address} ({fault}).") from None


def run_all(
    function: Callable[[Task], Result],
    tasks: Sequence[Task],
    *,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Iterator[Result]:
    """Results of `function` for all tasks, in the order of the tasks, whoever works on them.

    A few tasks at a time are handed over. Tasks of a worker that died are done again. Raises
    Cancelled when the watch's token is set, and whatever `function` raises.
    """
    executor, watch = executor or InProcess(), watch or Watch()
    run = _Run(function, tasks, executor)
    started = time.monotonic()
    try:
        for number in range(len(tasks)):
            while number not in run.done:
                if watch.cancel.is_set():
                    raise Cancelled("The work was stopped.")
                run.step()
                watch.tell(Progress(run.finished, len(tasks), time.monotonic() - started))
            yield run.done.pop(number)
    finally:
        run.abandon()


class _Run:
    """Tasks under way: handed over in order, a few at a time, and again when a worker died."""

    def __init__(
        self, function: Callable[[Any], Any], tasks: Sequence[Any], executor: Executor
    ) -> None:
        self.function, self.tasks, self.executor = function, tasks, executor
        workers = int(getattr(executor, "workers", 0) or getattr(executor, "_max_workers", 0) or 4)
        self.ahead = 1 if isinstance(executor, InProcess) else AHEAD * workers
        self.waiting = list(range(len(tasks)))[::-1]
        self.under_way: dict[Future[Any], int] = {}
        self.done: dict[int, Any] = {}
        self.finished = 0
        self.losses = 0

    def step(self) -> None:
        """Hand over what there is room for, and wait a little until something is done."""
        try:
            while self.waiting and len(self.under_way) + len(self.done) < self.ahead:
                number = self.waiting[-1]
                self.under_way[self.executor.submit(self.function, self.tasks[number])] = number
                self.waiting.pop()
            ready, _ = wait(self.under_way, timeout=0.2, return_when=FIRST_COMPLETED)
            for future in ready:
                self.done[self.under_way[future]] = future.result()
                del self.under_way[future]
                self.finished += 1
        except BrokenExecutor as fault:
            self._renew(fault)

    def _renew(self, fault: BrokenExecutor) -> None:
        """Do again what was under way, on a new pool."""
        self.losses += 1
        renew = getattr(self.executor, "renew", None)
        if renew is None or self.losses > MOST_LOSSES:
            raise EngineFault(f"The workers died: {fault}") from fault
        renew()
        self.waiting = sorted([*self.waiting, *self.under_way.values()], reverse=True)
        self.under_way.clear()

    def abandon(self) -> None:
        """Cancel what has not begun."""
        for future in self.under_way:
            future.cancel()


def processors() -> int:
    """Processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
