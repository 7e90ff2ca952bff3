"""The reference of the command line, read off its own parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any

from docs.making.markdown import fence, heading, pages, table
from optimizer.cli.commands import parser

WIDTH = 84


def subcommands(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands directly below a parser, by name, in its order."""
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _help(command: argparse.ArgumentParser) -> str:
    """What `--help` prints, at a fixed width."""
    formatter: Any = command.formatter_class
    command.formatter_class = partial(formatter, width=WIDTH)
    return command.format_help()


def _sections(name: str, command: argparse.ArgumentParser, level: int) -> Iterator[str]:
    """A command with its help, and those below it."""
    yield heading(level, f"`{name}`", f"command-{name.replace(' ', '-')}")
    yield fence("text", _help(command))
    for below, sub in subcommands(command).items():
        yield from _sections(f"{name} {below}", sub, level + 1)


def text() -> str:
    """Every command: first the list, then the help of each."""
    whole = parser()
    known = subcommands(whole)
    listed = [
        (f"[`{name}`](#command-{name})", command.description or "")
        for name, command in known.items()
    ]
    parts = [table(("command", "what it does"), listed)]
    for name, command in known.items():
        parts += _sections(name, command, 2)
    return pages(parts)
