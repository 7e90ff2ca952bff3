"""Plain data → Scenario: every fault of form as an issue, and what is left for further checks."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from optimizer.domain.base import Text
from optimizer.domain.limits import MOST_ISSUES
from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.layout import UNKNOWN, Place, follow, kinds_of, stand_in
from optimizer.inputs.messages import issue_of, path_by_id
from optimizer.inputs.tree import Location, at, drop, plain, put, spell

Model = TypeVar("Model", bound=BaseModel)
MOST_ROUNDS = 30


def build(document: Mapping[str, Any]) -> tuple[Scenario | None, list[Issue], frozenset[str]]:
    """The scenario, all faults of form, and the places that could not be read.

    With faults, the scenario is the document with well-formed stand-ins at those places, so that
    checks of meaning can still run on everything else; None when even that cannot be had.
    """
    return build_as(Scenario, document)


def build_as(
    model: type[Model], document: Mapping[str, Any]
) -> tuple[Model | None, list[Issue], frozenset[str]]:
    """As `build`, for any group of entries."""
    data, found = plain(document)
    issues, unread, mended = dict.fromkeys(found), set[str](), set[Location]()
    original = data
    for _other in range(MOST_ROUNDS):
        try:
            built = model.model_validate_json(json.dumps(data))
            return built, list(issues), frozenset(unread)
        except ValidationError as faults:
            errors = [e for e in faults.errors(include_url=False) if not _echo(e)]
        data = copy.deepcopy(data) if data is original else data
        for error in errors[:MOST_ISSUES]:
            place = follow(error["loc"], model)
            if not any(_related(place.path, path) for path in mended):
                issues[issue_of(error, original, model)] = None
        if len(errors) > MOST_ISSUES or len(issues) > MOST_ISSUES:
            return None, [*issues, Issue("document", *MORE)], frozenset(unread)
        for error in errors:
            place = follow(error["loc"], model)
            path = _mend(data, error, place)
            if path is not None:
                mended |= {place.path, path, *_renamed(data, path)}
                unread |= {spell(path), spell(path_by_id(path, original))}
    return None, list(issues), frozenset(unread)


MORE = (
    _("There are more problems than these."),
    _("Mend these first, then check again."),
)


def _echo(error: Any) -> bool:
    """Whether a list only counts as too short because of a fault in its members."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def _related(one: Location, other: Location) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _mend(data: Any, error: Any, place: Place) -> Location | None:
    """Takes a fault out of the document; the place that cannot be read any more, if any."""
    kind = error["type"]
    if kind == "extra_forbidden":
        drop(data, place.path)
        return None
    if place.group is Text:
        put(data, place.path[:-1], UNKNOWN)
        return place.path[:-1]
    if error["loc"] and error["loc"][-1] == "[key]":
        return _rename(data, place.path, kind)
    if place.number is not None:
        put(data, place.number, {"ref": UNKNOWN})
        return place.number
    value = stand_in(place.annotation)
    name = at(data, (*place.path, "id"))
    if kinds_of(place.annotation) and isinstance(name, str):
        value["id"] = name
    put(data, place.path, value)
    return place.path


def _renamed(data: Any, path: Location) -> list[Location]:
    """The entries beside a place that go by a name of ours."""
    beside = at(data, path[:-1])
    names = beside if isinstance(beside, dict) else ()
    return [(*path[:-1], name) for name in names if name.startswith(UNKNOWN)]


def _rename(data: Any, path: Location, fault: str) -> Location:
    """Gives an entry with an illegal name another one, so that others still find what it holds."""
    value = drop(data, path)
    if fault == "year_name":
        return path
    others = at(data, path[:-1])
    free = f"{UNKNOWN}{sum(name.startswith(UNKNOWN) for name in others)}"
    put(data, (*path[:-1], free), value)
    return path
