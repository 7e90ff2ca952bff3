"""The command `robust`: one plan for all draws."""

from __future__ import annotations

import argparse
from typing import Any

from optimizer import api
from optimizer.cli.answer import (
    CONFLICT,
    OPTIMAL,
    Answer,
    Meter,
    command,
    conflicting,
    load,
    question,
)
from optimizer.cli.uncertainty import engine_options
from optimizer.errors import InvalidInput, Issue, Said


def register(commands: Any) -> None:
    """Adds `robust`."""
    parser = command(commands, "robust", robust, "one plan for all draws")
    question(parser)
    parser.add_argument("--draws", type=int, default=1000, help="how many draws")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same draws")
    parser.add_argument(
        "--criterion",
        choices=[str(kind) for kind in api.Kind],
        default="mean",
        help="average, worst draws (CVaR), largest regret, or a guard against bad turns",
    )
    parser.add_argument(
        "--level", type=float, default=0.95, help="CVaR looks at the worst 1 - LEVEL of the draws"
    )
    parser.add_argument(
        "--gamma", type=float, default=2.0, help="numbers that may turn out badly in each rule"
    )
    engine_options(parser)


def robust(options: argparse.Namespace) -> Answer:
    """Run the study; the exit code says whether there is a plan by the criterion."""
    scenario = load(options)
    issues = []
    if not 0.0 <= options.level <= 1.0:
        problem = Said(f"{options.level:g} is no share.", f"비율 아님: {options.level:g}.")
        issues.append(Issue("--level", problem, Said("Give 0 to 1.", "0~1의 수 기재.")))
    if not options.gamma >= 0.0:
        problem = Said(f"{options.gamma:g} is no count.", f"개수 아님: {options.gamma:g}.")
        issues.append(Issue("--gamma", problem, Said("Give 0 or more.", "0 이상 기재.")))
    if issues:
        raise InvalidInput(issues)
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
            watch=api.Watch(tell=Meter("search")),
        )
    text = api.robust_text(answer, options.lang)
    return OPTIMAL if answer.found else CONFLICT, api.robust_data(answer), text
