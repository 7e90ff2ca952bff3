"""A function call in a process of its own: stopped on request, held to limits, never an orphan."""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from inspect import signature
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from optimizer.errors import OptimizerError
from optimizer.system.progress import Cancelled, Progress, Watch
from optimizer.system.spawn import Fresh, end_with_parent

if sys.platform != "win32":
    import resource

GRACE = 1.0
"""Seconds that work has to stop by itself before its process is ended."""
SLICE = 0.1
"""Seconds between two looks at whether the work is to stop."""
PAUSE = 0.2
"""Least seconds between two tellings of progress."""
PATIENCE = 5.0
"""Seconds that an ended process may take to be gone."""


class Message(IntEnum):
    """Kinds of messages between the processes."""

    CALL = 0
    STOP = 1
    BEGUN = 2
    TOLD = 3
    DONE = 4
    FAILED = 5
    LIMIT = 6


@dataclass(frozen=True)
class Limits:
    """What one call may take; None is without limit."""

    seconds: float | None = None
    """Wall-clock time, from when the process is ready for the work."""
    memory: int | None = None
    """Bytes on top of what its process holds before the call; kept where Linux runs."""
    answer: int | None = None
    """Bytes of the answer as it is handed over."""


class LimitReached(OptimizerError):
    """Work was ended at one of its limits: `limit` is 'seconds', 'memory' or 'answer'."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(f"The work reached its limit of {limit}.")


class ProcessLost(OptimizerError):
    """The process of the work ended before its answer was there."""


class WorkFailed(OptimizerError):
    """The work raised a fault that is not one of this project's own; the log has it."""


@dataclass(frozen=True)
class Outcome:
    """What a call returned, the processor seconds it took, the bytes of the answer."""

    value: Any
    seconds: float
    size: int


class KillableProcess:
    """One process that works out calls, one after the other; it is started again when it is lost.

    To be used by one thread at a time. `prepare` runs in each new process before its first call;
    where the system knows it, the process stands back behind others by so much `nice`.
    """

    def __init__(self, prepare: Callable[[], None] | None = None, *, nice: int = 0) -> None:
        self._prepare, self._nice = prepare, nice
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._number = 0

    @property
    def pid(self) -> int | None:
        """The process, where there is one."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Starts the process unless it lives; returns before that is ready."""
        if self._process is not None and self._process.is_alive():
            return
        self.end()
        fresh = Fresh()
        self._pipe, theirs = fresh.Pipe()
        prepare = pickle.dumps(self._prepare)  # what it needs is loaded after standing back
        self._process = fresh.Process(
            target=serve, args=(theirs, prepare, self._nice), daemon=True, name="work"
        )
        self._process.start()
        theirs.close()

    def end(self) -> None:
        """Ends the process, whatever it does."""
        process, self._process, pipe, self._pipe = self._process, None, self._pipe, None
        if process is not None:
            process.kill()
            process.join(PATIENCE)
            process.close()
        if pipe is not None:
            pipe.close()

    def call(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        limits: Limits | None = None,
        watch: Watch | None = None,
    ) -> Outcome:
        """Has `work(*arguments)` done; work with a parameter `watch` is given one to heed.

        Everything handed over is pickled. Raises Cancelled when the watch's token is set,
        LimitReached, ProcessLost, WorkFailed, and whatever fault of this project the work raises.
        After all of these but the last two the process is gone, or has stopped by itself.
        """
        limits, watch = limits or Limits(), watch or Watch()
        self.start()
        self._number += 1
        try:
            self._send(
                Message.CALL, pickle.dumps((work, arguments, limits), pickle.HIGHEST_PROTOCOL)
            )
            return self._answer(limits, watch)
        except (EOFError, OSError):
            self.end()
            raise ProcessLost("The process of the work ended.") from None
        except BaseException as fault:
            if not isinstance(fault, OptimizerError):
                self.end()
            raise

    def _send(self, kind: int, content: bytes = b"") -> None:
        assert self._pipe is not None
        self._pipe.send((kind, self._number, content))

    def _answer(self, limits: Limits, watch: Watch) -> Outcome:
        assert self._pipe is not None
        begun = why = given_up = None
        while True:
            if self._pipe.poll(SLICE):
                kind, content, seconds, size = self._pipe.recv()
                match kind:
                    case Message.BEGUN:
                        begun = time.monotonic()
                    case Message.TOLD:
                        watch.tell(Progress(*content))
                    case Message.DONE:
                        return Outcome(pickle.loads(content), seconds, size)
                    case Message.LIMIT:
                        self.end()
                        raise LimitReached(content)
                    case _:
                        raise why or content
            now = time.monotonic()
            if why is None:
                why = _ending(limits, watch, 0.0 if begun is None else now - begun)
                if why is not None:
                    given_up = now + GRACE
                    self._send(Message.STOP)
            elif given_up is not None and now >= given_up:
                self.end()
                raise why


def _ending(limits: Limits, watch: Watch, spent: float) -> OptimizerError | None:
    """Why the work has to stop now, if it has to."""
    if watch.cancel.is_set():
        return Cancelled("The work was stopped.")
    return None if limits.seconds is None or spent < limits.seconds else LimitReached("seconds")


# --- in the process -------------------------------------------------------------------------------
def serve(pipe: Connection, prepare: bytes, nice: int) -> None:
    """Works out calls until nobody is left to ask; what work prints goes to the log."""
    end_with_parent()
    if nice and hasattr(os, "nice"):
        os.nice(nice)
    with suppress(OSError, ValueError):  # a process without these streams
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    calls: SimpleQueue[tuple[bytes, Event]] = SimpleQueue()
    Thread(target=_listen, args=(pipe, calls), daemon=True).start()
    ready: Callable[[], None] | None = pickle.loads(prepare)
    if ready is not None:
        ready()
    while True:
        content, cancel = calls.get()
        message = _worked(pipe, content, cancel)
        try:
            pipe.send(message)
        except MemoryError:
            pipe.send((Message.LIMIT, "memory", 0.0, 0))


def _listen(pipe: Connection, calls: SimpleQueue[tuple[bytes, Event]]) -> None:
    """Takes in calls and stops; ends this process when the caller is gone, even amid a call."""
    tokens: dict[int, Event] = {}
    while True:
        try:
            kind, number, content = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)
        if kind == Message.STOP:
            tokens[number].set()
        else:
            tokens = {number: Event()}
            calls.put((content, tokens[number]))


def _worked(pipe: Connection, content: bytes, cancel: Event) -> tuple[int, Any, float, int]:
    """The message that ends a call."""
    begun = time.process_time()
    pipe.send((Message.BEGUN, None, 0.0, 0))
    try:
        work, arguments, limits = pickle.loads(content)
        options = {}
        if "watch" in signature(work).parameters:
            options["watch"] = Watch(_teller(pipe), cancel)
        with _memory(limits.memory):
            answer = pickle.dumps(work(*arguments, **options), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return Message.LIMIT, "memory", 0.0, 0
    except Exception as fault:
        return Message.FAILED, _handed_over(fault), 0.0, 0
    if limits.answer is not None and len(answer) > limits.answer:
        return Message.LIMIT, "answer", 0.0, 0
    return Message.DONE, answer, time.process_time() - begun, len(answer)


def _handed_over(fault: Exception) -> OptimizerError:
    """A fault as the caller gets it; the log has those that are none of this project's own."""
    if isinstance(fault, OptimizerError):
        with suppress(Exception):
            pickle.loads(pickle.dumps(fault))  # not every fault survives
            return fault
    sys.excepthook(type(fault), fault, fault.__traceback__)
    return WorkFailed(type(fault).__name__)


def _teller(pipe: Connection) -> Callable[[Progress], None]:
    last = 0.0

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= PAUSE:
            last = now
            pipe.send((Message.TOLD, (progress.done, progress.total, progress.seconds), 0.0, 0))

    return tell


@contextmanager
def _memory(limit: int | None) -> Iterator[None]:
    """So many bytes more may be written to by this process, where the system counts them."""
    if sys.platform != "linux" or limit is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_held() + limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _held() -> int:
    """Bytes of this process that count towards its limit."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmData"))
