"""Either or: only so many of several lines are open."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.choice_rules import EitherOr
from optimizer.domain.selection import Line
from optimizer.formulation.big_m import most_committed
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, Index, PolicyRows, line_title
from optimizer.formulation.stated_words import money_words
from optimizer.formulation.terms import Terms, less, scaled
from optimizer.i18n import Words, _, in_a_row, pgettext
from optimizer.lp.program import Column, Key, Row, Sense

SENSES = {"at_least": Sense.GE, "at_most": Sense.LE, "exactly": Sense.EQ}


class EitherOrRows(PolicyRows[EitherOr]):
    """A switch for each line: money only where it is on, and then no less than the minimum.

    With `at_least` a line may get less than the minimum; it then does not count as open.
    """

    key = "either_or"
    kind = EitherOr
    title = _("Only so many of several")
    formula = r"m z_l \le x_l \le M z_l, \quad \sum_l z_l \;\{\le, \ge, =\}\; k"
    per = _("line")

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether each line is open."""
        for rule in self.active(case):
            for line in _lines(rule):
                yield Column(_switch(rule, line), 0.0, 1.0, integer=True)

    def rows_of(self, case: Case, rule: EitherOr) -> Iterator[Row]:
        """The limits of each line, then the count."""
        for line in _lines(rule):
            switch: Terms = {_switch(rule, line): 1.0}
            activities = line.activities(case.scenario.programmes)
            money, name = case.committed(activities), _name(line)
            if rule.bound != "at_least":
                most = scaled(switch, most_committed(case, activities))
                yield Row((self.key, rule.id, "most", *name), less(money, most), Sense.LE, 0.0)
            if rule.minimum is not None:
                least = scaled(switch, case.numbers.money(rule.minimum))
                yield Row((self.key, rule.id, "least", *name), less(money, least), Sense.GE, 0.0)
        count: Terms = {_switch(rule, line): 1.0 for line in _lines(rule)}
        yield Row((self.key, rule.id, "count"), count, SENSES[rule.bound], float(rule.count))

    def words(self, case: Case, rule: EitherOr) -> Words:
        """The lines, how many of them, and from what money on they count."""
        titles = [line_title(case, line) for line in _lines(rule)]
        count, among = rule.count, in_a_row(titles, pgettext("list", ", "))
        said = {
            "at_least": _("at least {count} of {among}", count=count, among=among),
            "at_most": _("at most {count} of {among}", count=count, among=among),
            "exactly": _("exactly {count} of {among}", count=count, among=among),
        }[rule.bound]
        if rule.minimum is None:
            return said
        return _("{said}, each from {least}", said=said, least=money_words(case, rule.minimum))

    def name(self, case: Case, index: Index) -> Words:
        """The rule, and for the limits of a line the line."""
        title = super().name(case, index[:1])
        if index[1] == "count":
            return title
        rule = self.rule_of(case, index)
        line = next(line_title(case, one) for one in rule.among if _name(one) == index[2:])
        least = index[1] == "least"
        return _(
            "{title} ({line}: {text})",
            title=title,
            line=line,
            text=(_("minimum") if least else _("nothing unless open")),
        )

    def states_limit(self, index: Index) -> bool:
        """How many lines may be open; money of a line that is closed or open is no limit."""
        return index[1:2] == ("count",)

    def unit(self, case: Case, index: Index) -> Words:
        """Lines where they are counted, else money."""
        return self.per if index[1:2] == ("count",) else MONEY


def _lines(rule: EitherOr) -> list[Line]:
    return sorted(rule.among, key=_name)


def _name(line: Line) -> tuple[str, ...]:
    return (line.programme,) if line.activity is None else (line.programme, line.activity)


def _switch(rule: EitherOr, line: Line) -> Key:
    return ("open", rule.id, *_name(line))
