"""A conflict and its repairs laid out, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from optimizer.i18n import Words, _, in_a_row, verbatim
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.contract import contract
from optimizer.results.data import titled
from optimizer.results.page import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    name_of,
    page,
    said,
    terms,
)
from optimizer.results.versions import versions

_TITLES = {
    "proportional": _("All give way by the same share"),
    "protect": _("Or keep one, and the others give way by the same share"),
    "fewest": _("Or change as few rules as possible"),
    "drop": _("Or put rules out of force"),
    "budget": _("For information: more money"),
}
"""Kinds of ways out, in the order of the menu."""


def conflict_page(answer: ConflictAnswer) -> Page:
    """Which rules cannot hold together, the repairs, and what each of them yields."""
    head: list[Block] = [name_of(answer.scenario), *said(answer.sentences)]
    if not answer.found:
        return page(head)
    return page(head, _law(answer), _menu(answer.options), terms("conflict"))


def _law(answer: ConflictAnswer) -> Iterator[Block]:
    if any(m.hard and m.rule for c in answer.conflicts for m in c.members):
        yield Paragraph(_("Rules marked [law] are never changed here."))


def _menu(options: Sequence[RepairOption]) -> Iterator[Block]:
    if options and all(o.kind == "budget" for o in options):
        yield Paragraph(_("No change of rules that are not law ends the conflict."))
    for kind, title in _TITLES.items():
        same = [o for o in options if o.kind == kind]
        known = [o.overlay for o in options[: options.index(same[0])]] if same else []
        if same and all(o.overlay in known for o in same):
            yield Heading(in_a_row((title, _("as above.")), ": "))
        else:
            yield Bullets(tuple(map(_told, same)), title, numbered=True)


def _told(option: RepairOption) -> Words:
    return in_a_row((option.sentence, verbatim(" ".join(settings(option)))), "\n")


def settings(option: RepairOption) -> list[str]:
    """The repair as settings of the command line."""
    return [
        f"--set {c.path}.active=false" if c.to is None else f"--set {c.path}={c.to!r}"
        for c in option.changes
    ]


def conflict_data(answer: ConflictAnswer) -> dict[str, Any]:
    """Status, conflict and repairs."""
    return {
        "scenario": titled(answer.scenario),
        "versions": versions(),
        "status": "infeasible" if answer.found else "no conflict",
        "holds": contract("conflict"),
        "below_signed": answer.below_signed,
        "conflict": _conflict(answer) if answer.found else None,
        "repairs": [_option(o) for o in answer.options],
        "sentences": answer.sentences,
    }


def _conflict(answer: ConflictAnswer) -> dict[str, Any]:
    sets = [
        {
            "members": [_only(m, "path", "rule", "title", "states", "hard") for m in c.members],
            "limits": c.limits,
            "sentence": c.sentence,
        }
        for c in answer.conflicts
    ]
    return {"sets": sets, "complete": answer.complete}


def _option(option: RepairOption) -> dict[str, Any]:
    return {
        "kind": option.kind,
        "kept": option.kept,
        "changes": [_only(c, "path", "title", "now", "to", "exact") for c in option.changes],
        "overlay": option.overlay,
        "settings": settings(option),
        **_only(option.outcome, "objective", "net_people", "spent", "fingerprint"),
        "sentence": option.sentence,
    }


def _only(one: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(one, name) for name in names}
