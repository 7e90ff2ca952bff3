"""What a rule mentions: every name and year in it, with the place and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from optimizer.domain.policy import PolicyRule
from optimizer.domain.quantity import Product, Quantity, Reference


@dataclass(frozen=True)
class Mention:
    """A name or year in a rule."""

    where: str
    """Its place in the document."""
    entry: str
    """Its entry, e.g. 'programme'."""
    name: Any
    """The name or year itself."""
    holder: BaseModel
    """The group of entries it stands in."""


def mentions(rule: PolicyRule) -> Iterator[Mention]:
    """Every text and whole number that a rule states, its groups included."""
    yield from _inside(rule, f"rules.{rule.id}")


def _inside(group: BaseModel, where: str) -> Iterator[Mention]:
    for entry in type(group).model_fields:
        yield from _of(getattr(group, entry), f"{where}.{entry}", entry, group)


def _of(value: Any, where: str, entry: str, holder: BaseModel) -> Iterator[Mention]:
    if isinstance(value, str | int) and not isinstance(value, bool):
        yield Mention(where, entry, value, holder)
    elif isinstance(value, Quantity | Reference | Product):
        return
    elif isinstance(value, BaseModel):
        yield from _inside(value, where)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _of(part, f"{where}.{name}", entry, holder)
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _of(part, f"{where}[{i}]", entry, holder)


def groups(rule: PolicyRule) -> Iterator[tuple[str, BaseModel]]:
    """The rule and every group of entries in it, each with its place; numbers are none."""
    yield from _groups(rule, f"rules.{rule.id}")


def _groups(value: Any, where: str) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(value, BaseModel) and not isinstance(value, Quantity | Reference | Product):
        yield where, value
        for entry in type(value).model_fields:
            yield from _groups(getattr(value, entry), f"{where}.{entry}")
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _groups(part, f"{where}.{name}")
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _groups(part, f"{where}[{i}]")
