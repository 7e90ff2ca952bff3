"""What the layout says about an entry: the docstrings of the models, which are messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from optimizer.domain.scenario import Scenario
from optimizer.i18n import Message, rendered, verbatim
from optimizer.inputs.header import Overlay
from optimizer.inputs.layout import entries, field_of, is_model

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


def groups() -> set[type[BaseModel]]:
    """Every group of entries of a document: of a whole scenario, or of an overlay."""
    found: set[type[BaseModel]] = set()
    left: list[Any] = [Scenario, Overlay]
    while left:
        one = left.pop()
        left += get_args(one)
        if is_model(one) and one not in found:
            found.add(one)
            left += [field.annotation for field in one.model_fields.values()]
    return found


def _words(group: type[BaseModel], name: str | int) -> str:
    field = field_of(group, name)
    return "" if field is None else " ".join((field.description or "").split())


def _cut(words: str, *, language: str) -> str:
    return words if len(words) < _LONGEST else f"{words[: _LONGEST - 3]}…"
