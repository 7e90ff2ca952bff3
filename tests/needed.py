"""Programs that some tests need: where one is missing, a test is skipped, or fails on request."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from typing import NoReturn

import pytest


def without(message: str) -> NoReturn:
    """Skips for want of a program, or fails under REQUIRE_BROWSER=1, where none may be wanting."""
    if os.environ.get("REQUIRE_BROWSER", "") not in ("", "0"):
        pytest.fail(message)
    pytest.skip(message)


def glpsol() -> str:
    """Path of GLPK's program."""
    path = shutil.which("glpsol")
    if path is None:
        without("No GLPK was found: install glpk-utils.")
    return path


def on_linux() -> None:
    """What a test does is done in another way, or not at all, on other systems."""
    if sys.platform != "linux":
        without("This is tried on Linux alone.")


def protocol() -> None:
    """The package of the extra `mcp`."""
    if find_spec("mcp") is None:
        without("The package mcp is not installed: pip install -e '.[mcp]'.")
