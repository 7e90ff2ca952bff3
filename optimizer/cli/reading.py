"""Files that a command is given: read within a limit, or refused in words."""

from __future__ import annotations

from pathlib import Path

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, _
from optimizer.system.atomic_files import read_up_to

MOST_BYTES = 200 * 2**20
"""Bytes of one file."""


def content_of(path: Path, problem: Message, remedy: Message) -> bytes:
    """The content of a file. Raises InvalidInput where it cannot be read, or is too large."""
    try:
        content = read_up_to(path, MOST_BYTES)
    except (OSError, ValueError):
        raise InvalidInput([Issue(str(path), problem, remedy)]) from None
    if len(content) > MOST_BYTES:
        size = f"{MOST_BYTES // 2**20} MB"
        large = _("The file has more than {size}.", size=size)
        raise InvalidInput([Issue(str(path), large, remedy)])
    return content
