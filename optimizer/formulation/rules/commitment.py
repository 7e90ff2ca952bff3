"""Commitment: spending in a year is fixed by contracts that are already signed."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.money_rules import Commitment
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PolicyRows, line_title
from optimizer.formulation.stated_words import money_words
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class CommitmentRows(PolicyRows[Commitment]):
    """Spending of a programme, or of one of its activities, in a year is exactly so much."""

    key = "commitment"
    kind = Commitment
    title = _("Commitment")
    formula = r"x_{p,y} = k_{p,y}"

    def rows_of(self, case: Case, rule: Commitment) -> Iterator[Row]:
        """One row."""
        activities = rule.line.activities(case.scenario.programmes)
        terms = case.spent_on(activities, [rule.year])
        yield Row((self.key, rule.id), terms, Sense.EQ, case.numbers.money(rule.amount))

    def words(self, case: Case, rule: Commitment) -> Words:
        """What is committed, how much, and when."""
        title, much = line_title(case, rule.line), money_words(case, rule.amount)
        return _("{title}: {much} committed in {year}", title=title, much=much, year=rule.year)
