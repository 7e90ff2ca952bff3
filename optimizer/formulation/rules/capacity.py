"""Capacity: what people occupy in a year is there, free or delivered by activities."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Index, RowRule, title_of
from optimizer.formulation.terms import Terms
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class Capacity(RowRule):
    """Capacity in use never exceeds free plus delivered capacity, also after the last year."""

    key = "capacity"
    title = _("Capacity of a year")
    formula = (
        r"\sum_q \mathrm{need}_{q,r} \sum_{j,\,y' \le y < y'+\mathrm{hold}} n_{q,j,y'} \le "
        r"\mathrm{free}_{r,y} + \sum_a \mathrm{delivers}_{a,r} "
        r"\sum_{i,\,y'+\mathrm{lead} \le y < y'+\mathrm{lead}+\mathrm{life}} u_{a,i,y'}"
    )
    per = _("unit of capacity")

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each capacity and year in which somebody may hold it."""
        for r in sorted(case.scenario.capacities):
            for y in used_years(case, r):
                terms = used(case, r, y)
                for key, amount in delivered(case, r, y).items():
                    terms[key] = -amount
                free = case.numbers.yearly(case.scenario.capacities[r].free, y)
                yield Row((self.key, r, y), terms, Sense.LE, free)

    def name(self, case: Case, index: Index) -> Words:
        """The capacity and the year."""
        title = title_of(case.scenario.capacities, index[0])
        return _("{title}, {index}", title=title, index=index[1])

    def unit(self, case: Case, index: Index) -> Words:
        """That of the capacity."""
        return case.scenario.capacities[str(index[0])].unit or _("units")


def used_years(case: Case, capacity: str) -> range:
    """Years in which people may hold the capacity; empty when no pathway needs it."""
    pathways = case.scenario.pathways
    holds = [pathways[q].needs[capacity].years for q in case.users[capacity]]
    last = case.outcome_years.stop - 1 + max(holds) if holds else case.years.start
    return range(case.years.start, last)


def used(case: Case, capacity: str, year: int) -> Terms:
    """Capacity that people hold in a year, as terms."""
    terms: Terms = {}
    for q in case.users[capacity]:
        need = case.scenario.pathways[q].needs[capacity]
        amount = case.numbers.plain(need.amount)
        for start in case.outcome_years:
            if start <= year < start + need.years:
                terms.update(dict.fromkeys(case.supported(q, start), amount))
    return terms


def delivered(case: Case, capacity: str, year: int) -> Terms:
    """Capacity that commissioned units deliver in a year, as terms."""
    terms: Terms = {}
    for key in case.suppliers[capacity]:
        activity = case.activities[key]
        amount = case.numbers.plain(activity.delivers[capacity])
        for start in case.years:
            first = start + activity.lead_years
            if first <= year < first + activity.life_years:
                terms.update(dict.fromkeys(case.units(key, start), amount))
    return terms
