"""What every command prints in the language that nobody speaks; run by itself, in a folder to use.

Prints, as JSON, for each command the lines with words outside messages.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from pathlib import Path

from optimizer import api as people
from optimizer.api import desk as api
from optimizer.cli import main as run
from tests.i18n.paper_texts import CODE, titled
from tests.i18n.pseudo import LANGUAGE, texts_in, unsaid

FAST = ("--draws", "100")
COMMANDS: dict[str, tuple[str, ...]] = {
    "solve": (),
    "extra": ("--amount", "3"),
    "target": ("--outcome", "attracted", "--at-least", "2"),
    "prices": (),
    "budget-curve": (),
    "trade-off": ("--between", "retained", "attracted"),
    "room": (),
    "conflict": (),
    "uncertainty": (*FAST, "--brief"),
    "robust": FAST,
    "validate": (),
    "solver-files": ("--folder", "files"),
    "report": ("--format", "html", "--draws", "0", "--out", "memo.html"),
    "bundle": ("--out", "plan.zip"),
}
"""Commands about one scenario, and what is asked of them."""
NAMES = {"cbc", "primalT", "dualT", "solve", "solution", "glpsol", "highs", "file", "files"}
"""Names of other solvers' commands and of entries."""
OTHERS: dict[str, tuple[str, ...]] = {
    "no such command": ("solvee",),
    "no scenario": ("solve", "nowhere"),
    "wrong options": ("uncertainty", "--draws", "x", "--seed", "-1"),
    "no folder": ("solve", "--out", "none/x.txt", "korea-2025"),
    "verify": ("verify", "plan.zip"),
}


def printed(*command: str) -> str:
    """What a command prints, on both streams."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        run([*command, "--lang", LANGUAGE])
    return out.getvalue()


def main() -> None:
    """Prints what each command shows outside messages."""
    scenario = people.load(titled(people.example().document))
    Path("example.yaml").write_text(api.document_text(scenario), encoding="utf-8")
    asked = {name: (name, "example.yaml", *rest) for name, rest in COMMANDS.items()}
    known = {*NAMES, "scenario", *texts_in([api.load_evidence().model_dump(), scenario.document])}
    found = {}
    for name, command in (asked | OTHERS).items():
        lines = (re.sub(r"'[^']*'|`[^`]*`", " ", line) for line in printed(*command).splitlines())
        texts = (" ".join(CODE.sub(" ", line).split()) for line in lines)
        found[name] = sorted({left for text in texts if (left := unsaid(text, known))})
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
