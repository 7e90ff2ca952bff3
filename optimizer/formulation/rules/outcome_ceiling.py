"""Outcome ceiling: the chosen pathways bring at most so many people."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.outcome_rules import OutcomeCeiling
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PERSONS, PolicyRows
from optimizer.formulation.stated_words import people_words
from optimizer.formulation.sums import counted
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class OutcomeCeilingRows(PolicyRows[OutcomeCeiling]):
    """Net people (or people supported) of the chosen pathways stay within a number."""

    key = "outcome_ceiling"
    kind = OutcomeCeiling
    title = _("Outcome ceiling")
    formula = r"\sum_{q \in Q,\,j,\,y} \mathrm{yield}_{q,j}\,n_{q,j,y} \le N"
    per = PERSONS

    def rows_of(self, case: Case, rule: OutcomeCeiling) -> Iterator[Row]:
        """One row."""
        terms = counted(case, rule.of, rule, rule.year)
        yield Row((self.key, rule.id), terms, Sense.LE, case.numbers.plain(rule.people))

    def words(self, case: Case, rule: OutcomeCeiling) -> Words:
        """Who is counted, how many and when."""
        return people_words(case, rule, floor=False)
