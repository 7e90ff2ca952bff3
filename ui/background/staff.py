"""Long work beside the pages: a few processes for all visitors, its answers kept for everybody."""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Condition, Thread

from ui.background import worker
from ui.background.requests import Key, Look, Request, Stage, Ticket

ROOT = Path(__file__).resolve().parents[2]
KEPT, MANY = 200e6, 400
"""Bytes of answers that are remembered, and how many at most."""
FEWEST, MOST = 2, 4
"""Processes: one is always left to short studies, so that nobody waits behind a long one."""
PATIENCE = 5.0
"""Seconds that processes may take to end."""
SHORT = 1.5
"""Seconds: so short a study is sooner over than its process would be renewed."""
NEARLY = 0.95
"""The most that is claimed of work whose progress is guessed from its usual time."""


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
        self.command = [sys.executable, "-m", worker.__name__, *([worker.WARM] if warm else [])]
        self._known: dict[Key, Ticket] = {}
        self._times: dict[Key, float] = {}
        self._change = Condition()
        self.closed = False
        self._clerks = [_Clerk(self, long=n > 0) for n in range(max(FEWEST, processes))]

    def ask(self, request: Request, owner: str) -> None:
        """Has a study worked out unless it is known or under way; a failed one is tried again."""
        with self._change:
            ticket = self._known.get(request.key)
            if ticket is None or ticket.stage is Stage.FAILED:
                ticket = self._known[request.key] = Ticket(request)
            ticket.owners.add(owner)
            for other in list(self._known.values()):
                if not any(self._alive(one) for one in other.owners):
                    self._abandon(other)
            self._change.notify_all()
        for clerk in self._clerks:
            clerk.begin()

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
            for clerk in self._clerks:
                clerk.kill()
            self._change.notify_all()
        for clerk in self._clerks:
            clerk.join()

    # --- what the clerks ask -----------------------------------------------------------------
    def take(self, clerk: _Clerk) -> Ticket | None:
        """The next study for a clerk, when there is one; None when the office is closed."""
        with self._change:
            while not self.closed:
                for ticket in list(self._known.values()):
                    if ticket.stage is Stage.WAITING and (clerk.long or not ticket.request.long):
                        if not any(self._alive(owner) for owner in ticket.owners):
                            self._abandon(ticket)
                            continue
                        ticket.stage, ticket.begun = Stage.RUNNING, time.monotonic()
                        clerk.ticket = ticket
                        return ticket
                self._change.wait()
            return None

    def hear(self, ticket: Ticket, message: object, size: int) -> None:
        """What a process says of a study."""
        with self._change:
            if isinstance(message, worker.Told):
                if message.part > ticket.part:
                    ticket.part, ticket.told = message.part, time.monotonic()
            elif isinstance(message, worker.Done):
                ticket.stage, ticket.answer, ticket.size = Stage.DONE, message.answer, size
                self._times[ticket.request.kind] = message.seconds
                self._forget()
            elif isinstance(message, worker.Failed):
                ticket.stage, ticket.issues = Stage.FAILED, message.issues

    def settle(self, clerk: _Clerk) -> None:
        """A clerk is free again."""
        with self._change:
            clerk.ticket = None

    def _abandon(self, ticket: Ticket) -> None:
        if ticket.stage not in (Stage.WAITING, Stage.RUNNING) or self._soon_over(ticket):
            return
        if self._known.get(ticket.request.key) is ticket:
            del self._known[ticket.request.key]
        for clerk in self._clerks:
            if clerk.ticket is ticket:
                clerk.kill()

    def _soon_over(self, ticket: Ticket) -> bool:
        """Whether to let a study end that nobody waits for any more; its answer is kept."""
        usual, spent = self.seconds(ticket.request), time.monotonic() - ticket.begun
        running = ticket.stage is Stage.RUNNING
        return running and usual is not None and usual <= SHORT and spent <= 2 * SHORT

    def _before(self, ticket: Ticket) -> int:
        """Studies that have to end, or to begin, before this one can begin."""
        able = [clerk for clerk in self._clerks if clerk.long or not ticket.request.long]
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
            if ticket.stage in (Stage.DONE, Stage.FAILED):
                kept -= ticket.size
                del self._known[key]


class _Clerk:
    """One process and the thread that speaks with it; the process is renewed when it died."""

    def __init__(self, office: Office, *, long: bool) -> None:
        self.office, self.long = office, long
        self.ticket: Ticket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Starts the thread, once."""
        if self._thread is None:
            self._thread = Thread(target=self._serve, daemon=True, name="studies")
            self._thread.start()

    def kill(self) -> None:
        """Ends the process; the study it works on is lost."""
        if self._process is not None:
            self._process.kill()

    def join(self) -> None:
        """Waits until the thread is over."""
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _serve(self) -> None:
        while (ticket := self.office.take(self)) is not None:
            try:
                self._work(ticket)
            except Exception:  # whatever it is, the next study has to find a clerk
                logging.getLogger(__name__).exception("study")
                self.office.hear(ticket, worker.Failed((), "clerk"), 0)
            self.office.settle(self)
        self._end()

    def _work(self, ticket: Ticket) -> None:
        request = ticket.request
        question = (request.work, request.scenario, request.arguments)
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            worker.write(process.stdin, question)
            while ticket.stage is Stage.RUNNING:
                self.office.hear(ticket, *worker.read(process.stdout))
        except (EOFError, OSError):
            if ticket.owners and not self.office.closed:
                logging.getLogger(__name__).warning("died: %s", request.kind)
            self.office.hear(ticket, worker.Failed((), "died"), 0)
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started if there is none that lives."""
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process = subprocess.Popen(
                self.office.command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process

    def _end(self) -> None:
        """No process any more; its pipes are closed."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError), process:
                pass


@cache
def office() -> Office:
    """The one of this desk; its processes end with the desk."""
    one = Office(min(MOST, (os.cpu_count() or 1) - 1), alive=_visiting, warm=True)
    atexit.register(one.close)
    return one


def _visiting(owner: str) -> bool:
    """Whether the page of an owner, `<own name>@<session>`, is still open."""
    from streamlit.runtime import exists, get_instance

    return not exists() or get_instance().is_active_session(owner.rsplit("@", 1)[-1])
