"""What all commands share: how they ask for a scenario, exit codes, progress, where answers go."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.terminal import note, put
from optimizer.cli.writing import save
from optimizer.i18n import SOURCE, _
from optimizer.text.control_characters import json_text, readable, shown

OPTIMAL, FAULT, INVALID, CONFLICT, STOPPED = 0, 1, 2, 3, 4
"""Exit codes."""

Answer = tuple[int, Any, str | bytes | api.Page]
"""Exit code, the answer as plain data, the answer as text, laid out, or as a file's content."""


def command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], Answer], text: str
) -> argparse.ArgumentParser:
    """Adds a command that answers with `run`; every command takes --json and --out."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help=_("print plain data, and nothing else"))
    parser.add_argument(
        "--out",
        type=Path,
        help=_(
            "write the answer to this file, whole or not at all (default: print it); its ending "
            "may ask for csv, docx, html, hwpx or xlsx"
        ),
    )
    parser.set_defaults(run=run)
    return parser


def scenario(parser: argparse.ArgumentParser) -> None:
    """The scenario, and changes to it."""
    parser.add_argument("scenario", help=_("a shipped id or the path of a document"))
    parser.add_argument(
        "--set",
        dest="settings",
        action="append",
        type=readable,
        default=[],
        metavar="PATH=VALUE",
        help=_("change one entry of the document; may be repeated"),
    )


def question(parser: argparse.ArgumentParser) -> None:
    """A scenario, and the language of the answer."""
    scenario(parser)
    language(parser)


def language(parser: argparse.ArgumentParser, default: str = argparse.SUPPRESS) -> None:
    """The language of the answer; one given before the command counts unless there is another."""
    parser.add_argument(
        "--lang",
        choices=api.LANGUAGES,
        default=default,
        help=_("language of the text (default: en)"),
    )


def load(options: argparse.Namespace) -> api.Scenario:
    """The scenario asked for, with its changes. Raises InvalidInput."""
    return api.load_scenario(options.scenario, _settings(options))


def _settings(options: argparse.Namespace) -> list[str]:
    """Every change that the options make."""
    budget = getattr(options, "budget", None)
    return [*options.settings, *([] if budget is None else [f"budget.total={budget!r}"])]


def signed(options: argparse.Namespace) -> api.Scenario | None:
    """What the options, or the overlay asked for, change; None where they change nothing."""
    return api.signed_scenario(options.scenario, _settings(options))


def to_look_at(issues: Sequence[api.Issue], language: str) -> list[str]:
    """Cautions in lines of one language."""
    told = (_("Look at {warning}", warning=issue.told(language)) for issue in issues)
    return [line.in_(language) for line in told]


def explained(options: argparse.Namespace, scenario: api.Scenario) -> api.ConflictAnswer:
    """The conflict of a scenario; no way out goes below what was signed, unless asked."""
    below = getattr(options, "below_signed", False)
    return api.explain_conflict(scenario, signed=signed(options), below_signed=below)


def code_of(plan: api.Plan) -> int:
    """The exit code that tells how a plan ended."""
    codes = {
        api.Status.OPTIMAL: OPTIMAL,
        api.Status.INFEASIBLE: CONFLICT,
        api.Status.STOPPED: STOPPED,
    }
    return codes.get(plan.status, FAULT)


def conflicting(options: argparse.Namespace, plan: api.Plan, data: dict[str, Any]) -> Answer:
    """The conflict and its repairs in place of an answer."""
    answer = explained(options, plan.scenario)
    data = {**data, **api.conflict_data(answer), "status": str(plan.status)}
    return CONFLICT, data, api.page_of(answer)


def answered(code: int, answer: Any) -> Answer:
    """An answer of the library as data, and laid out for every form of file."""
    return code, api.answer_data(answer), api.page_of(answer)


def issue_data(issue: api.Issue) -> dict[str, str]:
    """An issue as plain data, in every language."""
    short = issue.in_language(SOURCE)
    data = {"where": short.where, "problem": str(short.problem), "remedy": str(short.remedy)}
    told = {language: issue.in_language(language) for language in api.LANGUAGES[1:]}
    data |= {f"problem_{language}": str(one.problem) for language, one in told.items()}
    return data | {f"remedy_{language}": str(one.remedy) for language, one in told.items()}


def write(options: argparse.Namespace, answer: Answer) -> None:
    """Prints the answer, or writes it to the file that was asked for.

    An answer that is the content of a file goes to --out; with --json its data are printed besides.
    A page takes the form that the ending of --out names.
    """
    _, data, told = answer
    plain = json_text(data) if options.json else ""
    if isinstance(told, api.Page):
        told = "" if plain else _formed(options, told)
    if isinstance(told, bytes):
        save({options.out: told}, options.lang)
        put(plain, end="\n" if plain else "")
    elif options.out is None:
        put(plain or shown(told))
    else:
        save({options.out: f"{plain or shown(told)}\n".encode()}, options.lang)


def _formed(options: argparse.Namespace, page: api.Page) -> str | bytes:
    form = "" if options.out is None else options.out.suffix.removeprefix(".").lower()
    if form in api.FILE_FORMS:
        return api.in_form(page, form, options.lang)
    return api.page_text(page, options.lang)


class Meter:
    """Tells progress on stderr at most once a second, on one line where it is a terminal."""

    def __init__(self, what: object, language: str = SOURCE) -> None:
        self.what, self.language, self.told = what, language, time.monotonic()

    def __call__(self, progress: api.Progress) -> None:
        """Tell it, unless that was done less than a second ago."""
        now = time.monotonic()
        if now - self.told < 1.0:
            return
        self.told = now
        share, left = progress.done / max(1, progress.total), progress.left
        end = "\r" if sys.stderr is not None and sys.stderr.isatty() else "\n"
        values = {"what": self.what, "share": f"{share:4.0%}", "left": f"{left:.0f}"}
        told = _("{what}: {share} done, about {left} s left ", **values)
        note(told.in_(self.language), end=end)
