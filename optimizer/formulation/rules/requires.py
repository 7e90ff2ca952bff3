"""Requires: one line gets money only once another is open, in the same year or earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from optimizer.domain.choice_rules import Requires
from optimizer.domain.selection import Line
from optimizer.formulation.big_m import most_committed
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import SWITCH, Index, PolicyRows, line_title
from optimizer.formulation.stated_words import money_words
from optimizer.formulation.terms import Terms, less, scaled, total
from optimizer.i18n import Words, _
from optimizer.lp.program import Column, Row, Sense


class RequiresRows(PolicyRows[Requires]):
    """Money for a line in a year switches on a minimum of money for another by then.

    What the other line has had adds up over the years, up to `lag_years` before. Without a minimum
    of its own, the rule takes what the other line's activities state: one of them has opened
    (opening cost) or run at its minimum scale.
    """

    key = "requires"
    kind = Requires
    title = _("One only after another")
    formula = (
        r"x_{A,y} \le M z_y, \quad \sum_{y' \le y - \ell} x_{B,y'} \ge m z_y, "
        r"\quad z_y \in \{0,1\}"
    )

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether the dependent line is open, in each year."""
        for rule in self.active(case):
            for y in case.years:
                yield Column(("open", rule.id, y), 0.0, 1.0, integer=True)

    def rows_of(self, case: Case, rule: Requires) -> Iterator[Row]:
        """Year by year: the dependent line switches on; the other has had its minimum by then."""
        known = case.scenario.programmes
        line, other = rule.line.activities(known), rule.only_if.activities(known)
        for y in case.years:
            before = [z for z in case.years if z + rule.lag_years <= y]
            switch: Terms = {("open", rule.id, y): 1.0}
            most = scaled(switch, most_committed(case, line, y))
            spent = less(case.committed(line, [y]), most)
            yield Row((self.key, rule.id, "line", y), spent, Sense.LE, 0.0)
            if rule.at_least is not None:
                money = scaled(switch, case.numbers.money(rule.at_least))
                needed = less(case.committed(other, before), money)
            else:
                needed = less(total(_started(case, rule.only_if, before)), switch)
            yield Row((self.key, rule.id, "only_if", y), needed, Sense.GE, 0.0)

    def words(self, case: Case, rule: Requires) -> Words:
        """Both lines, what the other one must have had, and how long before."""
        line, other = line_title(case, rule.line), line_title(case, rule.only_if)
        if rule.at_least is None:
            opened = _("{other} has opened", other=other)
        else:
            least = money_words(case, rule.at_least)
            opened = _("{other} has had {least}", other=other, least=least)
        if rule.lag_years == 0:
            return _("{line}: only once {opened}", line=line, opened=opened)
        years = f"{rule.lag_years} year{'' if rule.lag_years == 1 else 's'}"
        return _(
            "{line}: only {years} after {opened}",
            line=line,
            years=years,
            opened=opened,
            lag_years=rule.lag_years,
        )

    def name(self, case: Case, index: Index) -> Words:
        """The rule, the year, and which of its two rows."""
        title = super().name(case, index[:1])
        line = index[1] == "line"
        return _(
            "{title} ({text}, {index})",
            title=title,
            text=(_("nothing before") if line else _("what comes first")),
            index=index[2],
        )

    def states_limit(self, index: Index) -> bool:
        """None does: each says what has to be open."""
        return False

    def unit(self, case: Case, index: Index) -> Words:
        """Money; where the other line's activities tell whether it is open, their switches."""
        counted = index[1:2] == ("only_if",) and self.rule_of(case, index).at_least is None
        return SWITCH if counted else self.per


def _started(case: Case, line: Line, years: Iterable[int]) -> Iterator[Terms]:
    """The switches that tell whether activities of a line are started in these years."""
    years = list(years)
    for key in line.activities(case.scenario.programmes):
        activity = case.activities[key]
        switch = "opens" if activity.opening_cost is not None else "runs"
        yield {(switch, *key, y): 1.0 for y in years}
