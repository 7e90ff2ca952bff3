"""Rules that a planner should look at before solving: conflicts, excess, rules without effect."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue
from optimizer.inputs.cautions import results, spending, supply
from optimizer.inputs.cautions.facts import Caution, Facts, Notice

CAUTIONS: tuple[Caution, ...] = (*spending.CAUTIONS, *supply.CAUTIONS, *results.CAUTIONS)
"""Every caution, in the order in which they are told."""


def notices(scenario: Scenario) -> list[Notice]:
    """What stands out in a scenario that loads; nothing is solved for it.

    A notice is no refusal: the scenario can be solved, though perhaps its rules conflict.
    """
    facts = Facts(scenario)
    return list(dict.fromkeys(notice for one in CAUTIONS for notice in one(facts)))


def warnings(scenario: Scenario, language: str = "en") -> list[Issue]:
    """The same in one language (e.g. 'en'): where, what, and what to do about it."""
    return [notice.in_(language) for notice in notices(scenario)]
