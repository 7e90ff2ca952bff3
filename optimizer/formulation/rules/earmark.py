"""Earmark: a group of activities gets at least, or at most, so much money."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.money_rules import Earmark
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import PolicyRows, money_limit, title_of
from optimizer.formulation.stated_words import joined, money_bound_words
from optimizer.i18n import Words, _, verbatim
from optimizer.lp.program import Row, Sense


class EarmarkRows(PolicyRows[Earmark]):
    """Spending on activities chosen by programme or tag keeps to a floor or a ceiling."""

    key = "earmark"
    kind = Earmark
    title = _("Earmark of a group")
    formula = (
        r"\sum_{a \in G,\,y} x_{a,y} \ge e_G \quad (\le \text{ for a ceiling; } "
        r"e_G = s\,B \text{ for a share } s)"
    )

    def rows_of(self, case: Case, rule: Earmark) -> Iterator[Row]:
        """One row."""
        years = None if rule.year is None else [rule.year]
        group = rule.activities(case.scenario.programmes)
        sense = Sense.GE if rule.bound == "floor" else Sense.LE
        yield Row((self.key, rule.id), case.spent_on(group, years), sense, money_limit(case, rule))

    def words(self, case: Case, rule: Earmark) -> Words:
        """The group, its bound, how much and when."""
        titles = [title_of(case.scenario.programmes, p) for p in rule.programmes]
        titles += [verbatim(tag) for tag in rule.tags]
        group = joined(titles, _(" and "))
        return money_bound_words(case, group, rule, floor=rule.bound == "floor")
