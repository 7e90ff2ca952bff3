"""A file is written whole or stays as it was; nothing is left beside it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from optimizer.system.atomic_files import check, write_all, write_whole
from tests.needed import on_linux


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    for content in (b"one", b"", b"three" * 100_000):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert names(tmp_path) == {"plan.json"}


@pytest.mark.parametrize("broken", ["write", "fsync"])
def test_a_full_disk_changes_nothing(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")

    def full(*arguments: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, broken, full)
        with pytest.raises(OSError, match="No space"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"plan.json"}


def test_a_disk_that_fills_amid_the_writing_changes_nothing(tmp_path: Path) -> None:
    """The system itself refuses: no file of this process may grow beyond a thousand bytes."""
    on_linux()
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from optimizer.system.atomic_files import write_whole\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_whole(Path(sys.argv[1]), b'x' * 5000)\n"
        "except OSError: sys.exit(7)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert ended.returncode == 7
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"plan.json"}


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.lp", tmp_path / "none" / "b.lp"
    with pytest.raises(FileNotFoundError):
        write_all({good: b"a", bad: b"b"})
    assert names(tmp_path) == set()


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    dangling = tmp_path / "dangling.txt"
    dangling.symlink_to(tmp_path / "made.txt")
    write_whole(dangling, b"made")
    assert (tmp_path / "made.txt").read_bytes() == b"made"


def test_permissions_stay_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    kept, usual, new = (tmp_path / name for name in ("kept", "usual", "new"))
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    usual.write_bytes(b"as any other")
    write_whole(kept, b"new")
    write_whole(new, b"new")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (kept, usual, new)]
    assert modes == [0o640, modes[1], modes[1]]


def test_what_cannot_be_written_is_told_before(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        check(tmp_path)
    with pytest.raises(FileNotFoundError, match="none"):
        check(tmp_path / "none" / "plan.txt")
    locked = tmp_path / "locked.txt"
    locked.write_bytes(b"")
    locked.chmod(0o444)
    if not os.access(locked, os.W_OK):  # the administrator may write all the same
        with pytest.raises(PermissionError):
            check(locked)


def test_a_loop_of_links_is_a_fault_of_the_system_not_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic"):
        check(tmp_path / "a")


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"x" * 200_000)
    reader.join(30)
    assert heard == [b"x" * 200_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_stream_is_written_to() -> None:
    code = "from pathlib import Path; from optimizer.system.atomic_files import write_whole as w\n"
    code += "w(Path('/dev/stdout'), b'told'); w(Path('/dev/null'), b'lost')"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ended.stdout == b"told"
