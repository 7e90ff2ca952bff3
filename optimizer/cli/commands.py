"""All commands: one parser, one way in which each of them ends."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import Any, NoReturn

from optimizer.cli import (
    INTERRUPTED,
    bundle,
    completion,
    countries,
    desk,
    documentation,
    documents,
    plans,
    predict,
    programmes,
    report,
    robust,
    sensitivity,
    short_questions,
    solver_files,
    strategies,
    track_record,
    uncertainty,
    workbook,
)
from optimizer.cli.answer import FAULT, INVALID, issue_data, language as language_option, write
from optimizer.cli.assistants import command as assistants
from optimizer.cli.help import language_of, tell
from optimizer.cli.terminal import Ended, note, put, working
from optimizer.cli.values import command_line, faults, spoken
from optimizer.cli.writing import check_target
from optimizer.errors import InvalidInput, OptimizerError
from optimizer.i18n import _
from optimizer.text.control_characters import json_text

GROUPS: tuple[ModuleType, ...] = (
    plans,
    sensitivity,
    short_questions,
    uncertainty,
    robust,
    countries,
    strategies,
    track_record,
    predict,
    documents,
    report,
    solver_files,
    programmes,
    bundle,
    completion,
    workbook,
    desk,
    assistants,
    documentation,
)
"""Commands in the order of `--help`; each module registers its own."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        with working():
            return _ended(given)
    except KeyboardInterrupt:
        note(_("Stopped on request.").in_(language_of(given)))
        return INTERRUPTED
    except Ended as ended:
        note(_("Stopped on request.").in_(language_of(given)))
        return ended.code


def _ended(given: list[str]) -> int:
    """Runs a command, and tells every fault in words."""
    try:
        options = parser(language_of(given)).parse_args(given)
        wrong = faults(options)
        if wrong:
            raise InvalidInput(wrong)
        check_target(options.out)
        answer = options.run(options)
        write(options, answer)
        return int(answer[0])
    except InvalidInput as fault:
        return _refused(fault, given)
    except SystemExit as ended:  # --help
        return int(ended.code or 0)
    except OptimizerError as fault:
        said = _("The work could not be finished: {why}", why=next(iter(fault.args), fault))
    except MemoryError:
        why = _("the memory of this machine does not suffice.")
        said = _("The work could not be finished: {why}", why=why)
    except Exception as fault:
        if sys.flags.dev_mode:
            raise
        what = f"{type(fault).__name__}: {fault}"
        said = _("Unexpected fault ({what}). `python -X dev` shows where.", what=what)
    note(said.in_(language_of(given)))
    return FAULT


def _refused(fault: InvalidInput, given: Sequence[str]) -> int:
    """Tells every problem of an input, in the language asked for."""
    language, plain = spoken(given)
    note(fault.told(language))
    if plain:
        issues = [issue_data(issue) for issue in fault.issues]
        with suppress(OptimizerError):
            put(json_text({"status": "invalid", "issues": issues}))
    return INVALID


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong with a command line as any other problem of an input."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words)
        # a minus and a digit begin a number, "-1e9" and "-1,000" too: no option looks like that
        self._negative_number_matcher = re.compile(r"-\.?\d")

    def error(self, message: str) -> NoReturn:
        """Raises InvalidInput."""
        raise InvalidInput([command_line(message, self.prog)])

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:
            put(message, end="")


def parser(language: str = "en") -> argparse.ArgumentParser:
    """The parser of all commands, with help in a language."""
    whole = _Parser(
        prog="talent-budget",
        description=_("Plan how a fixed budget retains and attracts the most talent."),
        epilog=_("`talent-budget COMMAND --help` shows the options of a command and an example."),
    )
    whole.add_argument(
        "--version",
        action="version",
        version=version_text(),
        help=_("print the versions that decide a result, and exit"),
    )
    language_option(whole, "en")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for group in GROUPS:
        group.register(commands)
    tell(whole, language)
    return whole


def version_text() -> str:
    """The version of this package, and those of what it solves with."""
    own, pulp, highs = map(_version, ("talent-budget-optimizer", "pulp", "highspy"))
    return f"talent-budget {own}\nPuLP {pulp}, HiGHS {highs}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from a folder that nobody installed
        return "unknown"
