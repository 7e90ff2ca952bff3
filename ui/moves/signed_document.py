"""A scenario with the planner's changes as a document that somebody signs; pure."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from ui.moves import added_rules, levers
from ui.moves.levers import Values


def whole(scenario: api.Scenario, header: dict[str, Any]) -> api.Scenario:
    """The scenario under a name of its own, signed. Raises InvalidInput."""
    return api.change_scenario(scenario, header)


def changes_of(base: api.Scenario, values: Values) -> dict[str, Any] | None:
    """All moves as one overlay; None where one cannot say it (rules added and deleted at once)."""
    rules, moves = added_rules.split(values)
    parts = added_rules.overlays(rules)
    found = levers.overlay(added_rules.applied(base, rules), moves)
    if not parts:
        return found
    changed: list[dict[str, Any]] = found.pop("rules", [])
    if len(parts) > 1:
        return None
    members = parts[0]["rules"]
    if isinstance(members, dict):
        known = {one["id"]: {k: v for k, v in one.items() if k != "id"} for one in changed}
        if not known.keys() <= {r.id for r in base.rules}:
            return None
        return {**found, "rules": {**members, **known}}
    new = {one["id"]: one for one in members}
    for one in changed:
        kept = {**new.get(one["id"], {}), **one}
        new[one["id"]] = {
            k: v for k, v in kept.items() if v is not None or one["id"] not in _ids(members)
        }
    return {**found, "rules": list(new.values())}


def _ids(members: list[dict[str, Any]]) -> set[str]:
    return {str(one["id"]) for one in members}


def overlay(
    base: api.Scenario, values: Values, header: dict[str, Any], signed: api.Scenario
) -> dict[str, Any] | None:
    """The signed scenario as changes to a shipped one; None where that says something else."""
    changes = changes_of(base, values)
    if changes is None:
        return None
    document = {"schema": 1, **header, "base": base.id, "changes": changes}
    try:
        same = api.scenario_of(document).fingerprint == signed.fingerprint
    except api.InvalidInput:
        return None
    return document if same else None
