"""Checks of rules: each states something that can hold, once, about something that is there.

A rule that is not active has to be well formed too; whether it could hold is asked of active ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.domain.choice_rules import EitherOr, Requires
from optimizer.domain.money_rules import (
    Commitment,
    Earmark,
    Limit,
    ProgrammeFloor,
    RampLimit,
)
from optimizer.domain.outcome_rules import Balance
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
        floor = isinstance(rule, ProgrammeFloor | Commitment)
        floor = floor or (isinstance(rule, Earmark) and rule.bound == "floor")
        given, here = getattr(rule, "amount", None), f"rules.{rule.id}"
        amount = None if given is None else s.value(given)
        unit = None if given is None else s.unit(given)
        if not floor or not rule.active or amount is None or unit is None:
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


def something_stated(s: Subject) -> Iterator[Issue]:
    """A rule whose terms are all optional states at least one of them."""
    for rule in s.scenario.rules:
        here = f"rules.{rule.id}"
        optional = ("programmes", "tags", "up", "down")
        if not s.sound(*(f"{here}.{name}" for name in optional)):
            continue
        if isinstance(rule, Earmark) and not rule.programmes and not rule.tags:
            yield Issue(here, _EMPTY, _NAME_MEMBERS)
        elif isinstance(rule, RampLimit) and rule.up is None and rule.down is None:
            yield Issue(here, _NO_LIMIT, _UP_OR_DOWN)
        elif isinstance(rule, Balance):
            yield from _balance(s, rule, here)
        elif isinstance(rule, EitherOr):
            yield from _either_or(rule, here)
        elif isinstance(rule, Requires):
            yield from _requires(s, rule, here)


_EMPTY = _("The group is empty.")
_NAME_MEMBERS = _("Name its 'programmes' or 'tags'.")
_NO_LIMIT = _("The rule limits nothing.")
_UP_OR_DOWN = _("Give 'up', 'down' or both.")
_LEAST_OR_MOST = _("Give 'at_least', 'at_most' or both.")


def _balance(s: Subject, rule: Balance, here: str) -> Iterator[Issue]:
    if rule.at_least is None and rule.at_most is None:
        yield Issue(here, _NO_LIMIT, _LEAST_OR_MOST)
        return
    if not rule.active:
        return
    least = None if rule.at_least is None else s.value(rule.at_least)
    most = None if rule.at_most is None else s.value(rule.at_most)
    if least is not None and most is not None and least > most:
        problem = _(
            "At least {least} and at most {most} cannot both hold.",
            least=f"{least:g}",
            most=f"{most:g}",
        )
        yield Issue(here, problem, _("Swap the two numbers."))


def _either_or(rule: EitherOr, here: str) -> Iterator[Issue]:
    if rule.active and rule.count > len(rule.among) and rule.bound != "at_most":
        number = len(rule.among)
        problem = _("{count} of {number} lines can never be open.", count=rule.count, number=number)
        remedy = _("Give at most {number}.", number=number)
        yield Issue(f"{here}.count", problem, remedy)
    if rule.minimum is None and rule.bound != "at_most":
        problem = _(
            "With bound '{bound}' it must be clear when a line counts as open.", bound=rule.bound
        )
        remedy = _("Add 'minimum', the money from which on it does.")
        yield Issue(f"{here}.minimum", problem, remedy)


def _requires(s: Subject, rule: Requires, here: str) -> Iterator[Issue]:
    if not rule.active:
        return
    known, span = s.scenario.programmes, len(s.scenario.years.all)
    if s.sound("years", f"{here}.lag_years") and rule.lag_years >= span:
        problem = _("No year lies {lag_years} years after another one.", lag_years=rule.lag_years)
        remedy = _("Give at most {span}.", span=span - 1)
        yield Issue(f"{here}.lag_years", problem, remedy)
    if rule.at_least is not None or not s.sound("programmes"):
        return
    for p, a in rule.only_if.activities(known):
        activity = known[p].activities[a]
        if activity.minimum_scale is None and activity.opening_cost is None:
            problem = _("Nothing tells when '{a}' counts as open.", a=a)
            remedy = _("Add 'at_least' to the rule, or a minimum scale to the activity.")
            yield Issue(f"{here}.at_least", problem, remedy)


CHECKS: tuple[Check, ...] = (
    ids_unique,
    amount_or_share,
    shares_of_a_budget,
    amounts_fit_the_budget,
    something_stated,
)
