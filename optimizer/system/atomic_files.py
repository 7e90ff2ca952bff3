"""Files read within a limit, and written whole or not at all: beside their place, then moved."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_DEVICES = ("/dev/", "/proc/")
"""Where names stand for streams: written to as they are."""


def write_whole(path: Path, content: bytes) -> None:
    """Makes `content` the whole of a file; on failure the file is as it was. Raises OSError.

    A link is followed, permissions of an existing file stay; streams such as /dev/stdout and named
    pipes are written to.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """The same for several files: none is changed before all are written. Raises OSError."""
    for path in contents:
        check(path)
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            if _is_stream(path):
                with path.open("wb", buffering=0) as stream:
                    _write(stream.fileno(), content)
            else:
                target = Path(os.path.realpath(path))
                staged.append((target.with_name(f".{secrets.token_hex(8)}.part"), target))
                _stage(*staged[-1], content)
        while staged:
            part, target = staged[0]
            part.replace(target)
            staged.pop(0)
            _settle(target.parent)
    finally:
        for part, _ in staged:
            with suppress(OSError):
                part.unlink()


def opened(path: Path) -> BinaryIO:
    """A file to read. Raises OSError or ValueError.

    A named pipe is refused, as nobody may ever write to it; those that a shell makes are read.
    """
    if stat.S_ISFIFO(path.stat().st_mode) and not str(path.absolute()).startswith(_DEVICES):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))
    return path.open("rb")


def read_up_to(path: Path, most: int) -> bytes:
    """The content of a file, of a larger one `most` + 1 bytes. Raises as `opened`."""
    with opened(path) as file:
        return file.read(most + 1)


def check(path: Path) -> None:
    """Raises OSError where a file cannot be written: no folder, a folder itself, no permission."""
    if _is_stream(path):
        return
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
    known = target if target.exists() else target.parent
    for place, use in ((known, os.W_OK), (target.parent, os.W_OK | os.X_OK)):
        if not os.access(place, use):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _is_stream(path: Path) -> bool:
    if str(path.absolute()).startswith(_DEVICES):
        return True
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _stage(part: Path, target: Path, content: bytes) -> None:
    """Writes the content beside its place, as safe on the disk as the system can say."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(part, flags, 0o666)
    try:
        _write(file, content)
        with suppress(FileNotFoundError):
            _like(file, part, target.stat())
        os.fsync(file)
    finally:
        os.close(file)


def _like(file: int, part: Path, old: os.stat_result) -> None:
    """The owner and permissions of the file that is replaced, as far as we may."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(file, old.st_uid, old.st_gid)
    with suppress(OSError):
        part.chmod(stat.S_IMODE(old.st_mode))


def _write(file: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]


def _settle(folder: Path) -> None:
    """Has the system note the new name as well, where it knows how to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
