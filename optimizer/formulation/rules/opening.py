"""Opening: an activity with an opening cost opens once, and sells nothing before."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.big_m import most_units
from optimizer.formulation.case import Case
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules.base import Index, RowRule, title_of, unit_counted
from optimizer.formulation.terms import Terms, less, scaled
from optimizer.i18n import Words, _
from optimizer.lp.program import Column, Row, Sense


class Opening(RowRule):
    """An activity opens in at most one year; units can be bought from that year on."""

    key = "opening"
    title = _("Opening of an activity")
    formula = r"\sum_y o_{a,y} \le 1, \quad \sum_i u_{a,i,y} \le M \sum_{y' \le y} o_{a,y'}"
    per = _("unit")

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether an activity opens in a year."""
        for key in _with_opening(case):
            for y in case.years:
                yield Column(("opens", *key, y), 0.0, 1.0, integer=True)

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each such activity, and one for each of its years."""
        for key in _with_opening(case):
            opens: Terms = {("opens", *key, y): 1.0 for y in case.years}
            yield Row((self.key, *key), opens, Sense.LE, 1.0)
            for y in case.years:
                so_far: Terms = {("opens", *key, z): 1.0 for z in case.years if z <= y}
                terms = less(case.units(key, y), scaled(so_far, most_units(case, key, y)))
                yield Row((self.key, *key, y), terms, Sense.LE, 0.0)

    def unit(self, case: Case, index: Index) -> Words:
        """That of the activity, or people."""
        return unit_counted(case, index)

    def name(self, case: Case, index: Index) -> Words:
        """The activity, and the year of the row that keeps it closed."""
        activities = case.scenario.programmes[str(index[0])].activities
        title = title_of(activities, index[1])
        if len(index) == 2:
            return _("{title}: opens once", title=title)
        return _("{title}: only when open, {index}", title=title, index=index[2])


def _with_opening(case: Case) -> list[ActivityId]:
    return [key for key, a in case.activities.items() if a.opening_cost is not None]
