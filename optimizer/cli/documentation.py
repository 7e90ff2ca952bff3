"""The command that opens the documentation: built pages, read from the disk."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path
from typing import Any

import optimizer
from optimizer.cli.answer import OPTIMAL, Answer, command
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _

FRONT = "index.html"


def register(commands: Any) -> None:
    """Adds `docs`."""
    opened = command(commands, "docs", docs, _("opens the documentation in the browser"))
    opened.add_argument(
        "--path", action="store_true", help=_("print where it is, and open nothing")
    )


def front_page(package: Path) -> Path:
    """The first page: inside an installed package, or built beside a checkout.

    Raises InvalidInput where it was never built.
    """
    places = (package / "_docs", package.parent / "build" / "docs")
    for place in places:
        if (place / FRONT).is_file():
            return place / FRONT
    problem = _("The documentation is not built.")
    remedy = _("Run `make docs` in the checkout, or read the Markdown files in its folder docs.")
    raise InvalidInput([Issue("docs", problem, remedy)])


def docs(options: argparse.Namespace) -> Answer:
    """Opens the first page, unless only its place is asked for."""
    page = front_page(Path(optimizer.__file__).resolve().parent)
    if not (options.path or options.json):
        webbrowser.open(page.as_uri())
    return OPTIMAL, {"path": str(page)}, str(page)
