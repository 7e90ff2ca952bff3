"""Every place of a scenario that holds a number: its path, what kind of number belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from optimizer.domain.programme import Activity, Curve
from optimizer.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in its place. `money` tells whether it is an amount of money.

    `counted` tells whether it is a number of units or people that limits others.
    """

    path: str
    number: Any
    money: bool = False
    least: float = 0.0
    most: float = inf
    positive: bool = False
    """Whether zero is refused as well."""
    counted: bool = False


def slots(scenario: Scenario) -> Iterator[Slot]:
    """All numbers that enter the linear programme, in the order of the document."""
    for part in ("tiers", "channels"):
        for name, weight in getattr(scenario.objective, part).items():
            yield Slot(f"objective.{part}.{name}", weight)
    for r, capacity in scenario.capacities.items():
        yield from _by_year(f"capacities.{r}.free", capacity.free)
    for p, programme in scenario.programmes.items():
        yield Slot(f"programmes.{p}.indexation", programme.indexation, least=-0.99)
        for a, activity in programme.activities.items():
            yield from _of_activity(f"programmes.{p}.activities.{a}", activity)
    for g, pool in scenario.pools.items():
        yield from _by_year(f"pools.{g}.people_per_year", pool.people_per_year)
    for q, pathway in scenario.pathways.items():
        here = f"pathways.{q}"
        for r, need in pathway.needs.items():
            yield Slot(f"{here}.needs.{r}.amount", need.amount)
        for j, band in enumerate(pathway.bands):
            if band.people is not None:
                yield Slot(f"{here}.bands[{j}].people", band.people, counted=True)
            yield Slot(f"{here}.bands[{j}].net", band.net)
        yield Slot(f"{here}.stay", pathway.stay, most=1.0)
    for rule in scenario.rules:
        for stated in rule.numbers():
            yield Slot(f"rules.{rule.id}.{stated.name}", *stated[1:])


def _of_activity(here: str, activity: Activity) -> Iterator[Slot]:
    for r, amount in activity.delivers.items():
        yield Slot(f"{here}.delivers.{r}", amount)
    if activity.minimum_scale is not None:
        yield Slot(f"{here}.minimum_scale", activity.minimum_scale, counted=True)
    if activity.opening_cost is not None:
        yield Slot(f"{here}.opening_cost", activity.opening_cost, money=True)
    supply = activity.supply
    if isinstance(supply, Curve):
        for name in ("ceiling", "amount", "half", "scale", "shape"):
            number = getattr(supply, name)
            if number is not None:
                yield Slot(
                    f"{here}.supply.{name}", number, name in ("half", "scale"), positive=True
                )
        return
    for i, band in enumerate(supply.bands):
        if band.units is not None:
            yield Slot(f"{here}.supply.bands[{i}].units", band.units, counted=True)
        yield Slot(f"{here}.supply.bands[{i}].unit_cost", band.unit_cost, money=True)


def _by_year(path: str, number: Any) -> Iterator[Slot]:
    if isinstance(number, Mapping):
        for year, one in number.items():
            yield Slot(f"{path}.{year}", one, counted=True)
    else:
        yield Slot(path, number, counted=True)
