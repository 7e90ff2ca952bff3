"""Studies for tests of the background work: slow, crashing and faulty ones."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from optimizer import api

Tell = Callable[[float], None]


def nap(scenario: api.Scenario, tell: Tell, seconds: float) -> tuple[str, float, int]:
    """Sleeps in ten parts and tells of each; then says what it was asked and where it ran."""
    for part in range(10):
        tell(part / 10)
        time.sleep(seconds / 10)
    return scenario.fingerprint, seconds, os.getpid()


def crash(scenario: api.Scenario, tell: Tell) -> None:
    """Takes its whole process away, as a fault in a solver's native code would."""
    os._exit(11)


def fault(scenario: api.Scenario, tell: Tell) -> None:
    """A fault of ours."""
    raise RuntimeError("inner detail")


def refused(scenario: api.Scenario, tell: Tell) -> None:
    """An input that makes no sense."""
    raise api.InvalidInput(
        [
            api.Issue(
                "slack",
                api.Said("No such share.", "그런 비율 없음."),
                api.Said("Give another.", "다른 비율 지정."),
            )
        ]
    )


def chatter(scenario: api.Scenario, tell: Tell) -> str:
    """Prints, as a solver's log would."""
    os.write(1, b"noise that is no message\n")
    return "heard"
