"""How sure a number is: the shape of its range, and which numbers move together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from optimizer.domain.base import Frozen, Name


class Distribution(StrEnum):
    """Shape of an uncertain number between its low and high end.

    pert: beta with mode `value`, weight 4, on low to high. triangular: mode `value`. uniform: low
    to high. normal: mean `value`, low and high 90% apart. lognormal: median `value`, likewise.
    discrete: the stated `outcomes`, or low, value and high with probability 0.3, 0.4 and 0.3.
    A normal or lognormal number never leaves the range that is legal in its place.
    """

    PERT = "pert"
    TRIANGULAR = "triangular"
    UNIFORM = "uniform"
    NORMAL = "normal"
    LOGNORMAL = "lognormal"
    DISCRETE = "discrete"


class Outcome(Frozen):
    """One value that a discrete number may take."""

    value: Annotated[float, Field(allow_inf_nan=False)]
    """The value."""
    probability: Annotated[float, Field(gt=0, le=1)]
    """How likely it is; the probabilities of a number add up to 1."""


class Correlation(Frozen):
    """Two uncertain numbers that tend to rise together, or against each other."""

    between: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)]
    """The two numbers: evidence identifiers, places of the document, or names of groups."""
    rank: Annotated[float, Field(ge=-1, le=1)]
    """Spearman's rank correlation."""


class Uncertainty(Frozen):
    """Which uncertain numbers move together; all others are independent of each other."""

    groups: Mapping[Name, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(
        default_factory=dict
    )
    """Group → numbers that always stand at the same point of their ranges."""
    correlations: tuple[Correlation, ...] = ()
    """Rank correlations between pairs of numbers or groups."""
