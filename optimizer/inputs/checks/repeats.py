"""Checks that nothing is said twice: no rule, no line in a choice, no line that needs itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from optimizer.domain.choice_rules import EitherOr, Requires
from optimizer.domain.outcome_rules import Linear
from optimizer.domain.policy import PolicyRule
from optimizer.domain.selection import Line
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


def lines_not_repeated(s: Subject) -> Iterator[Issue]:
    """A choice names each line once; no line depends on itself."""
    for rule in s.scenario.rules:
        here = f"rules.{rule.id}"
        if isinstance(rule, EitherOr):
            for name, count in Counter(map(_words, rule.among)).items():
                if count > 1:
                    problem = _("{name} is named {count} times.", name=name, count=count)
                    yield Issue(f"{here}.among", problem, _ONCE)
        elif isinstance(rule, Requires) and s.sound(f"{here}.line", f"{here}.only_if"):
            known = s.scenario.programmes
            line, other = rule.line.activities(known), rule.only_if.activities(known)
            if line == other:
                name = _words(rule.only_if)
                problem = _("{name} would have to be open for its own sake.", name=name)
                remedy = _("Name another line.")
                yield Issue(f"{here}.only_if", problem, remedy)


_ONCE = _("Name each line once.")


def _words(line: Line) -> str:
    return f"'{line.programme}'" if line.activity is None else f"'{line.programme}.{line.activity}'"


def liability_without_year(s: Subject) -> Iterator[Issue]:
    """Liability is what is left after the last year; it has no year of its own."""
    for rule in s.scenario.rules:
        if isinstance(rule, Linear):
            for i, term in enumerate(rule.terms):
                if term.of == "liability" and term.year is not None:
                    problem = _("Liability is what is left to pay after the last year.")
                    where = f"rules.{rule.id}.terms[{i}].year"
                    yield Issue(where, problem, _("Leave the year out."))


CHECKS: tuple[Check, ...] = (rules_not_repeated, lines_not_repeated, liability_without_year)
