"""When a person counts: at the shared measuring point, at the end, or in each year until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from optimizer.domain.scenario import Measure, Scenario
from optimizer.lp.program import Coefficient

Read = Callable[[Any], Any]
"""Reads a number of the document: plain, as draws or with its trace."""


def still_here(scenario: Scenario, pathway: str, read: Read, net: Coefficient) -> Coefficient:
    """Net persons per head of a pathway at the measuring point all share, if there is one."""
    later = years_later(scenario, pathway)
    if later == 0:
        return net
    shared: Coefficient = net * read(scenario.pathways[pathway].stay) ** later
    return shared


def years_later(scenario: Scenario, pathway: str) -> int:
    """Years from when a pathway's yield was measured to the measuring point all share."""
    after = scenario.objective.after_years
    return 0 if after is None else after - scenario.pathways[pathway].measured_after


def lasting(scenario: Scenario, pathway: str, read: Read, year: int) -> Coefficient:
    """What one net person whose support begins in a year counts for by the measure."""
    left, share = scenario.years.end - year, read(scenario.pathways[pathway].stay)
    match scenario.objective.measure:
        case Measure.NET_PEOPLE:
            return 1.0
        case Measure.REMAINING:
            remaining: Coefficient = share**left
            return remaining
        case Measure.TALENT_YEARS:
            return sum((share**k for k in range(1, left + 1)), 1.0)
