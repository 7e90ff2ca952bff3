"""Pool: no more people are supported in a year than there are to support."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PERSONS, Index, RowRule, title_of
from optimizer.formulation.terms import total
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class Pool(RowRule):
    """Pathways that draw on one pool share its people."""

    key = "pool"
    title = _("Pool of people")
    formula = r"\sum_{q \in g,\,j} n_{q,j,y} \le \mathrm{size}_{g,y}"
    per = PERSONS

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each pool in use and year."""
        for g in sorted(case.scenario.pools):
            drawing = [q for q in case.yields if case.scenario.pathways[q].pool == g]
            if not drawing:
                continue
            for y in case.outcome_years:
                terms = total(case.supported(q, y) for q in drawing)
                size = case.numbers.yearly(case.scenario.pools[g].people_per_year, y)
                yield Row((self.key, g, y), terms, Sense.LE, size)

    def name(self, case: Case, index: Index) -> Words:
        """The pool and the year."""
        title = title_of(case.scenario.pools, index[0])
        return _("{title}, {index}", title=title, index=index[1])
