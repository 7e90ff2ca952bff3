"""A trade-off in sentences: its ends, what one outcome costs of the other, how exact that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.i18n import Words, _
from optimizer.lp.sandwich import Pair
from optimizer.studies.efficient_plans import EfficientPlan, EfficientPlans
from optimizer.studies.outcome_words import how_many, one_better, outcome_title, worse_by
from optimizer.studies.weighing import direction

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
            "One plan is best in both: {both}, {both2}. There is nothing to trade.",
            both=both[0],
            both2=both[1],
        )
        return
    yield _ends(scenario, names, (start.first, start.second), (end.first, end.second))
    if best == best:
        own = _amounts(scenario, names, best)
        yield _("The scenario's own best plan: {own}, {own2}.", own=own[0], own2=own[1])
    if not found.whole:
        for low, high in _stretches(plans):
            yield _exchange(scenario, names, low, high)
    yield _accuracy(found)


def _amounts(scenario: Scenario, names: tuple[str, str], pair: Pair) -> list[Words]:
    return [how_many(scenario, name, value) for name, value in zip(names, pair, strict=True)]


def _ends(scenario: Scenario, names: tuple[str, str], start: Pair, end: Pair) -> Words:
    """The most of each outcome (the least spending), and what is then left of the other."""
    dust = [1e-6 * max(abs(a), abs(b)) for a, b in zip(start, end, strict=True)]
    said = [
        [how_many(scenario, n, v if abs(v) > d else 0.0) for n, v, d in zip(
            names, pair, dust, strict=True)]
        for pair in (start, end)
    ]  # fmt: skip
    parts = []
    for k, name in enumerate(names):
        title, mine, other = outcome_title(scenario, name), said[k][k], said[k][1 - k]
        alone = mine.en.removesuffix(f" {title.en}").removesuffix(" spent")
        amount = mine.ko.removeprefix(f"{title.ko} ")
        least = direction(name) < 0
        en = f"{'least' if least else 'most'} {title.en} is {alone}, with {other.en}"
        ko = f"{title.ko} {'최소' if least else '최대'} {amount}({other.ko})"
        parts.append(Text(en=en, ko=ko))
    return _("The {parts}; the {parts2}.", parts=parts[0], parts2=parts[1])


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
    begin, end = (
        how_many(scenario, names[0], p.first if abs(p.first) > dust else 0.0) for p in (low, high)
    )
    if direction(names[0]) > 0:
        count = begin.en.split(" ", 1)[0]
        return Text(
            en=f"From {count} to {end.en}, {one.en} costs {lost.en}.",
            ko=f"{begin.ko}~{end.ko.rsplit(' ', 1)[-1]} 구간: {one.ko} {lost.ko}.",
        )
    return Text(
        en=f"Between {begin.en.removesuffix(' spent')} and {end.en}, {one.en} costs {lost.en}.",
        ko=f"{begin.ko}~{end.ko.removeprefix('지출 ')} 구간: {one.ko} {lost.ko}.",
    )


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
