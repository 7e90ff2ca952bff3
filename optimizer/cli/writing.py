"""Answers that go to files: whole or not at all, every obstacle told before work begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from optimizer.cli.terminal import note
from optimizer.errors import InvalidInput, Issue, OptimizerError
from optimizer.i18n import Message, _
from optimizer.system.atomic_files import check, write_all


def check_target(path: Path | None) -> None:
    """Raises InvalidInput where the file of --out cannot be written."""
    if path is None:
        return
    try:
        check(path)
    except FileNotFoundError as fault:
        raise InvalidInput([Issue("--out", _no_folder(fault), _MAKE)]) from None
    except IsADirectoryError:
        problem = _("{path} is a folder.", path=path)
        raise InvalidInput([Issue("--out", problem, _NAME)]) from None
    except (OSError, ValueError) as fault:
        raise InvalidInput([Issue("--out", _closed(path, fault), _OTHER)]) from None


def _no_folder(fault: OSError) -> Message:
    return _("There is no folder {filename}.", filename=fault.filename)


def _closed(path: Path, fault: Exception) -> Message:
    why = getattr(fault, "strerror", None) or fault
    return _("{path} cannot be written ({why}).", path=path, why=why)


_MAKE = _("Make it first, or name another one.")
_NAME = _("Name a file in it.")
_OTHER = _("Name a file that you may write.")


def save(contents: Mapping[Path, bytes], language: str) -> None:
    """Writes files, all of them or none. Raises OptimizerError, and they are as they were."""
    try:
        write_all(contents)
    except (OSError, ValueError) as fault:
        name = next(iter(contents))
        why = getattr(fault, "strerror", None) or fault
        said = _("{name} cannot be written ({why}); nothing is changed.", name=name, why=why)
        raise OptimizerError(said) from None
    for path in contents:
        note(_("Written to {path}.", path=path).in_(language))
