"""What a planner may move: programme limits as shares of the budget, and weights as numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from optimizer.domain.money_rules import ProgrammeCeiling, ProgrammeFloor
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import money_limit
from optimizer.i18n import EMPTY
from optimizer.results.table import Kind, Shape, data

LIMITS = Shape(
    "limits",
    EMPTY,
    *data("rule"),
    *data("programme", kind=Kind.PROGRAMME),
    *data("bound"),
    *data("share", kind=Kind.SHARE),
    *data("hard", kind=Kind.YES_NO),
)
"""`bound` is 'floor' or 'ceiling'; share of the total budget, 0 where the budget is 0."""


def programme_limits(scenario: Scenario) -> pd.DataFrame:
    """Active floors and ceilings that hold over the whole horizon, in the order of the rules."""
    return LIMITS.frame(_limits(case_of(scenario)))


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


WEIGHTS = Shape(
    "weights",
    EMPTY,
    *data("kind", "name"),
    *data("weight", kind=Kind.NUMBER),
)
"""`kind` is 'tier' or 'channel'; weight of a net person in the objective."""


def objective_weights(scenario: Scenario) -> pd.DataFrame:
    """The planner's weights of tiers and channels, read as numbers."""
    read = case_of(scenario).numbers.plain
    parts = (("tier", scenario.objective.tiers), ("channel", scenario.objective.channels))
    return WEIGHTS.frame(
        (
            {"kind": kind, "name": name, "weight": read(number)}
            for kind, numbers in parts
            for name, number in numbers.items()
        )
    )
