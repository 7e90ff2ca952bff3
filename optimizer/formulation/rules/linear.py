"""Free linear rule: any weighted sum of spending, units and people against a number."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.outcome_rules import Linear, Term
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, PERSONS, Index, PolicyRows
from optimizer.formulation.stated_words import count_words, joined, money_words, stated
from optimizer.formulation.sums import PEOPLE, counted, names_of
from optimizer.formulation.terms import scaled, total
from optimizer.i18n import Words, _, pgettext, verbatim
from optimizer.lp.program import Row, Sense

SUMS = {
    "spending": _("spending"),
    "liability": _("liability"),
    "units": pgettext("sum", "units"),
    "people": _("people supported"),
    "net": _("net people"),
}

UNITS = _("units")
POINTS = _("units of the rule")


class LinearRows(PolicyRows[Linear]):
    """A weighted sum of chosen spending, units or people keeps to a right-hand side."""

    key = "linear"
    kind = Linear
    title = _("Linear rule")
    per = POINTS
    formula = r"\sum_t c_t \sum_{S_t} v \;\{\le, \ge, =\}\; b"
    signed = True

    def rows_of(self, case: Case, rule: Linear) -> Iterator[Row]:
        """One row."""
        terms = total(
            scaled(
                counted(case, term.of, term, term.year),
                case.numbers.money(term.coefficient)
                if rule.money and not term.money
                else case.numbers.plain(term.coefficient),
            )
            for term in sorted(rule.terms, key=Term.model_dump_json)
        )
        rhs = case.numbers.money(rule.rhs) if rule.money else case.numbers.plain(rule.rhs)
        yield Row((self.key, rule.id), terms, Sense(rule.sense), rhs)

    def words(self, case: Case, rule: Linear) -> Words:
        """What is summed, and the limit."""
        parts = [_term_words(case, term) for term in rule.terms]
        limit: Words = verbatim(count_words(case, rule.rhs))
        if rule.money:
            limit = money_words(case, rule.rhs)
        said = joined(parts, _(" and "))
        if rule.sense == "==":
            return _("{said}: exactly {limit}", said=said, limit=limit)
        if rule.sense == "<=":
            return _("{said}: at most {limit}", said=said, limit=limit)
        return _("{said}: at least {limit}", said=said, limit=limit)

    def unit(self, case: Case, index: Index) -> Words:
        """Money, or people where nothing but people is summed one by one."""
        rule = self.rule_of(case, index)
        if rule.money:
            return MONEY
        heads = all(t.of in PEOPLE and case.numbers.plain(t.coefficient) == 1.0 for t in rule.terms)
        units = all(
            t.of == "units" and case.numbers.plain(t.coefficient) == 1.0 for t in rule.terms
        )
        return PERSONS if heads else UNITS if units else self.per


def _term_words(case: Case, term: Term) -> Words:
    """One sum, with its factor and its year."""
    of, name = SUMS[term.of], names_of(case, term)
    factor = count_words(case, term.coefficient)
    each = "" if stated(case, term.coefficient) == 1.0 else f"{factor} × "
    year = "" if term.year is None else _(" in {year}", year=term.year)
    return _("{each}{of} of {name}{year}", each=each, of=of, name=name, year=year)
