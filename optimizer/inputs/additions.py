"""What an overlay adds under names of its own: tiers, programmes, pathways, evidence, rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.overlay import NAMED
from optimizer.inputs.tree import Location, plain, spell

_RULES = ("rules",)
ADDABLE = (*dict.fromkeys(place[0] for place in sorted(NAMED)), *_RULES)
"""Entries of a document in which an overlay may add names."""


def with_additions(
    base: Mapping[str, Any], adds: Mapping[Any, Any]
) -> tuple[dict[str, Any], list[Issue]]:
    """The document with new names; what is there already or cannot be added is told, not done."""
    below, issues = plain(base)
    above, faults = plain(adds)
    issues = [*issues, *faults]
    return _grown(below, above, (), issues), issues


def _grown(
    base: Mapping[str, Any], adds: Mapping[str, Any], path: Location, issues: list[Issue]
) -> dict[str, Any]:
    """A group of entries with what is new in it."""
    out = dict(base)
    for name, value in adds.items():
        here = (*path, name)
        if _named(path) and name not in base:
            out[name] = value
        elif here == _RULES and isinstance(value, list):
            out[name] = [*base.get(name, []), *_new_rules(base, value, issues)]
        elif _leads(here) and isinstance(value, Mapping):
            inside = base.get(name, {})
            out[name] = _grown(inside if isinstance(inside, Mapping) else {}, value, here, issues)
        elif name in base:
            issues.append(Issue(spell(here), _THERE, _CHANGE))
        else:
            issues.append(Issue(spell(here), _NO_NAME, _PLACES))
    return out


def _new_rules(base: Mapping[str, Any], rules: list[Any], issues: list[Issue]) -> list[Any]:
    """Rules whose identifier the base does not have."""
    known = {rule.get("id") for rule in base.get("rules", []) if isinstance(rule, Mapping)}
    new = []
    for rule in rules:
        name = rule.get("id") if isinstance(rule, Mapping) else None
        if name is not None and name in known:
            issues.append(Issue(spell(("rules", str(name))), _THERE, _CHANGE))
        else:
            new.append(rule)
    return new


def _named(path: Location) -> bool:
    """Whether the names in this group are the planner's own."""
    return any(_like(place, path) for place in NAMED)


def _leads(path: Location) -> bool:
    """Whether names of the planner's own stand in this entry or below it."""
    return any(_like(place[: len(path)], path) for place in NAMED if len(path) <= len(place))


def _like(place: tuple[str, ...], path: Location) -> bool:
    return len(place) == len(path) and all(a in ("*", b) for a, b in zip(place, path, strict=True))


_THERE = _("The base has this entry already.")
_CHANGE = _("Change it under 'changes', or give the new one another name.")
_NO_NAME = _("Only names of the planner's own can be added.")
_PLACES = _(
    "Add capacities, programmes, activities, pools, pathways, evidence, tiers, channels or rules; "
    "other entries stand under 'changes'."
)
