"""Minimum scale: an activity buys nothing in a year, or at least so many units."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.big_m import most_units
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Index, RowRule, title_of, unit_counted
from optimizer.formulation.terms import Terms, less, scaled
from optimizer.i18n import Words, _
from optimizer.lp.program import Column, Row, Sense


class MinimumScale(RowRule):
    """A switch for each year: off, no units; on, between the minimum scale and what is there."""

    key = "minimum_scale"
    title = _("Minimum scale")
    formula = r"m_a r_{a,y} \le \sum_i u_{a,i,y} \le M r_{a,y}, \quad r \in \{0,1\}"
    per = _("unit")

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether an activity runs in a year."""
        for key, activity in case.activities.items():
            if activity.minimum_scale is not None:
                for y in case.years:
                    yield Column(("runs", *key, y), 0.0, 1.0, integer=True)

    def rows(self, case: Case) -> Iterator[Row]:
        """Two rows for each such activity and year."""
        for key, activity in case.activities.items():
            if activity.minimum_scale is None:
                continue
            least = case.numbers.plain(activity.minimum_scale)
            for y in case.years:
                runs: Terms = {("runs", *key, y): 1.0}
                units, most = case.units(key, y), most_units(case, key, y)
                enough, room = less(units, scaled(runs, least)), less(units, scaled(runs, most))
                yield Row((self.key, *key, y, "least"), enough, Sense.GE, 0.0)
                yield Row((self.key, *key, y, "most"), room, Sense.LE, 0.0)

    def unit(self, case: Case, index: Index) -> Words:
        """That of the activity, or people."""
        return unit_counted(case, index)

    def name(self, case: Case, index: Index) -> Words:
        """The activity, the year, and which of the two rows."""
        activities = case.scenario.programmes[str(index[0])].activities
        title, least = title_of(activities, index[1]), index[3] == "least"
        return _(
            "{title}: {text}, {index}",
            title=title,
            text=(_("minimum scale") if least else _("only when running")),
            index=index[2],
        )
