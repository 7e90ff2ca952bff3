"""Checks of supply and yield: bands in order, curves complete, nothing for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from optimizer.domain.programme import Activity, Bands, Curve, CurveKind
from optimizer.errors import Issue, Said
from optimizer.inputs.checks.subject import Check, Subject, in_words

NEEDS = {
    CurveKind.HILL: ("ceiling", "half"),
    CurveKind.EXPONENTIAL: ("ceiling", "scale"),
    CurveKind.LOGARITHMIC: ("amount", "scale"),
    CurveKind.POWER: ("amount", "scale"),
}
"""Numbers that each kind of curve must have."""
SHAPED = (CurveKind.HILL, CurveKind.POWER)
"""Kinds of curve that also take a shape."""


def _activities(s: Subject) -> Iterator[tuple[str, Activity]]:
    for p, programme in s.scenario.programmes.items():
        for a, activity in programme.activities.items():
            yield f"programmes.{p}.activities.{a}", activity


def capacities_supplied(s: Subject) -> Iterator[Issue]:
    """What a pathway needs is free or delivered by somebody."""
    activities = list(_activities(s))
    if not s.given(*(f"{here}.delivers" for here, _ in activities)):
        return
    delivered = {
        r for _, a in activities for r, amount in a.delivers.items() if s.value(amount) != 0
    }
    for q, pathway in s.scenario.pathways.items():
        for r in pathway.needs:
            capacity = s.scenario.capacities.get(r)
            if capacity is None or r in delivered or not s.sound(f"capacities.{r}.free"):
                continue
            free = capacity.free.values() if isinstance(capacity.free, Mapping) else [capacity.free]
            if all(s.value(number) == 0 for number in free):
                problem = Said(
                    f"No activity delivers '{r}' and none of it is free.",
                    f"'{r}': 공급하는 활동도 무상 물량도 없음.",
                )
                yield Issue(f"pathways.{q}.needs.{r}", problem, _DELIVER)


_DELIVER = Said(
    "Let an activity deliver it, state free capacity, or drop the need.",
    "공급 활동 추가, 무상 물량 기재, 또는 필요 항목 삭제.",
)
_COSTS_RISE = Said(
    "Order the bands so that costs rise, or say 'indivisible: true'.",
    "단가가 오르는 순서로 구간 배열 또는 'indivisible: true' 기재.",
)
_YIELDS_FALL = Said(
    "Order the bands so that yields fall, or say 'indivisible: true'.",
    "성과가 낮아지는 순서로 구간 배열 또는 'indivisible: true' 기재.",
)


def bands_in_order(s: Subject) -> Iterator[Issue]:
    """Unit costs rise and yields fall from band to band; only the last is without limit."""
    for here, activity in _activities(s):
        if isinstance(activity.supply, Bands):
            bands = activity.supply.bands
            where = f"{here}.supply.bands"
            yield from _open_ended(where, [b.units for b in bands], "units")
            if not activity.ordered:
                costs = [s.value(b.unit_cost) for b in bands]
                yield from _in_order(where, "unit_cost", costs)
    for q, pathway in s.scenario.pathways.items():
        where = f"pathways.{q}.bands"
        yield from _open_ended(where, [b.people for b in pathway.bands], "people")
        if not pathway.indivisible:
            yields = [s.value(b.net) for b in pathway.bands]
            yield from _in_order(where, "net", yields)


def _open_ended(where: str, widths: list[Any], name: str) -> Iterator[Issue]:
    for i, width in enumerate(widths[:-1]):
        if width is None:
            problem = Said(
                "Only the last band may be without limit.",
                "한도 없는 구간은 마지막 구간만 가능.",
            )
            remedy = Said(
                f"Add '{name}', or move the band to the end.",
                f"'{name}' 추가 또는 구간을 끝으로 이동.",
            )
            yield Issue(f"{where}[{i}]", problem, remedy)


def _in_order(where: str, name: str, rates: list[float | None]) -> Iterator[Issue]:
    cost = name == "unit_cost"
    sign, trend = (1, Said("cheaper", "낮음")) if cost else (-1, Said("better", "높음"))
    for i, (before, after) in enumerate(pairwise(rates), 1):
        if before is None or after is None or min(before, after) < 0:
            continue
        if sign * (after - before) < -1e-12 * abs(before):
            problem = Said(
                f"{after:g} is {trend} than the band before it ({before:g}).",
                f"값 {after:g}: 앞 구간({before:g})보다 {trend.ko}.",
            )
            yield Issue(f"{where}[{i}].{name}", problem, _COSTS_RISE if cost else _YIELDS_FALL)


def curves_complete(s: Subject) -> Iterator[Issue]:
    """A curve has exactly the numbers of its kind and bends the right way."""
    for activity_at, activity in _activities(s):
        curve, here = activity.supply, f"{activity_at}.supply"
        if not isinstance(curve, Curve) or not s.given(f"{here}.curve"):
            continue
        needed = NEEDS[curve.curve]
        allowed = (*needed, "shape") if curve.curve in SHAPED else needed
        words = in_words(allowed)
        remedy = Said(
            f"A curve of kind '{curve.curve}' takes {words}.",
            f"'{curve.curve}' 곡선의 항목: {words.ko}.",
        )
        for name in ("ceiling", "half", "scale", "amount"):
            if getattr(curve, name) is None and name in needed:
                problem = Said(f"'{name}' is missing for this curve.", f"곡선에 '{name}' 누락.")
                yield Issue(f"{here}.{name}", problem, remedy)
        for name in ("ceiling", "half", "scale", "amount", "shape"):
            if name in curve.model_fields_set and name not in allowed:
                problem = Said(
                    f"'{name}' is superfluous for this curve.", f"곡선에 불필요한 '{name}'."
                )
                yield Issue(f"{here}.{name}", problem, remedy)
        yield from _steep(s, activity, f"{here}.shape", "shape" in allowed)


def _steep(s: Subject, activity: Activity, where: str, shaped: bool) -> Iterator[Issue]:
    """A curve of whole units that grows ever steeper at first."""
    shape = s.value(activity.supply.shape) if isinstance(activity.supply, Curve) else None
    if shape is not None and shape > 1 and shaped and activity.indivisible:
        problem = Said(
            f"With shape {shape:g} the curve first grows ever steeper.",
            f"shape {shape:g}: 곡선이 처음에 점점 가팔라짐.",
        )
        remedy = Said(
            "Use a shape of at most 1 or bands, or allow parts of units.",
            "shape 1 이하 또는 구간 사용, 아니면 소수 단위 허용.",
        )
        yield Issue(where, problem, remedy)


def supply_limited(s: Subject) -> Iterator[Issue]:
    """Supply without limit costs something, and a minimum scale can be reached."""
    for here, activity in _activities(s):
        if not isinstance(activity.supply, Bands):
            continue
        bands = activity.supply.bands
        if bands[-1].units is None and s.value(bands[-1].unit_cost) == 0:
            where = f"{here}.supply.bands[{len(bands) - 1}]"
            yield Issue(where, *_FREE)
        widths = [None if b.units is None else s.value(b.units) for b in bands]
        known = [width for width in widths if width is not None]
        least = None if activity.minimum_scale is None else s.value(activity.minimum_scale)
        if least is not None and len(known) == len(bands) and sum(known) < least:
            problem = Said(
                f"Only {sum(known):g} units a year can be bought, fewer than {least:g}.",
                f"연간 구매 가능 물량 {sum(known):g}: 최소 규모 {least:g} 미달.",
            )
            remedy = Said("Widen the bands or lower the scale.", "구간 확대 또는 최소 규모 축소.")
            yield Issue(f"{here}.minimum_scale", problem, remedy)


_FREE = (
    Said("The band is free and without limit.", "구간이 무상이고 한도도 없음."),
    Said("Give its 'units', or a unit cost above 0.", "'units' 기재 또는 단가를 0보다 크게 지정."),
)


def pathways_limited(s: Subject) -> Iterator[Issue]:
    """Something limits how many people take a pathway."""
    for q, pathway in s.scenario.pathways.items():
        here = f"pathways.{q}"
        needs = [s.value(need.amount) for need in pathway.needs.values()]
        free = all(amount == 0 for amount in needs) and pathway.pool is None
        if free and pathway.bands[-1].people is None and s.given(f"{here}.needs", f"{here}.pool"):
            problem = Said(
                "Nothing limits how many people take this pathway.", "경로의 인원 한도가 없음."
            )
            remedy = Said(
                "Give 'people' in the last band, a pool, or a need of some capacity.",
                "마지막 구간의 'people', 대상 인력, 필요 자원 중 하나 기재.",
            )
            yield Issue(f"{here}.bands[{len(pathway.bands) - 1}]", problem, remedy)


CHECKS: tuple[Check, ...] = (
    capacities_supplied,
    bands_in_order,
    curves_complete,
    supply_limited,
    pathways_limited,
)
