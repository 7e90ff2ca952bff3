"""How far work is: told while it grows, never going back, and stopped on request."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from optimizer.errors import OptimizerError


class Cancelled(OptimizerError):
    """The work was stopped on request.

    Example:
        >>> from optimizer import api as tb
        >>> watch = tb.Watch()
        >>> watch.cancel.set()
        >>> try:
        ...     tb.uncertainty(tb.example(), 32, watch=watch)
        ... except tb.Cancelled:
        ...     "stopped"
        'stopped'
    """


@dataclass(frozen=True)
class Progress:
    """How far the work is: tasks done, all tasks, seconds spent, seconds left (an estimate).

    Example:
        >>> from optimizer import api as tb
        >>> tb.Progress(done=3, total=4, seconds=6.0).left
        2.0
    """

    done: int
    total: int
    seconds: float

    @property
    def left(self) -> float:
        """Seconds left at the pace so far."""
        return self.seconds * (self.total - self.done) / max(self.done, 1)


@dataclass(frozen=True)
class Watch:
    """Who is told of progress, and the token that stops the work when it is set.

    Example:
        >>> from optimizer import api as tb
        >>> heard = []
        >>> _ = tb.uncertainty(tb.example(), 32, watch=tb.Watch(tell=heard.append))
        >>> heard[-1].done == heard[-1].total
        True
    """

    tell: Callable[[Progress], None] = lambda progress: None
    cancel: Event = field(default_factory=Event)


class Tally:
    """How much of `total` is done, in whatever units the work counts in, told to a watch."""

    def __init__(self, watch: Watch | None, total: int) -> None:
        self.watch, self.total = watch or Watch(), total
        self._sure = self._told = 0
        self._started = time.monotonic()

    def add(self, units: int = 1) -> None:
        """So many units more are done. Raises Cancelled when the watch's token is set."""
        self._sure += units
        self.reach(self._sure)

    def more(self, units: int) -> None:
        """So many units turn out to be needed besides."""
        self.total += units

    def reach(self, done: int) -> None:
        """At least so many units are done. Raises Cancelled when the watch's token is set."""
        if self.watch.cancel.is_set():
            raise Cancelled("The work was stopped.")
        if done > self._told:
            self._told = done
            self.watch.tell(Progress(done, self.total, time.monotonic() - self._started))

    @contextmanager
    def part(self, units: int) -> Iterator[Watch]:
        """A watch for work that counts so many units; they are done at the end of the block."""
        before = self._sure

        def tell(progress: Progress) -> None:
            self.reach(before + units * progress.done // max(1, progress.total))

        yield Watch(tell, self.watch.cancel)
        self.add(units)
