"""The command that opens the planner's desk."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

from optimizer.cli.answer import Answer, command
from optimizer.cli.values import whole
from optimizer.errors import OptimizerError
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `app`."""
    opened = command(commands, "app", app, _("opens the planner's desk in the browser"))
    opened.add_argument(
        "--port",
        type=whole("--port", 1, 65535),
        default=8501,
        help=_("port of the desk, 1 to 65535"),
    )


def app(options: argparse.Namespace) -> Answer:
    """Becomes the desk's server; never returns."""
    found = importlib.util.find_spec("ui")
    if found is None or not found.submodule_search_locations:
        raise OptimizerError(
            _("The desk is not installed; install the package with its desk (ui).")
        )
    server = {
        "--server.port": str(options.port),
        "--server.address": "localhost",
        "--server.maxUploadSize": "20",  # megabytes
        "--browser.gatherUsageStats": "false",
    }
    script = str(Path(found.submodule_search_locations[0]) / "app.py")
    run = [sys.executable, "-m", "streamlit", "run", script]
    sys.stdout.flush()
    os.execv(sys.executable, [*run, *(part for pair in server.items() for part in pair)])
