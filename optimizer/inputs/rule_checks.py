"""What a planner should look at before solving: conflicts, excess, rules without effect."""

from __future__ import annotations

from itertools import chain

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue
from optimizer.inputs.cautions import budget, results, spending, supply
from optimizer.inputs.cautions.facts import Caution, Facts

CAUTIONS: tuple[Caution, ...] = (
    *budget.CAUTIONS,
    *spending.CAUTIONS,
    *supply.CAUTIONS,
    *results.CAUTIONS,
)
"""Every caution on a document alone, in the order in which they are told."""


def warnings(scenario: Scenario, before: Scenario | None = None) -> list[Issue]:
    """What stands out in a scenario that loads, or against the document it was `before`.

    Nothing is solved for it, and it is no refusal: the scenario can be solved, though perhaps its
    rules conflict.
    """
    facts = Facts(scenario)
    moved = () if before is None else budget.budget_moved(scenario, before)
    return list(dict.fromkeys(chain(moved, *(one(facts) for one in CAUTIONS))))
