"""Indivisible: the units of an activity, or the people of a pathway, are whole numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Index, RowRule, title_of, unit_counted
from optimizer.formulation.terms import Terms, less
from optimizer.i18n import Words, _
from optimizer.lp.program import Column, Key, Row, Sense


class Indivisible(RowRule):
    """The units (or people) of a year add up to a whole number, over all bands together."""

    key = "indivisible"
    title = _("Whole units and persons")
    formula = r"\sum_i u_{a,i,y} \in \mathbb{Z}, \quad \sum_j n_{q,j,y} \in \mathbb{Z}"
    per = _("unit")

    def columns(self, case: Case) -> Iterator[Column]:
        """The whole number of each year."""
        for index, _other in _sums(case):
            yield Column(("whole", *index), integer=True)

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each such activity or pathway and year."""
        for index, terms in _sums(case):
            whole: dict[Key, float] = {("whole", *index): 1.0}
            yield Row((self.key, *index), less(terms, whole), Sense.EQ, 0.0)

    def unit(self, case: Case, index: Index) -> Words:
        """That of the activity, or people."""
        return unit_counted(case, index)

    def name(self, case: Case, index: Index) -> Words:
        """The activity or pathway, and the year."""
        what, *name, year = index
        if what == "units":
            title = title_of(case.scenario.programmes[str(name[0])].activities, name[1])
        else:
            title = title_of(case.scenario.pathways, name[0])
        return _("{title}: whole number, {year}", title=title, year=year)


def _sums(case: Case) -> Iterator[tuple[Index, Terms]]:
    """What must be whole: its name with the year, and its sum over bands."""
    for key, activity in case.activities.items():
        if activity.indivisible:
            for y in case.years:
                yield ("units", *key, y), case.units(key, y)
    for q in case.yields:
        if case.scenario.pathways[q].indivisible:
            for y in case.outcome_years:
                yield ("people", q, y), case.supported(q, y)
