"""Commands that ask what the best plan can tell: worth, curves, trade-offs, room, conflicts."""

from __future__ import annotations

import argparse
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    CONFLICT,
    OPTIMAL,
    STOPPED,
    Answer,
    Meter,
    answered,
    code_of,
    command,
    conflicting,
    explained,
    load,
    question,
)
from optimizer.cli.values import number, whole
from optimizer.i18n import _, pgettext


def register(commands: Any) -> None:
    """Adds `prices`, `budget-curve`, `trade-off`, `room` and `conflict`."""
    question(command(commands, "prices", prices, _("what limits are worth; where the plan flips")))
    curve = command(commands, "budget-curve", budget_curve, _("the best outcome over the budget"))
    question(curve)
    curve.add_argument("--from", dest="start", type=number("--from", 0), help=_("least money"))
    curve.add_argument(
        "--to",
        dest="stop",
        type=number("--to", 0),
        help=_("most money (default: twice the budget)"),
    )
    curve.add_argument(
        "--along",
        metavar="RULE",
        help=_("move this rule's limit (default: the budget)"),
    )
    trade = command(commands, "trade-off", trade_off, _("all efficient plans of two outcomes"))
    question(trade)
    trade.add_argument(
        "--between",
        nargs=2,
        required=True,
        metavar=("A", "B"),
        help=_("two of: net_people, objective, spending, a channel, tier or pathway"),
    )
    freedom = command(commands, "room", room, _("how far each programme may move at a small loss"))
    question(freedom)
    freedom.add_argument(
        "--slack",
        type=number("--slack", 0, 1),
        default=0.02,
        help=_("share of the goal to concede, 0 to 1"),
    )
    freedom.add_argument(
        "--plans",
        type=whole("--plans", 0, api.MOST_PLANS),
        default=3,
        help=_("how many different plans to show, at most {most_plans}", most_plans=api.MOST_PLANS),
    )
    asked = command(commands, "conflict", conflict, _("which rules cannot hold together"))
    question(asked)
    asked.add_argument(
        "--below-signed",
        action="store_true",
        help=_("let the ways out go below what the document underneath states"),
    )


def prices(options: argparse.Namespace) -> Answer:
    """What every limit is worth, and where the plan flips."""
    scenario = load(options)
    report = api.price_report(scenario)
    watch = api.Watch(tell=Meter(pgettext("progress", "switching points"), options.lang))
    switching = api.switching_points(scenario, watch=watch)
    data = api.prices_data(report, switching)
    return code_of(report.plan), data, api.prices_page(report, switching)


def budget_curve(options: argparse.Namespace) -> Answer:
    """The best outcome over the budget, or over a rule's limit."""
    watch = api.Watch(tell=Meter(pgettext("progress", "budget curve"), options.lang))
    scenario, start, stop = load(options), options.start, options.stop
    answer = api.budget_curve(scenario, start, stop, along=options.along, watch=watch)
    if not len(answer.points):
        plan = api.bare_plan(scenario)
        if plan.status is api.Status.INFEASIBLE:
            return conflicting(options, plan, api.answer_data(answer))
    code = OPTIMAL if len(answer.points) else CONFLICT
    return answered(code, answer)


def trade_off(options: argparse.Namespace) -> Answer:
    """All efficient plans of two outcomes."""
    answer = api.trade_off(
        load(options),
        *options.between,
        watch=api.Watch(tell=Meter(pgettext("progress", "frontier"), options.lang)),
    )
    if answer.status is api.Status.INFEASIBLE:
        return conflicting(options, answer.best, api.answer_data(answer))
    code = OPTIMAL if answer.status is api.Status.OPTIMAL else code_of(answer.best) or STOPPED
    return answered(code, answer)


def room(options: argparse.Namespace) -> Answer:
    """How far each programme may move at a small loss."""
    answer = api.room(
        load(options),
        options.slack,
        options.plans,
        watch=api.Watch(tell=Meter(pgettext("progress", "room"), options.lang)),
    )
    if answer.best.status is api.Status.INFEASIBLE:
        return conflicting(options, answer.best, api.answer_data(answer))
    return answered(code_of(answer.best), answer)


def conflict(options: argparse.Namespace) -> Answer:
    """Which rules cannot hold together, and the repairs."""
    answer = explained(options, load(options))
    code = CONFLICT if answer.found else OPTIMAL
    return answered(code, answer)
