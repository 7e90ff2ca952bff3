"""The layout of a document, read off the models: what belongs at a place, what may stand in."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag
from pydantic.fields import FieldInfo

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.inputs.tree import Location

UNKNOWN = "unreadable--"
"""The name that stands in for one that cannot be read; nothing is said about it."""


@dataclass(frozen=True)
class Place:
    """A place of the document as its layout sees it."""

    path: Location
    """The place as the document spells it, without the tags of alternatives."""
    annotation: Any
    """What belongs there; None where nothing does."""
    group: type[BaseModel] | None
    """The innermost group of entries the place lies in."""
    number: Location | None = None
    """The innermost number the place is or lies in."""


def follow(steps: Sequence[str | int], root: type[BaseModel] = Scenario) -> Place:
    """The place that the steps of a validation error lead to."""
    place = Place((), root, root)
    for step in steps:
        if step == "[key]":
            return replace(place, annotation=str)
        chosen = _member(place.annotation, step)
        if chosen is not None:
            place = replace(place, annotation=chosen, number=_number(place))
        else:
            place = _below(place, step)
    return replace(place, number=_number(place))


def _number(place: Place) -> Location | None:
    return place.path if _tagged(place.annotation, "ref") is not None else place.number


def _below(place: Place, step: str | int) -> Place:
    path, at, group = (*place.path, step), bare(place.annotation), place.group
    if at is Text:
        return replace(place, path=path, annotation=str, group=at)
    if is_model(at):
        return replace(place, path=path, annotation=_annotation(at, step), group=at)
    if get_origin(at) is tuple:
        return replace(place, path=path, annotation=get_args(at)[0], group=group)
    below = get_args(at)[-1] if _is_mapping(at) else None
    return replace(place, path=path, annotation=below, group=group)


def _annotation(model: type[BaseModel], name: str | int) -> Any:
    field = field_of(model, name)
    if field is None:
        return None
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def field_of(model: type[BaseModel], name: str | int) -> FieldInfo | None:
    """The field of a group that the document calls `name`."""
    return next((f for k, f in model.model_fields.items() if name == (f.alias or k)), None)


def entries(model: type[BaseModel]) -> list[str]:
    """The names of a group's entries as the document spells them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def allowed(path: Sequence[str | int]) -> bool:
    """Whether an entry of this name may stand at `path` in some document."""
    ways: list[Any] = [Scenario]
    for step in path:
        ways = [below for way in ways for below in _ways(way, step)]
    return bool(ways)


def _ways(annotation: Any, step: str | int) -> Iterator[Any]:
    at = bare(annotation)
    if get_origin(at) in (Union, types.UnionType):
        for member in get_args(at):
            yield from _ways(member, step)
    elif at is Text:
        yield str
    elif is_model(at):
        if field_of(at, step) is not None:
            yield _annotation(at, step)
    elif get_origin(at) is tuple or _is_mapping(at):
        yield get_args(at)[0 if get_origin(at) is tuple else -1]


def bare(annotation: Any) -> Any:
    """An annotation without constraints and without 'or None'."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [a for a in get_args(annotation) if a is not type(None)]
        if len(parts) == 1:
            return bare(parts[0])
    return annotation


def is_model(annotation: Any) -> bool:
    """Whether a group of entries belongs here; words by language are none."""
    return (
        isinstance(annotation, type)
        and issubclass(annotation, BaseModel)
        and not issubclass(annotation, RootModel)
    )


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _member(annotation: Any, step: str | int) -> Any:
    """The alternative that `step` names, None when the place has none or `step` is no tag."""
    tagged = _tagged(annotation, step)
    return tagged if tagged is not None else kinds_of(annotation).get(step)


def _tagged(annotation: Any, tag: str | int) -> Any:
    union = bare(annotation)
    if get_origin(union) in (Union, types.UnionType):
        for member in get_args(union):
            if any(
                isinstance(m, Tag) and m.tag == tag for m in getattr(member, "__metadata__", ())
            ):
                return get_args(member)[0]
    return None


def kinds_of(annotation: Any) -> dict[str | int, type[BaseModel]]:
    """The alternatives of a place by their `kind`, none where `kind` does not tell them apart."""
    union = bare(annotation)
    found: dict[str | int, type[BaseModel]] = {}
    for member in get_args(union) if get_origin(union) in (Union, types.UnionType) else ():
        field = member.model_fields.get("kind") if is_model(member) else None
        if field is not None and get_origin(field.annotation) is Literal:
            found.update(dict.fromkeys(get_args(field.annotation), member))
    return found


def stand_in(annotation: Any) -> Any:
    """A well-formed value for a place whose own cannot be read."""
    least, strictly, shortest = _limits(annotation)
    kind = bare(annotation)
    if _tagged(kind, "ref") is not None:
        return {"ref": UNKNOWN}
    if type(None) in get_args(annotation):
        return None
    if get_origin(kind) in (Union, types.UnionType):
        return stand_in(get_args(kind)[0])
    if kind is Text:
        return UNKNOWN
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if get_origin(kind) is tuple:
        return [stand_in(get_args(kind)[0])] * shortest
    if _is_mapping(kind):
        names = [UNKNOWN, *(f"{UNKNOWN}{i}" for i in range(1, shortest))][:shortest]
        return {name: stand_in(get_args(kind)[-1]) for name in names}
    if is_model(kind):
        required = [(k, f) for k, f in kind.model_fields.items() if f.is_required()]
        return {f.alias or k: stand_in(_annotation(kind, f.alias or k)) for k, f in required}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    if kind in (int, float):
        return kind(least + 1 if strictly else least)
    return False if kind is bool else UNKNOWN


def _limits(annotation: Any) -> tuple[float, bool, int]:
    """The least number, whether it is excluded, and the least length, of the constraints."""
    least, strictly, shortest = 0.0, False, 0
    while get_origin(annotation) is Annotated:
        for limit in _spread(get_args(annotation)[1:]):
            least = getattr(limit, "ge", getattr(limit, "gt", least)) or least
            strictly = strictly or hasattr(limit, "gt")
            shortest = getattr(limit, "min_length", None) or shortest
        annotation = get_args(annotation)[0]
    return least, strictly, shortest


def _spread(metadata: Sequence[Any]) -> Iterator[Any]:
    for entry in metadata:
        yield from entry.metadata if isinstance(entry, FieldInfo) else [entry]
