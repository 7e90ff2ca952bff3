"""Commands that freeze a plan with all it rests on, and check such a bundle later."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
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
from optimizer.cli.reading import content_of
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `bundle` and `verify`."""
    made = command(commands, "bundle", bundle, _("freezes a plan with all it rests on, as a ZIP"))
    question(made)
    made.add_argument(
        "--with",
        dest="files",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help=_("put this file in as well, for instance a report; may be repeated"),
    )
    check = command(commands, "verify", verify, _("runs a bundle again and says what differs"))
    check.add_argument("bundle", type=Path, help=_("the ZIP"))
    language(check)


def bundle(options: argparse.Namespace) -> Answer:
    """The bundle of the best plan, to be written with --out."""
    if options.out is None:
        problem = _("A bundle is a file.")
        remedy = _("Name it, e.g. --out plan.zip.")
        raise InvalidInput([Issue("--out", problem, remedy)])
    reports = {path.name: content_of(path, _NO_FILE, _CHECK) for path in options.files}
    plan = api.solve(load(options))
    return code_of(plan), api.answer_data(plan), api.bundle(plan, reports)


def verify(options: argparse.Namespace) -> Answer:
    """Exit code 0 where the plan comes out the same, 1 where not, 2 where the seal is broken."""
    content = content_of(options.bundle, _NO_BUNDLE, _CHECK)
    answer = api.verify_bundle(content, options.bundle.name)
    code = OPTIMAL if answer.reproduced else FAULT
    code = code if answer.sealed else INVALID
    return code, api.verification_data(answer), api.verification_text(answer, options.lang)


_NO_FILE = _("The file cannot be read.")
_NO_BUNDLE = _("The bundle cannot be read.")
_CHECK = _("Check the folder and the name.")
