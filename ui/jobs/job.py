"""Work that visitors ask for, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from optimizer.api import desk as api

Key = tuple[Hashable, ...]


class Stage(StrEnum):
    """Where a study stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Queue(StrEnum):
    """Which processes may do it: none of the first two is ever behind the third."""

    SHORT = "short"
    LONG = "long"
    PAGE = "page"
    """What a page waits for before it goes on, on inputs that came from outside."""


@dataclass(frozen=True)
class Task:
    """Work on a scenario or a file: `work(scenario, *arguments)`, a function of some module.

    Without a scenario it is `work(*arguments)`. Work with a parameter `watch` is given one.
    """

    work: Callable[..., Any]
    scenario: api.Scenario | None
    arguments: tuple[Hashable | api.Scenario, ...] = ()
    size: int = 0
    """What the time depends on, such as the number of draws."""
    long: bool = False
    """Long ones leave a process to the others."""
    page: bool = False
    """Whether a page waits for it before it goes on."""

    @property
    def queue(self) -> Queue:
        """Which processes may do it."""
        return Queue.PAGE if self.page else Queue.LONG if self.long else Queue.SHORT

    @property
    def fingerprint(self) -> str:
        """That of its scenario; empty without one."""
        return "" if self.scenario is None else self.scenario.fingerprint

    @property
    def scenarios(self) -> tuple[api.Scenario, ...]:
        """All that it rests on."""
        return tuple(a for a in self.given if isinstance(a, api.Scenario))

    @property
    def given(self) -> tuple[Any, ...]:
        """All that the work is called with."""
        return self.arguments if self.scenario is None else (self.scenario, *self.arguments)

    @property
    def key(self) -> Key:
        """The same for the same question asked in the same way, whoever asks."""
        work, given = self.work, (self.scenario, *self.arguments)
        marks = (a.fingerprint if isinstance(a, api.Scenario) else a for a in given)
        return (work.__module__, work.__qualname__, self.page, *marks)

    @property
    def kind(self) -> Key:
        """The same for questions that take about as long."""
        name = "" if self.scenario is None else self.scenario.id
        return (self.work.__qualname__, name, self.size)


@dataclass(frozen=True)
class JobStatus:
    """A study as it stands: part done, seconds left (None: not known), studies before it."""

    stage: Stage
    part: float = 0.0
    left: float | None = None
    before: int = 0
    answer: Any = None
    issues: tuple[api.Issue, ...] = ()


@dataclass(eq=False)
class Job:
    """A task as the pool keeps it: who asked, how far the work is, what came out.

    It was `begun`, and `part` of it last `told`, at these times of the monotonic clock [s].
    """

    task: Task
    owners: set[str] = field(default_factory=set)
    stage: Stage = Stage.WAITING
    part: float = 0.0
    begun: float = 0.0
    told: float = 0.0
    size: int = 0
    answer: Any = None
    issues: tuple[api.Issue, ...] = ()
    watch: api.Watch = field(default_factory=api.Watch)
    """Its token is set when nobody wants the work any more."""

    @property
    def open(self) -> bool:
        """Whether it waits or is under way."""
        return self.stage in (Stage.WAITING, Stage.RUNNING)

    @property
    def visitors(self) -> set[str]:
        """Who wants it, whatever page of theirs."""
        return {owner.rsplit("@", 1)[0] for owner in self.owners}
