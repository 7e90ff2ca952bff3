"""A conflict and its repairs as a page of text, and as plain data for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from optimizer.i18n import _, verbatim
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import versions
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.contract import contract

_WORDS = {
    "law": _("Rules marked [law] are never changed here."),
    "proportional": _("All give way by the same share"),
    "protect": _("Or keep one, and the others give way by the same share"),
    "fewest": _("Or change as few rules as possible"),
    "above": _("as above."),
    "drop": _("Or put rules out of force"),
    "budget": _("For information: more money"),
    "none": _("No change of rules that are not law ends the conflict."),
}


def conflict_text(answer: ConflictAnswer, language: str = "en") -> str:
    """Which rules cannot hold together, the repairs, and what each of them yields."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: ConflictAnswer, language: str) -> Iterator[str]:
    scenario = answer.scenario
    title = scenario.title.in_(language) if scenario.title else scenario.id
    yield f"{title}   [{scenario.id} · {scenario.fingerprint}]"
    for sentence in answer.sentences:
        yield sentence.in_(language)
    if not answer.found:
        return
    if any(m.hard and m.rule for c in answer.conflicts for m in c.members):
        yield _WORDS["law"].in_(language)
    options = answer.options
    for kind in ("proportional", "protect", "fewest", "drop", "budget"):
        if kind == "budget" and all(o.kind == kind for o in options):
            yield _WORDS["none"].in_(language)
        same = [o for o in options if o.kind == kind]
        yield from _part(kind, same, options[: options.index(same[0])] if same else (), language)
    yield ""
    yield contract("conflict").sentence.in_(language)


def _part(
    name: str, options: Sequence[RepairOption], known: Sequence[RepairOption], language: str
) -> Iterator[str]:
    if not options:
        return
    yield ""
    if all(o.overlay in [k.overlay for k in known] for o in options):
        yield f"{_WORDS[name].in_(language)}: {_WORDS['above'].in_(language)}"
        return
    yield f"{_WORDS[name].in_(language)}:"
    for number, option in enumerate(options, 1):
        yield f"  {number}. {option.sentence.in_(language)}"
        yield f"     {' '.join(settings(option))}"


def settings(option: RepairOption) -> list[str]:
    """The repair as settings of the command line."""
    return [
        f"--set {c.path}.active=false" if c.to is None else f"--set {c.path}={c.to!r}"
        for c in option.changes
    ]


def conflict_data(answer: ConflictAnswer) -> dict[str, Any]:
    """The same as nested plain data: status, conflict and repairs."""
    scenario = answer.scenario
    title = scenario.title or verbatim(scenario.id)
    return {
        "scenario": {
            "id": scenario.id,
            "title": in_all(title),
            "fingerprint": scenario.fingerprint,
        },
        "versions": versions(),
        "status": "infeasible" if answer.found else "no conflict",
        "holds": contract("conflict").data,
        "below_signed": answer.below_signed,
        "conflict": _conflict(answer) if answer.found else None,
        "repairs": [_option(o) for o in answer.options],
        "sentences": [in_all(s) for s in answer.sentences],
    }


def _conflict(answer: ConflictAnswer) -> dict[str, Any]:
    sets = [
        {
            "members": [
                {
                    "path": m.path,
                    "rule": m.rule,
                    "title": in_all(m.title),
                    "states": in_all(m.states),
                    "hard": m.hard,
                }
                for m in c.members
            ],
            "limits": [in_all(limit) for limit in c.limits],
            "sentence": in_all(c.sentence),
        }
        for c in answer.conflicts
    ]
    return {"sets": sets, "complete": answer.complete}


def _option(option: RepairOption) -> dict[str, Any]:
    return {
        "kind": option.kind,
        "kept": None if option.kept is None else in_all(option.kept),
        "changes": [
            {
                "path": c.path,
                "title": in_all(c.title),
                "now": c.now,
                "to": c.to,
                "exact": c.exact,
            }
            for c in option.changes
        ],
        "overlay": dict(option.overlay),
        "settings": settings(option),
        "objective": option.outcome.objective,
        "net_people": option.outcome.net_people,
        "spent": option.outcome.spent,
        "fingerprint": option.outcome.fingerprint,
        "sentence": in_all(option.sentence),
    }
