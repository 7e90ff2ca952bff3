"""Long work beside the pages: a few processes for all visitors, its answers kept for everybody."""

from __future__ import annotations

import atexit
import logging
import os
import time
from collections.abc import Callable
from threading import Condition
from typing import Any

from optimizer.api import desk as api
from ui.background import limits
from ui.background.clerk import Clerk
from ui.background.long_studies import load, warm_up
from ui.background.requests import Key, Lane, Look, Request, Stage, Ticket

KEPT, MANY = 200e6, 400
"""Bytes of answers that are remembered, and how many at most."""
FEWEST, MOST = 2, 4
"""Processes for studies: one is always left to short ones, so that nobody waits behind a long one.

One more works out what pages wait for; those that do long studies help it.
"""
SHORT = 1.5
"""Seconds: so short a study is sooner over than its process would be renewed."""
NEARLY = 0.95
"""The most that is claimed of work whose progress is guessed from its usual time."""
AGAIN = 60.0
"""Seconds after which what failed for a page may be tried again."""
ALL_BUT = 0.99
"""The most that is told of work that is not over."""
SLICE = 0.1
"""Seconds between two looks of a page at whether it is still wanted."""


class Office:
    """Takes requests of all visitors; each is worked out once, by one process at a time."""

    def __init__(
        self,
        processes: int = FEWEST,
        *,
        alive: Callable[[str], bool] = lambda owner: True,
        warm: bool = False,
    ) -> None:
        self._alive = alive
        self._known: dict[Key, Ticket] = {}
        self._times: dict[Key, float] = {}
        self._change = Condition()
        self.closed = False
        for_studies = [{Lane.SHORT}, *[set(Lane)] * (max(FEWEST, processes) - 1)]
        self._clerks = [
            *(Clerk(self, frozenset(lanes), warm_up if warm else None) for lanes in for_studies),
            Clerk(self, frozenset({Lane.PAGE}), load if warm else None),
        ]

    def ask(self, request: Request, owner: str) -> None:
        """Has a study worked out unless it is known or under way; a failed one is tried again."""
        with self._change:
            ticket = self._known.get(request.key)
            if ticket is None or ticket.stage is Stage.FAILED:
                ticket = self._known[request.key] = Ticket(request)
            ticket.owners.add(owner)
            if self.closed:
                ticket.stage = Stage.FAILED
            self._leave_the_gone()
            self.begin(request.lane)
            self._change.notify_all()

    def begin(self, lane: Lane) -> None:
        """Has the processes ready that do work of this lane."""
        with self._change:
            for clerk in self._clerks:
                if lane in clerk.lanes and not self.closed:
                    clerk.begin()

    def result(self, request: Request, owner: str, wanted: Callable[[], object]) -> Any:
        """What the work returns; `wanted` is called while it is under way, and may raise.

        What failed is not tried again at once; what came of it is not kept here.
        Raises InvalidInput with what the work refused or the limit that it reached.
        """
        while True:
            ticket = self._asked(request, owner)
            try:
                self._wait(ticket, wanted)
            finally:
                self.drop(owner, lambda other: other.key != request.key)
            if not ticket.watch.cancel.is_set() or self.closed or not self._alive(owner):
                break  # else whoever asked first took it back just then
        with self._change:
            if request.scenario is None or ticket.stage is Stage.DONE:
                self._known.pop(request.key, None)
        if ticket.stage is Stage.FAILED:
            raise api.InvalidInput(ticket.issues or [limits.reached(request, "process")])
        return ticket.answer

    def _wait(self, ticket: Ticket, wanted: Callable[[], object]) -> None:
        """Returns when the work is over, one way or the other."""
        while ticket.open:
            wanted()
            with self._change:
                self._change.wait_for(lambda: not ticket.open, SLICE)

    def _asked(self, request: Request, owner: str) -> Ticket:
        """The ticket of what a page waits for: a new one, or one under way, or a late failure."""
        with self._change:
            ticket = self._known.get(request.key)
            failed = ticket is not None and ticket.stage is Stage.FAILED
            if ticket is None or not failed or ticket.begun + AGAIN < time.monotonic():
                self.ask(request, owner)
            return self._known[request.key]

    def look(self, request: Request) -> Look | None:
        """How a study stands; None if nobody asked, or all who did took it back."""
        with self._change:
            ticket = self._known.get(request.key)
            if ticket is None:
                return None
            if ticket.stage is Stage.DONE:  # the latest used is forgotten last
                self._known[request.key] = self._known.pop(request.key)
                return Look(Stage.DONE, 1.0, 0.0, 0, ticket.answer)
            if ticket.stage is Stage.WAITING:
                return Look(Stage.WAITING, before=self._before(ticket))
            if ticket.stage is Stage.FAILED:
                return Look(Stage.FAILED, issues=ticket.issues)
            part, left = self._progress(ticket)
            return Look(Stage.RUNNING, part, left)

    def seconds(self, request: Request) -> float | None:
        """Processor seconds that such a study took the last time; None if there was none."""
        return self._times.get(request.kind)

    def drop(self, owner: str, wanted: Callable[[Request], bool] = lambda request: False) -> None:
        """Takes back what `owner` asked and no longer wants.

        Work for nobody ends at once, but for what is over sooner than a process is renewed.
        """
        with self._change:
            for ticket in list(self._known.values()):
                if owner in ticket.owners and not wanted(ticket.request):
                    ticket.owners.discard(owner)
                    if not ticket.owners:
                        self._abandon(ticket)

    def close(self) -> None:
        """Ends all processes; nothing can be asked any more."""
        with self._change:
            self.closed = True
            for ticket in self._known.values():
                ticket.watch.cancel.set()
                if ticket.stage is Stage.WAITING:
                    ticket.stage = Stage.FAILED
            self._change.notify_all()
        for clerk in self._clerks:
            clerk.join()

    # --- what the clerks ask -----------------------------------------------------------------
    def take(self, clerk: Clerk) -> Ticket | None:
        """The next study for a clerk, when there is one; None when the office is closed."""
        with self._change:
            while not self.closed:
                self._leave_the_gone()
                ticket = next((t for t in self._queue(clerk) if self._may_begin(t)), None)
                if ticket is not None:
                    ticket.stage, ticket.begun = Stage.RUNNING, time.monotonic()
                    clerk.ticket = ticket
                    return ticket
                self._change.wait()
            return None

    def told(self, ticket: Ticket, part: float) -> None:
        """How far a study is, as a share of one."""
        with self._change:
            if (part := min(part, ALL_BUT)) > ticket.part:
                ticket.part, ticket.told = part, time.monotonic()

    def done(self, ticket: Ticket, outcome: api.Outcome) -> None:
        """What a study found."""
        with self._change:
            ticket.stage, ticket.answer, ticket.size = Stage.DONE, outcome.value, outcome.size
            self._times[ticket.request.kind] = outcome.seconds
            self._forget()

    def failed(self, ticket: Ticket, fault: Exception) -> None:
        """Why a study found nothing: problems of its input, a limit, or a fault of ours."""
        with self._change:
            ticket.stage = Stage.FAILED
            if isinstance(fault, api.InvalidInput):
                ticket.issues = fault.issues
            elif isinstance(fault, api.LimitReached):
                ticket.issues = (limits.reached(ticket.request, fault.limit),)
            elif ticket.owners and not self.closed:
                logging.getLogger(__name__).warning("%s: %s", ticket.request.kind, fault)

    def settle(self, clerk: Clerk) -> None:
        """A clerk is free again."""
        with self._change:
            clerk.ticket = None
            self._change.notify_all()

    # --- to be called with the lock held -----------------------------------------------------
    def _leave_the_gone(self) -> None:
        for ticket in list(self._known.values()):
            if ticket.open and not any(self._alive(owner) for owner in ticket.owners):
                self._abandon(ticket)

    def _queue(self, clerk: Clerk) -> list[Ticket]:
        waiting = [t for t in self._known.values() if t.stage is Stage.WAITING]
        return [t for t in waiting if t.request.lane in clerk.lanes]

    def _may_begin(self, ticket: Ticket) -> bool:
        """Work that pages wait for is done one by one for each visitor: others have their turn."""
        busy = [c.ticket for c in self._clerks if c.ticket is not None and c.ticket.request.page]
        return not ticket.request.page or all(ticket.visitors.isdisjoint(b.visitors) for b in busy)

    def _abandon(self, ticket: Ticket) -> None:
        if not ticket.open or self._soon_over(ticket):
            return
        if self._known.get(ticket.request.key) is ticket:
            del self._known[ticket.request.key]
        ticket.watch.cancel.set()
        if ticket.stage is Stage.WAITING:  # else its clerk says so once the work has stopped
            ticket.stage = Stage.FAILED

    def _soon_over(self, ticket: Ticket) -> bool:
        """Whether to let a study end that nobody waits for any more; its answer is kept."""
        usual, spent = self.seconds(ticket.request), time.monotonic() - ticket.begun
        running = ticket.stage is Stage.RUNNING
        return running and usual is not None and usual <= SHORT and spent <= 2 * SHORT

    def _before(self, ticket: Ticket) -> int:
        """Studies that have to end, or to begin, before this one can begin."""
        able = [clerk for clerk in self._clerks if ticket.request.lane in clerk.lanes]
        queue = [t for t in self._known.values() if t.stage is Stage.WAITING]
        return queue.index(ticket) + all(clerk.ticket is not None for clerk in able)

    def _progress(self, ticket: Ticket) -> tuple[float, float | None]:
        """Part done and seconds left: as told by the work, or by what it took the last time."""
        spent, usual = time.monotonic() - ticket.begun, self.seconds(ticket.request)
        if usual is not None:
            part = max(ticket.part, min(NEARLY, spent / max(usual, 1e-9)))
            return part, max(0.0, usual - spent)
        if ticket.part > 0:  # between two tellings the time left runs down
            whole = (ticket.told - ticket.begun) / ticket.part
            return ticket.part, max(0.0, whole - spent)
        return 0.0, None

    def _forget(self) -> None:
        """The answers used longest ago go first."""
        kept = sum(ticket.size for ticket in self._known.values())
        for key, ticket in list(self._known.items()):
            if kept <= KEPT and len(self._known) <= MANY:
                return
            if not ticket.open:
                kept -= ticket.size
                del self._known[key]


def _visiting(owner: str) -> bool:
    """Whether the page of an owner, `<own name>@<session>`, is still open."""
    from streamlit.runtime import exists, get_instance

    return not exists() or get_instance().is_active_session(owner.rsplit("@", 1)[-1])


_OFFICE = Office(min(MOST, (os.cpu_count() or 1) - 1), alive=_visiting, warm=True)
atexit.register(_OFFICE.close)


def office() -> Office:
    """The one of this desk; its processes end with the desk."""
    return _OFFICE
