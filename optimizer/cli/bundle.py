"""Commands that freeze a plan with all it rests on, and check such a bundle later."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer import api
from optimizer.cli.answer import (
    FAULT,
    INVALID,
    OPTIMAL,
    Answer,
    code_of,
    command,
    language,
    load,
    question,
)
from optimizer.errors import InvalidInput, Issue


def register(commands: Any) -> None:
    """Adds `bundle` and `verify`."""
    made = command(commands, "bundle", bundle, "freezes a plan with all it rests on, as a ZIP")
    question(made)
    made.add_argument(
        "--with",
        dest="files",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="put this file in as well, for instance a report; may be repeated",
    )
    check = command(commands, "verify", verify, "runs a bundle again and says what differs")
    check.add_argument("bundle", type=Path, help="the ZIP")
    language(check)


def bundle(options: argparse.Namespace) -> Answer:
    """The bundle of the best plan, to be written with --out."""
    if options.out is None:
        issue = Issue("--out", "A bundle is a file.", "Name it, e.g. --out plan.zip.")
        raise InvalidInput([issue])
    reports = {path.name: _content(path, "The file cannot be read.") for path in options.files}
    plan = api.solve(load(options))
    return code_of(plan), api.plan_data(plan), api.bundle(plan, reports)


def verify(options: argparse.Namespace) -> Answer:
    """Exit code 0 where the plan comes out the same, 1 where not, 2 where the seal is broken."""
    content = _content(options.bundle, "The bundle cannot be read.")
    answer = api.verify_bundle(content, options.bundle.name)
    code = OPTIMAL if answer.reproduced else FAULT
    code = code if answer.sealed else INVALID
    return code, api.verification_data(answer), api.verification_text(answer, options.lang)


def _content(path: Path, problem: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise InvalidInput([Issue(str(path), problem, "Check the folder and the name.")]) from None
