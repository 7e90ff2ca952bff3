"""The layout of an overlay: a scenario stated as changes to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from optimizer.domain.base import Frozen, Name, Title


class Overlay(Frozen):
    """A scenario stated as changes to another; it changes what the other has, and adds by name."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    """Version of the document's layout."""
    id: Name
    """Identifier."""
    title: Title | None = None
    """Title by language."""
    description: Title | None = None
    """What the scenario is about."""
    cautions: tuple[Title, ...] = ()
    """What a reader of any result must know; takes the place of the other scenario's cautions."""
    author: str | None = None
    """Who proposes the changes."""
    date: str | None = None
    """When."""
    reason: Title | None = None
    """Why."""
    base: Annotated[str, Field(min_length=1)]
    """The other scenario: a shipped identifier, or a document beside this one, by the name of its
    file or by its identifier."""
    changes: Mapping[str, Any] = Field(default_factory=dict)
    """The entries that differ, in the layout of a whole document; null removes an entry."""
    adds: Mapping[str, Any] = Field(default_factory=dict)
    """What the other does not have, in the layout of a whole document: tiers, channels, evidence,
    capacities, programmes, activities, pools, pathways and rules under names of their own."""


SIGNED = ("author", "date", "reason")
"""Entries that speak of one document alone; the other scenario's are not taken over."""
STATED = ("schema", "id", "title", "description", "cautions", *SIGNED)
"""Entries of the header that take the place of the other scenario's."""
