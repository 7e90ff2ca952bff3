"""Programme floor: a programme gets at least so much money."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.money_rules import ProgrammeFloor
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PolicyRows, money_limit, title_of
from optimizer.formulation.stated_words import money_bound_words
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class ProgrammeFloorRows(PolicyRows[ProgrammeFloor]):
    """Spending of a programme reaches an amount, or a share of the budget."""

    key = "programme_floor"
    kind = ProgrammeFloor
    title = _("Programme floor")
    formula = r"\sum_{y} x_{p,y} \ge f_p \quad (f_p = s\,B \text{ for a share } s)"

    def rows_of(self, case: Case, rule: ProgrammeFloor) -> Iterator[Row]:
        """One row."""
        years = None if rule.year is None else [rule.year]
        terms = case.spending([rule.programme], years)
        yield Row((self.key, rule.id), terms, Sense.GE, money_limit(case, rule))

    def words(self, case: Case, rule: ProgrammeFloor) -> Words:
        """The programme, 'at least', how much and when."""
        title = title_of(case.scenario.programmes, rule.programme)
        return money_bound_words(case, title, rule, floor=True)
