"""The terminal: UTF-8 whatever the code page, signals that end cleanly, lines that never fail."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

from optimizer.cli import end_at_once
from optimizer.errors import OptimizerError
from optimizer.i18n import _
from optimizer.text.control_characters import shown

_ENDING = ("SIGTERM", "SIGHUP")
"""Signals that ask a process to end; Windows has not all of them."""


class Ended(BaseException):
    """The system asked this process to end; `code` is its exit code."""

    def __init__(self, number: int) -> None:
        self.code = 128 + number
        super().__init__(number)


def speak_utf8() -> None:
    """Has both streams take every letter, whatever the code page of the terminal is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(OSError, ValueError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def keep_for_answers() -> None:
    """Leaves stdout to our answers: what a library prints there by itself goes to stderr."""
    with suppress(AttributeError, OSError, ValueError):
        if sys.stdout.fileno() == 1:
            buffering, kept = 1 if sys.stdout.isatty() else -1, os.dup(1)
            os.dup2(2, 1)
            sys.stdout = os.fdopen(kept, "w", buffering, encoding="utf-8")


def note(text: str, end: str = "\n") -> None:
    """A message on stderr; one that nobody can take is lost."""
    with suppress(OSError, ValueError):
        print(shown(text), end=end, file=sys.stderr, flush=True)


def put(text: str, end: str = "\n") -> None:
    """An answer on stdout; what nobody reads any more is lost.

    Raises OptimizerError where it cannot be printed, as on a full disk.
    """
    if sys.stdout is None:  # closed by whoever called
        raise OptimizerError(_("The answer cannot be printed ({why}).", why=_("stdout is closed")))
    try:
        print(text, end=end, flush=True)
    except BrokenPipeError:
        _nowhere()
    except (OSError, ValueError) as fault:
        _nowhere()
        why = getattr(fault, "strerror", None) or fault
        raise OptimizerError(_("The answer cannot be printed ({why}).", why=why)) from None


def _nowhere() -> None:
    """Nothing more is printed: what is left would only fail again when the process ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def working() -> Iterator[None]:
    """While work goes on, signals raise KeyboardInterrupt or Ended, a second one ends at once."""

    def interrupted(number: int, frame: FrameType | None) -> None:
        _all_at_once()
        raise KeyboardInterrupt

    def ended(number: int, frame: FrameType | None) -> None:
        _all_at_once()
        raise Ended(number)

    asked = {number: ended for name in _ENDING if (number := getattr(signal, name, None))}
    with _handlers({signal.SIGINT: interrupted, **asked}):
        yield


def _all_at_once() -> None:
    """From now on a signal ends the process without waiting for anything."""
    for name in ("SIGINT", *_ENDING):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda number, frame: end_at_once(128 + number))


@contextmanager
def _handlers(wanted: dict[Any, Any]) -> Iterator[None]:
    """These handlers of signals for a while; a signal that is ignored stays so."""
    if current_thread() is not main_thread():  # only there may handlers be set
        yield
        return
    wanted = {n: h for n, h in wanted.items() if signal.getsignal(n) is not signal.SIG_IGN}
    before = {number: signal.signal(number, handler) for number, handler in wanted.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
