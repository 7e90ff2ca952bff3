"""Studies that visitors ask for, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from optimizer import api

Key = tuple[Hashable, ...]


class Stage(StrEnum):
    """Where a study stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Request:
    """A study of a scenario: `work(scenario, tell, *arguments)`, a function of some module."""

    work: Callable[..., Any]
    scenario: api.Scenario
    arguments: tuple[Hashable, ...] = ()
    size: int = 0
    """What the time depends on, such as the number of draws."""
    long: bool = False
    """Long ones leave a process to the others."""

    @property
    def key(self) -> Key:
        """The same for the same question, whoever asks."""
        work = self.work
        return (work.__module__, work.__qualname__, self.scenario.fingerprint, self.arguments)

    @property
    def kind(self) -> Key:
        """The same for questions that take about as long."""
        return (self.work.__qualname__, self.scenario.id, self.size)


@dataclass(frozen=True)
class Look:
    """A study as it stands: part done, seconds left (None: not known), studies before it."""

    stage: Stage
    part: float = 0.0
    left: float | None = None
    before: int = 0
    answer: Any = None
    issues: tuple[api.Issue, ...] = ()


@dataclass(eq=False)
class Ticket:
    """A request as the office keeps it: who asked, how far the work is, what came out.

    It was `begun`, and `part` of it last `told`, at these times of the monotonic clock [s].
    """

    request: Request
    owners: set[str] = field(default_factory=set)
    stage: Stage = Stage.WAITING
    part: float = 0.0
    begun: float = 0.0
    told: float = 0.0
    size: int = 0
    answer: Any = None
    issues: tuple[api.Issue, ...] = ()
