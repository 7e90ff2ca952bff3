"""Checks that no rule is said twice."""

from __future__ import annotations

import json
from collections.abc import Iterator

from optimizer.domain.policy import PolicyRule
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.checks.subject import Check, Subject

ABOUT = {"id", "title", "owner", "reason", "hard"}
"""Entries that say who wants a rule and why, but not what it demands."""


def rules_not_repeated(s: Subject) -> Iterator[Issue]:
    """No two active rules demand exactly the same."""
    seen: dict[str, str] = {}
    for rule in s.scenario.rules:
        here = f"rules.{rule.id}"
        if not rule.active or not s.sound(here):
            continue
        demand = _demand(rule)
        if seen.get(demand, rule.id) != rule.id:
            problem = _(
                "The rule repeats '{seen}': it demands exactly the same.", seen=seen[demand]
            )
            yield Issue(here, problem, _("Drop one of the two."))
        seen.setdefault(demand, rule.id)


def _demand(rule: PolicyRule) -> str:
    """What a rule demands, the same for any order of its lists."""
    entries = rule.model_dump(mode="json", exclude=ABOUT)
    for name, value in entries.items():
        if isinstance(value, list):
            entries[name] = sorted(value, key=json.dumps)
    return json.dumps(entries, sort_keys=True)


CHECKS: tuple[Check, ...] = (rules_not_repeated,)
