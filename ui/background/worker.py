"""A process of the desk that works out studies: requests come by stdin, answers go by stdout."""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from struct import Struct
from threading import Thread
from typing import IO, Any

from optimizer import api

HEAD = Struct("!Q")
"""Length of the message that follows [bytes]."""
PAUSE = 0.2
"""Least seconds between two tellings of progress."""
NICE = 5
"""How far studies stand back behind the pages of the desk."""

WARM = "warm"
"""Argument of a process that gets ready for the studies of this desk before it is asked."""


@dataclass(frozen=True)
class Told:
    """How far a study is, as a share of one."""

    part: float


@dataclass(frozen=True)
class Done:
    """What a study found, and the processor seconds it took."""

    answer: Any
    seconds: float


@dataclass(frozen=True)
class Failed:
    """Why a study found nothing: problems of its input, or the name of a fault of ours."""

    issues: tuple[api.Issue, ...]
    fault: str


def write(pipe: IO[bytes], message: object) -> None:
    """Puts a message into a pipe."""
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(HEAD.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def read(pipe: IO[bytes]) -> tuple[Any, int]:
    """The next message of a pipe and its size [bytes]. Raises EOFError at the end."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    (size,) = HEAD.unpack(head)
    packed = pipe.read(size)
    if len(packed) < size:
        raise EOFError
    return pickle.loads(packed), size


def main() -> None:
    """Works until nobody is left to ask; what a study prints never mixes with the answers."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(NICE)
    inbox: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(inbox,), daemon=True).start()
    if WARM in sys.argv:
        _warm_up()
    while True:
        work, scenario, arguments = inbox.get()
        write(out, _worked(work, (scenario, _teller(out), *arguments)))


def _warm_up() -> None:
    """Loads what the first study would load, so that its time tells how long the next one takes."""
    for shipped in api.list_scenarios()[:1]:
        api.uncertainty(api.load_scenario(shipped.path), 8)


def _listen(inbox: SimpleQueue[Any]) -> None:
    """Takes requests in; ends this process at once when the desk is gone, even amid a study."""
    while True:
        try:
            inbox.put(read(sys.stdin.buffer)[0])
        except EOFError:
            os._exit(0)


def _teller(out: IO[bytes]) -> Callable[[float], None]:
    last = 0.0

    def tell(part: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= PAUSE:
            last = now
            write(out, Told(part))

    return tell


def _worked(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Done | Failed:
    begun = time.process_time()
    try:
        return Done(work(*arguments), time.process_time() - begun)
    except api.InvalidInput as fault:
        return Failed(fault.issues, type(fault).__name__)
    except Exception as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
        return Failed((), type(fault).__name__)


if __name__ == "__main__":
    # Messages are told apart by their class: that of the module as others see it.
    from ui.background import worker

    worker.main()
