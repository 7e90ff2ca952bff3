"""Plans pinned to be seen beside each other: kept with the visitor, whatever is opened next."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import streamlit as st

from optimizer.api import desk as api
from ui.moves import own_plan
from ui.state import cache

STATE = "pins"
MOST = 4
"""Plans that stand beside each other."""


@dataclass(frozen=True)
class Pin:
    """A plan: the best one of a scenario, or money given by hand or in a file."""

    kind: str
    """best, mine or given."""
    scenario: api.Scenario
    hand: own_plan.Hand | None = None
    file: str = ""
    """Name of the file of a plan that was given."""

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What tells it from other pins."""
        return (self.kind, self.scenario.fingerprint, self.hand, self.file)


@dataclass(frozen=True)
class Figures:
    """What a pinned plan comes to; money in the unit of its scenario."""

    people: float
    money: dict[str, float]
    """By programme: as given for a plan made by hand, else as spent."""
    found: bool

    @property
    def spent(self) -> float:
        """All of the money."""
        return sum(self.money.values())

    @property
    def cost(self) -> float | None:
        """Money for each net person; None where nobody comes of it."""
        return self.spent / self.people if self.people > 1e-9 else None


def pinned() -> tuple[Pin, ...]:
    """This visitor's pins, the oldest first."""
    found: tuple[Pin, ...] = st.session_state.setdefault(STATE, ())
    return found


def pin(one: Pin) -> None:
    """Pins a plan; a fifth finds no room."""
    if one not in pinned() and len(pinned()) < MOST:
        st.session_state[STATE] = (*pinned(), one)


def unpin(one: Pin) -> None:
    """Takes a plan off."""
    st.session_state[STATE] = tuple(p for p in pinned() if p != one)


def figures(one: Pin) -> Figures:
    """People and money of a pinned plan."""
    scenario = one.scenario
    if one.hand is None:
        plan = cache.plan_of(scenario)
        money = own_plan.best_money(plan)
    else:
        plan = cache.evaluated(scenario, one.hand).plan
        money = own_plan.money_of(one.hand, scenario)
    by_programme = {p: sum(v for (q, _), v in money.items() if q == p) for p in scenario.programmes}
    return Figures(plan.totals.net_people, by_programme, plan.found)
