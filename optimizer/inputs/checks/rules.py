"""Checks of rules: each states something that can hold, once, about something that is there.

A rule that is not active has to be well formed too; whether it could hold is asked of active ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.domain.money_rules import Limit
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.checks.mentions import groups
from optimizer.inputs.checks.subject import Check, Subject


def ids_unique(s: Subject) -> Iterator[Issue]:
    """No two rules share an identifier."""
    for name, count in Counter(rule.id for rule in s.scenario.rules).items():
        if count > 1:
            problem = _("{count} rules are called '{name}'.", count=count, name=name)
            yield Issue(f"rules.{name}", problem, _OWN_ID)


def amount_or_share(s: Subject) -> Iterator[Issue]:
    """Where a rule takes an amount or a share, it states exactly one of them."""
    for rule in s.scenario.rules:
        for where, group in groups(rule):
            if {"amount", "share"} <= set(type(group).model_fields):
                given = [n for n in ("amount", "share") if getattr(group, n) is not None]
                if len(given) != 1:
                    yield Issue(where, _BOTH if given else _NEITHER, _EXACTLY_ONE)


_OWN_ID = _("Give each rule an id of its own.")
_BOTH = _("Both an amount and a share are given.")
_NEITHER = _("Neither an amount nor a share is given.")
_EXACTLY_ONE = _("Give exactly one of 'amount' and 'share'.")


def shares_of_a_budget(s: Subject) -> Iterator[Issue]:
    """A share of a year's budget needs a budget of that year."""
    by_year = s.scenario.budget.by_year
    if not s.sound("budget.by_year"):
        return
    for rule in s.scenario.rules:
        here = f"rules.{rule.id}"
        if not isinstance(rule, Limit) or not rule.active or not s.sound(f"{here}.year"):
            continue
        if rule.share is not None and rule.year is not None and rule.year not in by_year:
            problem = _("{year} has no budget of its own to take a share of.", year=rule.year)
            remedy = _("State budget.by_year.{year}, or give an 'amount'.", year=rule.year)
            yield Issue(f"{here}.share", problem, remedy)


def amounts_fit_the_budget(s: Subject) -> Iterator[Issue]:
    """A floor or commitment is not larger than the money there is."""
    money = s.scenario.money.parsed
    if not s.sound("budget", "money.unit"):
        return
    for rule in s.scenario.rules:
        given, here = getattr(rule, "amount", None), f"rules.{rule.id}"
        amount = None if given is None else s.value(given)
        unit = None if given is None else s.unit(given)
        if not rule.has_to_be_spent or not rule.active or amount is None or unit is None:
            continue
        if unit.currency not in (None, money.currency) or not s.sound(f"{here}.year"):
            continue
        amount *= unit.scale / money.scale if unit.currency is not None else 1.0
        year = getattr(rule, "year", None)
        limit = _most(s, year)
        if amount > limit * (1 + 1e-12):
            problem = _(
                "{amount} can never be spent: there are only {limit}.",
                amount=f"{amount:g}",
                limit=f"{limit:g}",
            )
            more = _("the budget")
            if year is not None and limit < s.scenario.budget.total:
                more = _("the budget of {year}", year=year)
            remedy = _("Give at most {limit}, or raise {more}.", limit=f"{limit:g}", more=more)
            yield Issue(f"{here}.amount", problem, remedy)


def _most(s: Subject, year: int | None) -> float:
    """Money that can be spent in a year at most, or over all years, in the scenario's unit."""
    budget = s.scenario.budget
    if year is None or year not in budget.by_year:
        return budget.total
    carried, most = 0.0, 0.0
    for y in s.scenario.years.all:
        if y > year:
            break
        most = budget.by_year.get(y, budget.total) + carried
        carried = budget.carry_over * most
    return min(most, budget.total)


def faults_of_the_kind(s: Subject) -> Iterator[Issue]:
    """What each kind of rule asks of its own fields."""
    optional = ("programmes", "tags", "up", "down")
    for rule in s.scenario.rules:
        if s.sound(*(f"{rule.place}.{name}" for name in optional)):
            yield from rule.faults(s)


CHECKS: tuple[Check, ...] = (
    ids_unique,
    amount_or_share,
    shares_of_a_budget,
    amounts_fit_the_budget,
    faults_of_the_kind,
)
