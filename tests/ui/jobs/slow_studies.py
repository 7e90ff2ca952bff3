"""Studies for tests of the background work: slow, crashing and faulty ones."""

from __future__ import annotations

import os
import time

from optimizer.api import desk as api
from tests.both_languages import Said


def nap(scenario: api.Scenario, seconds: float, *, watch: api.Watch) -> tuple[str, float, int]:
    """Sleeps in ten parts and tells of each; then says what it was asked and where it ran."""
    for part in range(10):
        watch.tell(api.Progress(part, 10, part * seconds / 10))
        time.sleep(seconds / 10)
    return scenario.fingerprint, seconds, os.getpid()


def crash(scenario: api.Scenario) -> None:
    """Takes its whole process away, as a fault in a solver's native code would."""
    os._exit(11)


def fault(scenario: api.Scenario) -> None:
    """A fault of ours."""
    raise RuntimeError("inner detail")


def refused(scenario: api.Scenario) -> None:
    """An input that makes no sense."""
    raise api.InvalidInput(
        [
            api.Issue(
                "slack",
                Said("No such share.", "그런 비율 없음."),
                Said("Give another.", "다른 비율 지정."),
            )
        ]
    )


def chatter(scenario: api.Scenario) -> str:
    """Prints, as a solver's log would."""
    os.write(1, b"noise that is no message\n")
    return "heard"


def size_of(name: str, content: bytes) -> int:
    """How long a file is."""
    return len(content)


def never(name: str, content: bytes) -> None:
    """Takes for ever."""
    while True:
        time.sleep(0.01)


def greedy(name: str, content: bytes) -> int:
    """Takes ever more memory."""
    taken = [bytearray(1_000_000)]
    while True:
        taken.append(bytearray(1_000_000))
