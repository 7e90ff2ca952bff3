"""Programmes: budget lines, the activities they pay for, and what those deliver."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from optimizer.domain.base import Frozen, Name, Title
from optimizer.domain.quantity import ByYear, Number


class Capacity(Frozen):
    """Something that activities deliver and pathways need, such as posts or GPU-years."""

    title: Title | None = None
    """Name by language."""
    unit: Title | None = None
    """What one unit is called, e.g. 'cases'."""
    free: ByYear = 0.0
    """Units a year that already exist and cost this budget nothing."""


class SupplyBand(Frozen):
    """A step of an activity's supply: so many units a year at one unit cost."""

    units: Number | None = None
    """Width of the step in units a year; left out on the last step it is without limit."""
    unit_cost: Number
    """Money per unit in this step."""


class Bands(Frozen):
    """Supply in steps of rising unit cost."""

    bands: Annotated[tuple[SupplyBand, ...], Field(min_length=1)]
    """Steps, cheapest first."""


class CurveKind(StrEnum):
    """Shapes of capacity bought by money m in a year."""

    HILL = "hill"
    EXPONENTIAL = "exponential"
    LOGARITHMIC = "logarithmic"
    POWER = "power"


class Curve(Frozen):
    """Supply as a smooth curve: units a year as a function of the money spent in that year."""

    curve: CurveKind
    """hill: ceiling·m^shape/(half^shape+m^shape); exponential: ceiling·(1−exp(−m/scale));
    logarithmic: amount·ln(1+m/scale); power: amount·(m/scale)^shape."""
    ceiling: Number | None = None
    """Units a year that are never exceeded (hill, exponential)."""
    half: Number | None = None
    """Money at which half of the ceiling is reached (hill)."""
    scale: Number | None = None
    """Money that sets the scale (exponential, logarithmic, power)."""
    amount: Number | None = None
    """Units a year at the scale (power) or per e-fold (logarithmic)."""
    shape: Number = 1.0
    """Exponent (hill, power); above 1 the curve is S-shaped (hill) or convex (power), and
    whole-number decisions take its steps in order."""


def _supply_kind(value: Any) -> str:
    curve = isinstance(value, Curve) or (isinstance(value, Mapping) and "curve" in value)
    return "curve" if curve else "bands"


Supply = Annotated[
    Annotated[Bands, Tag("bands")] | Annotated[Curve, Tag("curve")], Discriminator(_supply_kind)
]


class Activity(Frozen):
    """One thing a programme buys, in units, each delivering capacity for some years.

    Bands may get cheaper from one to the next when the activity is indivisible or has a minimum
    scale; they are then filled in the order of the document by whole-number decisions.
    """

    title: Title | None = None
    """Name by language."""
    unit: Title | None = None
    """What one unit is called, e.g. '3-year posts'."""
    delivers: Mapping[Name, Number]
    """Capacity → units of it that one unit of the activity delivers in each year of its life."""
    supply: Supply
    """How much can be bought in a year and at what unit cost."""
    lead_years: Annotated[int, Field(ge=0, le=50)] = 0
    """Years between commissioning (and payment) and the first delivery."""
    life_years: Annotated[int, Field(ge=1, le=100)] = 1
    """Years in which a unit delivers."""
    indivisible: bool = False
    """Whole units only: the units commissioned in a year are a whole number."""
    minimum_scale: Number | None = None
    """Units a year below which the activity is not worth starting: none, or at least so many."""
    opening_cost: Number | None = None
    """Money paid once, in the year the activity opens; units can be bought from that year on."""
    tags: tuple[Name, ...] = ()
    """Labels for rules on groups, e.g. regions."""

    @property
    def ordered(self) -> bool:
        """Whether whole-number decisions make the bands fill in order."""
        return self.indivisible or self.minimum_scale is not None


class Programme(Frozen):
    """A budget line that decides: it spends on its activities."""

    title: Title | None = None
    """Name by language."""
    activities: Annotated[Mapping[Name, Activity], Field(min_length=1)]
    """What the programme can buy."""
    indexation: Number = 0.0
    """Growth of its unit and opening costs a year over the scenario's constant prices: a unit
    commissioned in year y costs (1 + indexation)^(y − first) times what its supply says."""
    tags: tuple[Name, ...] = ()
    """Labels for rules on groups."""
