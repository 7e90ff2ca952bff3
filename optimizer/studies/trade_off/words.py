"""A trade-off in sentences: its ends, what one outcome costs of the other, how exact that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.i18n import Words, _
from optimizer.lp.fronts.sandwich import Pair
from optimizer.studies.outcome_words import how_many, how_much, one_better, outcome_title, worse_by
from optimizer.studies.trade_off.efficient_plans import EfficientPlan, EfficientPlans
from optimizer.studies.trade_off.weighing import direction

STRETCHES = 5
"""Stretches of the frontier that sentences speak of at most."""


def trade_sentences(
    scenario: Scenario, names: tuple[str, str], found: EfficientPlans, best: Pair
) -> Iterator[Words]:
    """The ends, the scenario's own plan (`best` in both outcomes), the exchange, the accuracy."""
    plans = found.plans
    start, end = plans[0], plans[-1]
    if len(plans) == 1:
        both = _amounts(scenario, names, (start.first, start.second))
        yield _(
            "One plan is best in both: {first}, {second}. There is nothing to trade.",
            first=both[0],
            second=both[1],
        )
        return
    yield _ends(scenario, names, (start.first, start.second), (end.first, end.second))
    if best == best:
        own = _amounts(scenario, names, best)
        yield _("The scenario's own best plan: {first}, {second}.", first=own[0], second=own[1])
    if not found.whole:
        for low, high in _stretches(plans):
            yield _exchange(scenario, names, low, high)
    yield _accuracy(found)


def _amounts(scenario: Scenario, names: tuple[str, str], pair: Pair) -> list[Words]:
    return [how_many(scenario, name, value) for name, value in zip(names, pair, strict=True)]


def _ends(scenario: Scenario, names: tuple[str, str], start: Pair, end: Pair) -> Words:
    """The most of each outcome (the least spending), and what is then left of the other."""
    dust = [1e-6 * max(abs(a), abs(b)) for a, b in zip(start, end, strict=True)]
    amounts = [
        [v if abs(v) > d else 0.0 for v, d in zip(pair, dust, strict=True)]
        for pair in (start, end)
    ]  # fmt: skip
    parts = []
    for k, name in enumerate(names):
        words = {
            "title": outcome_title(scenario, name),
            "mine": how_much(scenario, name, amounts[k][k]),
            "other": how_many(scenario, names[1 - k], amounts[k][1 - k]),
        }
        if direction(name) < 0:
            parts.append(_("least {title} is {mine}, with {other}", **words))
        else:
            parts.append(_("most {title} is {mine}, with {other}", **words))
    return _("The {first}; the {second}.", first=parts[0], second=parts[1])


def _stretches(plans: tuple[EfficientPlan, ...]) -> Iterator[tuple[EfficientPlan, EfficientPlan]]:
    """Neighbours, or longer stretches of as many plans each, from the worst first outcome up."""
    count = min(STRETCHES, len(plans) - 1)
    ends = [round(k * (len(plans) - 1) / count) for k in range(count + 1)]
    for high, low in reversed(list(pairwise(ends))):
        yield plans[low], plans[high]


def _exchange(
    scenario: Scenario, names: tuple[str, str], low: EfficientPlan, high: EfficientPlan
) -> Words:
    """What one more of the first outcome costs of the second, between two plans."""
    step, one = one_better(scenario, names[0])
    rate = abs(high.second - low.second) / abs(high.first - low.first)
    lost = worse_by(scenario, names[1], rate * step)
    dust = 1e-6 * max(abs(low.first), abs(high.first))
    name, ends = names[0], [p.first if abs(p.first) > dust else 0.0 for p in (low, high)]
    low_, high_ = (how_much(scenario, name, end) for end in ends)
    begin, end = (how_many(scenario, name, end) for end in ends)
    if direction(name) > 0:
        return _(
            "From {low} to {end}, {one} costs {lost}.",
            low=low_, begin=begin, end=end, high=high_, one=one, lost=lost,
        )  # fmt: skip
    return _(
        "Between {low} and {end}, {one} costs {lost}.",
        low=low_, begin=begin, end=end, high=high_, one=one, lost=lost,
    )  # fmt: skip


def _accuracy(found: EfficientPlans) -> Words:
    count = len(found.plans)
    if found.whole:
        rest = digits(100.0 * found.unexplored, 2)
        steps = bool(found.plans[0].plan.case.curves)
        return _(
            "{count} plans with whole decisions, each proved{text}; {rest}% of the "
            "field between them may hide others.",
            count=count,
            text=(_(" on the steps of the supply curves") if steps else ""),
            rest=rest,
        )
    if found.exact:
        return _(
            "These are all {count} corner plans, exactly; every mixture of "
            "neighbours is efficient too.",
            count=count,
        )
    gap = digits(100.0 * found.gap, 1)
    return _(
        "{count} plans on the true supply curves; no plan lies beyond the "
        "lines between them by more than {gap}% of either range.",
        count=count,
        gap=gap,
    )
