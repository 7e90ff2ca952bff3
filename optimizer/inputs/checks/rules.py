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
from optimizer.errors import Issue, Said
from optimizer.inputs.checks.mentions import groups
from optimizer.inputs.checks.subject import Check, Subject


def ids_unique(s: Subject) -> Iterator[Issue]:
    """No two rules share an identifier."""
    for name, count in Counter(rule.id for rule in s.scenario.rules).items():
        if count > 1:
            problem = Said(f"{count} rules are called '{name}'.", f"'{name}' 규칙 {count}건 중복.")
            yield Issue(f"rules.{name}", problem, _OWN_ID)


def amount_or_share(s: Subject) -> Iterator[Issue]:
    """Where a rule takes an amount or a share, it states exactly one of them."""
    for rule in s.scenario.rules:
        for where, group in groups(rule):
            if {"amount", "share"} <= set(type(group).model_fields):
                given = [n for n in ("amount", "share") if getattr(group, n) is not None]
                if len(given) != 1:
                    yield Issue(where, _BOTH if given else _NEITHER, _EXACTLY_ONE)


_OWN_ID = Said("Give each rule an id of its own.", "규칙마다 고유한 id 부여.")
_BOTH = Said("Both an amount and a share are given.", "금액과 비율을 함께 기재함.")
_NEITHER = Said("Neither an amount nor a share is given.", "금액과 비율이 모두 없음.")
_EXACTLY_ONE = Said(
    "Give exactly one of 'amount' and 'share'.", "'amount'와 'share' 중 하나만 기재."
)


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
            problem = Said(
                f"{rule.year} has no budget of its own to take a share of.",
                f"{rule.year}년 예산이 따로 없어 비율 적용 불가.",
            )
            remedy = Said(
                f"State budget.by_year.{rule.year}, or give an 'amount'.",
                f"budget.by_year.{rule.year} 기재 또는 'amount'로 금액 지정.",
            )
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
            problem = Said(
                f"{amount:g} can never be spent: there are only {limit:g}.",
                f"금액 {amount:g}: 집행 가능한 한도 {limit:g} 초과.",
            )
            more = Said("the budget", "예산")
            if year is not None and limit < s.scenario.budget.total:
                more = Said(f"the budget of {year}", f"{year}년 예산")
            remedy = Said(
                f"Give at most {limit:g}, or raise {more}.",
                f"{limit:g} 이하로 조정하거나 {more.ko} 증액.",
            )
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


_EMPTY = Said("The group is empty.", "대상 묶음이 비어 있음.")
_NAME_MEMBERS = Said("Name its 'programmes' or 'tags'.", "'programmes' 또는 'tags' 기재.")
_NO_LIMIT = Said("The rule limits nothing.", "규칙이 제한하는 내용 없음.")
_UP_OR_DOWN = Said("Give 'up', 'down' or both.", "'up', 'down' 중 하나 이상 기재.")
_LEAST_OR_MOST = Said(
    "Give 'at_least', 'at_most' or both.", "'at_least', 'at_most' 중 하나 이상 기재."
)


def _balance(s: Subject, rule: Balance, here: str) -> Iterator[Issue]:
    if rule.at_least is None and rule.at_most is None:
        yield Issue(here, _NO_LIMIT, _LEAST_OR_MOST)
        return
    if not rule.active:
        return
    least = None if rule.at_least is None else s.value(rule.at_least)
    most = None if rule.at_most is None else s.value(rule.at_most)
    if least is not None and most is not None and least > most:
        problem = Said(
            f"At least {least:g} and at most {most:g} cannot both hold.",
            f"하한 {least:g}, 상한 {most:g}: 동시 충족 불가.",
        )
        yield Issue(here, problem, Said("Swap the two numbers.", "두 값을 맞바꿈."))


def _either_or(rule: EitherOr, here: str) -> Iterator[Issue]:
    if rule.active and rule.count > len(rule.among) and rule.bound != "at_most":
        number = len(rule.among)
        problem = Said(
            f"{rule.count} of {number} lines can never be open.",
            f"사업 {number}개 중 {rule.count}개 시행은 불가능.",
        )
        remedy = Said(f"Give at most {number}.", f"{number} 이하로 기재.")
        yield Issue(f"{here}.count", problem, remedy)
    if rule.minimum is None and rule.bound != "at_most":
        problem = Said(
            f"With bound '{rule.bound}' it must be clear when a line counts as open.",
            f"bound '{rule.bound}'에는 사업을 시행으로 보는 기준 필요.",
        )
        remedy = Said(
            "Add 'minimum', the money from which on it does.",
            "'minimum'(시행으로 보는 최소 금액) 추가.",
        )
        yield Issue(f"{here}.minimum", problem, remedy)


def _requires(s: Subject, rule: Requires, here: str) -> Iterator[Issue]:
    if not rule.active:
        return
    known, span = s.scenario.programmes, len(s.scenario.years.all)
    if s.sound("years", f"{here}.lag_years") and rule.lag_years >= span:
        problem = Said(
            f"No year lies {rule.lag_years} years after another one.",
            f"{rule.lag_years}년 간격을 둘 수 있는 연도 없음.",
        )
        remedy = Said(f"Give at most {span - 1}.", f"{span - 1} 이하로 기재.")
        yield Issue(f"{here}.lag_years", problem, remedy)
    if rule.at_least is not None or not s.sound("programmes"):
        return
    for p, a in rule.only_if.activities(known):
        activity = known[p].activities[a]
        if activity.minimum_scale is None and activity.opening_cost is None:
            problem = Said(
                f"Nothing tells when '{a}' counts as open.",
                f"'{a}' 활동을 시행으로 보는 기준 없음.",
            )
            remedy = Said(
                "Add 'at_least' to the rule, or a minimum scale to the activity.",
                "규칙에 'at_least' 추가 또는 활동에 최소 규모 지정.",
            )
            yield Issue(f"{here}.at_least", problem, remedy)


CHECKS: tuple[Check, ...] = (
    ids_unique,
    amount_or_share,
    shares_of_a_budget,
    amounts_fit_the_budget,
    something_stated,
)
