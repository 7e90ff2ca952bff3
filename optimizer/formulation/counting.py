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
    path, after = scenario.pathways[pathway], scenario.objective.after_years
    if after is None or after == path.measured_after:
        return net
    shared: Coefficient = net * read(path.stay) ** (after - path.measured_after)
    return shared


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
