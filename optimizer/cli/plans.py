"""Commands that make or judge a plan."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    CONFLICT,
    Answer,
    answered,
    code_of,
    command,
    conflicting,
    load,
    question,
)
from optimizer.cli.values import number, whole
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `solve`, `evaluate`, `extra` and `target`."""
    best = command(commands, "solve", solve, _("the best plan of a scenario"))
    question(best)
    best.add_argument(
        "--budget",
        type=number("--budget", 0),
        help=_("total budget in the scenario's money unit (default: as the document states)"),
    )
    given = command(commands, "evaluate", evaluate, _("what a given plan yields"))
    question(given)
    given.add_argument(
        "--plan",
        type=Path,
        required=True,
        help=_("CSV, JSON or workbook of money by programme and year"),
    )
    more = command(commands, "extra", extra, _("where only additional money goes"))
    question(more)
    more.add_argument(
        "--amount", type=number("--amount", 0), required=True, help=_("money on top of the budget")
    )
    more.add_argument(
        "--lift",
        type=whole("--lift", 1900, 2200),
        action="append",
        default=[],
        metavar="YEAR",
        help=_("let the limit of this year grow by the amount as well; may be repeated"),
    )
    least = command(commands, "target", target, _("the least money that reaches an outcome"))
    question(least)
    least.add_argument(
        "--outcome", required=True, help=_("net_people, objective, a channel, tier or pathway")
    )
    least.add_argument(
        "--at-least",
        type=number("--at-least", least=0.0),
        required=True,
        help=_("people to reach, beyond those without any money (of goal and spending: all)"),
    )


def solve(options: argparse.Namespace) -> Answer:
    """The best plan, or the conflict that forbids any."""
    plan = api.solve(load(options))
    if code_of(plan) == CONFLICT:
        return conflicting(options, plan, api.answer_data(plan))
    return answered(code_of(plan), plan)


def evaluate(options: argparse.Namespace) -> Answer:
    """What the plan of a file yields, breaks and leaves on the table."""
    scenario = load(options)
    answer = api.evaluate(scenario, api.load_allocation(options.plan, scenario))
    return answered(code_of(answer.plan), answer)


def extra(options: argparse.Namespace) -> Answer:
    """Where money on top of the budget goes."""
    answer = api.extra(load(options), options.amount, lift=options.lift)
    if code_of(answer.before) == CONFLICT:
        return conflicting(options, answer.before, api.answer_data(answer))
    return answered(code_of(answer.after), answer)


def target(options: argparse.Namespace) -> Answer:
    """The least money that reaches an outcome."""
    answer = api.target(load(options), options.outcome, options.at_least)
    return answered(code_of(answer.plan), answer)
