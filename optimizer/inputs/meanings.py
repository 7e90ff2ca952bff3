"""What the layout says about an entry: the docstrings of the models, which are messages."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from optimizer.domain.ask import leaves
from optimizer.domain.scenario import Scenario
from optimizer.i18n import Message, rendered, verbatim
from optimizer.inputs.layout import entries, field_of, is_model
from optimizer.inputs.overlay_layout import Overlay

CONTEXT = "meaning"
"""The context of these messages in the catalogues."""
_LONGEST = 160
"""Characters beyond which a meaning is cut short."""


def meaning(group: type[BaseModel], name: str | int) -> Message | None:
    """What an entry of a group means, cut short; None where the group has no such entry."""
    words = _words(group, name)
    return verbatim(rendered(_cut, Message(words, context=CONTEXT))) if words else None


def meanings() -> Iterator[tuple[str, str]]:
    """Context and text of the meaning of every entry that a document may have."""
    for group in groups():
        for name in entries(group):
            words = _words(group, name)
            if words:
                yield CONTEXT, words


def groups() -> tuple[type[BaseModel], ...]:
    """Every group of entries of a document, of a scenario or an overlay, in the order declared."""
    found: dict[type[BaseModel], None] = {}
    left: list[Any] = [Scenario, Overlay]
    for one in left:
        left += get_args(one)
        if is_model(one) and one not in found:
            found[one] = None
            left += [field.annotation for field in one.model_fields.values()]
    return tuple(found)


def choices() -> dict[str, tuple[str, ...]]:
    """Names of entries that are one of a few words → these words, of every group that has them."""
    found: dict[str, dict[str, None]] = {}
    for group in groups():
        for name, field in group.model_fields.items():
            for leaf in leaves(field.annotation):
                words = dict.fromkeys(_few(leaf))
                if words:
                    found.setdefault(name, {}).update(words)
    return {name: tuple(words) for name, words in found.items()}


def _few(kind: Any) -> Iterator[str]:
    if kind is bool:
        yield from ("TRUE", "FALSE")
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield from kind
    elif get_origin(kind) is Literal:
        yield from (word for word in get_args(kind) if isinstance(word, str))


def _words(group: type[BaseModel], name: str | int) -> str:
    field = field_of(group, name)
    return "" if field is None else " ".join((field.description or "").split())


def _cut(words: str, *, language: str) -> str:
    return words if len(words) < _LONGEST else f"{words[: _LONGEST - 3]}…"
