"""Programme ceiling: a programme gets at most so much money."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.money_rules import ProgrammeCeiling
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PolicyRows, money_limit, title_of
from optimizer.formulation.stated_words import money_bound_words
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class ProgrammeCeilingRows(PolicyRows[ProgrammeCeiling]):
    """Spending of a programme stays within an amount, or a share of the budget."""

    key = "programme_ceiling"
    kind = ProgrammeCeiling
    title = _("Programme ceiling")
    formula = r"\sum_{y} x_{p,y} \le c_p \quad (c_p = s\,B \text{ for a share } s)"

    def rows_of(self, case: Case, rule: ProgrammeCeiling) -> Iterator[Row]:
        """One row."""
        years = None if rule.year is None else [rule.year]
        terms = case.spending([rule.programme], years)
        yield Row((self.key, rule.id), terms, Sense.LE, money_limit(case, rule))

    def words(self, case: Case, rule: ProgrammeCeiling) -> Words:
        """The programme, 'at most', how much and when."""
        title = title_of(case.scenario.programmes, rule.programme)
        return money_bound_words(case, title, rule, floor=False)
