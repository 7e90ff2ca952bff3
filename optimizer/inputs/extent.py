"""How large a text of YAML is with its aliases written out; told before any is expanded."""

from __future__ import annotations

from typing import Any

import yaml

from optimizer.domain.limits import MOST_ENTRIES, MOST_LEVELS
from optimizer.errors import InvalidInput, Issue, Said
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
            if any(anchor == event.anchor for anchor, _ in self.open):
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

    def _refuse(self, event: Any, problem: Said, remedy: Said) -> None:
        line = getattr(event.start_mark, "line", 0) + 1
        raise InvalidInput([Issue(f"{self.where}, line {line}", problem, remedy)])


TOO_DEEP = (
    Said("The document is nested too deeply.", "문서 구조가 지나치게 깊음."),
    Said(
        f"Check brackets and indentation there; at most {MOST_LEVELS} levels are read.",
        f"해당 위치의 괄호와 들여쓰기 확인({MOST_LEVELS}단계까지 판독).",
    ),
)
TOO_LARGE = (
    Said(
        f"The document is too large: more than {MOST_ENTRIES:,} entries up to here, aliases (*) "
        "written out.",
        f"문서가 지나치게 큼: 별칭(*)을 풀어 쓰면 여기까지 항목 {MOST_ENTRIES:,}개 초과.",
    ),
    Said(
        "Leave out what the plan does not need, or divide the document.",
        "계획에 필요 없는 내용 삭제 또는 문서 분할.",
    ),
)
_CIRCLE = (
    Said("The document refers to itself.", "문서가 자기 자신을 참조함."),
    WRITE_OUT,
)
