"""Changes on top of a document: overlays and single settings; they may change only what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _, ngettext
from optimizer.inputs.layout import allowed
from optimizer.inputs.messages import NO_COMMAS
from optimizer.inputs.read import parse_value
from optimizer.inputs.tree import ONE_OF_TWO, Location, plain, spell

NAMED = {
    ("capacities",),
    ("programmes",),
    ("programmes", "*", "activities"),
    ("pools",),
    ("pathways",),
    ("evidence",),
    ("objective", "tiers"),
    ("objective", "channels"),
}
"""Places whose names are the planner's own: a change may not add to them."""

_NUMBER_FORMS = ("value", "ref", "product")
_SUPPLY_FORMS = ("bands", "curve")
"""Entries that tell the forms of a number, or of a supply, apart: one form replaces another."""
_BESIDE = {"id", "title", "owner", "reason", "hard", "active"}
"""Entries of a rule that change nothing it demands."""
_STEP = re.compile(r"[^.\[\]]+")


def _true_title(
    merged: dict[str, Any], base: Mapping[str, Any], change: Mapping[str, Any], path: Location
) -> dict[str, Any]:
    """A changed rule without a title that states numbers, unless the change gives one.

    "At least 10% for GPU access" is untrue at 5%; a title left out is written from the rule itself.
    """
    if len(path) != 2 or path[0] != "rules" or "title" in change:
        return merged
    moved = any(merged.get(name) != base.get(name) for name in {*base, *change} - _BESIDE)
    if moved and re.search(r"\d", str(base.get("title", ""))):
        merged.pop("title", None)
    return merged


def merge(base: Mapping[str, Any], changes: Mapping[Any, Any]) -> dict[str, Any]:
    """`base` with `changes` laid over it. Raises InvalidInput with every unknown name.

    Groups of entries are merged entry by entry; anything else is replaced; null removes an entry.
    A list may be changed by a group: its names are positions from 0 or, where the members carry an
    `id` (the rules), identifiers; null removes a member. Such a list may also be changed by a list,
    whose members change the rule of that id or, with a new id, join the end.
    """
    merged, issues = merged_with_issues(base, changes)
    if issues:
        raise InvalidInput(issues)
    return merged


def merged_with_issues(
    base: Mapping[str, Any], changes: Mapping[Any, Any]
) -> tuple[dict[str, Any], list[Issue]]:
    """As `merge`, but what cannot be changed is left as it was and told in the issues."""
    below, ignored = plain(base)
    merged, issues = changed(below, changes)
    return merged, [*ignored, *issues]


def changed(
    document: Mapping[str, Any], changes: Mapping[Any, Any]
) -> tuple[dict[str, Any], list[Issue]]:
    """The same for a document of plain data; the two share what does not change."""
    above, issues = plain(changes)
    merger = _Merger(issues)
    return merger.groups(document, above, ()), merger.issues


class _Merger:
    """Lays changes over a document and collects what does not fit."""

    def __init__(self, issues: list[Issue]) -> None:
        self.issues = issues

    def merged(self, base: Any, change: Any, path: Location) -> Any:
        """What an entry becomes under a change that does not remove it."""
        if isinstance(base, Mapping) and isinstance(change, Mapping):
            if _replaces(base, change, path):
                return {name: value for name, value in change.items() if value is not None}
            return _true_title(self.groups(base, change, path), base, change, path)
        if isinstance(base, list) and isinstance(change, Mapping):
            return list(self._members(base, change, path))
        if isinstance(base, list) and isinstance(change, list) and _ids(base):
            return self._joined(base, change, path)
        return change

    def groups(
        self, base: Mapping[str, Any], change: Mapping[str, Any], path: Location
    ) -> dict[str, Any]:
        """A group of entries with changes made entry by entry."""
        out = dict(base)
        closed = any(
            len(p) == len(path) and all(a in ("*", b) for a, b in zip(p, path, strict=True))
            for p in NAMED
        )
        for name, value in change.items():
            if name not in base and (closed or (value is None and not allowed((*path, name)))):
                remedy = NO_COMMAS if name.isdigit() and value is None else suggest(name, base)
                self.issues.append(Issue(spell((*path, name)), _NOT_THERE, remedy))
            elif value is None:
                out.pop(name, None)
            elif name in base:
                out[name] = self.merged(base[name], value, (*path, name))
            else:
                out[name] = value
        return out

    def _members(self, base: list[Any], change: Mapping[str, Any], path: Location) -> Iterator[Any]:
        """The members of a list after changes by position or identifier, in the old order."""
        ids = _ids(base)
        for name in change:
            if name not in ids and not _position(name, base):
                self._no_member(name, base, path)
        for i, member in enumerate(base):
            key = member.get("id") if isinstance(member, Mapping) else None
            names: tuple[str | int, ...] = (key, i) if isinstance(key, str) else (i,)
            steps = [step for step in names if str(step) in change]
            changed = member
            for step in steps:
                changed = self.merged(changed, change[str(step)], (*path, step))
            if all(change[str(step)] is not None for step in steps):
                yield changed

    def _no_member(self, name: str, base: list[Any], path: Location) -> None:
        ids, number = _ids(base), name.isdigit()
        where = spell((*path, int(name)) if number else (*path, name))
        if ids and not number:
            self.issues.append(Issue(where, _NOT_THERE, suggest(name, ids) + _BY_A_LIST))
            return
        count, last = len(base), len(base) - 1
        problem = ngettext(
            "The list has {count} member.", "The list has {count} members.", count, count=count
        )
        remedy = _("Members are counted from 0: use 0 to {last}.", last=last)
        if count < 2:
            remedy = _ONLY_0 if base else _WHOLE_LIST
        self.issues.append(Issue(where, problem, remedy))

    def _joined(self, base: list[Any], change: list[Any], path: Location) -> list[Any]:
        """The list with each member of `change` laid over that of the same id, or at the end."""
        ids, out = _ids(base), list(base)
        told: set[str] = set()
        for member in change:
            name = member.get("id") if isinstance(member, Mapping) else None
            if isinstance(name, str) and name in told:
                problem = _("Two of the changes are to '{name}'.", name=name)
                self.issues.append(Issue(spell((*path, name)), problem, ONE_OF_TWO))
            elif isinstance(name, str) and name in ids:
                place = next(i for i, m in enumerate(base) if name in _ids([m]))
                out[place] = self.merged(base[place], member, (*path, name))
            else:
                out.append(member)
            told |= {name} if isinstance(name, str) else set()
        return out


_ONLY_0 = _("Members are counted from 0: use 0.")
_WHOLE_LIST = _("Write a whole list.")
_EMPTY = (
    _("Nothing in it: this changes nothing."),
    _("Name the entries to change; null removes one."),
)
_NOT_THERE = _("The base has no such entry.")
_BY_A_LIST = _(" A new member is added by a list.")


def _ids(members: Sequence[Any]) -> list[str]:
    found = [m.get("id") for m in members if isinstance(m, Mapping)]
    return [name for name in found if isinstance(name, str)]


def _position(name: str, members: Sequence[Any]) -> bool:
    return name.isdigit() and int(name) < len(members)


def _replaces(base: Mapping[str, Any], change: Mapping[str, Any], path: Location) -> bool:
    """Whether a number or supply of another form takes the place (a ref for a value, …)."""
    forms = _SUPPLY_FORMS if path and path[-1] == "supply" else _NUMBER_FORMS
    old = next((form for form in forms if form in base), None)
    new = next((form for form in forms if change.get(form) is not None), None)
    yearly = [bool(group) and all(name.isdigit() for name in group) for group in (base, change)]
    if old is None:
        return new is not None and yearly[0]
    return yearly[1] or (new is not None and new != old)


def setting(text: str) -> dict[str, Any]:
    """`PATH=VALUE` as a nested change, e.g. 'budget.total=9000' or 'rules.visa-floor.share=0'.

    Raises InvalidInput when there is no '=', and for a value that cannot be read or says nothing.
    """
    path, equals, value = text.partition("=")
    where = f"--set {text}"
    if not equals or not _STEP.search(path.strip()):
        problem = _("A setting is PATH=VALUE.")
        remedy = _("Write for example --set budget.total=9000.")
        raise InvalidInput([Issue(where, problem, remedy)])
    try:
        read = parse_value(value.strip(), where)
    except InvalidInput as fault:
        problem = _("The value cannot be read: ") + fault.issues[0].problem
        remedy = _("Write a number, a word or {ref: id}; put other texts into quotes.")
        raise InvalidInput([Issue(where, problem, remedy)]) from None
    return change_at(path, read, where)


def change_at(path: str, value: Any, where: str) -> dict[str, Any]:
    """The nested change of the entry at a path. Raises InvalidInput where it changes nothing."""
    steps = _STEP.findall(path.strip())
    if not steps:
        problem = _("This is no path of an entry.")
        remedy = _("Write for example budget.total.")
        raise InvalidInput([Issue(where, problem, remedy)])
    nested = value
    if nested == {} or (nested == [] and steps[-1] == "rules"):  # laid over others, not in place
        raise InvalidInput([Issue(where, *_EMPTY)])
    for step in reversed(steps):
        nested = {step: nested}
    return dict(nested)
