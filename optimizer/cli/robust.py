"""The command `robust`: one plan for all draws."""

from __future__ import annotations

import argparse
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    CONFLICT,
    OPTIMAL,
    Answer,
    Meter,
    answered,
    command,
    conflicting,
    load,
    question,
)
from optimizer.cli.uncertainty import engine_options
from optimizer.cli.values import number, seed, whole
from optimizer.i18n import _, figure, pgettext

MOST_DRAWS = 20_000
"""Draws that one plan is made for at most."""


def register(commands: Any) -> None:
    """Adds `robust`."""
    parser = command(commands, "robust", robust, _("one plan for all draws"))
    question(parser)
    parser.add_argument(
        "--draws",
        type=whole("--draws", 1, MOST_DRAWS),
        default=1000,
        help=_("how many draws, at most {most_draws}", most_draws=figure(MOST_DRAWS)),
    )
    seed(parser)
    parser.add_argument(
        "--criterion",
        choices=[str(kind) for kind in api.Kind],
        default="mean",
        help=_("average, worst draws (CVaR), largest regret, or a guard against bad turns"),
    )
    parser.add_argument(
        "--level",
        type=number("--level", 0, 1),
        default=0.95,
        help=_("CVaR looks at the worst 1 - LEVEL of the draws"),
    )
    parser.add_argument(
        "--gamma",
        type=number("--gamma", 0),
        default=2.0,
        help=_("numbers that may turn out badly in each rule"),
    )
    engine_options(parser)


def robust(options: argparse.Namespace) -> Answer:
    """Run the study; the exit code says whether there is a plan by the criterion."""
    scenario = load(options)
    plan = api.bare_plan(scenario)
    if plan.status is api.Status.INFEASIBLE:
        return conflicting(options, plan, {})
    caution = api.Caution(options.level, options.gamma)
    with api.engine(options.workers, options.scheduler) as executor:
        answer = api.robust(
            scenario,
            options.draws,
            seed=options.seed,
            criterion=options.criterion,
            caution=caution,
            executor=executor,
            watch=api.Watch(tell=Meter(pgettext("progress", "search"), options.lang)),
        )
    return answered(OPTIMAL if answer.found else CONFLICT, answer)
