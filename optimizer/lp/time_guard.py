"""A limit of time that holds even where what it is set for does not return."""

from __future__ import annotations

from collections.abc import Callable
from threading import TIMEOUT_MAX, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

_SHARE, _LEAST = 0.03, 0.1
"""How much later than its limit the work may end of itself: a share of it, at least seconds."""


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """What the work returns; None if it does not return within `seconds` and a little more.

    Work that keeps a limit of its own ends by itself. HiGHS does so but where numbers of very
    different size lead it round in circles, which no callback interrupts: it is then left to
    itself, and ends with the process at the latest. Raises what the work raises.
    """
    run = _Run(work)
    run.start()
    run.join(min(max((1.0 + _SHARE) * seconds, seconds + _LEAST), TIMEOUT_MAX))
    if run.error is not None:
        raise run.error
    return run.result


class _Run(Thread, Generic[T]):
    """Work in a thread of its own, with its result or its error."""

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self.result: T | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._work()
        except BaseException as error:
            self.error = error
