"""What a planner may move: programme limits as shares of the budget, and weights as numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from optimizer.domain.money_rules import ProgrammeCeiling, ProgrammeFloor
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import money_limit
from optimizer.results.plan import table

LIMITS = {"rule": "str", "programme": "str", "bound": "str", "share": "float64", "hard": "bool"}
"""`bound` is 'floor' or 'ceiling'; share of the total budget, 0 where the budget is 0."""


def programme_limits(scenario: Scenario) -> pd.DataFrame:
    """Active floors and ceilings that hold over the whole horizon, in the order of the rules."""
    return table(_limits(case_of(scenario)), LIMITS)


def _limits(case: Case) -> Iterator[dict[str, object]]:
    total = case.scenario.budget.total
    for rule in case.scenario.rules:
        if not isinstance(rule, ProgrammeFloor | ProgrammeCeiling):
            continue
        if not rule.active or rule.year is not None:
            continue
        share = case.numbers.plain(rule.share) if rule.amount is None else None
        if share is None:
            share = float(money_limit(case, rule)) / total if total > 0 else 0.0
        yield {
            "rule": rule.id,
            "programme": rule.programme,
            "bound": "floor" if isinstance(rule, ProgrammeFloor) else "ceiling",
            "share": float(share),
            "hard": rule.hard,
        }


WEIGHTS = {"kind": "str", "name": "str", "weight": "float64"}
"""`kind` is 'tier' or 'channel'; weight of a net person in the objective."""


def objective_weights(scenario: Scenario) -> pd.DataFrame:
    """The planner's weights of tiers and channels, read as numbers."""
    read = case_of(scenario).numbers.plain
    parts = (("tier", scenario.objective.tiers), ("channel", scenario.objective.channels))
    return table(
        (
            {"kind": kind, "name": name, "weight": read(number)}
            for kind, numbers in parts
            for name, number in numbers.items()
        ),
        WEIGHTS,
    )
