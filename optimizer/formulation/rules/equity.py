"""Equity: no group falls far behind another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import numpy as np

from optimizer.domain.outcome_rules import Equity
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import MONEY, PERSONS, Index, OwnNumber, PolicyRows
from optimizer.formulation.stated_words import counted_words, joined, share_words
from optimizer.formulation.sums import counted
from optimizer.formulation.terms import less, scaled
from optimizer.i18n import Words, _, verbatim
from optimizer.lp.program import Row, Sense


class EquityRows(PolicyRows[Equity]):
    """The result of each group is at least a share of every other's, scaled by their sizes."""

    key = "equity"
    kind = Equity
    title = _("Equity between groups")
    formula = (
        r"\sum_{G} v - s\,\frac{\mathrm{size}_G}{\mathrm{size}_H} \sum_{H} v \ge 0 "
        r"\quad \forall G \ne H"
    )
    per = _("people or money")
    signed = True

    def rows_of(self, case: Case, rule: Equity) -> Iterator[Row]:
        """A row for each ordered pair of groups."""
        read = case.numbers.plain
        share = read(rule.share)
        sums = {g: counted(case, rule.of, rule.groups[g], None) for g in sorted(rule.groups)}
        size = {g: read(rule.groups[g].size) for g in sums}
        for g, h in permutations(sums, 2):
            terms = less(sums[g], scaled(sums[h], share * size[g] / size[h]))
            yield Row((self.key, rule.id, g, h), terms, Sense.GE, 0.0)

    def words(self, case: Case, rule: Equity) -> Words:
        """The groups, what is compared, and how far one may fall behind."""
        names, share = sorted(rule.groups), share_words(case, rule.share)
        groups = joined([verbatim(n) for n in names], _(" and "))
        of = counted_words(rule.of)
        return _(
            "Equity between {groups}: {of} at least {share} of any other’s",
            groups=groups,
            of=of,
            share=share,
        )

    def name(self, case: Case, index: Index) -> Words:
        """The rule, the group that must not fall behind, and the other."""
        title = super().name(case, index[:1])
        return _("{title} ({one} against {other})", title=title, one=index[1], other=index[2])

    def unit(self, case: Case, index: Index) -> Words:
        """Money or people, as the rule counts."""
        return MONEY if self.rule_of(case, index).of == "spending" else PERSONS

    def own(self, case: Case, index: Index) -> OwnNumber:
        """The share, and the other group's result at the size of this one."""
        rule, read = self.rule_of(case, index), case.numbers.plain
        one, other = (rule.groups[str(name)] for name in index[1:3])
        size = read(one.size) / read(other.size)
        terms = scaled(counted(case, rule.of, other, None), -size)
        return OwnNumber(float(np.mean(read(rule.share))), terms)
