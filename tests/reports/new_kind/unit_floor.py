"""Unit floor: an activity commissions at least so many units."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.unit_rules import UnitFloor  # type: ignore[import-not-found]

from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Index, PolicyRows, title_of, unit_counted
from optimizer.formulation.stated_words import count_words
from optimizer.formulation.terms import total
from optimizer.i18n import Words, _
from optimizer.lp.program import Row, Sense


class UnitFloorRows(PolicyRows[UnitFloor]):
    """Units of an activity over all years reach a number."""

    key = "unit_floor"
    kind = UnitFloor
    title = _("Unit floor")
    per = _("units")
    formula = r"\sum_{i,y} u_{a,i,y} \ge N"

    def rows_of(self, case: Case, rule: UnitFloor) -> Iterator[Row]:
        """One row."""
        units = total(case.units((rule.programme, rule.activity), y) for y in case.years)
        yield Row((self.key, rule.id), units, Sense.GE, case.numbers.plain(rule.least_units))

    def words(self, case: Case, rule: UnitFloor) -> Words:
        """The activity, how many units."""
        title = title_of(case.scenario.programmes[rule.programme].activities, rule.activity)
        least = count_words(case, rule.least_units)
        return _("{title}: at least {least} units", title=title, least=least)

    def unit(self, case: Case, index: Index) -> Words:
        """That of the activity."""
        rule = self.rule_of(case, index)
        return unit_counted(case, (rule.programme, rule.activity))
