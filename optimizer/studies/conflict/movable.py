"""Numbers of a document that a repair may move: how rows depend on them, how they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, inf, isfinite, log10
from typing import Any

import numpy as np

from optimizer.domain.money_rules import Limit
from optimizer.domain.policy import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.numbers import Numbers
from optimizer.inputs.overlay import merge
from optimizer.lp.program import Key, LinearProgram

DIGITS = (4, 6, 9, 12)
"""Places of a share, or significant digits of anything else, tried from the coarsest."""
DUST = 1e-9
"""Size of a number, against what it is now, below which it is nought."""
NEAR = 1e-6
"""A number this close to a typed one, in steps of the last digit, is taken as that one."""


@dataclass(frozen=True)
class Movable:
    """A number at `path` that stands at `now`, in the units of the document."""

    group: str
    path: str
    now: float
    money: bool = False
    share: bool = False
    least: float = 0.0
    most: float = inf

    def overlay(self, value: float) -> dict[str, Any]:
        """The change of the document that puts the number at `value`."""
        return nested(self.path, value)

    def moved(self, amount: float) -> float:
        """`now` and so much more, without rounding dust around its ends and nought."""
        value = self.now + amount
        value = 0.0 if abs(value) <= DUST * abs(self.now) else value
        return min(max(value, self.least), self.most)

    def typed(self, value: float) -> Iterator[float]:
        """`value` as a planner would type it, never nearer to `now`; finer and finer."""
        outward = floor if value < self.now else ceil
        for digits in DIGITS:
            power = -digits if self.share else self._power(value) - digits + 1
            steps = value / 10.0**power
            whole = round(steps) if abs(steps - round(steps)) < NEAR else outward(steps)
            for count in (whole, whole + (-1 if value < self.now else 1)):
                number = round(count * 10.0**power, max(0, -power))
                if self.least <= number <= self.most:
                    yield number

    def _power(self, value: float) -> int:
        """Power of ten of the first digit; rounding dust counts as 0."""
        size = max(abs(value), DUST * abs(self.now))
        return floor(log10(size)) if size > 0 else 0


def nested(path: str, value: Any) -> dict[str, Any]:
    """{'a': {'b': value}} for 'a.b'."""
    for step in reversed(path.split(".")):
        value = {step: value}
    assert isinstance(value, dict)
    return value


def movables(scenario: Scenario, rule: PolicyRule) -> Iterator[Movable]:
    """The limits that a rule states; factors, sizes and facts in it are not up for repair."""
    numbers = Numbers(scenario)
    group = f"rules.{rule.id}"
    for stated in rule.numbers():
        name, money = stated.name, stated.money
        if name == "baseline" or "[" in name or name.startswith("groups."):
            continue
        read = numbers.money if money else numbers.plain
        value = float(read(stated.number))
        share = not money and (stated.most == 1.0 or name.endswith("share"))
        yield Movable(group, f"{group}.{name}", value, money, share, stated.least, stated.most)


def within_signed(
    numbers: Iterable[Movable], scenario: Scenario, signed: Scenario
) -> Iterator[Movable]:
    """The numbers with nowhere to go but between what they are and what is signed.

    A number that stands as signed has no room and is left out; a rule, or a number of it, that the
    signed document does not state goes where it likes. A limit that is signed as a share and stands
    as an amount now, or the other way round, is held to the same money.
    """
    stated: dict[str, float] = {}
    for rule in (r for r in signed.rules if r.active):
        for number in movables(signed, rule):
            stated[number.path] = number.now
            stated.update(_restated(number, rule, signed, scenario))
    for number in numbers:
        if number.path not in stated:
            yield number
        elif stated[number.path] != number.now:
            low, high = sorted((number.now, stated[number.path]))
            yield replace(number, least=max(number.least, low), most=min(number.most, high))


def _restated(
    number: Movable, rule: PolicyRule, signed: Scenario, scenario: Scenario
) -> Iterator[tuple[str, float]]:
    """A signed limit of money under the name of its other form."""
    if not isinstance(rule, Limit):
        return
    base = scenario.budget.total if rule.year is None else scenario.budget.by_year.get(rule.year, 0)
    before = signed.budget.total if rule.year is None else signed.budget.by_year.get(rule.year, 0)
    if number.share:
        yield f"{number.group}.amount", number.now * before
    elif base > 0:
        yield f"{number.group}.share", number.now / base


def budget_movables(scenario: Scenario) -> Iterator[Movable]:
    """The total budget and the budgets of single years; more money may be asked for, never less."""
    now = scenario.budget.total
    yield Movable("budget.total", "budget.total", now, money=True, least=now)
    for year, amount in scenario.budget.by_year.items():
        path = f"budget.by_year.{year}"
        yield Movable(path, path, amount, money=True, least=amount)


def case_at(case: Case, number: Movable, value: float) -> Case:
    """The case with the number at `value`, and everything else as it is."""
    document = merge(case.scenario.document, number.overlay(value))
    scenario = Scenario.model_validate(document, strict=False)
    return replace(case, scenario=scenario, numbers=Numbers(scenario), most=case.most_money)


def slopes(case: Case, number: Movable) -> dict[Key, float] | None:
    """By how much each right-hand side grows with the number; None where rows change otherwise."""
    step = max(abs(number.now), 0.125 if number.share else 1.0)
    base, near, far = (
        compile_program(case if k == 0 else case_at(case, number, number.now + k * step))
        for k in range(3)
    )
    first, second = _rise(base, near), _rise(near, far)
    if first is None or second is None or not first.any():
        return None
    if not np.allclose(first, second, rtol=1e-9, atol=1e-9 * float(np.abs(first).max())):
        return None
    return {
        row.key: rise / step
        for row, rise in zip(base.rows, first.tolist(), strict=True)
        if rise != 0 and isfinite(rise)
    }


def _rise(low: LinearProgram, high: LinearProgram) -> Any:
    """Growth of each right-hand side; None where anything else differs, gains apart."""
    a, b = low.arrays, high.arrays
    same = (
        [r.key for r in low.rows] == [r.key for r in high.rows]
        and np.array_equal(a.indices, b.indices)
        and np.array_equal(a.data, b.data)
        and np.array_equal(a.upper, b.upper)
    )
    if not same:
        return None
    pairs = zip(low.rows, high.rows, strict=True)
    return np.array([float(above.rhs) - float(below.rhs) for below, above in pairs])
