"""What stands at a place of a document, and how a change of it is written as an overlay; pure."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from optimizer.api import desk as api

Value = float | str

ALL_YEARS = "all"
"""Stands for a rule without a year."""
TEXTS = ("owner", "reason")
"""Texts of a rule that may be changed."""
LONGEST = 400
"""Characters of such a text."""
TERMS_FREE = ("id", "title", *TEXTS, "active", "hard")
"""Entries of a rule that its terms do not depend on."""


def entry(scenario: api.Scenario, path: str) -> Value | None:
    """The number, word or text at a place of the document; None where none may be changed."""
    steps = path.split(".")
    above = _at(scenario.document, steps[:-1])
    if not isinstance(above, Mapping | list):
        return None
    if steps[0] == "rules":
        rule = next((r for r in scenario.rules if [r.id] == steps[1:2]), None)
        if rule is None or rule.hard or len(steps) < 3:
            return None
        if len(steps) == 3:
            return _of_rule(rule, above, steps[2])
    value = _at(scenario.document, steps)
    if isinstance(value, bool):
        return str(value).lower()
    return float(value) if isinstance(value, float | int) else None


def _of_rule(rule: Any, stated: Any, name: str) -> Value | None:
    """An entry of a rule itself; some count as there although they are left out."""
    if name == "active":
        return str(rule.active).lower()
    if name == "year" and hasattr(rule, "year") and rule.kind != "commitment":
        return ALL_YEARS if rule.year is None else str(rule.year)
    if name in TEXTS:
        return str(getattr(rule, name).in_(api.SOURCE))
    value = stated.get(name)
    if name in TERMS_FREE or isinstance(value, bool) or not isinstance(value, float | int):
        return None
    return float(value)


def _at(place: Any, steps: Sequence[str]) -> Any:
    """What stands at a place; members of lists go by their identifier or position."""
    for step in steps:
        if isinstance(place, list):
            named = [m for m in place if isinstance(m, Mapping) and m.get("id") == step]
            at = int(step) if step.isdigit() and len(step) < 7 else len(place)
            place = named[0] if named else place[at] if at < len(place) else None
        else:
            place = place.get(step) if isinstance(place, Mapping) else None
    return place


def write(
    scenario: api.Scenario,
    path: str,
    value: Value,
    changes: dict[str, Any],
    rules: dict[str, dict[str, Any]],
) -> None:
    """Notes a change in an overlay; those of rules by identifier in `rules`."""
    steps = path.split(".")
    plain = _plain(value, steps, _at(scenario.document, steps))
    if steps[0] != "rules":
        put(changes, steps, plain)
        return
    rule = rules.setdefault(steps[1], {"id": steps[1]})
    put(rule, steps[2:], plain)
    if steps[2] not in TERMS_FREE:
        rule.setdefault("title", None)  # the old one may not be true any more


def _plain(value: Value, steps: Sequence[str], old: Any) -> Any:
    """The value as the document writes it."""
    if steps[-1] == "year":
        return None if value == ALL_YEARS else int(float(value))
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value, value)
    whole = isinstance(old, int) and not isinstance(old, bool) and value.is_integer()
    return int(value) if whole else value


def own_number(scenario: api.Scenario, path: str, value: float) -> dict[str, Any]:
    """A number taken to a value of the planner's own, with its range widened where need be.

    It counts as an assumption from then on, whatever it was before.
    """
    old = _at(scenario.document, path.split("."))
    changed: dict[str, Any] = {"value": value, "grade": "X"}
    if isinstance(old.get("low"), float | int):
        changed["low"] = min(float(old["low"]), value)
    if isinstance(old.get("high"), float | int):
        changed["high"] = max(float(old["high"]), value)
    if old.get("source") is not None:
        changed["source"] = None
    return changed


def put(changes: MutableMapping[str, Any], steps: Sequence[str], value: Any) -> None:
    """Makes a value the entry at a place, with the groups above it."""
    for step in steps[:-1]:
        changes = changes.setdefault(step, {})
    if isinstance(value, dict) and isinstance(changes.get(steps[-1]), dict):
        changes[steps[-1]] = {**value, **changes[steps[-1]]}
    else:
        changes[steps[-1]] = value
