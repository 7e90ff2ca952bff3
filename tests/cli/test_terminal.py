"""What the terminal gets: UTF-8 everywhere, no escape sequences, and an end in words."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.cli.shown import assert_printable
from tests.tiny import tiny, tiny_file

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "optimizer"]
HOSTILE = "a\x1b[31m\x9b2J\u202eb\u2066\x07\rc"


def hostile_file(folder: Path) -> str:
    """A document whose texts hold what terminals obey."""
    document = tiny(rules=[{"id": "f", "kind": "programme_floor", "programme": "p", "amount": 6}])
    document["title"] = document["programmes"]["p"]["title"] = HOSTILE
    document["cautions"] = [HOSTILE]
    document["rules"][0] |= {"title": HOSTILE, "owner": HOSTILE}
    path = folder / "hostile.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["solve", "prices", "validate", "conflict", "room"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--lang", "ko"]])
def test_no_escape_sequence_reaches_the_terminal(
    command: str, form: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, hostile_file(tmp_path), *form]) == 0
    out, err = capsys.readouterr()
    assert_printable(out)
    assert_printable(err)


def test_plain_data_keep_every_sign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["solve", hostile_file(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert HOSTILE in found["scenario"]["title"].values()


def test_messages_show_no_escape_sequence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["solve", tiny_file(tmp_path), "--set", f"programmes.{HOSTILE}=1"]) == 2
    assert main(["solve", str(tmp_path / f"{HOSTILE}.yaml")]) == 2
    assert main([HOSTILE]) == 2
    assert_printable(capsys.readouterr().err)


def test_answers_in_files_show_none_either(tmp_path: Path) -> None:
    out = tmp_path / "plan.txt"
    assert main(["solve", hostile_file(tmp_path), "--out", str(out)]) == 0
    assert_printable(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "code_page",
    [
        {"PYTHONIOENCODING": "cp949", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["cp949", "C", "POSIX"],
)
def test_output_is_utf_8_whatever_the_code_page(code_page: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    with out.open("wb") as file:
        ended = subprocess.run(
            [*COMMAND, "solve", "korea-2025", "--lang", "ko", "--set", "title=한글 – −"],
            env={**os.environ, **code_page}, stdout=file, stderr=subprocess.PIPE, cwd=ROOT,
            check=False,
        )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert out.read_text(encoding="utf-8").startswith("한글 – −")


@pytest.mark.parametrize("arguments", [["list", "--json"], ["--help"]])
def test_a_full_disk_behind_stdout_is_told(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert ended.returncode == 1
    assert b"cannot be printed (No space left on device)" in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert b"Exception" not in ended.stderr


def test_a_closed_stdout_is_told() -> None:
    """A process that starts without descriptor 1, as `>&-` in a shell leaves it."""
    command = " ".join(f"'{part}'" for part in [*COMMAND, "list", "--json"])
    ended = subprocess.run(
        ["sh", "-c", f"exec {command} >&-"], capture_output=True, cwd=ROOT, check=False
    )
    assert ended.returncode == 1
    assert b"cannot be printed (stdout is closed)" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_what_a_library_prints_by_itself_is_no_part_of_an_answer() -> None:
    """Libraries in C write to descriptor 1, past everything that Python knows of stdout."""
    noisy = (
        "import os, sys; from optimizer import api; from optimizer.cli import commands, main\n"
        "run = commands.run\n"
        "commands.run = lambda arguments: (os.write(1, b'noise'), run(arguments))[1]\n"
        "sys.argv = ['talent-budget', 'list', '--json']; sys.exit(main())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", noisy], capture_output=True, cwd=ROOT, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"noise")
    assert {entry["id"] for entry in json.loads(ended.stdout)} >= {"korea-2025"}


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    with subprocess.Popen(
        [*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


@pytest.mark.parametrize("delay", [0.3, 1.0])
def test_an_interrupt_at_any_time_ends_in_one_line(delay: float) -> None:
    with subprocess.Popen(
        [*COMMAND, "uncertainty", "korea-2025", "--draws", "100000"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as run:  # fmt: skip
        time.sleep(delay)
        run.send_signal(signal.SIGINT)
        out, said = run.communicate(timeout=60)
    assert (run.returncode, out) == (130, "")
    assert said.splitlines()[-1] == "Stopped on request."
    assert "Traceback" not in said


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_stays_whatever_ends_the_command(sent: signal.Signals) -> None:
    with subprocess.Popen(
        [*COMMAND, "uncertainty", "korea-2025", "--draws", "100000", "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        start_new_session=True,
    ) as run:  # fmt: skip
        assert run.stderr is not None
        assert run.stderr.readline().startswith("draws:")  # now the workers are at work
        assert len(members(run.pid)) > 2
        run.send_signal(sent)
        said = run.communicate(timeout=60)[1]  # returns when nobody holds the pipes any more
    assert run.returncode == (-sent if sent is signal.SIGKILL else 128 + sent)
    assert "Traceback" not in said
    until = time.monotonic() + 30
    while members(run.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert members(run.pid) == []


def members(session: int) -> list[int]:
    """The processes of a session that live, by the system's own list."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            state, _, _, owner = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(owner) == session and state != "Z":
            found.append(int(folder.name))
    return found
