"""One count for work that is done in parts: it is told as it grows, and never goes back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from optimizer.engines import Cancelled, Progress, Watch


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
