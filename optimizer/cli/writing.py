"""Answers that go to files: whole or not at all, every obstacle told before work begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from optimizer.cli.terminal import note
from optimizer.errors import InvalidInput, Issue, OptimizerError, Said
from optimizer.whole_files import check, write_all


def check_target(path: Path | None) -> None:
    """Raises InvalidInput where the file of --out cannot be written."""
    if path is None:
        return
    try:
        check(path)
    except FileNotFoundError as fault:
        raise InvalidInput([Issue("--out", _no_folder(fault), _MAKE)]) from None
    except IsADirectoryError:
        problem = Said(f"{path} is a folder.", f"폴더임: {path}.")
        raise InvalidInput([Issue("--out", problem, _NAME)]) from None
    except (OSError, ValueError) as fault:
        raise InvalidInput([Issue("--out", _closed(path, fault), _OTHER)]) from None


def _no_folder(fault: OSError) -> Said:
    return Said(f"There is no folder {fault.filename}.", f"폴더 없음: {fault.filename}.")


def _closed(path: Path, fault: Exception) -> Said:
    why = getattr(fault, "strerror", None) or fault
    return Said(f"{path} cannot be written ({why}).", f"{path}: 쓸 수 없음({why}).")


_MAKE = Said("Make it first, or name another one.", "폴더를 만들거나 다른 폴더 지정.")
_NAME = Said("Name a file in it.", "폴더 안의 파일 이름 지정.")
_OTHER = Said("Name a file that you may write.", "쓰기 권한이 있는 파일 지정.")


def save(contents: Mapping[Path, bytes]) -> None:
    """Writes files, all of them or none. Raises OptimizerError, and they are as they were."""
    try:
        write_all(contents)
    except (OSError, ValueError) as fault:
        name = next(iter(contents))
        why = getattr(fault, "strerror", None) or fault
        raise OptimizerError(f"{name} cannot be written ({why}); nothing is changed.") from None
    for path in contents:
        note(f"Written to {path}.")
