"""A first scenario in few words: short forms, spelt out as a whole document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_OF_PROGRAMME = ("title", "tags", "indexation")
"""Entries of a programme with one activity that are its own; all others are the activity's."""
_TIER = "A"
"""The tier of a pathway that names none."""
_CHANNELS = ("retained", "attracted")
"""Channels of a document whose pathways name none."""


def spelt_out(
    name: str,
    money: str | Mapping[str, Any],
    years: int | Sequence[int] | Mapping[str, Any],
    budget: float | Mapping[str, Any],
    programmes: Mapping[str, Any],
    pathways: Mapping[str, Any],
) -> dict[str, Any]:
    """The document that the short forms of `Scenario.build` stand for, unchecked.

    What is no short form stands in the document as it is given, for the validator to judge.
    """
    lines = {p: _programme(p, given) for p, given in _entries(programmes)}
    ways = {q: _pathway(q, given) for q, given in _entries(pathways)}
    pools = {
        q: {"people_per_year": given["pool"]}
        for q, given in _entries(pathways)
        if isinstance(given, Mapping) and not isinstance(given.get("pool", ""), str)
    }
    found = [way for way in ways.values() if isinstance(way, Mapping)]
    return {
        "schema": 1,
        "id": name,
        "money": {"unit": money} if isinstance(money, str) else money,
        "years": _years(years),
        "budget": budget if isinstance(budget, Mapping) else {"total": budget},
        "objective": {
            "tiers": {str(way["tier"]): 1 for way in found} or {_TIER: 1},
            "channels": {str(way["channel"]): 1 for way in found if "channel" in way}
            or dict.fromkeys(_CHANNELS, 1),
        },
        "capacities": {capacity: {} for capacity in _delivered(lines.values())},
        "programmes": lines if isinstance(programmes, Mapping) else programmes,
        **({"pools": pools} if pools else {}),
        "pathways": ways if isinstance(pathways, Mapping) else pathways,
    }


def _entries(given: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(given, Mapping):
        yield from ((str(name), value) for name, value in given.items())


def _years(given: Any) -> Any:
    """The years of one number, of a first and a last one, or as they are."""
    if isinstance(given, int):
        return {"first": given, "last": given}
    if isinstance(given, Sequence) and len(given) == 2:
        return {"first": given[0], "last": given[1]}
    return given


def _programme(name: str, given: Any) -> Any:
    """A programme; one that lists no activities has a single one of the same name."""
    if not isinstance(given, Mapping) or "activities" in given:
        return given
    own = {key: given[key] for key in _OF_PROGRAMME if key in given}
    activity = {key: value for key, value in given.items() if key not in own}
    delivers = activity.get("delivers", name)
    activity["delivers"] = {delivers: 1} if isinstance(delivers, str) else delivers
    band = {key: activity.pop(key) for key in ("units", "unit_cost") if key in activity}
    if band:
        activity["supply"] = {"bands": [band]}
    return {**own, "activities": {name: activity}}


def _pathway(name: str, given: Any) -> Any:
    """A pathway; plain numbers stand for needs of one year, one band and a pool of its own."""
    if not isinstance(given, Mapping):
        return given
    way = {"tier": _TIER, **given}
    if isinstance(way.get("needs"), Mapping):
        way["needs"] = {
            capacity: need if isinstance(need, Mapping) and "amount" in need else {"amount": need}
            for capacity, need in way["needs"].items()
        }
    band = {key: way.pop(key) for key in ("people", "net") if key in way}
    if band:
        way["bands"] = [band]
    if not isinstance(way.get("pool", ""), str):
        way["pool"] = name
    return way


def _delivered(programmes: Any) -> dict[str, None]:
    """The capacities that activities deliver, in the order of the document."""
    found: dict[str, None] = {}
    for programme in programmes:
        activities = programme.get("activities") if isinstance(programme, Mapping) else None
        for _, activity in _entries(activities):
            delivers = activity.get("delivers") if isinstance(activity, Mapping) else None
            found |= dict.fromkeys(capacity for capacity, _ in _entries(delivers))
    return found
