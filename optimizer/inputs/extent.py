"""How large a text of YAML is with its aliases written out; told before any is expanded."""

from __future__ import annotations

from typing import Any

import yaml

from optimizer.domain.limits import MOST_ENTRIES, MOST_LEVELS
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, _, figure
from optimizer.inputs.tree import WRITE_OUT


def bounded(events: Any, where: str) -> None:
    """Refuses what is nested too deeply, too large or refers to itself.

    `events` are those of PyYAML's parser. An alias counts as all that it stands for, also below a
    merge key, so that the reader never expands more than MOST_ENTRIES. Raises InvalidInput.
    """
    extent = _Extent(where)
    for event in events:
        extent.add(event)


class _Extent:
    """Entries so far, those of every anchor, and the groups that are open."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.entries = 0
        self.aliases = False
        self.of: dict[str, int] = {}
        self.open: list[tuple[str | None, int]] = []

    def add(self, event: Any) -> None:
        """Counts an event."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.open.append((event.anchor, self.entries))
            self.entries += 1
            if len(self.open) > MOST_LEVELS:
                self._refuse(event, *TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self.open.pop()
            if anchor is not None:
                self.of[anchor] = self.entries - before
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _other in self.open):
                self._refuse(event, *_CIRCLE)
            self.aliases = True
            self.entries += self.of.get(event.anchor or "", 1)
        elif isinstance(event, yaml.ScalarEvent):
            self.entries += 1
            if event.anchor is not None:
                self.of[event.anchor] = 1
        if self.entries > MOST_ENTRIES:
            problem, remedy = TOO_LARGE
            self._refuse(event, problem, WRITE_OUT if self.aliases else remedy)

    def _refuse(self, event: Any, problem: Message, remedy: Message) -> None:
        line = getattr(event.start_mark, "line", 0) + 1
        raise InvalidInput([Issue(f"{self.where}, line {line}", problem, remedy)])


TOO_DEEP = (
    _("The document is nested too deeply."),
    _(
        "Check brackets and indentation there; at most {most_levels} levels are read.",
        most_levels=MOST_LEVELS,
    ),
)
TOO_LARGE = (
    _(
        "The document is too large: more than {most_entries} entries up to "
        "here, aliases (*) written out.",
        most_entries=figure(MOST_ENTRIES),
    ),
    _("Leave out what the plan does not need, or divide the document."),
)
_CIRCLE = (
    _("The document refers to itself."),
    WRITE_OUT,
)
