"""The scripts of `completion` offer commands, options, scenarios and files, in their shells."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.cli.commands import parser
from optimizer.cli.help import commands_of

ASK = {
    "bash": """
source {script}
ask() {{
  COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _talent_budget; printf '%s\\n' "${{COMPREPLY[@]}}"
}}
ask {words}
""",
    "zsh": """
compdef() {{ : }}
compadd() {{ shift; print -l -- $@ }}
_files() {{ print -l -- *(N) }}
source {script}
ask() {{ words=("$@"); CURRENT=$#; _talent_budget }}
ask {words}
""",
    "fish": """
source {script}
complete -C {line}
""",
}


@pytest.fixture(params=[name for name in ASK if shutil.which(name)])
def shell(request: pytest.FixtureRequest) -> str:
    """A shell that this machine has."""
    return str(request.param)


def offered(shell: str, folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    """What the shell offers for the last word."""
    assert main(["completion", shell]) == 0
    script = folder / "script"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    (folder / "own.yaml").write_text("", encoding="utf-8")
    quoted = [shlex.quote(word) for word in ("talent-budget", *words)]
    code = ASK[shell].format(
        script=shlex.quote(str(script)),
        words=" ".join(quoted),
        line=shlex.quote(" ".join(("talent-budget", *words))),
    )
    flags = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *flags, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    found = {line.split("\t")[0] for line in done.stdout.splitlines()}
    return {one for one in found if one.startswith(words[-1]) and one}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("so",), {"solve", "solver-files"}),
        (("solve", "korea-2025-a"), {"korea-2025-a-teams-first", "korea-2025-austerity"}),
        (("solve", "--bu"), {"--budget"}),
        (("robust", "korea-2025", "--criterion", ""), {"mean", "cvar", "regret", "gamma"}),
        (("solve", "korea-2025", "--lang", ""), {"en", "ko"}),
        (("validate", "ow"), {"own.yaml"}),
        (("solve", "korea-2025", "--out", "ow"), {"own.yaml"}),
        (("completion", ""), {"bash", "fish", "zsh"}),
    ],
)
def test_the_last_word_is_completed(
    shell: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    expected: set[str],
) -> None:
    assert offered(shell, tmp_path, capsys, *words) == expected


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_every_script(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["completion", name])
    script = capsys.readouterr().out
    for command, one in commands_of(parser()).items():
        assert command in script
        flags = [flag for action in one._actions for flag in action.option_strings]
        for flag in flags:
            stated = f"-l {flag[2:]} " if name == "fish" and flag != "-h" else flag
            assert stated in script or (name == "fish" and "-s h " in script)
