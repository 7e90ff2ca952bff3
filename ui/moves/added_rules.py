"""Rules that a planner adds to a scenario or deletes from it, as moves; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from optimizer.api import desk as api
from ui.moves.levers import Lever, Value, Values
from ui.speech import clipped, shown

ADD, DROP = "add", "drop"
LONGEST = 4000
"""Characters of an added rule in a link."""


def split(values: Values) -> tuple[dict[str, Value], dict[str, Value]]:
    """The moves that add or delete rules, and all others."""
    mine = {k: v for k, v in values.items() if k.partition(".")[0] in (ADD, DROP)}
    return mine, {k: v for k, v in values.items() if k not in mine}


def applied(scenario: api.Scenario, values: Values) -> api.Scenario:
    """The scenario with rules added and deleted. Raises InvalidInput."""
    for changes in overlays(values):
        scenario = api.change_scenario(scenario, changes)
    return scenario


def overlays(values: Values) -> list[dict[str, Any]]:
    """Overlays, one after the other: first what is deleted, then what is added."""
    gone = {k.partition(".")[2]: None for k in values if k.startswith(f"{DROP}.")}
    new = [json.loads(str(v)) for k, v in values.items() if k.startswith(f"{ADD}.")]
    return [{"rules": rules} for rules in (gone, new) if rules]


def added(rule: Mapping[str, Any]) -> tuple[str, str]:
    """The move that adds a rule."""
    text = json.dumps(rule, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{ADD}.{rule['id']}", text


def dropped(name: str) -> tuple[str, str]:
    """The move that deletes a rule."""
    return f"{DROP}.{name}", "true"


def decode(
    base: api.Scenario, parts: Mapping[str, str]
) -> tuple[dict[str, Value], dict[str, str], tuple[str, ...]]:
    """Moves read from the parts of a link, the parts left, and those that make no sense here."""
    mine, rest = split(parts)
    found, ignored = dict[str, Value](), list[str]()
    for key, text in mine.items():
        move = _read(base, key, str(text))
        if move is not None and _fits(base, tried := found | dict([move])):
            found = tried
        else:
            ignored.append(f"{key}={text}"[:80])
    return found, {k: str(v) for k, v in rest.items()}, tuple(ignored)


def _fits(base: api.Scenario, values: Values) -> bool:
    try:
        applied(base, values)
    except api.InvalidInput:
        return False
    return True


def _read(base: api.Scenario, key: str, text: str) -> tuple[str, str] | None:
    kind, _, name = key.partition(".")
    if kind == DROP:
        soft = {r.id for r in base.rules if not r.hard}
        return dropped(name) if text == "true" and name in soft else None
    try:
        rule = json.loads(text) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        return None
    known = {r.id for r in base.rules}
    if not isinstance(rule, dict) or rule.get("id") != name or name in known:
        return None
    return added(rule)


def lever(key: str) -> Lever | None:
    """A move of this kind as a lever; None for any other key."""
    kind, _, name = key.partition(".")
    return Lever(kind, name, "") if kind in (ADD, DROP) else None


def title(base: api.Scenario, key: str, value: Value, language: str) -> str:
    """What the rule is called that a move adds or deletes."""
    kind, _, name = key.partition(".")
    rules = applied(base, {key: value}) if kind == ADD else base
    return clipped(shown(api.rule_titles(rules)[name].in_(language)))
