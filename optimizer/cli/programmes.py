"""The command that asks the linear programme of a file: solve, prices, exact, conflict and more."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    CONFLICT,
    OPTIMAL,
    STOPPED,
    Answer,
    Meter,
    command,
    language,
)
from optimizer.cli.values import number, whole
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _, pgettext

_QUESTIONS = _(
    "questions:\n  solve      the optimum with its certificate; where there "
    "is none, what contradicts what\n  prices     what each limit is worth "
    "per unit less and per unit more, and how far that holds\n  exact      "
    "the optimum, or that there is none, proved in rational numbers\n  "
    "conflict   the smallest sets of rows that cannot hold together, and "
    "the least that mends them\n  curve      the optimum as the limit of "
    "one row moves (--name ROW), with every breakpoint\n  room       how "
    "far columns may move while the objective loses a share (--slack), "
    "other plans\n  front      all efficient points of the objective and a "
    "second sum (--second)\n  export     the programme as a file that every "
    "solver reads (--form)\n\nexit codes: 0 answered, 2 the file or an "
    "option is wrong, 3 no optimum (rows contradict each\nother, or the "
    "objective is unbounded), 4 stopped before a verdict.\n"
)
_BELONG = {
    "names": ("--name", ("prices", "curve", "room")),
    "start": ("--from", ("curve",)),
    "stop": ("--to", ("curve",)),
    "slack": ("--slack", ("room",)),
    "plans": ("--plans", ("room",)),
    "second": ("--second", ("front",)),
    "form": ("--form", ("export",)),
}
"""Options that only some questions take."""


def register(commands: Any) -> None:
    """Adds `lp`."""
    text = _("asks the linear programme of an MPS or LP file")
    parser = command(commands, "lp", programme, text)
    parser.epilog = _QUESTIONS
    known = ", ".join(api.LP_QUESTIONS)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("MPS or LP file, also as .gz"))
    one_of = _("one of {known}", known=known)
    parser.add_argument("ask", metavar="QUESTION", help=one_of)
    parser.add_argument(
        "--name", dest="names", action="append", metavar="NAME",
        help=_("a row or column that is asked about; may be repeated (default: all)"),
    )  # fmt: skip
    parser.add_argument(
        "--from",
        dest="start",
        type=number("--from"),
        help=_("least limit (default: as the row has it)"),
    )
    parser.add_argument(
        "--to",
        dest="stop",
        type=number("--to"),
        help=_("most limit (default: as the row has it)"),
    )
    parser.add_argument(
        "--slack", type=number("--slack"), help=_("share to concede (default: 0.02)")
    )
    parser.add_argument(
        "--plans",
        type=whole("--plans", -1000, 1000),
        help=_("different plans to show (default: 0)"),
    )
    parser.add_argument("--second", metavar="SUM", help=_("a second sum, like 'max 3 x + 2 y'"))
    parser.add_argument("--form", choices=("mps", "lp"), help=_("file to export (default: mps)"))
    parser.add_argument(
        "--time-limit",
        type=number("--time-limit"),
        metavar="SECONDS",
        help=_("stop after so long (default: never)"),
    )
    language(parser)


def programme(options: argparse.Namespace) -> Answer:
    """The answer to one question, within its time limit."""
    _check(options)
    given = {
        name: value for name in _BELONG if (value := getattr(options, name)) is not None
    }  # fmt: skip
    given["names"] = tuple(options.names or ())
    asked = api.ProgrammeQuestion(options.ask, time_limit=options.time_limit, **given)
    answer = api.ask_programme(
        options.file, asked, api.Watch(tell=Meter(options.ask, options.lang))
    )
    codes = {
        api.Status.OPTIMAL: OPTIMAL,
        api.Status.INFEASIBLE: CONFLICT,
        api.Status.UNBOUNDED: CONFLICT,
    }
    told = answer.page if answer.content is None else answer.content.removesuffix("\n")
    return codes.get(answer.status, STOPPED), answer.data, told


def _check(options: argparse.Namespace) -> None:
    """Raises InvalidInput with every option that is wrong, before anything is read."""
    issues = []
    known, ask = ", ".join(api.LP_QUESTIONS), options.ask
    if ask not in api.LP_QUESTIONS:
        problem = _("'{ask}' is no question.", ask=ask)
        issues.append(Issue("QUESTION", problem, _("Ask one of: {known}.", known=known)))
    for name, (option, questions) in _BELONG.items():
        if getattr(options, name) is not None and ask not in questions:
            problem = _("It says nothing to '{ask}'.", ask=ask)
            remedy = _("Leave it out; it belongs to {where}.", where=", ".join(questions))
            issues.append(Issue(option, problem, remedy))
    for name in ("slack", "plans", "time_limit"):
        value = getattr(options, name)
        if value is not None and value < 0:
            problem = _("{value} is negative.", value=value)
            option = f"--{name.replace('_', '-')}"
            issues.append(Issue(option, problem, pgettext("option", "Give 0 or more.")))
    if ask == "curve" and len(options.names or ()) != 1:
        problem = _("A curve runs along one row.")
        issues.append(Issue("--name", problem, _("Name one row.")))
    if ask == "front" and options.second is None:
        remedy = _("Give it, like --second 'min 2 x + 3 y'.")
        issues.append(Issue("--second", _("A front needs a second sum."), remedy))
    if issues:
        raise InvalidInput(issues)
