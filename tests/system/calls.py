"""Functions for tests of work in a process of its own: obedient, deaf, greedy and faulty ones."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from optimizer.errors import InvalidInput, Issue, OptimizerError
from optimizer.system.progress import Cancelled, Progress, Watch
from tests.both_languages import Said


def double(number: float) -> float:
    """Twice the number."""
    return 2 * number


def obedient(file: str, *, watch: Watch) -> None:
    """Works until it is stopped, and then leaves a file."""
    for done in range(6000):
        watch.tell(Progress(done, 6000, 0.01 * done))
        if watch.cancel.wait(0.01):
            Path(file).write_text("stopped", encoding="utf-8")
            raise Cancelled("heard")


def deaf(file: str) -> None:
    """Leaves its process in a file, then works in one call that lets no other thread run."""
    Path(file).write_text(str(os.getpid()), encoding="utf-8")
    re.match("(a+)+$", "a" * 64 + "b")


def greedy(size: int) -> int:
    """Takes memory, a megabyte at a time."""
    taken = [bytearray(1_000_000) for _ in range(size // 1_000_000)]
    return len(taken)


def long_answer(size: int) -> bytes:
    """So many bytes."""
    return bytes(size)


def crash() -> None:
    """Takes its whole process away, as a fault in native code would."""
    os._exit(11)


def refuse() -> None:
    """An input that makes no sense."""
    raise InvalidInput([Issue("slack", Said("No.", "아님."), Said("Other.", "다른 값."))])


def fault() -> None:
    """A fault of ours."""
    raise RuntimeError("inner detail")


class Unfit(OptimizerError):
    """A fault that cannot be made again from what it says."""

    def __init__(self, first: int, second: int) -> None:
        super().__init__(f"{first} {second}")


def unfit() -> None:
    """A fault that does not survive the way."""
    raise Unfit(1, 2)


def nap(seconds: float) -> int:
    """Sleeps; then says where."""
    time.sleep(seconds)
    return os.getpid()


def chatter() -> str:
    """Prints, as a solver's log would."""
    os.write(1, b"noise that is no message\n")
    return "heard"
