"""What holds the plan back: every binding limit with its worth on both sides, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite

import numpy as np

from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import (
    MONEY,
    Price,
    money_step,
    title_of,
    worth,
    worth_of_points,
)
from optimizer.i18n import Words, _
from optimizer.lp.program import Key
from optimizer.lp.sensitivity.prices import ColumnPrice, LimitPrice, Prices, prices
from optimizer.results.columns import in_columns
from optimizer.results.plan import BINDING, Plan, lines
from optimizer.solving.curves.price_range import PriceRange
from optimizer.solving.variants import is_policy
from optimizer.studies.best_plan.budget_worth import budget_worth
from optimizer.studies.best_plan.whole_steps import TOTAL, differences, own_change

ZERO = 1e-9
POINT = 0.01
"""A step of a share to speak of."""


@dataclass(frozen=True)
class Limit:
    """One binding limit of a plan."""

    name: str
    kind: str
    title: Words
    per: Words
    price: Price
    sentence: Words
    rank: float


def with_binding(plan: Plan) -> Plan:
    """The plan with its table of binding limits: rules, budgets and pools first, then capacities.

    Prices are derivatives of the objective. Where all supply is in bands a price holds exactly on
    its range; where some is a curve, the range is that on which it changes by at most 10%. Where
    decisions are whole, budgets and rules are priced by solving again a step to either side.
    """
    if not plan.found:
        return plan
    worth = budget_worth(plan)
    limits = [] if worth is None or not worth.felt else [_limit(plan, TOTAL, worth)]
    if plan.solution.prices is None:
        limits += _steps(plan)
    else:
        found = _prices(plan)
        limits += [*_rows(plan, found.rows), *_supply(plan, found.columns)]
    limits.sort(key=lambda limit: (limit.kind == "capacity", -limit.rank, limit.name))
    rows = BINDING.frame(_row(limit) for limit in limits)
    return replace(plan, binding=rows, budget_worth=worth)


def _row(limit: Limit) -> dict[str, object]:
    p = limit.price
    return {
        "rule": limit.name, "kind": limit.kind,
        "price": p.up if abs(p.up) >= abs(p.down) else p.down,
        "price_down": p.down, "price_up": p.up, "rhs": p.rhs, "holds_from": p.holds_from,
        "holds_to": p.holds_to,
        **in_columns(title=limit.title, per=limit.per, sentence=limit.sentence),
    }  # fmt: skip


def _prices(plan: Plan) -> Prices:
    """The rows at their limit, and the ends of supply in bands: activities bought to the last."""
    case, value = plan.case, plan.solution.value
    idle = {
        ("capacity", r.capacity, r.year)
        for r in lines(plan.capacities)
        if r.available <= ZERO and r.used <= ZERO
    }
    ends = [
        columns[-1]
        for (activity, _other), columns in case.columns.items()
        if activity not in case.curves and value[columns[-1]] > 0
    ]
    rows = [key for key in _touched(plan) if key not in idle]
    return prices(plan.solution, rows=rows, columns=ends)


def _rows(plan: Plan, found: Mapping[Key, LimitPrice]) -> Iterator[Limit]:
    ranges = PriceRange(plan) if plan.case.curves else None
    for key in [key for key, row in found.items() if _price(row).felt and key != TOTAL]:
        row = found[key]
        signed = RULE_OF[str(key[0])].signed  # type: ignore[index]
        yield _limit(plan, key, ranges.widened(key, row, signed=signed) if ranges else _price(row))


def _steps(plan: Plan) -> Iterator[Limit]:
    for key, price in differences(plan):
        if price.felt:
            yield _limit(plan, key, price)


def _limit(plan: Plan, key: Key, price: Price) -> Limit:
    """A row of the programme with its price, in words."""
    assert isinstance(key, tuple)
    kind, index, case = str(key[0]), key[1:], plan.case
    program, rule = plan.solution.program, RULE_OF[kind]
    policy = is_policy(program.rows[program.row_number[key]], case.scenario)
    name = str(index[0]) if policy else ".".join(map(str, key))
    title, unit = rule.name(case, index), rule.unit(case, index)
    if rule.own(case, index) is None:
        said, rank = rule.explain(case, index, price), _rank(plan, unit, price)
    else:
        points = [own_change(plan, key, by) for by in (POINT, -POINT)]
        said = worth_of_points(*points)
        rank = max((abs(change) for change in points if isfinite(change)), default=0.0)
    return Limit(name, kind, title, unit, price, said, rank)


def _touched(plan: Plan) -> Iterator[Key]:
    """Rows at their limit; at a kink the solver's own price of such a row may be zero."""
    program, arrays = plan.solution.program, plan.solution.program.arrays
    assert plan.solution.x is not None
    activity = arrays.times(plan.solution.x)
    size = np.bincount(arrays.row_of, np.abs(arrays.data), len(activity)) + 1.0
    for n, row in enumerate(program.rows):
        if abs(activity[n] - float(row.rhs)) <= ZERO * max(abs(float(row.rhs)), size[n]):
            yield row.key


def _supply(plan: Plan, found: Mapping[Key, ColumnPrice]) -> Iterator[Limit]:
    case = plan.case
    for key, column in found.items():
        assert isinstance(key, tuple)
        _other, p, a, _other, y = key
        ceiling = column.ceiling
        if ceiling is None or not _price(ceiling).felt:
            continue
        width = sum(float(s.width) for s in case.supply[p, a][y])
        shift = width - ceiling.limit
        price = Price(
            width, ceiling.up, ceiling.down, ceiling.holds_from + shift, ceiling.holds_to + shift
        )
        activity = case.activities[p, a]
        title = title_of(case.scenario.programmes[p].activities, a)
        unit = activity.unit or _("units")
        yield Limit(
            f"supply.{p}.{a}.{y}", "supply",
            _("{title}: supply in {y}", title=title, y=y),
            unit, price, worth(case, price, amount=1.0, unit=unit), _rank(plan, unit, price),
        )  # fmt: skip


def _price(row: LimitPrice) -> Price:
    return Price(row.limit, row.up, row.down, row.holds_from, row.holds_to)


def _rank(plan: Plan, unit: Words, price: Price) -> float:
    """Change of the objective from a step one would really take: a sum, one unit, one person."""
    step = money_step(plan.case) if unit == MONEY else 1.0
    sides = (price.up, price.down if price.rhs > 0 else 0.0, 0.0)
    return step * max(abs(p) for p in sides if isfinite(p))
