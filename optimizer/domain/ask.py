"""What a form asks of a kind of rule, read off its fields: which numbers, names and choices."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from optimizer.domain.quantity import Quantity
from optimizer.domain.selection import Line, PathwayFilter
from optimizer.i18n import Words, _, pgettext, verbatim


@dataclass(frozen=True)
class Ask:
    """Stands in a field's annotation: its name in forms and tables, and what its number may be."""

    label: Words | None = None
    """Name of the field; left out, its name in the document."""
    again: Words | None = None
    """The same where it is asked a second time, for the other of two sums."""
    money: bool = False
    """An amount of money."""
    share: bool = False
    """A share, which a form takes in per cent."""
    least: float = 0.0
    most: float = inf
    positive: bool = False
    """Whether 0 is refused as well."""
    counted: bool = False
    """A number of units or people that limits others."""
    options: tuple[str, ...] = ()
    """The words that a form offers; left out, all that may stand there."""


SHARE = Ask(share=True, most=1.0)

OPTIONS: Mapping[str, Words] = {
    "net": pgettext("option", "net people"),
    "supported": pgettext("option", "people supported"),
    "people": pgettext("option", "people supported"),
    "spending": pgettext("option", "spending"),
    "floor": pgettext("option", "at least"),
    "ceiling": pgettext("option", "at most"),
    "at_most": pgettext("option", "at most"),
    "at_least": pgettext("option", "at least"),
    "exactly": pgettext("option", "exactly"),
    "<=": pgettext("option", "at most"),
    ">=": pgettext("option", "at least"),
    "==": pgettext("option", "exactly"),
}
"""What the words of a choice are called; any other by itself."""
LABELS: Mapping[str, Words] = {
    "programme": pgettext("form", "Programme"),
    "programmes": pgettext("form", "Programmes"),
    "tags": pgettext("form", "Tags"),
    "activity": pgettext("form", "Activity"),
    "pathway": pgettext("form", "Pathway"),
    "channel": pgettext("form", "Channel"),
    "tier": pgettext("form", "Tier"),
    "year": pgettext("form", "Year"),
    "of": pgettext("form", "What is counted"),
    "bound": pgettext("form", "How it is meant"),
    "sense": pgettext("form", "How it is meant"),
}
"""Names of fields that several kinds share."""


@dataclass(frozen=True)
class Question:
    """One answer of a form: where it goes in the rule, and what is asked for.

    `asks` is one of programme, activity, pathway, pool, capacity, programmes, lines, tags, channel,
    tier, year, group, groups, choice, number, count; an `open` one may be left out.
    """

    path: str
    asks: str
    label: Words
    open: bool = False
    ask: Ask = Ask()
    first: int | None = None
    """A whole number that stands there to begin with."""
    options: Mapping[str, Words] | None = None


def form_of(kind: type[BaseModel], about: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """What a form asks of a kind: its `form` where it has one, else its fields but for `about`."""
    named = getattr(kind, "form", ()) or [n for n in kind.model_fields if n not in about]
    return tuple(question for path in named for question in _questions(kind, path))


def numbers_of(kind: type[BaseModel]) -> dict[str, Ask]:
    """The fields of a kind that hold a number, each with what it may be."""
    fields = kind.model_fields
    return {name: said(one) for name, one in fields.items() if Quantity in leaves(one.annotation)}


def said(field: FieldInfo) -> Ask:
    """What stands beside a field."""
    return next((one for one in field.metadata if isinstance(one, Ask)), Ask())


def leaves(annotation: Any) -> list[Any]:
    """The types a field may hold, `None` and what stands beside them left out."""
    if get_origin(annotation) is Annotated:
        return leaves(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [leaf for one in get_args(annotation) for leaf in leaves(one)]
    return [] if annotation is type(None) else [annotation]


def _questions(kind: type[BaseModel], path: str) -> Iterator[Question]:
    """What is asked for one field, or for a field of one of its groups."""
    name, _dot, rest = path.partition(".")
    field = kind.model_fields[name]
    ask, leaf = said(field), leaves(field.annotation)[0]
    label = ask.label or LABELS.get(name) or verbatim(name.replace("_", " "))
    spare, members = not field.is_required(), leaves((*get_args(leaf), None)[0])
    if rest:
        inner = next(_questions(leaf, rest))
        most = min(ask.most, inner.ask.most)
        limits = Ask(money=inner.ask.money, share=inner.ask.share, most=most)
        yield Question(path, inner.asks, label, True, limits)
    elif Quantity in leaves(field.annotation):
        yield Question(path, "number", label, spare, ask)
    elif get_origin(leaf) is Literal:
        offered = sorted(ask.options or get_args(leaf), key=lambda one: one != field.default)
        options = {one: OPTIONS.get(one, verbatim(one)) for one in offered}
        yield Question(path, "choice", label, ask=ask, options=options)
    elif leaf is Line:
        yield Question(f"{path}.programme", "programme", label, spare)
    elif get_origin(leaf) is tuple and members[0] is Line:
        yield Question(path, "lines", label, spare)
    elif get_origin(leaf) is tuple and issubclass(members[0], PathwayFilter):
        yield from _sums(members[0], path)
    elif leaf is int:
        first = None if name == "year" else 1 if field.is_required() else int(field.default)
        yield Question(path, "year" if name == "year" else "count", label, spare, first=first)
    elif get_origin(leaf) in (None, tuple):
        group = isinstance(leaf, type) and issubclass(leaf, PathwayFilter)
        yield Question(path, "group" if group else name, label, spare)
    else:
        yield Question(path, "groups", label, spare)


def _sums(kind: type[BaseModel], path: str) -> Iterator[Question]:
    """Two sums over a group each, the second of which may be left out."""
    for n in range(2):
        for name, field in kind.model_fields.items():
            ask = said(field)
            label = ask.again if n else ask.label
            if label is not None:
                [one] = _questions(kind, name)
                spare = n > 0 and one.asks != "choice"
                yield Question(f"{path}.{n}.{name}", one.asks, label, spare, ask, None, one.options)
                if one.asks == "choice":
                    which = _("Of which other group") if n else pgettext("form", "Of which group")
                    yield Question(f"{path}.{n}", "group", which, True)
