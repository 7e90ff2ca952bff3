"""Total budget: all programmes together spend no more than the budget."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, Index, RowRule
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class TotalBudget(RowRule):
    """Spending of all programmes in all years stays within the budget."""

    key = "total_budget"
    title = _("Total budget")
    formula = r"\sum_{p,y} x_{p,y} \le B"
    per = MONEY

    def rows(self, case: Case) -> Iterator[Row]:
        """One row."""
        money = case.numbers.entry("budget.total", case.scenario.budget.total)
        yield Row((self.key,), case.spending(), Sense.LE, money)

    def name(self, case: Case, index: Index) -> Words:
        """The same for every scenario."""
        return self.title
