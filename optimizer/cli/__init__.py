"""The command line: parse, call the facade, print; messages go to stderr, answers to stdout."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.cli import terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    terminal.speak_utf8()
    with terminal.loading():
        from optimizer.cli import commands  # loads everything else

    return commands.run(arguments)
