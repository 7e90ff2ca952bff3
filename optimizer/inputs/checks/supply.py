"""Checks of supply and yield: bands in order, curves complete, nothing for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from optimizer.domain.programme import Activity, Bands, Curve, CurveKind
from optimizer.errors import Issue
from optimizer.i18n import _
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
    if not s.given(*(f"{here}.delivers" for here, _other in activities)):
        return
    delivered = {
        r for _other, a in activities for r, amount in a.delivers.items() if s.value(amount) != 0
    }
    for q, pathway in s.scenario.pathways.items():
        for r in pathway.needs:
            capacity = s.scenario.capacities.get(r)
            if capacity is None or r in delivered or not s.sound(f"capacities.{r}.free"):
                continue
            free = capacity.free.values() if isinstance(capacity.free, Mapping) else [capacity.free]
            if all(s.value(number) == 0 for number in free):
                problem = _("No activity delivers '{r}' and none of it is free.", r=r)
                yield Issue(f"pathways.{q}.needs.{r}", problem, _DELIVER)


_DELIVER = _("Let an activity deliver it, state free capacity, or drop the need.")
_COSTS_RISE = _("Order the bands so that costs rise, or say 'indivisible: true'.")
_YIELDS_FALL = _("Order the bands so that yields fall, or say 'indivisible: true'.")


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
            problem = _("Only the last band may be without limit.")
            remedy = _("Add '{name}', or move the band to the end.", name=name)
            yield Issue(f"{where}[{i}]", problem, remedy)


def _in_order(where: str, name: str, rates: list[float | None]) -> Iterator[Issue]:
    cost = name == "unit_cost"
    sign, trend = (1, _("cheaper")) if cost else (-1, _("better"))
    for i, (before, after) in enumerate(pairwise(rates), 1):
        if before is None or after is None or min(before, after) < 0:
            continue
        if sign * (after - before) < -1e-12 * abs(before):
            problem = _(
                "{after} is {trend} than the band before it ({before}).",
                after=f"{after:g}",
                trend=trend,
                before=f"{before:g}",
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
        remedy = _("A curve of kind '{curve}' takes {words}.", curve=curve.curve, words=words)
        for name in ("ceiling", "half", "scale", "amount"):
            if getattr(curve, name) is None and name in needed:
                problem = _("'{name}' is missing for this curve.", name=name)
                yield Issue(f"{here}.{name}", problem, remedy)
        for name in ("ceiling", "half", "scale", "amount", "shape"):
            if name in curve.model_fields_set and name not in allowed:
                problem = _("'{name}' is superfluous for this curve.", name=name)
                yield Issue(f"{here}.{name}", problem, remedy)
        yield from _steep(s, activity, f"{here}.shape", "shape" in allowed)


def _steep(s: Subject, activity: Activity, where: str, shaped: bool) -> Iterator[Issue]:
    """A curve of whole units that grows ever steeper at first."""
    shape = s.value(activity.supply.shape) if isinstance(activity.supply, Curve) else None
    if shape is not None and shape > 1 and shaped and activity.indivisible:
        problem = _("With shape {shape} the curve first grows ever steeper.", shape=f"{shape:g}")
        remedy = _("Use a shape of at most 1 or bands, or allow parts of units.")
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
            problem = _(
                "Only {known} units a year can be bought, fewer than {least}.",
                known=f"{sum(known):g}",
                least=f"{least:g}",
            )
            remedy = _("Widen the bands or lower the scale.")
            yield Issue(f"{here}.minimum_scale", problem, remedy)


_FREE = (
    _("The band is free and without limit."),
    _("Give its 'units', or a unit cost above 0."),
)


def pathways_limited(s: Subject) -> Iterator[Issue]:
    """Something limits how many people take a pathway."""
    for q, pathway in s.scenario.pathways.items():
        here = f"pathways.{q}"
        needs = [s.value(need.amount) for need in pathway.needs.values()]
        free = all(amount == 0 for amount in needs) and pathway.pool is None
        if free and pathway.bands[-1].people is None and s.given(f"{here}.needs", f"{here}.pool"):
            problem = _("Nothing limits how many people take this pathway.")
            remedy = _("Give 'people' in the last band, a pool, or a need of some capacity.")
            yield Issue(f"{here}.bands[{len(pathway.bands) - 1}]", problem, remedy)


CHECKS: tuple[Check, ...] = (
    capacities_supplied,
    bands_in_order,
    curves_complete,
    supply_limited,
    pathways_limited,
)
