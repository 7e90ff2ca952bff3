"""Budget of a year: a year spends its own money and what earlier years may hand on."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, Index, RowRule
from optimizer.i18n import Words, _
from optimizer.lp.program import Column, Row, Sense


class YearBudget(RowRule):
    """Spending of a year, with what is kept for the next, stays within the year's money."""

    key = "year_budget"
    title = _("Budget of a year")
    formula = r"\sum_p x_{p,y} + k_y \le B_y + c\,k_{y-1}"
    per = MONEY

    def columns(self, case: Case) -> Iterator[Column]:
        """Money kept for the next year."""
        for y in carried_years(case):
            yield Column(("carry", y))

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each year that has money of its own."""
        budget = case.scenario.budget
        for y in case.years:
            if y not in budget.by_year:
                continue
            terms = case.spending(years=[y])
            if y in carried_years(case):
                terms["carry", y] = 1.0
            if y - 1 in carried_years(case):
                terms["carry", y - 1] = -case.numbers.entry("budget.carry_over", budget.carry_over)
            money = case.numbers.entry(f"budget.by_year.{y}", budget.by_year[y])
            yield Row((self.key, y), terms, Sense.LE, money)

    def name(self, case: Case, index: Index) -> Words:
        """Budget of the year."""
        return _("Budget of {index}", index=index[0])


def carried_years(case: Case) -> list[int]:
    """Years whose unspent money may go to the next year."""
    budget = case.scenario.budget
    if not case.numbers.counts(case.numbers.entry("budget.carry_over", budget.carry_over)):
        return []
    return [y for y in case.years if y in budget.by_year and y + 1 in budget.by_year]
