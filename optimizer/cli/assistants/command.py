"""The command that answers assistants; it needs the extra `mcp`."""

from __future__ import annotations

import argparse
import importlib.util
from typing import Any

from optimizer.cli.answer import Answer, command
from optimizer.cli.values import number
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `mcp`."""
    text = _("answers assistants over the Model Context Protocol, read-only, on stdin and stdout")
    parser = command(commands, "mcp", mcp, text)
    parser.add_argument(
        "--seconds",
        type=number("--seconds", 1, 3600),
        default=120.0,
        help=_("seconds that one answer may take, 1 to 3600"),
    )


def mcp(options: argparse.Namespace) -> Answer:
    """Serves until the other side is gone; its end is no answer. Raises InvalidInput."""
    if importlib.util.find_spec("mcp") is None:
        problem = _("The package `mcp` is not installed.")
        remedy = _("Install it: pip install 'talent-budget-optimizer[mcp]'.")
        raise InvalidInput([Issue("mcp", problem, remedy)])
    from optimizer.cli.assistants.server import serve  # needs the package

    serve(options.seconds)
    raise SystemExit(0)
