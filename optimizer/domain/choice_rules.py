"""Rules on which lines are open at all: one only with another, or only so many of several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.policy import PolicyRule, RuleNumber
from optimizer.domain.quantity import Number
from optimizer.domain.selection import Line


class Requires(PolicyRule):
    """One line gets money only once another has had its own: in the same year, or earlier.

    A year's decisions may give money to `line` only if those of that year and all earlier ones, or
    of years up to `lag_years` before, open `only_if`. Later money opens nothing.
    """

    kind: Literal["requires"]
    """Selects this rule."""
    line: Line
    """The line that depends on the other."""
    only_if: Line
    """The line that must be open by then."""
    at_least: Number | None = None
    """Money, summed over years, from which on that line counts as open; left out, its activities'
    minimum scale or opening."""
    lag_years: Annotated[int, Field(ge=0)] = 0
    """Years that must lie between: 0, the same year will do; 1, a year earlier at the latest."""

    def stated(self) -> Iterator[RuleNumber]:
        """The money from which on the other line counts as open."""
        yield RuleNumber("at_least", self.at_least, money=True)


class EitherOr(PolicyRule):
    """Only so many of several lines are open."""

    kind: Literal["either_or"]
    """Selects this rule."""
    among: Annotated[tuple[Line, ...], Field(min_length=2)]
    """The lines."""
    bound: Literal["at_least", "at_most", "exactly"] = "at_most"
    """How `count` is meant."""
    count: Annotated[int, Field(ge=0)]
    """Number of open lines."""
    minimum: Number | None = None
    """Money from which on a line counts as open; 'at_least' and 'exactly' need it."""

    def stated(self) -> Iterator[RuleNumber]:
        """The money from which on a line counts as open."""
        yield RuleNumber("minimum", self.minimum, money=True)
