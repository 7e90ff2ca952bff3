"""Pathways: how one kind of person comes to stay, what that needs and what it yields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from optimizer.domain.base import Frozen, Name, Title
from optimizer.domain.quantity import ByYear, Number


class Pool(Frozen):
    """People who could take a pathway in a year."""

    title: Title | None = None
    """Name by language."""
    people_per_year: ByYear
    """Size of the pool [persons a year]."""


class Need(Frozen):
    """Capacity that one person occupies."""

    amount: Number
    """Units per head."""
    years: Annotated[int, Field(ge=1, le=100)] = 1
    """Years for which the person holds them."""


class YieldBand(Frozen):
    """A step of a pathway's yield."""

    people: Number | None = None
    """Heads a year in this step; left out on the last step it is without limit."""
    net: Number
    """Net persons per person supported: additionality × arrival, after deadweight."""


class Pathway(Frozen):
    """One kind of person, held by one channel, who needs capacities to come or to stay."""

    title: Title | None = None
    """Name by language."""
    channel: Name
    """'retained' or 'attracted' (any key of objective.channels)."""
    tier: Name
    """Tier of talent (any key of objective.tiers)."""
    pool: Name | None = None
    """Pool the people come from; pathways may share one."""
    needs: Mapping[Name, Need] = Field(default_factory=dict)
    """Capacity → what one person occupies of it."""
    bands: Annotated[tuple[YieldBand, ...], Field(min_length=1)]
    """Yield in steps, best first."""
    stay: Number = 1.0
    """Share of the net persons still in the country a year later."""
    measured_after: Annotated[int, Field(ge=0, le=100)] = 0
    """Years after support begins at which the yield in `bands` was measured."""
    indivisible: bool = False
    """Whole persons only; yields may then also rise from band to band (a critical mass)."""
    tags: tuple[Name, ...] = ()
    """Labels for rules on groups."""
