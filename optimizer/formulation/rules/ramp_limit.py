"""Ramp limit: spending of a programme rises and falls only so fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from optimizer.domain.money_rules import Change, RampLimit
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import (
    MONEY,
    Index,
    Movable,
    OwnNumber,
    PolicyRows,
    title_of,
)
from optimizer.formulation.stated_words import joined, money_words, share_words
from optimizer.formulation.terms import less, scaled
from optimizer.i18n import Words, _, pgettext, verbatim
from optimizer.lp.program import Coefficient, Row, Sense


class RampLimitRows(PolicyRows[RampLimit]):
    """From one year to the next, spending changes by at most an amount or a share."""

    key = "ramp_limit"
    kind = RampLimit
    title = _("Ramp limit")
    signed = True
    formula = (
        r"x_{p,y} - (1+s^{+})\,x_{p,y-1} \le a^{+} \qquad "
        r"x_{p,y} - (1-s^{-})\,x_{p,y-1} \ge -a^{-}"
    )

    def rows_of(self, case: Case, rule: RampLimit) -> Iterator[Row]:
        """A row for each direction that is limited and each year with a known year before it."""
        for way, change, sign, sense in (
            ("up", rule.up, 1.0, Sense.LE),
            ("down", rule.down, -1.0, Sense.GE),
        ):
            if change is None:
                continue
            kept, step = _change(case, change, sign)
            for y in case.years:
                key = (self.key, rule.id, way, y)
                now = case.spending([rule.programme], [y])
                if y - 1 in case.years:
                    before = case.spending([rule.programme], [y - 1])
                    yield Row(key, less(now, scaled(before, kept)), sense, step)
                elif rule.baseline is not None:
                    yield Row(key, now, sense, step + kept * case.numbers.money(rule.baseline))

    def words(self, case: Case, rule: RampLimit) -> Words:
        """The programme, and by how much it may rise and fall from year to year."""
        title = title_of(case.scenario.programmes, rule.programme)
        ways = []
        if rule.up is not None:
            ways.append(_("up {change}", change=_change_words(case, rule.up)))
        if rule.down is not None:
            ways.append(_("down {change}", change=_change_words(case, rule.down)))
        said = joined(ways, _(" and "))
        if rule.baseline is None:
            return _("{title}: at most {said} from year to year", title=title, said=said)
        return _(
            "{title}: at most {said} from year to year, from {before} in {first}",
            title=title,
            said=said,
            before=money_words(case, rule.baseline),
            first=case.scenario.years.first - 1,
        )

    def name(self, case: Case, index: Index) -> Words:
        """The rule, the direction and the year."""
        title = super().name(case, index[:1])
        up = index[1] == "up"
        return _(
            "{title} ({pgettext} to {index})",
            title=title,
            pgettext=(pgettext("change", "rise") if up else pgettext("change", "fall")),
            index=index[2],
        )

    def limit(self, case: Case, rule: RampLimit, rows: Sequence[Row]) -> Movable | None:
        """The amount by which spending may rise, else the one by which it may fall."""
        for way, change, sign in (("up", rule.up, 1.0), ("down", rule.down, -1.0)):
            if change is not None and change.amount is not None:
                mine = (r.key for r in rows if isinstance(r.key, tuple) and r.key[2] == way)
                amount = float(case.numbers.money(change.amount))
                return Movable(amount, MONEY, dict.fromkeys(mine, sign))
        return None

    def own(self, case: Case, index: Index) -> OwnNumber | None:
        """The share, and the earlier year's spending; an amount stands on the right instead."""
        rule, year = self.rule_of(case, index), int(index[2])
        up = index[1] == "up"
        change = rule.up if up else rule.down
        if change is None or change.amount is not None or year - 1 not in case.years:
            return None
        before = case.spending([rule.programme], [year - 1])
        share = float(np.mean(case.numbers.plain(change.share)))
        return OwnNumber(share, scaled(before, -1.0 if up else 1.0))


def _change_words(case: Case, change: Change) -> Words:
    """What a change allows, in words."""
    if change.amount is not None:
        return money_words(case, change.amount)
    share = share_words(case, change.share)
    return verbatim(share)


def _change(case: Case, change: Change, sign: float) -> tuple[Coefficient, Coefficient]:
    """The factor of the earlier year and the step of money that a change allows."""
    if change.amount is not None:
        return 1.0, sign * case.numbers.money(change.amount)
    return 1.0 + sign * case.numbers.plain(change.share), 0.0
