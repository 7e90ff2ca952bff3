"""Balance: one selection makes up at least, or at most, a share of another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from optimizer.domain.outcome_rules import Balance
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, PERSONS, Index, OwnNumber, PolicyRows
from optimizer.formulation.stated_words import (
    counted_words,
    in_year,
    joined,
    share_words,
)
from optimizer.formulation.sums import counted, names_of
from optimizer.formulation.terms import less, scaled
from optimizer.i18n import Words, _, pgettext
from optimizer.lp.program import Row, Sense


class BalanceRows(PolicyRows[Balance]):
    """The part less its share of the whole is not negative (at least) or not positive (at most)."""

    key = "balance"
    kind = Balance
    title = _("Balance")
    formula = r"\sum_{X} v - s \sum_{Y} v \ge 0 \quad (\le \text{ for at most})"
    per = _("people or money")
    signed = True

    def rows_of(self, case: Case, rule: Balance) -> Iterator[Row]:
        """A row for each share that is given."""
        part = counted(case, rule.of, rule.part, rule.year)
        whole = counted(case, rule.of, rule.whole, rule.year)
        for way, share, sense in (
            ("at_least", rule.at_least, Sense.GE),
            ("at_most", rule.at_most, Sense.LE),
        ):
            if share is not None:
                terms = less(part, scaled(whole, case.numbers.plain(share)))
                yield Row((self.key, rule.id, way), terms, sense, 0.0)

    def words(self, case: Case, rule: Balance) -> Words:
        """The part, its shares, the whole, what is counted and when."""
        part, whole = names_of(case, rule.part), names_of(case, rule.whole)
        of, year = counted_words(rule.of), in_year(rule.year)
        bounds = [
            _("at least {share}", share=share_words(case, share)) if least
            else _("at most {share}", share=share_words(case, share))
            for least, share in ((True, rule.at_least), (False, rule.at_most))
            if share is not None
        ]  # fmt: skip
        said = joined(bounds, pgettext("shares", " and "))
        return _(
            "{part}: {said} of {whole} by {of}{year}",
            part=part,
            said=said,
            whole=whole,
            of=of,
            year=year,
        )

    def name(self, case: Case, index: Index) -> Words:
        """The rule and which of its shares."""
        title, least = super().name(case, index[:1]), index[1] == "at_least"
        return _("{title} ({text})", title=title, text=(_("at least") if least else _("at most")))

    def unit(self, case: Case, index: Index) -> Words:
        """Money or people, as the rule counts."""
        return MONEY if self.rule_of(case, index).of == "spending" else PERSONS

    def own(self, case: Case, index: Index) -> OwnNumber:
        """The share, and the whole it is taken of."""
        rule = self.rule_of(case, index)
        whole = counted(case, rule.of, rule.whole, rule.year)
        share = case.numbers.plain(getattr(rule, str(index[1])))
        return OwnNumber(float(np.mean(share)), scaled(whole, -1.0))
