"""A document as a tree of plain data: texts as names, numbers, lists; and places in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Sized
from datetime import date
from decimal import Decimal
from itertools import islice
from numbers import Integral, Real
from typing import Any

from optimizer.domain.limits import (
    MOST_ENTRIES,
    MOST_EVIDENCE,
    MOST_LETTERS,
    MOST_LEVELS,
    MOST_MEMBERS,
)
from optimizer.errors import Issue
from optimizer.i18n import _, figure

Location = tuple[str | int, ...]
"""Names and list positions from the top of a document to one place in it."""

LARGEST = 10**300
"""Whole numbers beyond it are read as infinite."""


WHOLE = "document"
"""The place of a problem that concerns a document as a whole."""
ONE_OF_TWO = _("Keep one of the two.")
WRITE_OUT = _("Write each entry out; leave anchors (&) and aliases (*) away.")


def spell(path: Sequence[str | int]) -> str:
    """A place as a planner writes it.

    >>> spell(("pathways", "comes", "bands", 1, "net"))
    'pathways.comes.bands[1].net'
    """
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).lstrip(".")


def inside(where: str, part: str) -> bool:
    """Whether the place `where` is `part` or lies in it.

    >>> inside("budget.by_year.2025", "budget"), inside("budgets", "budget")
    (True, False)
    """
    return where == part or (where.startswith(part) and where[len(part)] in ".[")


def plain(document: object) -> tuple[Any, list[Issue]]:
    """A copy of `document` in what JSON knows, with what cannot be copied as issues.

    Years and other numbers become texts where they name an entry, so that 2025 and '2025' are the
    same name; tuples become lists, and numbers of any library become Python's.
    """
    copier = _Copier()
    return copier.copy(document, ()), copier.issues


class _Copier:
    """Copies one document; gives up on branches that are too deep and on documents too large."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self.left = MOST_ENTRIES
        self.given_up = False

    def copy(self, value: object, path: Location) -> Any:
        """The plain data that stands for a value."""
        self.left -= 1
        if self.left < 0 or len(path) > MOST_LEVELS:
            return self._give_up(path)
        if isinstance(value, str):
            return self._text(value, path)
        if value is None or type(value) in (bool, float):
            return value
        if isinstance(value, dict):
            return self._entries(value, path)
        if isinstance(value, Integral):
            return int(value) if abs(int(value)) < LARGEST else math.inf
        if isinstance(value, Real | Decimal):
            return float(value)
        if isinstance(value, Mapping):
            return self._entries(value, path)
        if isinstance(value, list | tuple):
            some = value[: self._most(value, path)]
            return [self.copy(part, (*path, i)) for i, part in enumerate(some)]
        return self._foreign(value, path)

    def _most(self, members: Sized, path: Location) -> int:
        """How many members are copied; that there are more is told."""
        most = MOST_EVIDENCE if path[-1:] == ("evidence",) else MOST_MEMBERS
        if len(members) > most:
            problem = _(
                "There are {count} members here; at most {most} are read.",
                count=figure(len(members)),
                most=figure(most),
            )
            remedy = _("Leave out or join what the plan can do without.")
            self.issues.append(Issue(spell(path) or WHOLE, problem, remedy))
        return most

    def _entries(self, value: Mapping[Any, object], path: Location) -> dict[str, Any]:
        copied: dict[str, Any] = {}
        for key, part in islice(value.items(), self._most(value, path)):
            name = key if type(key) is str else name_of(key)
            if name in copied:
                problem = _("The entry '{name}' is given twice.", name=name)
                self.issues.append(Issue(spell((*path, name)), problem, ONE_OF_TWO))
            copied[name] = self.copy(part, (*path, name))
        return copied

    def _text(self, value: str, path: Location) -> str:
        if len(value) > MOST_LETTERS:
            problem = _(
                "The text has {count} letters; at most {most_letters} are read.",
                count=figure(len(value)),
                most_letters=figure(MOST_LETTERS),
            )
            remedy = _("Shorten it.")
            self.issues.append(Issue(spell(path) or WHOLE, problem, remedy))
            return "?"
        try:
            value.encode()
            return str(value)
        except UnicodeEncodeError:
            pass
        problem = _("The text holds half of a character.")
        remedy = _("Type the text again.")
        self.issues.append(Issue(spell(path) or WHOLE, problem, remedy))
        return "?"

    def _foreign(self, value: object, path: Location) -> Any:
        if isinstance(value, date):
            return value.isoformat()
        shown = f"{value!r:.40}"
        problem = _(
            "This is neither a number nor a text nor a group of entries: {shown}.", shown=shown
        )
        remedy = _("Write it as one of these.")
        self.issues.append(Issue(spell(path) or WHOLE, problem, remedy))
        return None

    def _give_up(self, path: Location) -> None:
        if self.given_up:
            return
        self.given_up = True
        problem = _(
            "The document has more than {most_entries} entries.", most_entries=figure(MOST_ENTRIES)
        )
        if len(path) > MOST_LEVELS:
            problem = _(
                "The document refers to itself, or is nested more than {most_levels} levels deep.",
                most_levels=MOST_LEVELS,
            )
        self.issues.append(Issue(spell(path[:2]) or WHOLE, problem, WRITE_OUT))


def name_of(key: object) -> str:
    """The name of an entry as text.

    >>> name_of(2025), name_of("2025"), name_of(True), name_of(None)
    ('2025', '2025', 'true', 'null')
    """
    if key is None or isinstance(key, bool):
        return str({None: "null", True: "true", False: "false"}[key])
    if isinstance(key, float):
        return f"{key:g}" if math.isfinite(key) else str(key)
    return str(key)


def at(document: Any, path: Sequence[str | int]) -> Any:
    """What stands at a place, None where there is nothing."""
    for step in path:
        if isinstance(document, list) and isinstance(step, int) and step < len(document):
            document = document[step]
        elif isinstance(document, Mapping):
            document = document.get(step)
        else:
            return None
    return document


def put(document: Any, path: Location, value: Any) -> None:
    """Makes `value` the entry at a place whose surroundings exist."""
    holder = at(document, path[:-1])
    if isinstance(holder, dict) or (
        isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder)
    ):
        holder[path[-1]] = value  # type: ignore[index]


def drop(document: Any, path: Location) -> Any:
    """Removes the named entry at a place; what stood there."""
    holder = at(document, path[:-1])
    return holder.pop(path[-1], None) if isinstance(holder, dict) else None
