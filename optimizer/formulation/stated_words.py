"""What a rule states, in words: its amount or share, its year, whom it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.domain.money_rules import Limit
from optimizer.domain.outcome_rules import OutcomeRule
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.case import Case
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.sums import names_of
from optimizer.i18n import EMPTY, Words, _, in_a_row, pgettext, rendered

SIGNIFICANT = 4
"""Digits of a stated number in a title."""
NOTHING = EMPTY


def stated(case: Case, number: Any, *, is_money: bool = False) -> float:
    """A number as the document states it, whatever draws the case holds; money in its own unit."""
    read = Numbers(case.scenario)
    return float((read.money if is_money else read.plain)(number))


def money_words(case: Case, number: Any) -> Words:
    """An amount of money that a rule states."""
    value, unit = stated(case, number, is_money=True), case.scenario.money.parsed
    return rendered(money, value, unit, significant=SIGNIFICANT)


def share_words(case: Case, number: Any) -> str:
    """A share that a rule states."""
    return percent(stated(case, number), SIGNIFICANT)


def count_words(case: Case, number: Any) -> str:
    """A plain number that a rule states."""
    return digits(stated(case, number), SIGNIFICANT)


def money_bound_words(case: Case, name: Words, rule: Limit, *, floor: bool) -> Words:
    """Who gets at least, or at most, how much money and when."""
    bound = pgettext("bound", "at least") if floor else pgettext("bound", "at most")
    year = NOTHING if rule.year is None else _(" in {year}", year=rule.year)
    if rule.amount is not None:
        much = money_words(case, rule.amount)
    else:
        share = share_words(case, rule.share)
        much = _("{share} of the budget", share=share)
    return _("{name}: {bound} {much}{year}", name=name, bound=bound, much=much, year=year)


_COUNTED = {
    "net": _("net people"),
    "supported": _("people supported"),
    "spending": _("spending"),
}


def counted_words(of: str) -> Words:
    """What a rule counts."""
    return _COUNTED[of]


def people_words(case: Case, rule: OutcomeRule, *, floor: bool) -> Words:
    """Of whom at least, or at most, how many and when."""
    who, what = names_of(case, rule), counted_words(rule.of)
    count = count_words(case, rule.people)
    year = NOTHING if rule.year is None else _(" in {year}", year=rule.year)
    bound = pgettext("bound", "at least") if floor else pgettext("bound", "at most")
    return _(
        "{who}: {bound} {count} {what}{year}",
        who=who,
        bound=bound,
        count=count,
        what=what,
        year=year,
    )


def in_year(year: int | None) -> Words:
    """', in 2026'; nothing for all years."""
    return NOTHING if year is None else _(", in {year}", year=year)


def joined(parts: Iterable[Words], last: Words) -> Words:
    """'a, b and c', with the last of them joined as `last` says."""
    members = list(parts)
    if len(members) < 2:
        return members[0] if members else NOTHING
    return in_a_row((in_a_row(members[:-1], pgettext("list", ", ")), members[-1]), last)
