"""What outcomes are called and how much of one there is, in the reader's language."""

from __future__ import annotations

from optimizer.api import desk as api
from ui.state.desk import Desk

MONEY = "spending"


def outcome_name(desk: Desk, scenario: api.Scenario, name: str) -> str:
    """The title of an outcome, with a capital where the language has them."""
    title = desk.speech.text(api.outcome_title(scenario, name))
    return title[:1].upper() + title[1:]


def how_much(desk: Desk, scenario: api.Scenario, name: str, value: float) -> str:
    """So much of an outcome: money for spending, people for anything else."""
    if name == MONEY:
        return desk.speech.money(value, scenario)
    return desk.speech.people(value if abs(value) > 1e-6 else 0.0)


def choices(scenario: api.Scenario) -> list[str]:
    """All outcomes, those most often asked for first."""
    names = api.outcome_names(scenario)
    first = [*scenario.objective.channels, *scenario.objective.tiers, MONEY]
    return [*dict.fromkeys([*(n for n in first if n in names), *names])]
