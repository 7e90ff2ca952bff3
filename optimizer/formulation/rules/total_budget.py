"""Total budget: all programmes together spend no more than the budget."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, Index, RowRule
from optimizer.lp.program import Row, Sense


class TotalBudget(RowRule):
    """Spending of all programmes in all years stays within the budget."""

    key = "total_budget"
    title = Text(en="Total budget", ko="총예산")
    formula = r"\sum_{p,y} x_{p,y} \le B"
    per = MONEY

    def rows(self, case: Case) -> Iterator[Row]:
        """One row."""
        money = case.numbers.entry("budget.total", case.scenario.budget.total)
        yield Row((self.key,), case.spending(), Sense.LE, money)

    def name(self, case: Case, index: Index) -> Text:
        """The same for every scenario."""
        return self.title
