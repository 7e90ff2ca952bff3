"""Commitment: spending in a year is fixed by contracts that are already signed."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.domain.rule import Commitment
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PolicyRows, line_title
from optimizer.formulation.stated_words import money_words
from optimizer.lp.program import Row, Sense


class CommitmentRows(PolicyRows[Commitment]):
    """Spending of a programme, or of one of its activities, in a year is exactly so much."""

    key = "commitment"
    kind = Commitment
    title = Text(en="Commitment", ko="기약정 지출")
    formula = r"x_{p,y} = k_{p,y}"

    def rows_of(self, case: Case, rule: Commitment) -> Iterator[Row]:
        """One row."""
        activities = rule.line.activities(case.scenario.programmes)
        terms = case.spent_on(activities, [rule.year])
        yield Row((self.key, rule.id), terms, Sense.EQ, case.numbers.money(rule.amount))

    def words(self, case: Case, rule: Commitment) -> Text:
        """What is committed, how much, and when."""
        title, much = line_title(case, rule.line), money_words(case, rule.amount)
        return Text(
            en=f"{title.en}: {much.en} committed in {rule.year}",
            ko=f"{title.ko}: {rule.year}년 {much.ko} 기약정",
        )
