"""Programme floor: a programme gets at least so much money."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.domain.rule import ProgrammeCeiling, ProgrammeFloor
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import (
    Index,
    Price,
    RowRule,
    active,
    money_step,
    rule_of,
    title_of,
    worth,
)
from optimizer.lp.program import Coefficient, Row, Sense


class ProgrammeFloorRows(RowRule):
    """Spending of a programme reaches an amount, or a share of the budget."""

    key = "programme_floor"
    title = Text(en="Programme floor", ko="사업별 하한")
    formula = r"\sum_{y} x_{p,y} \ge f_p \quad (f_p = s\,B \text{ for a share } s)"
    per = Text(en="money", ko="금액")

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each active floor."""
        for rule in active(case, ProgrammeFloor):
            yield programme_row(case, self.key, rule, Sense.GE)

    def name(self, case: Case, index: Index) -> Text:
        """The rule's own title, or one made from the programme."""
        return programme_rule_name(case, index, Text(en="at least", ko="하한"))

    def explain(self, case: Case, index: Index, price: Price) -> Text:
        """What a higher or lower floor does."""
        return worth(case, price, amount=money_step(case), unit=case.scenario.money.parsed)


def programme_row(
    case: Case, key: str, rule: ProgrammeFloor | ProgrammeCeiling, sense: Sense
) -> Row:
    """The row of a floor or ceiling on one programme."""
    years = None if rule.year is None else [rule.year]
    return Row((key, rule.id), case.spending([rule.programme], years), sense, limit(case, rule))


def limit(case: Case, rule: ProgrammeFloor | ProgrammeCeiling) -> Coefficient:
    """Money of the rule: its amount, or its share of the budget (of the year's budget)."""
    if rule.amount is not None:
        return case.numbers.money(rule.amount)
    budget = case.scenario.budget
    base = budget.total if rule.year is None else budget.by_year[rule.year]
    return case.numbers.plain(rule.share) * base


def programme_rule_name(case: Case, index: Index, bound: Text) -> Text:
    """Title of a floor or ceiling."""
    rule = rule_of(case, index)
    if rule.title is not None:
        return rule.title
    programme = title_of(case.scenario.programmes, getattr(rule, "programme", ""))
    return Text(en=f"{programme.en}: {bound.en} …", ko=f"{programme.ko} {bound.ko}")
