"""A command for each question to one scenario that takes no options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, answered, command, conflicting, load, question


def register(commands: Any) -> None:
    """Adds a command for each of `SHORT_QUESTIONS`."""
    for one in api.SHORT_QUESTIONS:
        run: Callable[[argparse.Namespace], Answer] = partial(_ask, one)
        question(command(commands, one.name, run, one.title))


def _ask(asked: api.ShortQuestion, options: argparse.Namespace) -> Answer:
    """The answer, or the conflict that leaves none."""
    scenario = load(options)
    plan = api.bare_plan(scenario)
    if plan.status is api.Status.INFEASIBLE:
        return conflicting(options, plan, {})
    return answered(OPTIMAL, asked.ask(scenario))
