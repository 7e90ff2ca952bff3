"""Programme ceiling: a programme gets at most so much money."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.domain.rule import ProgrammeCeiling
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Index, Price, RowRule, active, money_step, worth
from optimizer.formulation.rules.programme_floor import programme_row, programme_rule_name
from optimizer.lp.program import Row, Sense


class ProgrammeCeilingRows(RowRule):
    """Spending of a programme stays within an amount, or a share of the budget."""

    key = "programme_ceiling"
    title = Text(en="Programme ceiling", ko="사업별 상한")
    formula = r"\sum_{y} x_{p,y} \le c_p \quad (c_p = s\,B \text{ for a share } s)"
    per = Text(en="money", ko="금액")

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each active ceiling."""
        for rule in active(case, ProgrammeCeiling):
            yield programme_row(case, self.key, rule, Sense.LE)

    def name(self, case: Case, index: Index) -> Text:
        """The rule's own title, or one made from the programme."""
        return programme_rule_name(case, index, Text(en="at most", ko="상한"))

    def explain(self, case: Case, index: Index, price: Price) -> Text:
        """What a higher or lower ceiling does."""
        return worth(case, price, amount=money_step(case), unit=case.scenario.money.parsed)
