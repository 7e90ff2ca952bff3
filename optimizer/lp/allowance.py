"""What a search in rationals may still spend."""

from __future__ import annotations

from math import inf
from numbers import Real
from time import perf_counter

from optimizer.lp.program import MalformedProgram


class Spent(Exception):
    """The allowance is used up, or too small for the next step."""


PATIENCE = 60.0
"""Seconds after which floats that come to no end are given up where there is no time limit."""


class Allowance:
    """Multiplications of rationals, which do not depend on the machine, and seconds, which do."""

    def __init__(self, effort: float = inf, seconds: float | None = None) -> None:
        if seconds is not None and not (isinstance(seconds, Real) and float(seconds) <= inf):
            raise MalformedProgram(f"A time limit is a number of seconds, not {seconds!r}.")
        self.effort = effort
        self._until = inf if seconds is None else perf_counter() + seconds

    def spend(self, effort: float) -> None:
        """Take off what a step has cost."""
        self.effort -= effort

    def need(self, seconds: float) -> None:
        """Raise Spent unless a step of so many seconds still fits; from then on nothing does."""
        if self.over or seconds > self.seconds:
            self.effort = 0
            raise Spent

    @property
    def seconds(self) -> float:
        """Seconds left, infinite without a limit."""
        return self._until - perf_counter() if self._until < inf else inf

    def patience(self, entries: int) -> float:
        """Seconds that floats may take over a programme: most of what is left, or long enough."""
        return min(0.8 * self.seconds, PATIENCE + 1e-3 * entries)

    @property
    def limit(self) -> float | None:
        """The same as a limit for somebody else: None without one."""
        return max(self.seconds, 0.0) if self._until < inf else None

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.effort <= 0 or self.seconds <= 0

    def part(self, effort: float) -> Allowance:
        """The same time with another number of multiplications."""
        part = Allowance(effort)
        part._until = self._until
        return part
