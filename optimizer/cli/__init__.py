"""The command line: parse, call the facade, print; messages go to stderr, answers to stdout."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # what `signal` stands on: there at once
import os
from collections.abc import Sequence

INTERRUPTED = 130
"""Exit code after Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    While modules load, an interrupt ends the process at once: nothing is to be tidied up.
    """
    before = _signal.getsignal(_signal.SIGINT)
    here = _guarded() if before is _signal.default_int_handler else False
    try:
        from optimizer.cli import commands, terminal  # loads everything else

        if arguments is None:  # as a program, not called by one
            terminal.keep_for_answers()
        terminal.speak_utf8()
    finally:
        if here:
            _signal.signal(_signal.SIGINT, before)
    return commands.run(arguments)


def _guarded() -> bool:
    """Whether an interrupt now ends the process; only its main thread may ask for that."""
    try:
        _signal.signal(_signal.SIGINT, lambda number, frame: end_at_once())
    except ValueError:
        return False
    return True


def end_at_once(code: int = INTERRUPTED) -> None:
    """Ends the process, whatever it is at, with a line that says so."""
    try:
        os.write(2, b"Stopped on request.\n")
    finally:
        os._exit(code)
