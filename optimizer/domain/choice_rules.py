"""Rules on which lines are open at all: one only with another, or only so many of several."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.ask import LABELS, Ask
from optimizer.domain.policy import PolicyRule
from optimizer.domain.quantity import Number
from optimizer.domain.selection import Line
from optimizer.i18n import _, pgettext

OPEN_FROM = Ask(_("Counts as open from"), money=True)


class Requires(PolicyRule):
    """One line gets money only once another has had its own: in the same year, or earlier.

    A year's decisions may give money to `line` only if those of that year and all earlier ones, or
    of years up to `lag_years` before, open `only_if`. Later money opens nothing.
    """

    kind: Literal["requires"]
    """Selects this rule."""
    line: Annotated[Line, Ask(LABELS["programme"])]
    """The line that depends on the other."""
    only_if: Annotated[Line, Ask(_("Only after"))]
    """The line that must be open by then."""
    at_least: Annotated[Number | None, OPEN_FROM] = None
    """Money, summed over years, from which on that line counts as open; left out, its activities'
    minimum scale or opening."""
    lag_years: Annotated[
        int, Field(ge=0), Ask(_("Years in between (0, the same year will do)"))
    ] = 0
    """Years that must lie between: 0, the same year will do; 1, a year earlier at the latest."""


class EitherOr(PolicyRule):
    """Only so many of several lines are open."""

    kind: Literal["either_or"]
    """Selects this rule."""
    among: Annotated[tuple[Line, ...], Field(min_length=2), Ask(LABELS["programmes"])]
    """The lines."""
    bound: Literal["at_least", "at_most", "exactly"] = "at_most"
    """How `count` is meant."""
    count: Annotated[int, Field(ge=0), Ask(pgettext("form", "How many"))]
    """Number of open lines."""
    minimum: Annotated[Number | None, OPEN_FROM] = None
    """Money from which on a line counts as open; 'at_least' and 'exactly' need it."""
