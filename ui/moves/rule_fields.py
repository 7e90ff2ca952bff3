"""The rule made of what a form is answered, and what may be chosen in it; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from optimizer.api import desk as api
from ui.moves.document_entries import put

ANY = ""
"""No choice made where one may be left open."""


def groups(scenario: api.Scenario, of: str) -> list[tuple[str, str]]:
    """Groups that a rule may speak of that counts `of`, as entry and name."""
    objective = scenario.objective
    if of == "spending":
        return [("programme", p) for p in scenario.programmes]
    return [
        *(("channel", c) for c in objective.channels),
        *(("tier", t) for t in objective.tiers),
    ]


def tags(scenario: api.Scenario) -> list[str]:
    """Every tag of programmes and activities."""
    found = [t for p in scenario.programmes.values() for t in p.tags]
    found += [
        t for p in scenario.programmes.values() for a in p.activities.values() for t in a.tags
    ]
    return sorted(set(found))


def free_name(scenario: api.Scenario) -> str:
    """An identifier that no rule has."""
    known = {r.id for r in scenario.rules}
    return next(name for n in range(1, len(known) + 2) if (name := f"added-{n}") not in known)


def rule_of(
    kind: str, answers: Mapping[str, Any], name: str, words: Mapping[str, str]
) -> dict[str, Any]:
    """The rule of the answers by path; `words` are its owner and reason. Not yet checked."""
    rule: dict[str, Any] = {"id": name, "kind": kind, **words}
    asked = api.RULE_KINDS[kind].questions()
    left_out = {
        q.path.rpartition(".")[0] for q in asked if q.asks == "number" and _none(answers, q)
    }
    for question in asked:
        steps = question.path.split(".")
        if not _none(answers, question) and not (steps[1:2] and ".".join(steps[:2]) in left_out):
            put(rule, steps, _plain(question, answers[question.path]))
    return {name: _listed(value) for name, value in rule.items()}


def _listed(value: Any) -> Any:
    """Members that go by their position as a list."""
    if isinstance(value, dict) and value and all(str(name).isdigit() for name in value):
        return list(value.values())
    return value


def _none(answers: Mapping[str, Any], question: api.Question) -> bool:
    return answers.get(question.path) is None or answers[question.path] in (ANY, [])


def _plain(question: api.Question, answer: Any) -> Any:
    """An answer as a document writes it."""
    if question.asks == "group":
        return dict([answer])
    if question.asks == "groups":
        return {f"{kind}-{name}": {kind: name} for kind, name in answer}
    if question.asks == "lines":
        return [{"programme": p} for p in answer]
    return int(answer) if question.asks in ("year", "count") else answer


def incomplete(kind: str, answers: Mapping[str, Any]) -> Sequence[api.Question]:
    """Fields that still need an answer."""
    asked = api.RULE_KINDS[kind].questions()
    return [q for q in asked if not q.open and _none(answers, q)]
