"""Rules on which lines are open at all: one only with another, or only so many of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.ask import LABELS, Ask
from optimizer.domain.policy import Checked, PolicyRule
from optimizer.domain.quantity import Number
from optimizer.domain.selection import Line
from optimizer.errors import Issue
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

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """It can come true, tells when the other line is open, and speaks of two lines."""
        if self.active:
            yield from self._impossible(checked)
        if checked.sound(f"{self.place}.line", f"{self.place}.only_if"):
            known = checked.scenario.programmes
            if self.line.activities(known) == self.only_if.activities(known):
                name = self.only_if.quoted
                problem = _("{name} would have to be open for its own sake.", name=name)
                yield Issue(f"{self.place}.only_if", problem, _("Name another line."))

    def _impossible(self, checked: Checked) -> Iterator[Issue]:
        known, span = checked.scenario.programmes, len(checked.scenario.years.all)
        if checked.sound("years", f"{self.place}.lag_years") and self.lag_years >= span:
            problem = _(
                "No year lies {lag_years} years after another one.", lag_years=self.lag_years
            )
            remedy = _("Give at most {span}.", span=span - 1)
            yield Issue(f"{self.place}.lag_years", problem, remedy)
        if self.at_least is not None or not checked.sound("programmes"):
            return
        for p, a in self.only_if.activities(known):
            activity = known[p].activities[a]
            if activity.minimum_scale is None and activity.opening_cost is None:
                problem = _("Nothing tells when '{a}' counts as open.", a=a)
                remedy = _("Add 'at_least' to the rule, or a minimum scale to the activity.")
                yield Issue(f"{self.place}.at_least", problem, remedy)


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

    def faults(self, checked: Checked) -> Iterator[Issue]:
        """There are so many lines, each named once, and it is clear when one is open."""
        if self.active and self.count > len(self.among) and self.bound != "at_most":
            number = len(self.among)
            problem = _(
                "{count} of {number} lines can never be open.", count=self.count, number=number
            )
            yield Issue(f"{self.place}.count", problem, _("Give at most {number}.", number=number))
        if self.minimum is None and self.bound != "at_most":
            problem = _(
                "With bound '{bound}' it must be clear when a line counts as open.",
                bound=self.bound,
            )
            remedy = _("Add 'minimum', the money from which on it does.")
            yield Issue(f"{self.place}.minimum", problem, remedy)
        for name, count in Counter(line.quoted for line in self.among).items():
            if count > 1:
                problem = _("{name} is named {count} times.", name=name, count=count)
                yield Issue(f"{self.place}.among", problem, _("Name each line once."))
