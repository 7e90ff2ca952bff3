"""Processes that begin with nothing of the one that starts them, and never outlive it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread
from typing import Any

if sys.platform == "linux":
    import fcntl

_STARTING = Lock()
"""Held while a process starts: meanwhile the main script looks different to every thread."""


class _Worker(SpawnProcess):
    """A process that starts without running the caller's main script (a desk, a test) again.

    It does not hear an interrupt from the keyboard; the caller does, and then ends it.
    """

    def start(self) -> None:
        """Starts with the main script out of sight; tasks are found by their modules."""
        with _STARTING:
            main = sys.modules["__main__"]
            kept: dict[str, Any] = {
                n: vars(main)[n] for n in ("__spec__", "__file__") if n in vars(main)
            }
            try:
                vars(main).pop("__file__", None)
                vars(main)["__spec__"] = None
                with _undisturbed():
                    super().start()
            finally:
                vars(main).update(kept)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Interrupts are held back here, and for good in processes that are started meanwhile."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Fresh(SpawnContext):
    """Processes that begin with nothing of this one."""

    Process = _Worker


def end_with_parent() -> None:
    """Has this process end as soon as the one that started it is gone, whatever ended that.

    A thread waits for it. On Linux the system ends this process even amid a call that lets no
    thread run: the pipe that the parent holds open signals when it closes.
    """
    parent = parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(parent.sentinel, fcntl.F_GETFL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)

    def wait_for_it() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait_for_it, daemon=True).start()
