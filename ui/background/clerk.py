"""A process of the desk and the thread that hands it one piece of work after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from optimizer.api import desk as api
from ui.background import limits
from ui.background.requests import Lane, Ticket

if TYPE_CHECKING:
    from ui.background.staff import Office

NICE = 5
"""How far work stands back behind the pages of the desk."""
PATIENCE = 5.0
"""Seconds that a process may take to end."""


class Clerk:
    """Does work of some lanes for an office; `ticket` is what it works on, under that's lock."""

    def __init__(
        self, office: Office, lanes: frozenset[Lane], prepare: Callable[[], None] | None
    ) -> None:
        self.office, self.lanes = office, lanes
        self.prepare = prepare
        self.ticket: Ticket | None = None
        self.process = api.Supervised(prepare, nice=NICE)
        self.thread: Thread | None = None

    def begin(self) -> None:
        """Starts the thread, once; to be called under the lock of the office."""
        if self.thread is None:
            thread = Thread(target=self._serve, daemon=True, name="studies")
            thread.start()
            self.thread = thread

    def join(self) -> None:
        """Waits until thread and process are over."""
        if self.thread is not None:
            self.thread.join(PATIENCE)

    def _serve(self) -> None:
        try:
            while not self.office.closed:
                self._ready()
                ticket = self.office.take(self)
                if ticket is not None:
                    self._work(ticket)
                    self.office.settle(self)
        finally:
            self.process.end()

    def _ready(self) -> None:
        """Has a process that needs preparing start, or start again, before it is needed."""
        try:
            if self.prepare is not None:
                self.process.start()
        except OSError:  # no process can be had now; the next work will try again, and say so
            logging.getLogger(__name__).exception("process")

    def _work(self, ticket: Ticket) -> None:
        request = ticket.request

        def tell(progress: api.Progress) -> None:
            self.office.told(ticket, progress.done / max(1, progress.total))

        try:
            outcome = self.process.call(
                request.work,
                *request.given,
                limits=limits.OF[request.lane],
                watch=api.Watch(tell, ticket.watch.cancel),
            )
        except Exception as fault:  # whatever it is, the next work has to find a clerk
            self.office.failed(ticket, fault)
        else:
            self.office.done(ticket, outcome)
