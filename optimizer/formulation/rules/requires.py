"""Requires: one line gets money only if another is open."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.domain.rule import Requires
from optimizer.domain.selection import Line
from optimizer.formulation.case import Case
from optimizer.formulation.reach import most_committed
from optimizer.formulation.rules.base import PolicyRows, line_title
from optimizer.formulation.terms import Terms, less, scaled, total
from optimizer.lp.program import Column, Row, Sense


class RequiresRows(PolicyRows[Requires]):
    """Money for a line switches on a minimum of money for another, in all years together.

    Without a minimum of its own, the rule takes what the other line's activities state: one of them
    opens (opening cost) or runs at its minimum scale.
    """

    key = "requires"
    kind = Requires
    title = Text(en="One only with another", ko="선행 조건")
    formula = r"x_A \le M z, \quad x_B \ge m z, \quad z \in \{0,1\}"

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether the dependent line is open."""
        for rule in self.active(case):
            yield Column(("open", rule.id), 0.0, 1.0, integer=True)

    def rows_of(self, case: Case, rule: Requires) -> Iterator[Row]:
        """The dependent line switches on; the other then has its minimum."""
        known = case.scenario.programmes
        line, other = rule.line.activities(known), rule.only_if.activities(known)
        switch: Terms = {("open", rule.id): 1.0}
        spent = less(case.committed(line), scaled(switch, most_committed(case, line)))
        yield Row((self.key, rule.id, "line"), spent, Sense.LE, 0.0)
        if rule.at_least is not None:
            money = scaled(switch, case.numbers.money(rule.at_least))
            needed = less(case.committed(other), money)
        else:
            needed = less(total(_started(case, rule.only_if)), switch)
        yield Row((self.key, rule.id, "only_if"), needed, Sense.GE, 0.0)

    def words(self, case: Case, rule: Requires) -> Text:
        """Both lines."""
        line, other = line_title(case, rule.line), line_title(case, rule.only_if)
        return Text(en=f"{line.en} only with {other.en}", ko=f"{other.ko} 시행 시에만 {line.ko}")


def _started(case: Case, line: Line) -> Iterator[Terms]:
    """The switches that tell whether activities of a line are started."""
    for key in line.activities(case.scenario.programmes):
        activity = case.activities[key]
        switch = "opens" if activity.opening_cost is not None else "runs"
        yield {(switch, *key, y): 1.0 for y in case.years}
